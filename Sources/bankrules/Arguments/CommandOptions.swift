/// Where something is read from.
package enum InputPlace: Equatable, Sendable {
    case standard
    case file(String)

    package init(_ text: String) {
        self = text == "-" ? .standard : .file(text)
    }
}

/// Where something is written.
package enum OutputPlace: Equatable, Sendable {
    case standard
    case file(String)

    /// `none` is nowhere, where that is allowed; a file of that name is `./none`.
    package init?(_ text: String) {
        switch text {
        case "-": self = .standard
        case "none": return nil
        default: self = .file(text)
        }
    }
}

/// What an input is written in.
package enum InputFormat: String, CaseIterable, Equatable, Sendable {
    case ndjson
}

/// `bankrules run`.
package struct RunOptions: Equatable, Sendable {
    package var rules = DefaultPath.rules
    package var plugins: [String] = []
    package var input = InputPlace.file(DefaultPath.input)
    package var output = OutputPlace.file(DefaultPath.output)
    package var explanations: OutputPlace? = .file(DefaultPath.explanations)
    package var rejects: OutputPlace?
    package var accounts: OutputPlace?
    package var format = InputFormat.ndjson
    package var failsOnReject = false
    package var isJSON = false
    package var isQuiet = false
    package var color = ColorChoice.auto
    /// How many seconds a transaction may be ahead of the latest one before it, if there is a limit.
    package var maximumLead: Int64?
    /// The number of threads, if it was given.
    package var threads: Int?
    /// The bytes of a chunk, if they were given.
    package var chunkSize: Int?

    /// The options without any argument.
    package init() {}

    init(_ typed: TypedCommandLine) throws(UsageError) {
        try typed.expectNoOperands()
        rules = typed.text("rules", default: DefaultPath.rules)
        plugins = typed.list("plugin")
        input = InputPlace(typed.text("input", default: DefaultPath.input))
        let output = typed.text("output", default: DefaultPath.output)
        // Results can't go nowhere: what is called `none` is a file here.
        self.output = OutputPlace(output) ?? .file(output)
        explanations = OutputPlace(typed.text("explanations", default: DefaultPath.explanations))
        rejects = OutputPlace(typed.text("rejects", default: "none"))
        accounts = OutputPlace(typed.text("accounts", default: "none"))
        format = try typed.choice("format", default: .ndjson)
        maximumLead = try typed.duration("max-ahead")
        failsOnReject = typed.has("fail-on-reject")
        isJSON = typed.has("json")
        isQuiet = typed.has("quiet")
        color = try typed.choice("color", default: .auto)
        threads = try typed.integer("threads")
        chunkSize = try typed.integer("chunk-size")
    }

    /// Whether standard output carries results, so that the summary must stand elsewhere.
    package var writesToStandardOutput: Bool {
        [output, explanations, rejects, accounts].contains(.standard)
    }
}

/// `bankrules check`.
package struct CheckOptions: Equatable, Sendable {
    /// How diagnostics are shown.
    package enum Format: String, CaseIterable, Equatable, Sendable {
        case text
        case json
        case sarif
        case github
    }

    package let files: [InputPlace]
    package let plugins: [String]
    package let format: Format
    package let isStrict: Bool
    package let color: ColorChoice

    init(_ typed: TypedCommandLine) throws(UsageError) {
        guard !typed.operands.isEmpty, !typed.operands.contains("") else { throw .missingOperand(.check) }
        files = typed.operands.map { InputPlace($0) }
        if files.filter({ $0 == .standard }).count > 1 { throw .repeatedStandardInput(.check) }
        plugins = typed.list("plugin")
        format = try typed.choice("format", default: .text)
        isStrict = typed.has("strict")
        color = try typed.choice("color", default: .auto)
    }
}

