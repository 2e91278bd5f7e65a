internal import RulesDSL

/// A function of a plugin as the machine calls it.
struct FunctionCall: Sendable {
    /// The types of its arguments.
    let parameters: [ValueType]
    private let result: FieldValue.Kind
    /// Nil for a function that nobody offers, which the checker has refused.
    private let body: (@Sendable ([FieldValue]) throws -> FieldValue)?

    /// The function that a policy declares, if it is among those that are offered.
    init(_ declared: CheckedFunction, among offered: [PolicyFunction]) {
        let function = offered.first { $0.implements(declared) }
        parameters = declared.parameters
        result = function?.result ?? .boolean
        body = function?.body
    }

    /// The scalar that the function makes of its arguments; nil where it fails or breaks its promise.
    func callAsFunction(_ arguments: [FieldValue]) -> Int64? {
        guard let body, let value = try? body(arguments), value.kind == result else { return nil }
        return value.scalar
    }
}
