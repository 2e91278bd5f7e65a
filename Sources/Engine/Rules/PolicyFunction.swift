package import RulesDSL

/// A function that a program offers to rules files, which declare the ones they call:
///
///     let policy = try Policy(source, functions: [
///         PolicyFunction("risk-score", parameters: [.text, .money], result: .number) { arguments in
///             guard case .text(let merchant) = arguments[0] else { return .number(millionths: 0) }
///             return .number(millionths: merchant.hasPrefix("casino") ? 900_000 : 100_000)
///         }
///     ])
///
/// and in the file `function risk-score(text, money) : number`.
///
/// It must be pure: the same arguments give the same result, whenever and however often it is called, for decisions are
/// repeated to explain them. It is called for one transaction after the other, in their order.
public struct PolicyFunction: Sendable {
    /// The name in rules files: lower-case words joined by hyphens.
    public let name: String
    /// The types of its arguments.
    public let parameters: [FieldValue.Kind]
    /// The type of its result, which can't be a text.
    public let result: FieldValue.Kind
    /// Who offers it and in which version, for messages and the policy's fingerprint.
    public let provider: String
    let body: @Sendable ([FieldValue]) throws -> FieldValue

    /// A function.
    ///
    /// - Parameters:
    ///   - name: The name in rules files: lower-case words joined by hyphens.
    ///   - parameters: The types of its arguments.
    ///   - result: The type of its result: anything but a text.
    ///   - provider: Who offers it and in which version, for messages and the policy's fingerprint.
    ///   - body: What it does with arguments of these types. Where it throws, or returns another type than `result`,
    ///     the rule that calls it fails with `ArithmeticError`.
    public init(
        _ name: String, parameters: [FieldValue.Kind], result: FieldValue.Kind, provider: String = "the program",
        body: @escaping @Sendable ([FieldValue]) throws -> FieldValue
    ) {
        self.name = name
        self.parameters = parameters
        self.result = result
        self.provider = provider
        self.body = body
    }
}

extension PolicyFunction {
    /// What the checker is told of it.
    package var signature: PolicyResources.Function {
        PolicyResources.Function(
            name: name, parameters: parameters.map(\.type), result: result.type, plugin: provider)
    }

    /// Whether it is the function that a rules file declares.
    func implements(_ declared: CheckedFunction) -> Bool {
        declared.name == name && declared.parameters == parameters.map(\.type) && declared.result == result.type
    }
}
