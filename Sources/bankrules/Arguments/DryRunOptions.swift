/// `bankrules dry-run`.
package struct DryRunOptions: Equatable, Sendable {
    package let rules: InputPlace
    package let against: InputPlace
    /// Those of both rules files.
    package let plugins: [String]
    package let allowedPaths: [String]
    package let input: InputPlace
    /// How many seconds a transaction may be ahead of the latest one, under both policies.
    package let maximumLead: Int64?
    package let changes: OutputPlace?
    package let failsOnChange: Bool
    package let isJSON: Bool
    package let color: ColorChoice

    init(_ typed: TypedCommandLine) throws(UsageError) {
        try typed.expectNoOperands()
        guard typed.has("rules") else { throw .missingOption(.dryRun, option: "rules") }
        rules = try typed.input("rules", default: DefaultPath.rules)
        against = try typed.input("against", default: DefaultPath.rules)
        plugins = typed.list("plugin")
        allowedPaths = typed.list("allow-path")
        input = try typed.input("input", default: DefaultPath.input)
        changes = typed.options["changes"].map { OutputPlace($0) ?? .file($0) }
        failsOnChange = typed.has("fail-on-change")
        maximumLead = try typed.duration("max-ahead")
        isJSON = typed.has("json")
        color = try typed.choice("color", default: .auto)
    }
}
