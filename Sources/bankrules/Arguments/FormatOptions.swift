/// `bankrules fmt`.
package struct FormatOptions: Equatable, Sendable {
    package let files: [InputPlace]
    package let isCheck: Bool
    package let showsDifference: Bool
    package let color: ColorChoice

    init(_ typed: TypedCommandLine) throws(UsageError) {
        files = try typed.inputs()
        isCheck = typed.has("check")
        showsDifference = typed.has("diff")
        color = try typed.choice("color", default: .auto)
    }
}
