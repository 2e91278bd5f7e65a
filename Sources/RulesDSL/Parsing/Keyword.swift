/// The words that begin a declaration.
enum DeclarationKeyword: String, CaseIterable {
    case policy
    case currency
    case timezone
    case week
    case late
    case include
    case field
    case list
    case table
    case function
    case `let`
    case unique
    case limit
    case require
    case test

    /// The declaration that people mean by a word of other languages.
    static let synonyms: [String: DeclarationKeyword] = [
        "const": .let, "var": .let, "define": .let, "zone": .timezone, "tz": .timezone, "name": .policy,
        "money": .currency, "cap": .limit, "max": .limit, "velocity": .limit, "dedupe": .unique, "assert": .require,
        "ensure": .require,
        "import": .include, "use": .include, "column": .field, "property": .field, "map": .table, "lookup": .table,
        "func": .function, "fn": .function, "def": .function, "lateness": .late,
    ]

    /// The keyword that was probably meant by a misspelt word; a `:` may say that a type stands behind the name.
    static func meant(by word: String, hasType: Bool = false) -> DeclarationKeyword? {
        let typed = [field, list].map(\.rawValue)
        if hasType, let closest = DidYouMean.closest(to: word, among: typed) {
            return Self.init(rawValue: closest)
        }
        return synonyms[word]
            ?? DidYouMean.closest(to: word, among: allCases.map(\.rawValue)).flatMap(Self.init(rawValue:))
    }
}

/// The words that begin a clause of a rule.
enum ClauseKeyword: String, CaseIterable {
    case on
    case key
    case count
    case sum
    case average
    case largest
    case smallest
    case distinct
    case atMost = "at most"
    case that
    case within
    case unless
    case active
    case mode
    case conflict
    case otherwise = "else"
    case because

    /// The clause that people mean by a word of other languages.
    static let synonyms: [String: ClauseKeyword] = [
        "max": .atMost, "maximum": .atMost, "atmost": .atMost, "at-most": .atMost, "limit": .atMost,
        "otherwise": .otherwise, "reason": .because, "message": .because, "except": .unless, "ensure": .that,
        "must": .that, "condition": .that, "keys": .key, "total": .sum, "when": .on, "if": .that, "avg": .average,
        "mean": .average, "during": .active, "valid": .active, "effective": .active, "cap": .atMost,
        "ceiling": .atMost, "threshold": .atMost, "exceeds": .atMost, "exempt": .unless, "exempting": .unless,
        "exclude": .unless, "excluding": .unless, "kind": .on, "kinds": .on, "type": .on, "event": .on,
        "transaction": .on, "transactions": .on, "applies": .on, "apply": .on, "for": .on, "msg": .because,
        "error": .because, "description": .because, "explanation": .because, "text": .because, "comment": .because,
        "note": .because, "why": .because,
    ]

    /// The clauses that a kind of rule takes, in the order in which people are told of them; outside of rules all.
    static func all(in kind: RuleSyntax.Kind?) -> [ClauseKeyword] {
        switch kind {
        case .unique: [.on, .key, .within, .unless, .active, .mode, .conflict, .otherwise, .because]
        case .limit:
            [
                .on, .count, .sum, .average, .largest, .smallest, .distinct, .atMost, .unless, .active, .mode,
                .otherwise, .because,
            ]
        case .require: [.on, .that, .unless, .active, .mode, .otherwise, .because]
        case nil: allCases
        }
    }

    /// The keyword of a clause of such a rule that was probably meant by a word.
    static func meant(by word: String, in kind: RuleSyntax.Kind?) -> ClauseKeyword? {
        let all = all(in: kind)
        if let meant = synonyms[word] { return all.contains(meant) ? meant : nil }
        return DidYouMean.closest(to: word, among: all.map(\.rawValue)).flatMap(Self.init(rawValue:))
    }
}

/// What an aggregate begins with, in a limit or in a `let`.
enum AggregateWord: String, CaseIterable {
    case count
    case sum
    case average
    case largest
    case smallest
    case distinct

    /// The function that people mean by a word of other languages.
    private static let synonyms: [String: AggregateWord] = [
        "avg": .average, "mean": .average, "max": .largest, "maximum": .largest, "highest": .largest,
        "biggest": .largest, "min": .smallest, "minimum": .smallest, "lowest": .smallest, "total": .sum,
        "number": .count, "velocity": .count, "frequency": .count, "unique": .distinct, "different": .distinct,
    ]

    /// The function that was probably meant by a misspelt word.
    static func meant(by word: String) -> AggregateWord? {
        synonyms[word] ?? DidYouMean.closest(to: word, among: allCases.map(\.rawValue)).flatMap(Self.init(rawValue:))
    }
}

/// Words that join the parts of declarations, clauses and expressions, and so can't stand for a value.
enum JoiningWord {
    static let all: Set<String> = [
        "across", "and", "as", "at", "by", "default", "else", "from", "given", "if", "in", "is", "most", "not", "of",
        "optional", "or", "per", "rolling", "shadow", "starts", "then", "until", "where",
    ]

    /// Whether the word can't be a value: it joins, or begins a clause or a declaration.
    static func isKeyword(_ word: String) -> Bool {
        all.contains(word) || ClauseKeyword(rawValue: word) != nil || DeclarationKeyword(rawValue: word) != nil
    }
}
