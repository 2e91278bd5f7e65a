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

extension FieldGlimpse {
    /// What may stand for a field of a type where it is missing; nil where the language has no such value.
    static func standIn(for type: String?, zero: String) -> String? {
        switch type {
        case "text": "\"\""
        case "number": "0"
        case "money": zero
        case "boolean": "false"
        // The transaction's own.
        case "time": "time"
        default: nil
        }
    }
}

extension Parser {
    /// The texts that each transaction has without any declaration.
    private static let texts = ["customer", "id"]

    /// Whether an expression is a time, that of the transaction or a declared one.
    mutating func isTime(_ value: ExpressionSyntax) -> Bool {
        value.names("time") || fields.contains { value.names($0.name) && $0.type == "time" }
    }

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
}
