/// `R0601` to `R0609`: what a policy names beyond its own text, which are files and time zones.
extension CheckMessage {
    static func fileMissing(_ path: NameSyntax) -> Diagnostic {
        error(
            .fileMissing, "there is no file `\(path.text)`", at: path.range,
            help: ["a path counts from the directory of the file that names it"])
    }

    static func fileOutside(_ path: NameSyntax) -> Diagnostic {
        error(
            .fileOutside, "`\(path.text)` leads out of the policy's directory", at: path.range,
            help: [
                "a policy's files lie in the directory of its rules or below it; `--allow-path DIR` allows another one"
            ])
    }

    static func fileUnreadable(_ path: NameSyntax, reason: String) -> Diagnostic {
        error(.fileUnreadable, "can't read `\(path.text)`: \(reason)", at: path.range)
    }

    static func tooManyFiles(_ path: NameSyntax) -> Diagnostic {
        error(
            .tooMany, "there are too many files: a policy may have \(CheckLimits.files)", at: path.range,
            label: "the first one too many")
    }

    static func filesTooLarge(_ path: NameSyntax) -> Diagnostic {
        error(
            .tooMany, "the files are too large: a policy may have \(CheckLimits.bytes) bytes in all", at: path.range,
            label: "the first one too many")
    }

    static func includedTwice(_ path: NameSyntax, first: NameSyntax?) -> Diagnostic {
        error(
            .includedTwice, "`\(path.text)` is part of the policy already", at: path.range,
            label: "leave this line out",
            secondary: first.map { [Diagnostic.Label($0.range, "it is included here")] } ?? [],
            help: first == nil ? ["a directory's rules files belong to its policy without being included"] : [])
    }

    static func includesItself(_ path: NameSyntax, circle: [String]) -> Diagnostic {
        let way = (circle + circle.prefix(1)).map { "`\($0)`" }.joined(separator: " → ")
        return error(
            .includesItself, "`\(path.text)` would include itself", at: path.range, label: "leave this line out",
            help: circle.count > 1 && circle.count < 10 ? [way] : [])
    }

    static func headerElsewhere(_ range: SourceRange, home: String) -> Diagnostic {
        error(
            .headerElsewhere, "the header of the policy stands in one file, and here is another part of it", at: range,
            label: "the header is in `\(home)`")
    }

    static func headerIncluded(_ range: SourceRange, home: String) -> Diagnostic {
        error(
            .headerElsewhere, "an included file has no header, and here is one", at: range,
            label: "the policy's header is in `\(home)`",
            help: ["leave out its lines `policy`, `currency`, `timezone` and `week`, or do not include it"])
    }

    static func policyTwice(_ range: SourceRange, name: String, home: String) -> Diagnostic {
        let folder = name.utf8.lastIndex(of: UInt8(ascii: "/")).map { ShellWord.operand(String(name[...$0])) } ?? ""
        return error(
            .headerElsewhere, "`\(name)` is a policy of its own, and not one with `\(home)`", at: range,
            label: "a second policy begins here",
            help: [
                "name one file in place of the directory; `bankrules check \(folder)*.rules` checks each on its own",
                "if the files are parts of one policy, only one of them has the lines `policy`, `currency`, `timezone` "
                    + "and `week`",
            ])
    }

    static func timezoneUnavailable(_ name: NameSyntax, reason: String, isUTC: Bool) -> Diagnostic {
        rewritable(
            .timezoneUnavailable, "can't read the time zone `\(name.text)`: \(reason)", at: name.range,
            replacement: isUTC ? "UTC" : nil,
            help: isUTC
                ? [] : ["install your system's time-zone data, the package `tzdata`; only `UTC` does without"])
    }

    static func localTimeSkipped(_ range: SourceRange, text: String, zone: String, from: String, to: String)
        -> Diagnostic
    {
        error(
            .localTimeSkipped, "there is no `\(text)` in `\(zone)`: the clocks go from \(from) to \(to)", at: range,
            help: ["write another time, or one with its offset"])
    }

    static func localTimeTwice(_ range: SourceRange, text: String, zone: String, readings: [String]) -> Diagnostic {
        error(
            .localTimeTwice, "`\(text)` comes twice in `\(zone)`: the clocks go back", at: range,
            help: ["write \(listed(readings, "or"))"])
    }
}
