import RulesDSL

/// Says whether the grammar has a sentence, by Earley's method: without regard to how the parser reads it.
struct GrammarRecognizer {
    private enum Symbol: Hashable {
        case literal(String)
        case token(String)
        case rule(Int)
    }

    private struct Item: Hashable {
        let production: Int
        let dot: Int
        let origin: Int
    }

    private var productions: [(rule: Int, symbols: [Symbol])] = []
    private var names: [String: Int] = [:]
    private var count = 0
    private var byRule: [[Int]] = []
    private var nullable: Set<Int> = []

    init(_ grammar: Grammar) {
        for name in grammar.rules.keys.sorted() { names[name] = newRule() }
        for (name, node) in grammar.rules { add(node, to: names[name] ?? 0) }
        byRule = Array(repeating: [], count: count)
        for (index, production) in productions.enumerated() { byRule[production.rule].append(index) }
        var known = -1
        while known != nullable.count {
            known = nullable.count
            for production in productions where production.symbols.allSatisfy(isNullable) {
                nullable.insert(production.rule)
            }
        }
    }

    // MARK: Productions

    private mutating func newRule() -> Int {
        count += 1
        return count - 1
    }

    private func isNullable(_ symbol: Symbol) -> Bool {
        if case .rule(let rule) = symbol { nullable.contains(rule) } else { false }
    }

    private mutating func add(_ node: Grammar.Node, to rule: Int) {
        switch node {
        case .choice(let parts):
            for part in parts { add(part, to: rule) }
        case .sequence(let parts):
            productions.append((rule, parts.map { symbol($0) }))
        case .literal, .token, .rule, .optional, .repeated:
            productions.append((rule, [symbol(node)]))
        }
    }

    private mutating func symbol(_ node: Grammar.Node) -> Symbol {
        switch node {
        case .literal(let word): return .literal(word)
        case .token(let kind): return .token(kind)
        case .rule(let name): return .rule(names[name] ?? 0)
        case .sequence, .choice:
            let rule = newRule()
            add(node, to: rule)
            return .rule(rule)
        case .optional(let part):
            let rule = newRule()
            productions.append((rule, []))
            add(part, to: rule)
            return .rule(rule)
        case .repeated(let part):
            let rule = newRule()
            productions.append((rule, []))
            productions.append((rule, [.rule(rule), symbol(part)]))
            return .rule(rule)
        }
    }

    // MARK: Recognition

    /// How many tokens can be read before there is none of which the grammar knows a use; nil if they are a whole
    /// sentence.
    func firstUnknown(in tokens: [Token], as name: String = "file") -> Int? {
        guard let start = names[name] else { return 0 }
        let words = tokens.filter { $0.kind != .end }
        var sets: [[Item]] = [byRule[start].map { Item(production: $0, dot: 0, origin: 0) }]
        for position in 0...words.count {
            close(&sets, at: position)
            guard position < words.count else { break }
            let next = sets[position].compactMap { item -> Item? in
                guard let symbol = symbol(after: item), matches(symbol, words[position]) else { return nil }
                return Item(production: item.production, dot: item.dot + 1, origin: item.origin)
            }
            guard !next.isEmpty else { return position }
            sets.append(next)
        }
        let isWhole = sets[words.count].contains { item in
            item.origin == 0 && productions[item.production].rule == start && symbol(after: item) == nil
        }
        return isWhole ? nil : words.count
    }

    private func close(_ sets: inout [[Item]], at position: Int) {
        var items = sets[position]
        var known = Set(items)
        func add(_ item: Item) {
            if known.insert(item).inserted { items.append(item) }
        }
        var index = 0
        while index < items.count {
            let item = items[index]
            index += 1
            switch symbol(after: item) {
            case .rule(let rule):
                for production in byRule[rule] { add(Item(production: production, dot: 0, origin: position)) }
                if nullable.contains(rule) {
                    add(Item(production: item.production, dot: item.dot + 1, origin: item.origin))
                }
            case .literal, .token: break
            case nil:
                let rule = productions[item.production].rule
                for waiting in item.origin == position ? items : sets[item.origin]
                where symbol(after: waiting) == .rule(rule) {
                    add(Item(production: waiting.production, dot: waiting.dot + 1, origin: waiting.origin))
                }
            }
        }
        sets[position] = items
    }

    private func symbol(after item: Item) -> Symbol? {
        let symbols = productions[item.production].symbols
        return item.dot < symbols.count ? symbols[item.dot] : nil
    }

    private func matches(_ symbol: Symbol, _ token: Token) -> Bool {
        switch (symbol, token.kind) {
        case (.literal(let text), .word(let word)): text == word
        case (.literal(let text), .symbol(let sign)): text == sign.rawValue
        case (.token("UNIT"), .word(let word)): Self.units.contains(word)
        case (.token(let kind), .word): kind == "NAME"
        case (.token(let kind), .number): kind == "NUMBER"
        case (.token(let kind), .money): kind == "MONEY"
        case (.token(let kind), .text): kind == "TEXT"
        case (.token(let kind), .date): kind == "DATE"
        case (.token(let kind), .time): kind == "TIME"
        case (.token(let kind), .clock): kind == "CLOCK"
        default: false
        }
    }

    private static let units: Set = [
        "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days",
    ]
}