/// `bankrules test`.
package struct TestOptions: Equatable, Sendable {
    /// How results are shown.
    package enum Format: String, CaseIterable, Equatable, Sendable {
        case text
        case json
        case junit
    }

    package let files: [InputPlace]
    package let plugins: [String]
    /// Only tests whose names contain it are run.
    package let filter: String?
    /// Whether small changes of the rules are tried, which the tests should notice.
    package let mutates: Bool
    package let format: Format
    package let color: ColorChoice

    init(_ typed: TypedCommandLine) throws(UsageError) {
        guard !typed.operands.isEmpty, !typed.operands.contains("") else { throw .missingOperand(.test) }
        files = typed.operands.map { InputPlace($0) }
        if files.filter({ $0 == .standard }).count > 1 { throw .repeatedStandardInput(.test) }
        plugins = typed.list("plugin")
        filter = typed.options["filter"]
        mutates = typed.has("mutate")
        // What the other tests notice would be listed as unnoticed.
        if mutates, filter != nil { throw .excludedOptions(.test, "--mutate", "--filter") }
        format = try typed.choice("format", default: .text)
        color = try typed.choice("color", default: .auto)
    }
}

/// `bankrules fmt`.
package struct FormatOptions: Equatable, Sendable {
    package let files: [InputPlace]
    package let isCheck: Bool
    package let showsDifference: Bool
    package let color: ColorChoice

    init(_ typed: TypedCommandLine) throws(UsageError) {
        guard !typed.operands.isEmpty, !typed.operands.contains("") else { throw .missingOperand(.format) }
        files = typed.operands.map { InputPlace($0) }
        if files.filter({ $0 == .standard }).count > 1 { throw .repeatedStandardInput(.format) }
        isCheck = typed.has("check")
        showsDifference = typed.has("diff")
        color = try typed.choice("color", default: .auto)
    }
}

/// `bankrules explain`.
package struct ExplainOptions: Equatable, Sendable {
    package let id: String
    package let rules: String
    package let plugins: [String]
    package let input: InputPlace
    /// How many seconds a transaction may be ahead of the latest one, as in the run that is explained.
    package let maximumLead: Int64?
    package let isJSON: Bool
    package let showsAllIDs: Bool
    package let color: ColorChoice

    init(_ typed: TypedCommandLine) throws(UsageError) {
        id = try typed.operand()
        rules = typed.text("rules", default: DefaultPath.rules)
        plugins = typed.list("plugin")
        input = InputPlace(typed.text("input", default: DefaultPath.input))
        maximumLead = try typed.duration("max-ahead")
        isJSON = typed.has("json")
        showsAllIDs = typed.has("full-ids")
        color = try typed.choice("color", default: .auto)
    }
}

/// `bankrules dry-run`.
package struct DryRunOptions: Equatable, Sendable {
    package let rules: String
    package let against: String
    /// Those of both rules files.
    package let plugins: [String]
    package let input: InputPlace
    /// How many seconds a transaction may be ahead of the latest one, under both policies.
    package let maximumLead: Int64?
    package let changes: OutputPlace?
    package let failsOnChange: Bool
    package let isJSON: Bool
    package let color: ColorChoice

    init(_ typed: TypedCommandLine) throws(UsageError) {
        try typed.expectNoOperands()
        guard let new = typed.options["rules"] else { throw .missingOption(.dryRun, option: "rules") }
        rules = new
        against = typed.text("against", default: DefaultPath.rules)
        plugins = typed.list("plugin")
        input = InputPlace(typed.text("input", default: DefaultPath.input))
        changes = typed.options["changes"].map { OutputPlace($0) ?? .file($0) }
        failsOnChange = typed.has("fail-on-change")
        maximumLead = try typed.duration("max-ahead")
        isJSON = typed.has("json")
        color = try typed.choice("color", default: .auto)
    }
}

/// `bankrules help`.
package struct HelpOptions: Equatable, Sendable {
    /// The command to show, or the page of the program.
    package let topic: CommandName?
    package let isManual: Bool

    package init(topic: CommandName?, isManual: Bool) {
        self.topic = topic
        self.isManual = isManual
    }

    init(_ typed: TypedCommandLine) throws(UsageError) {
        isManual = typed.has("man")
        guard !typed.operands.isEmpty else {
            topic = nil
            return
        }
        let word = try typed.operand()
        guard let name = CommandName(rawValue: word) else { throw .unknownCommand(word) }
        topic = name
    }
}
