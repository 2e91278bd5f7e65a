/// The words that begin a declaration.
enum DeclarationKeyword: String, CaseIterable {
    case policy
    case currency
    case timezone
    case week
    case `let`
    case unique
    case limit
    case require
    case test

    /// The declaration that people mean by a word of other languages.
    static let synonyms: [String: DeclarationKeyword] = [
        "const": .let, "var": .let, "define": .let, "zone": .timezone, "tz": .timezone, "name": .policy,
        "money": .currency, "cap": .limit, "max": .limit, "dedupe": .unique, "assert": .require, "ensure": .require,
    ]

    /// The keyword that was probably meant, if not one thing exactly.
    static func meant(by word: String) -> DeclarationKeyword? {
        synonyms[word] ?? DidYouMean.closest(to: word, among: allCases.map(\.rawValue)).flatMap(Self.init(rawValue:))
    }
}

/// The words that begin a clause of a rule.
enum ClauseKeyword: String, CaseIterable {
    case on
    case key
    case count
    case sum
    case atMost = "at most"
    case that
    case unless
    case otherwise = "else"
    case because

    /// The clause that people mean by a word of other languages.
    static let synonyms: [String: ClauseKeyword] = [
        "max": .atMost, "maximum": .atMost, "atmost": .atMost, "at-most": .atMost, "limit": .atMost,
        "otherwise": .otherwise, "reason": .because, "message": .because, "except": .unless, "ensure": .that,
        "must": .that, "condition": .that, "keys": .key, "total": .sum, "when": .on, "if": .that,
    ]

    /// The keyword that was probably meant by a misspelt word.
    static func meant(by word: String) -> ClauseKeyword? {
        synonyms[word] ?? DidYouMean.closest(to: word, among: allCases.map(\.rawValue)).flatMap(Self.init(rawValue:))
    }
}

/// Words that later versions of the language will read. They are reserved now, and said to be unknown yet rather than
/// misspelt.
enum LaterWord: String, CaseIterable {
    case active
    case average
    case conflict
    case distinct
    case field
    case include
    case largest
    case late
    case list
    case mode
    case plugin
    case rolling
    case smallest
    case table
    case within

    /// What the word begins, as a plural subject.
    var subject: String {
        switch self {
        case .field, .include, .late, .list, .plugin, .table: "`\(rawValue)` declarations"
        case .active, .conflict, .mode, .within: "`\(rawValue)` clauses"
        case .average, .distinct, .largest, .smallest: "`\(rawValue)` aggregates"
        case .rolling: "`rolling` windows"
        }
    }

    /// Whether it begins a declaration.
    var isDeclaration: Bool {
        switch self {
        case .field, .include, .late, .list, .plugin, .table: true
        case .active, .average, .conflict, .distinct, .largest, .mode, .rolling, .smallest, .within: false
        }
    }

    /// Whether it begins a clause.
    var isClause: Bool {
        switch self {
        case .active, .average, .conflict, .distinct, .largest, .mode, .smallest, .within: true
        case .field, .include, .late, .list, .plugin, .rolling, .table: false
        }
    }
}

/// Words that join the parts of declarations, clauses and expressions, and so can't stand for a value.
enum JoiningWord {
    static let all: Set<String> = [
        "across", "and", "as", "at", "by", "else", "given", "if", "in", "is", "most", "not", "of", "or", "per",
        "starts", "then", "where",
    ]

    /// Whether the word can't be a value: it joins, or begins a clause, a declaration or a later form.
    static func isKeyword(_ word: String) -> Bool {
        all.contains(word) || ClauseKeyword(rawValue: word) != nil || DeclarationKeyword(rawValue: word) != nil
            || LaterWord(rawValue: word) != nil
    }
}
