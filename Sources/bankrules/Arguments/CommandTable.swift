/// All commands, in the order of the help page. Everything that knows options knows them from here.
package enum CommandTable {
    /// Every command.
    package static let commands = [run, check, format, test, explain, dryRun, help, version, completions]

    /// The row of a command.
    package static func specification(of name: CommandName) -> CommandSpecification {
        switch name {
        case .run: run
        case .check: check
        case .format: format
        case .test: test
        case .explain: explain
        case .dryRun: dryRun
        case .help: help
        case .version: version
        case .completions: completions
        }
    }

    /// What the program is, in a sentence.
    package static let programSummary =
        "decides loads and withdrawals by rules that stand in a file, and says why for each decline"

    /// The lines that a newcomer starts with.
    package static let examples = [
        Example("bankrules", "decide input.txt by rules/default.rules"),
        Example("bankrules check rules/default.rules", "find what is wrong with rules"),
        Example("bankrules explain 90417", "why transaction 90417 was declined"),
        Example("bankrules dry-run --rules new.rules", "which decisions new rules would change"),
    ]

    /// What every exit status means, for the program as a whole.
    package static let exits = [
        ExitMeaning(.success, "done"),
        ExitMeaning(
            .finding, "a finding: a failed test, a changed decision, or what --strict and --fail-on-… ask for"),
        ExitMeaning(.usage, "the command line makes no sense"),
        ExitMeaning(.badRules, "the rules have errors, or no line of the input is a transaction"),
        ExitMeaning(.inputMissing, "an input is missing or can't be opened"),
        ExitMeaning(.unusablePlugin, "a plugin can't be used"),
        ExitMeaning(.internalError, "a fault of bankrules itself"),
        ExitMeaning(.inputOutput, "reading or writing failed"),
        ExitMeaning(.hungUp, "ended by SIGHUP"),
        ExitMeaning(.interrupted, "ended by SIGINT"),
        ExitMeaning(.terminated, "ended by SIGTERM"),
    ]

    // MARK: Rows

    private static let run = CommandSpecification(
        .run, summary: "decide a file or a stream of transactions",
        description: [
            """
            Reads transactions, one JSON object a line, and decides each by the rules, in the order of the input. \
            A line that is no transaction never stops the run: it is counted, and --rejects keeps it with its reason.
            """,
            """
            Outputs that are files appear whole or not at all: each is written beside its place and put there at the \
            end. The summary goes to standard error; with --json to standard output, unless that carries results.
            """,
        ],
        options: [
            rules(summary: "the rules to decide by"), allowPath, plugin, input,
            OptionSpecification(
                "output", value: .file(words: ["-"]), placeholder: "FILE|-", defaultValue: "output.txt",
                summary: "where the decisions go, one JSON object a line"),
            OptionSpecification(
                "explanations", value: .file(words: ["-", "none"]), placeholder: "FILE|-|none",
                defaultValue: "explanations.ndjson",
                summary: "where the reasons go, one JSON object for each decline, ignored repeat or flag"),
            OptionSpecification(
                "rejects", value: .file(words: ["-", "none"]), placeholder: "FILE|-|none", defaultValue: "none",
                summary: "where lines go that are no transactions, with the reason"),
            OptionSpecification(
                "accounts", value: .file(words: ["-", "none"]), placeholder: "FILE|-|none", defaultValue: "none",
                summary: "where a report of the accounts goes: balances, and how many transactions were decided how"),
            OptionSpecification(
                "format", value: .choice(["ndjson"]), placeholder: "FORMAT", defaultValue: "ndjson",
                summary: "what the input is: ndjson, one JSON object a line"),
            maxAhead,
            OptionSpecification(
                "fail-on-reject",
                summary: "exit with 1 if any line is no transaction; the others are decided all the same"),
            json(summary: "the summary as JSON"),
            OptionSpecification("quiet", short: "q", summary: "no summary and no progress"), color,
            OptionSpecification(
                "threads", value: .integer(1...64), placeholder: "N", defaultValue: "one a processor, at most 4",
                section: .advanced, summary: "how many threads work; decisions don't depend on it"),
            OptionSpecification(
                "chunk-size", value: .integer(1...(64 << 20)), placeholder: "BYTES", defaultValue: "262144",
                section: .advanced, summary: "how much input is worked on together; decisions don't depend on it"),
        ],
        examples: [
            Example("bankrules", "input.txt, rules/default.rules, output.txt and explanations.ndjson"),
            Example("bankrules run --input - --output - < today.ndjson", "from standard input to standard output"),
            Example(
                "bankrules run --rejects rejects.ndjson --fail-on-reject", "keep bad lines, and say so to a script"),
        ],
        exits: [
            ExitMeaning(.success, "done, with rejected lines too"),
            ExitMeaning(.finding, "a line was rejected, with --fail-on-reject"), usageExit, badDataExit, inputExit,
            pluginExit, writeExit,
        ])

    private static let check = CommandSpecification(
        .check, summary: "find what is wrong with rules files",
        description: [
            """
            Reads, type-checks and examines rules, and shows every error of a policy in one run. Each file is a policy \
            of its own, and so is a directory with all its `.rules` files together.
            """,
            """
            It also warns of what is legal and can't be meant, such as a limit that others never let anybody reach. \
            What such a warning says of decisions was decided first: the transactions stand below it.
            """,
        ],
        operand: OperandSpecification(
            placeholder: "FILE|DIR", count: .oneOrMore, value: .file,
            summary: "a rules file, a directory of them, or - for standard input"),
        options: [
            OptionSpecification(
                "format", value: .choice(["text", "json", "sarif", "github"]), placeholder: "FORMAT",
                defaultValue: "text",
                summary: "text for people, json for programs, sarif for code hosts, github for its workflows"),
            OptionSpecification("strict", summary: "exit with 1 if there are warnings"), allowPath, plugin, color,
        ],
        examples: [
            Example("bankrules check rules/default.rules", "one file"),
            Example("bankrules check --strict --format json rules/*.rules", "in a pipeline"),
        ],
        exits: [
            ExitMeaning(.success, "no errors"), ExitMeaning(.finding, "warnings, with --strict"), usageExit,
            badRulesExit, inputExit, pluginExit, writeExit,
        ])

    private static let test = CommandSpecification(
        .test, summary: "run the tests in rules files",
        description: [
            """
            Decides the transactions of each test as `run` would, and compares. Then it says what the tests leave out: \
            rules that no test makes fail, and limits that no test meets from both sides. Each file is a policy of its \
            own, and so is a directory with all its `.rules` files together.
            """,
            """
            With --mutate it then changes the rules in small ways, one at a time: a limit by a cent, `<` to `<=`, a \
            window, a rule removed. A change under which all tests still pass is a mistake that nobody would notice.
            """,
        ],
        operand: OperandSpecification(
            placeholder: "FILE|DIR", count: .oneOrMore, value: .file,
            summary: "a rules file, a directory of them, or - for standard input"),
        options: [
            OptionSpecification(
                "mutate", summary: "change the rules in small ways, and list the changes that no test notices"),
            OptionSpecification(
                "filter", value: .text, placeholder: "TEXT",
                summary: "run only the tests whose names contain the text, in whatever case"),
            OptionSpecification(
                "format", value: .choice(["text", "json", "junit"]), placeholder: "FORMAT", defaultValue: "text",
                summary: "text for people, json for programs, junit (XML) for build servers"),
            allowPath, plugin, color,
        ],
        examples: [
            Example("bankrules test rules/default.rules", "one file"),
            Example("bankrules test --filter withdrawal rules/*.rules", "some tests of several files"),
            Example("bankrules test --mutate rules/default.rules", "what the tests would not notice"),
            Example("bankrules test --format junit rules/*.rules > tests.xml", "for a build server"),
        ],
        exits: [
            ExitMeaning(.success, "every test went as expected"),
            ExitMeaning(.finding, "a test failed, --filter left none, or --mutate found something"), usageExit,
            badRulesExit, inputExit, pluginExit, writeExit,
        ])

    private static let format = CommandSpecification(
        .format, summary: "bring rules files into their canonical layout",
        description: [
            """
            Lays out rules the way all rules are laid out: clauses in one order, columns aligned. A file is written \
            only if it changes, and appears whole or not at all; - is standard input to standard output.
            """,
            """
            The new text is read again before it is written: rules that do not mean the same, or a lost comment, stop \
            it. A file with errors of syntax is left as it is. In a directory, every `.rules` file is laid out on its \
            own.
            """,
        ],
        operand: OperandSpecification(
            placeholder: "FILE|DIR", count: .oneOrMore, value: .file,
            summary: "a rules file, a directory of them, or - for standard input"),
        options: [
            OptionSpecification(
                "check", summary: "write nothing; name the files that would change, and exit with 1 if there are any"),
            OptionSpecification("diff", summary: "write nothing; show what would change"), color,
        ],
        examples: [
            Example("bankrules fmt rules/default.rules", "one file, in its place"),
            Example("bankrules fmt --check rules/*.rules", "in a pipeline"),
            Example("bankrules fmt --diff rules/default.rules", "what would change"),
        ],
        exits: [
            ExitMeaning(.success, "done"), ExitMeaning(.finding, "a file would change, with --check"), usageExit,
            ExitMeaning(.badRules, "a file has errors of syntax"), inputExit, writeExit,
        ])

    private static let explain = CommandSpecification(
        .explain, summary: "say why a transaction was decided as it was",
        description: [
            """
            Decides the input again up to the transaction and shows every rule's part in its decision: what was \
            allowed, what was used, and which rules passed. Every transaction with the id is shown.
            """,
            "An id that begins with a hyphen follows `--`.",
        ],
        operand: OperandSpecification(
            placeholder: "ID", count: .one, value: .text, summary: "the transaction's id, as it stands in the input"),
        options: [
            rules(summary: "the rules it was decided by"), allowPath, plugin, input, maxAhead,
            json(summary: "the explanation as JSON"),
            OptionSpecification(
                "full-ids", summary: "name transactions of other customers too, where a rule counts across them"),
            color,
        ],
        examples: [
            Example("bankrules explain 90417", "from input.txt and rules/default.rules"),
            Example("bankrules explain --json -- -17", "an id that begins with a hyphen, for a program"),
        ],
        exits: [
            ExitMeaning(.success, "explained"), ExitMeaning(.finding, "there is no transaction with the id"), usageExit,
            badDataExit, inputExit, pluginExit, writeExit,
        ])

    private static let dryRun = CommandSpecification(
        .dryRun, summary: "show which decisions other rules would change",
        description: [
            """
            Decides the input by both rules files and compares: which decisions change, by rule, customers and money. \
            One of the three can be -, for standard input.
            """
        ],
        options: [
            OptionSpecification(
                "rules", value: .file(words: ["-"]), placeholder: "NEW", isRequired: true,
                summary: "the rules that may come"),
            OptionSpecification(
                "against", value: .file(words: ["-"]), placeholder: "OLD", defaultValue: DefaultPath.rules,
                summary: "the rules to compare them with"),
            allowPath, plugin, input, maxAhead,
            OptionSpecification(
                "changes", value: .file(words: ["-"]), placeholder: "FILE|-",
                summary: "where each changed decision goes, one JSON object a line"),
            OptionSpecification("fail-on-change", summary: "exit with 1 if any decision changes"),
            json(summary: "the comparison as JSON"), color,
        ],
        examples: [
            Example("bankrules dry-run --rules new.rules", "compare with rules/default.rules"),
            Example("bankrules dry-run --rules new.rules --changes - --fail-on-change", "in a pipeline"),
        ],
        exits: [
            ExitMeaning(.success, "compared, with changes too"),
            ExitMeaning(.finding, "a decision changes, with --fail-on-change"), usageExit, badDataExit, inputExit,
            pluginExit, writeExit,
        ])

    private static let help = CommandSpecification(
        .help, summary: "show this page, or that of a command",
        description: ["`bankrules COMMAND --help` shows the same page as `bankrules help COMMAND`."],
        operand: OperandSpecification(
            placeholder: "COMMAND", count: .optional, value: .choice(CommandName.allCases.map(\.rawValue)),
            summary: "the command to show"),
        options: [OptionSpecification("man", summary: "print the manual page, for man(1)")],
        examples: [
            Example("bankrules help run", "all options of a command"),
            Example("bankrules help --man > bankrules.1", "a manual page to install"),
        ],
        exits: [ExitMeaning(.success, "done"), usageExit, writeExit])

    private static let version = CommandSpecification(
        .version, summary: "print the version", description: ["Also written `bankrules --version`."], options: [],
        examples: [Example("bankrules --version", "the version alone, for a script")],
        exits: [ExitMeaning(.success, "done"), usageExit, writeExit])

    private static let completions = CommandSpecification(
        .completions, summary: "print a script that completes command lines in a shell",
        description: [
            "Read the script when the shell starts, or put it where the shell looks for completions."
        ],
        operand: OperandSpecification(
            placeholder: "SHELL", count: .one, value: .choice(Shell.allCases.map(\.rawValue)),
            summary: "bash, zsh or fish"),
        options: [],
        examples: [
            Example("source <(bankrules completions bash)", "in ~/.bashrc"),
            Example("bankrules completions zsh > ~/.zfunc/_bankrules", "where ~/.zfunc is in fpath"),
            Example("bankrules completions fish > ~/.config/fish/completions/bankrules.fish", "for fish"),
        ],
        exits: [ExitMeaning(.success, "done"), usageExit, writeExit])
}

/// The shells that completions are made for.
package enum Shell: String, CaseIterable, Sendable {
    case bash
    case zsh
    case fish
}
