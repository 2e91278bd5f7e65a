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
    package let allowedPaths: [String]
    /// Only tests whose names contain it are run.
    package let filter: String?
    /// Whether small changes of the rules are tried, which the tests should notice.
    package let mutates: Bool
    package let format: Format
    package let color: ColorChoice

    init(_ typed: TypedCommandLine) throws(UsageError) {
        files = try typed.inputs()
        plugins = typed.list("plugin")
        allowedPaths = typed.list("allow-path")
        filter = typed.options["filter"]
        mutates = typed.has("mutate")
        // What the other tests notice would be listed as unnoticed.
        if mutates, filter != nil { throw .excludedOptions(.test, "--mutate", "--filter") }
        format = try typed.choice("format", default: .text)
        color = try typed.choice("color", default: .auto)
    }
}
