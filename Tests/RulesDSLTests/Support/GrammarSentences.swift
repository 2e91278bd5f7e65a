import TestSupport

/// Random sentences of the grammar: text that the parser must read without a complaint.
struct GrammarSentences {
    private static let tokens: [String: [String]] = [
        "NAME": ["alpha", "beta-2", "gamma_x", "x1", "merchant", "monday", "load", "TooMuch"],
        "TEXT": ["\"\"", "\"text\"", "\"a \\\"b\\\" { }\"", "\"lists/vip.txt\"", "\"# ü\""],
        "NUMBER": ["0", "5", "0.25", "12"], "UNIT": ["days", "hour", "minutes", "second"],
        "MONEY": ["$5", "$5000", "€1,000.00", "CHF 12.30", "£0.5"], "DATE": ["2026-01-01", "2024-02-29"],
        "CLOCK": ["09:00", "23:59:30"], "TIME": ["2026-01-01T10:00:00Z", "2026-01-01T10:00:00+01:00"],
    ]

    private let grammar: Grammar
    /// The fewest levels that each rule needs.
    private let levels: [String: Int]
    private var chance: SeededNumbers
    private var text = ""
    private var words: [String] = []
    private var touchesNext = true

    init(_ grammar: Grammar, seed: UInt64) {
        self.grammar = grammar
        levels = Self.levels(of: grammar)
        chance = SeededNumbers(seed: seed)
    }

    /// A few sentences of a rule, one behind the other.
    mutating func sentences(of rule: String, count: Int) -> String {
        for _ in 0..<count {
            write(.rule(rule), in: rule, level: 0)
        }
        return text
    }

    // MARK: Levels

    private static func levels(of grammar: Grammar) -> [String: Int] {
        var levels: [String: Int] = [:]
        var changes = true
        while changes {
            changes = false
            for (name, node) in grammar.rules where levels[name] == nil {
                if let level = level(of: node, levels) {
                    levels[name] = level + 1
                    changes = true
                }
            }
        }
        return levels
    }

    private static func level(of node: Grammar.Node, _ levels: [String: Int]) -> Int? {
        switch node {
        case .literal, .token, .optional, .repeated: 0
        case .rule(let name): levels[name]
        case .sequence(let parts):
            parts.map { level(of: $0, levels) }.reduce(0) { most, next in
                if let most, let next { max(most, next) } else { nil }
            }
        case .choice(let parts): parts.compactMap { level(of: $0, levels) }.min()
        }
    }

    // MARK: Writing

    private mutating func write(_ node: Grammar.Node, in rule: String, level: Int) {
        let isDeep = level > 12
        switch node {
        case .literal(let word): write(word: word, in: rule)
        case .token(let kind):
            let choices = Self.tokens[kind] ?? []
            write(word: choices[chance.below(choices.count)], in: rule)
        case .rule(let name):
            if let inner = grammar.rules[name] { write(inner, in: name, level: level + 1) }
        case .sequence(let parts):
            // The last part of an `if` reaches as far as it can, and would take what stands behind it.
            let isOpen = if case .literal("if") = parts.first { true } else { false }
            if isOpen { write(word: "(", in: rule) }
            for part in parts { write(part, in: rule, level: level) }
            if isOpen { write(word: ")", in: rule) }
        case .choice(let parts):
            let least = parts.compactMap { Self.level(of: $0, levels) }.min()
            let short = parts.first { Self.level(of: $0, levels) == least }
            let choice = parts[chance.below(parts.count)]
            write(isDeep ? short ?? choice : choice, in: rule, level: level)
        case .optional(let part):
            if !isDeep, chance.below(level > 6 ? 4 : 2) == 0 { write(part, in: rule, level: level) }
        case .repeated(let part):
            var count = isDeep ? 0 : level < 4 ? chance.below(5) : chance.below(5) / 3
            while count > 0 {
                write(part, in: rule, level: level)
                count -= 1
            }
        }
    }

    private mutating func write(word: String, in rule: String) {
        let touchesPrevious = word == "(" && (rule == "call" || words.dropLast().last == "function")
        if !touchesNext, !touchesPrevious { text += gap() }
        text += word
        words.append(word)
        touchesNext = word == "-" && rule != "terms"
    }

    private mutating func gap() -> String {
        switch chance.below(24) {
        case 0, 1: "\n"
        case 2: "\n\n\n"
        case 3: " # a comment, \"{\n"
        case 4: "\n  # a comment of its own\n\t"
        case 5: "   "
        default: " "
        }
    }
}
