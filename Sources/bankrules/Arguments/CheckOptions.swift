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
    package let allowedPaths: [String]
    package let format: Format
    package let isStrict: Bool
    package let color: ColorChoice

    init(_ typed: TypedCommandLine) throws(UsageError) {
        files = try typed.inputs()
        plugins = typed.list("plugin")
        allowedPaths = typed.list("allow-path")
        format = try typed.choice("format", default: .text)
        isStrict = typed.has("strict")
        color = try typed.choice("color", default: .auto)
    }
}
