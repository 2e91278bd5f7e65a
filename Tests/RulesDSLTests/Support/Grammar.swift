import Foundation

/// The grammar as `docs/grammar.ebnf` has it.
struct Grammar {
    indirect enum Node {
        /// `"policy"`.
        case literal(String)
        /// `NAME`: a token of a kind.
        case token(String)
        /// `expression`.
        case rule(String)
        case sequence([Node])
        case choice([Node])
        case optional(Node)
        case repeated(Node)
    }

    let rules: [String: Node]

    static func load() throws -> Grammar {
        let data = try Data(contentsOf: RulesFiles.repository.appending(path: "docs/grammar.ebnf"))
        return Grammar(String(decoding: data, as: UTF8.self))
    }

    init(_ text: String) {
        var reader = GrammarReader(text)
        rules = reader.rules()
    }

    /// Everything that stands in quotes.
    var literals: Set<String> {
        func literals(_ node: Node) -> Set<String> {
            switch node {
            case .literal(let text): [text]
            case .token, .rule: []
            case .sequence(let parts), .choice(let parts): parts.reduce(into: []) { $0.formUnion(literals($1)) }
            case .optional(let part), .repeated(let part): literals(part)
            }
        }
        return rules.values.reduce(into: []) { $0.formUnion(literals($1)) }
    }
}

/// Reads the notation: `=`, `|`, `[ ]`, `{ }`, `( )`, `;` and comments.
private struct GrammarReader {
    private var words: ArraySlice<String>

    init(_ text: String) {
        var rest = text[...]
        while let begin = rest.range(of: "(*"), let end = rest.range(of: "*)") {
            rest = rest[..<begin.lowerBound] + rest[end.upperBound...]
        }
        words = rest.split(whereSeparator: \.isWhitespace).map(String.init)[...]
    }

    mutating func rules() -> [String: Grammar.Node] {
        var rules: [String: Grammar.Node] = [:]
        while let name = words.popFirst() {
            words.removeFirst()
            rules[name] = choice()
            words.removeFirst()
        }
        return rules
    }

    private mutating func choice() -> Grammar.Node {
        var parts = [sequence()]
        while words.first == "|" {
            words.removeFirst()
            parts.append(sequence())
        }
        return parts.count == 1 ? parts[0] : .choice(parts)
    }

    private mutating func sequence() -> Grammar.Node {
        var parts: [Grammar.Node] = []
        while let word = words.first, !["|", "]", "}", ")", ";"].contains(word) {
            words.removeFirst()
            parts.append(node(word))
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func node(_ word: String) -> Grammar.Node {
        switch word {
        case "[", "{", "(":
            let inner = choice()
            words.removeFirst()
            return word == "[" ? .optional(inner) : word == "{" ? .repeated(inner) : inner
        default:
            if word.hasPrefix("\"") { return .literal(String(word.dropFirst().dropLast())) }
            return word.allSatisfy(\.isUppercase) ? .token(word) : .rule(word)
        }
    }
}
