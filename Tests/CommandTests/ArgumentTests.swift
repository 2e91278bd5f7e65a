import Testing
import bankrules

@Suite struct ArgumentTests {
    private func options(_ arguments: String...) throws -> RunOptions {
        guard case .run(let options) = try Invocation(arguments) else {
            Issue.record("not `run`: \(arguments)")
            return RunOptions()
        }
        return options
    }

    @Test func `without arguments the default files are run`() throws {
        #expect(try options() == RunOptions())
        #expect(try options("run") == RunOptions())
        #expect(try options().input == .file("input.txt"))
        #expect(try options().rejects == nil)
        #expect(try options().accounts == nil)
    }

    @Test func `a value stands behind a space or an equals sign`() throws {
        #expect(try options("--rules", "a=b").rules == .file("a=b"))
        #expect(try options("run", "--rules=a=b").rules == .file("a=b"))
        #expect(try options("--rules=--odd").rules == .file("--odd"))
        #expect(try options("--input", "-").input == .standard)
        #expect(try options("--rules", "-").rules == .standard)
        #expect(try options("--colour", "always").color == .always)
        #expect(try options("--threads=64").threads == 64)
        #expect(try options("-q").isQuiet)
        #expect(try options("--plugin", "a.so", "--plugin=b.so").plugins == ["a.so", "b.so"])
        #expect(try options("--quiet", "--quiet").isQuiet)
    }

    @Test func `none is nowhere where that makes sense`() throws {
        #expect(try options("--explanations", "none").explanations == nil)
        #expect(try options("--explanations", "./none").explanations == .file("./none"))
        #expect(try options("--output", "none").output == .file("none"))
    }

    @Test func `what carries results moves the summary`() throws {
        #expect(try !options().writesToStandardOutput)
        #expect(try options("--rejects", "-").writesToStandardOutput)
        #expect(try options("--accounts", "-").writesToStandardOutput)
        #expect(try options("--output", "-").writesToStandardOutput)
    }

    @Test func `the other commands`() throws {
        guard case .explain(let explain) = try Invocation(["explain", "--full-ids", "--", "-17"]) else {
            Issue.record("not `explain`")
            return
        }
        #expect(explain.id == "-17" && explain.showsAllIDs && explain.rules == .file("rules/default.rules"))
        guard case .dryRun(let dryRun) = try Invocation(["dry-run", "--rules", "n", "--changes=-", "--fail-on-change"])
        else {
            Issue.record("not `dry-run`")
            return
        }
        #expect(dryRun.rules == .file("n") && dryRun.against == .file("rules/default.rules"))
        #expect(dryRun.changes == .standard && dryRun.failsOnChange)
        guard case .check(let check) = try Invocation(["check", "a", "--strict", "-", "--format=json"]) else {
            Issue.record("not `check`")
            return
        }
        #expect(check.files == [.file("a"), .standard] && check.isStrict && check.format == .json)
        #expect(try Invocation(["help", "run"]) == .help(HelpOptions(topic: .run, isManual: false)))
        #expect(try Invocation(["completions", "zsh"]) == .completions(.zsh))
    }

    /// Every way to be wrong, with its whole answer in one golden file.
    @Test func `usage errors`() throws {
        let lines: [[String]] = [
            ["chekc"], ["frobnicate"], ["input.txt"], ["data/"], ["--ruls", "x"], ["-rules", "x"], ["run", "--strict"],
            ["-x"], ["-qq"], ["--", "x"], ["--json", "check"], ["run", "input.txt"], ["--rules"],
            ["--rules", "--input"],
            ["--rules="], ["--rules", ""], ["--rules", "a", "--rules", "b"], ["--json=yes"], ["--threads", "0"],
            ["--threads", "65"], ["--threads", "+2"], ["--threads", "two"], ["--chunk-size", "99999999999999999999"],
            ["--format", "csv"], ["--color", "alwais"], ["check"], ["check", "-", "-"],
            ["check", "--format", "jsn", "a"],
            ["explain"], ["explain", "1", "2"], ["explain", "-17"], ["explain", ""], ["dry-run"], ["dry-run", "x"],
            ["dry-run", "--against", "x"], ["dry-run", "--rules", "-", "--against", "-"],
            ["run", "--rules", "-", "--input=-"], ["explain", "1", "--input", "-", "--rules", "-"], ["help", "rum"],
            ["help", "run", "check"], ["version", "now"],
            ["completions"],
            ["completions", "tcsh"], ["run", "shop.rules"], ["shop.rules"], ["dry-run", "my new.rules"],
            ["explain", "1", "shop.rules"], ["check", "--rules", "shop.rules"], ["lint", "shop.rules"], ["diff"],
            ["check", "--json", "a"], ["test", "--junit", "a"],
            ["\u{1B}[31mred"], ["--\u{202E}x"],
        ]
        var text = ""
        for arguments in lines {
            let answer = obey(arguments)
            #expect(answer.code == .usage, "\(arguments)")
            #expect(answer.output.isEmpty)
            text +=
                "$ bankrules \(arguments.map { TerminalText.escape($0.isEmpty ? "''" : $0) }.joined(separator: " "))\n"
            text += answer.errors + "\n"
        }
        try Golden.expect(text, "usage-errors.txt")
    }

    @Test func `the table is sound`() {
        for command in CommandTable.commands {
            let spellings = command.options.flatMap(\.spellings)
            #expect(Set(spellings).count == spellings.count, "\(command.name)")
            for option in command.options {
                #expect(option.takesValue == !option.placeholder.isEmpty, "--\(option.name)")
                #expect(!option.summary.hasSuffix(".") && option.summary.first?.isLowercase != false)
            }
            #expect(command.exits.map(\.code) == command.exits.map(\.code).sorted())
        }
        #expect(CommandTable.commands.map(\.name) == CommandName.allCases)
    }
}
