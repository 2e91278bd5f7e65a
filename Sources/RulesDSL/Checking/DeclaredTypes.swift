/// Which types declarations can have, in the order in which a message lists them.
enum DeclaredTypes {
    static let ofFields: [ValueType] = [.text, .number, .money, .time, .boolean]
    static let ofLists: [ValueType] = [.text, .number, .money, .date, .time]
    static let ofTableKeys: [ValueType] = [.text, .number, .kind, .weekday, .boolean, .date]
    static let ofParameters: [ValueType] = [.text, .number, .money, .time, .boolean]
    static let ofResults: [ValueType] = [.number, .money, .time, .boolean]

    /// The type that a file calls by the word, if it is one of these.
    static func type(_ word: String, among types: [ValueType]) -> ValueType? {
        ValueType(rawValue: word).flatMap { types.contains($0) ? $0 : nil }
    }
}

extension PolicyChecker {
    /// A declaration's type; `what` has it: `a field`.
    mutating func checkType(_ name: NameSyntax, of what: String, among types: [ValueType]) -> ValueType? {
        guard !name.text.isEmpty else { return nil }
        guard let type = DeclaredTypes.type(name.text, among: types) else {
            let words = types.map(\.rawValue)
            let near = meantType(name.text, among: words) ?? suggestion(for: name.text, among: words)
            report(CheckMessage.declaredType(name, of: what, suggestion: near, types: words))
            return nil
        }
        return type
    }

    /// What other languages call a type.
    private func meantType(_ word: String, among words: [String]) -> String? {
        let meant: String
        switch word.lowercased() {
        case "string", "str", "varchar", "char": meant = "text"
        case "int", "integer", "decimal", "float", "double", "numeric": meant = "number"
        case "amount", "currency", "price": meant = "money"
        case "datetime", "timestamp", "instant": meant = "time"
        case "bool", "condition", "flag": meant = "boolean"
        default: return nil
        }
        return words.contains(meant) ? meant : nil
    }
}
