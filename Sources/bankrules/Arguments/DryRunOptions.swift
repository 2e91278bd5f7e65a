/// `bankrules dry-run`.
package struct DryRunOptions: Equatable, Sendable {
    package let rules: String
    package let against: String
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
        guard let new = typed.options["rules"] else { throw .missingOption(.dryRun, option: "rules") }
        rules = new
        against = typed.text("against", default: DefaultPath.rules)
        plugins = typed.list("plugin")
        allowedPaths = typed.list("allow-path")
        input = InputPlace(typed.text("input", default: DefaultPath.input))
        changes = typed.options["changes"].map { OutputPlace($0) ?? .file($0) }
        failsOnChange = typed.has("fail-on-change")
        maximumLead = try typed.duration("max-ahead")
        isJSON = typed.has("json")
        color = try typed.choice("color", default: .auto)
    }
}
