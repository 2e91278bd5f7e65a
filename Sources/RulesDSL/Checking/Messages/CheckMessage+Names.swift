/// `R0201` to `R0210`: the header, and names.
extension CheckMessage {
    static func unknownName(_ name: NameSyntax, suggestion: String?, fields: [String]) -> Diagnostic {
        let isWeekday = Weekday.allCases.contains { $0.name == suggestion }
        let message = "there is no \(isWeekday ? "weekday" : "field") `\(name.text)`"
        guard suggestion.map({ ForeignKind.all.contains($0) }) ?? true else {
            return unknown(.unknownName, message, name, suggestion: suggestion)
        }
        if let kind = ForeignKind.meant(by: name.text) {
            let help = "`on \(kind)` says which transactions are meant; what is measured of them is a value"
            return error(.unknownName, message, at: name.range, help: [help + ", such as `amount`"])
        }
        let meant =
            KebabCase.isValid(name.text)
            ? "`field \(name.text) : text` declares another one" : "a text stands between quotes: `\"\(name.text)\"`"
        return error(
            .unknownName, message, at: name.range, help: ["what can stand here: \(listed(fields)); \(meant)"])
    }

    static func textWithoutQuotes(_ name: NameSyntax) -> Diagnostic {
        let text = "\"\(name.text)\""
        return error(
            .unknownName, "there is no field `\(name.text)`", at: name.range,
            label: "a text stands between quotes: write `\(text)`",
            fixIts: [Diagnostic.FixIt(range: name.range, replacement: text)])
    }

    static func noClock(_ name: NameSyntax) -> Diagnostic {
        error(
            .unknownName, "there is no `\(name.text)`: a decision depends on the transaction's own time alone",
            at: name.range,
            help: [
                "how far back something counts is said by its window, such as `per rolling 30 days`; from when "
                    + "to when a rule holds, by `active from 2026-01-01 until 2026-07-01`"
            ])
    }

    static func daysInOneWord(_ word: String, plain: String, at range: SourceRange) -> Diagnostic {
        rewritable(.unknownName, "there is no weekday `\(word)`", at: range, replacement: plain)
    }

    /// `value` is what stands for the field where it is missing, if a transaction may bring that.
    static func missingField(_ field: String, plain: String, value: String?, at range: SourceRange) -> Diagnostic {
        rewritable(
            .optionalField, "whether `\(field)` is missing is asked with a value that stands for it", at: range,
            replacement: plain,
            help: value.map { ["`or \($0)` stands for it then, as if the transaction had brought that"] } ?? [])
    }

    static func fieldNeverMissing(_ field: String, _ word: String, at range: SourceRange) -> Diagnostic {
        error(
            .unknownName, "there is no `\(word)`, and `\(field)` is never missing", at: range,
            help: ["compare it with a value; a field of the input that may be missing is declared `optional`"])
    }

    static func headerMissing(_ line: HeaderLine, _ place: SourceRange) -> Diagnostic {
        error(
            .headerMissing, "the policy has no `\(line.rawValue)` line", at: place,
            help: ["add a line such as `\(line.example)`: \(line.purpose)"])
    }

    static func headerTwice(_ line: HeaderLine, _ range: SourceRange, first: SourceRange) -> Diagnostic {
        error(
            .headerTwice, "there is more than one `\(line.rawValue)` line", at: range, label: "leave this one out",
            secondary: [Diagnostic.Label(first, "the first one")])
    }

    static func unknownCurrency(_ name: NameSyntax, suggestion: String?) -> Diagnostic {
        unknown(
            .unknownCurrency, "there is no currency `\(name.text)`", name, suggestion: suggestion,
            otherwise: "write the three letters of its ISO 4217 code, such as `USD`, `EUR` or `JPY`")
    }

    static func unknownTimezone(_ name: NameSyntax, suggestion: String?) -> Diagnostic {
        let written = suggestion.map { $0.contains("/") ? "\"\($0)\"" : $0 }
        let message = "there is no time zone `\(name.text)`"
        guard let written else {
            return error(
                .unknownTimezone, message, at: name.range,
                help: ["write its name in the IANA database, such as `\"Europe/Paris\"`, or `UTC`"])
        }
        return error(
            .unknownTimezone, message, at: name.range, label: "did you mean `\(written)`?",
            fixIts: [Diagnostic.FixIt(range: name.range, replacement: written)])
    }

    static func unknownWeekday(_ name: NameSyntax, suggestion: String?) -> Diagnostic {
        unknown(
            .unknownWeekday, "there is no weekday `\(name.text)`", name, suggestion: suggestion,
            otherwise: "the weekdays are \(listed(Weekday.allCases.map(\.name)))")
    }

    static func nameTwice(_ name: NameSyntax, first: NameSyntax) -> Diagnostic {
        error(
            .nameTwice, "the name `\(name.text)` is used twice", at: name.range, label: "give this one another name",
            secondary: [Diagnostic.Label(first.range, "the first one")])
    }

    static func nameReserved(_ name: NameSyntax, owner: String) -> Diagnostic {
        error(
            .nameReserved, "`\(name.text)` is \(owner) and can't be given another meaning", at: name.range,
            label: "choose another name")
    }

    static func nameForm(_ name: NameSyntax, of what: String, replacement: String?) -> Diagnostic {
        rewritable(
            .nameForm, "`\(name.text)` is not the name of a \(what)", at: name.range, replacement: replacement,
            help: ["names are lower-case words of letters and digits joined by `-`"])
    }

    static func circular(_ circle: [NameSyntax]) -> Diagnostic {
        guard let first = circle.first else {
            return error(
                .circularLet, "a value is defined by itself", at: SourceRange(file: FileID(0), lower: 0, upper: 0))
        }
        let way = (circle + [first]).map { "`\($0.text)`" }.joined(separator: " → ")
        return error(
            .circularLet, "`\(first.text)` is defined by itself", at: first.range,
            secondary: circle.dropFirst().prefix(5).map { Diagnostic.Label($0.range, "which needs this one") },
            help: circle.count > 1 && circle.count < 10 ? ["\(way)"] : [])
    }
}
