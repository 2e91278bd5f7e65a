/// `bankrules explain`.
package struct ExplainOptions: Equatable, Sendable {
    package let id: String
    package let rules: InputPlace
    package let plugins: [String]
    package let allowedPaths: [String]
    package let input: InputPlace
    /// How many seconds a transaction may be ahead of the latest one, as in the run that is explained.
    package let maximumLead: Int64?
    package let isJSON: Bool
    package let showsAllIDs: Bool
    package let color: ColorChoice

    init(_ typed: TypedCommandLine) throws(UsageError) {
        id = try typed.operand()
        rules = try typed.input("rules", default: DefaultPath.rules)
        plugins = typed.list("plugin")
        allowedPaths = typed.list("allow-path")
        input = try typed.input("input", default: DefaultPath.input)
        maximumLead = try typed.duration("max-ahead")
        isJSON = typed.has("json")
        showsAllIDs = typed.has("full-ids")
        color = try typed.choice("color", default: .auto)
    }
}
