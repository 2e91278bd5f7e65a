/// What a file's words say of a field, before anything of it is checked: for proposals that must fit its type.
struct FieldGlimpse {
    let name: String
    let type: String?
    let isOptional: Bool

    /// A policy has no more.
    private static let most = 32

    /// The fields that the file declares, as far as there may be any.
    static func all(in tokens: [Token]) -> [FieldGlimpse] {
        let declared = tokens.indices.dropLast().lazy.compactMap { glimpse(at: $0, in: tokens) }
        return Array(declared.prefix(most))
    }

    private static func glimpse(at index: Int, in tokens: [Token]) -> FieldGlimpse? {
        guard tokens[index].word == "field", tokens[index].isFirstOnLine, let name = tokens[index + 1].word else {
            return nil
        }
        let rest = tokens[(index + 2)...].prefix { !$0.isFirstOnLine }.prefix(6)
        let type = rest.first.flatMap { $0.is(.colon) ? rest.dropFirst().first?.word : nil }
        return FieldGlimpse(name: name, type: type, isOptional: rest.contains { $0.word == "optional" })
    }
}

extension Parser {
    /// The texts that each transaction has without any declaration.
    private static let texts = ["customer", "id"]

    /// Whether an expression is a field that is a text.
    mutating func isText(_ value: ExpressionSyntax) -> Bool {
        switch value.kind {
        case .name(let name):
            return Self.texts.contains(name) || fields.contains { $0.name == name && $0.type == "text" }
        case .parenthesized(let inner): return isText(inner)
        case .binary(.or, let field, _, operatorRange: _): return isText(field)
        case .literal, .boolean, .list, .unary, .binary, .conditional, .call, .missing: return false
        }
    }

    /// A value as it is written in a proposal: a field that may be missing with what stands for it then.
    mutating func spelling(of value: ExpressionSyntax) -> String? {
        guard let written = spelling(value.range) else { return nil }
        guard case .name(let name) = value.kind,
            let field = fields.first(where: { $0.name == name && $0.isOptional }), let value = standIn(for: field)
        else { return written }
        return "(\(written) or \(value))"
    }

    /// Whether an expression is a field that may be missing.
    mutating func isOptional(_ value: ExpressionSyntax) -> Bool {
        guard case .name(let name) = value.kind else { return false }
        return fields.contains { $0.name == name && $0.isOptional }
    }

    private func standIn(for field: FieldGlimpse) -> String? {
        switch field.type {
        case "text": "\"\""
        case "number": "0"
        case "boolean": "false"
        case "money": money("0")
        default: nil
        }
    }
}
