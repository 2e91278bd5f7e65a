/// `bankrules run`.
package struct RunOptions: Equatable, Sendable {
    package var rules = InputPlace.file(DefaultPath.rules)
    package var plugins: [String] = []
    package var allowedPaths: [String] = []
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
        rules = try typed.input("rules", default: DefaultPath.rules)
        plugins = typed.list("plugin")
        allowedPaths = typed.list("allow-path")
        input = try typed.input("input", default: DefaultPath.input)
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

/// What an input is written in.
package enum InputFormat: String, CaseIterable, Equatable, Sendable {
    case ndjson
}
