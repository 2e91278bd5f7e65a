/// The places of a rule that a clause can take. All measures take the same one.
enum ClauseSlot: String, CaseIterable {
    case on
    case key
    case within
    case conflict
    case measure
    case atMost = "at most"
    case that
    case unless
    case active
    case mode
    case otherwise = "else"
    case because

    init(_ kind: ClauseSyntax.Kind) {
        switch kind {
        case .on: self = .on
        case .key: self = .key
        case .within: self = .within
        case .conflict: self = .conflict
        case .measure: self = .measure
        case .atMost: self = .atMost
        case .that: self = .that
        case .unless: self = .unless
        case .active: self = .active
        case .mode: self = .mode
        case .otherwise: self = .otherwise
        case .because: self = .because
        }
    }

    /// The clauses that a kind of rule takes, in the canonical order.
    static func allowed(in kind: RuleSyntax.Kind) -> [ClauseSlot] {
        switch kind {
        case .unique: [.on, .key, .within, .unless, .active, .mode, .otherwise, .conflict, .because]
        case .limit: [.on, .measure, .atMost, .unless, .active, .mode, .otherwise, .because]
        case .require: [.on, .that, .unless, .active, .mode, .otherwise, .because]
        }
    }

    /// Those without which the rule says nothing.
    static func required(in kind: RuleSyntax.Kind) -> [ClauseSlot] {
        switch kind {
        case .unique: [.key]
        case .limit: [.measure, .atMost]
        case .require: [.that]
        }
    }

    /// How a file spells it: in one way, but for what a limit measures.
    var words: [String] {
        self == .measure ? AggregateWord.allCases.map(\.rawValue) : [rawValue]
    }

    /// A line to add where it is missing.
    var example: String {
        switch self {
        case .on: "on load"
        case .key: "key id per customer"
        case .within: "within 30 days"
        case .conflict: "conflict decline as SomeCode"
        case .measure: "count per customer per day"
        case .atMost: "at most 3"
        case .that: "that balance >= amount"
        case .unless: "unless customer is \"17\""
        case .active: "active from 2026-01-01 until 2026-07-01"
        case .mode: "mode shadow"
        case .otherwise: "else decline as SomeCode"
        case .because: "because \"…\""
        }
    }
}

/// The clauses of one rule by their places: the first of each, the others having been reported.
struct RuleClauses {
    private var first: [ClauseSlot: ClauseSyntax] = [:]

    init(_ rule: RuleSyntax) {
        for clause in rule.clauses where first[ClauseSlot(clause.kind)] == nil {
            first[ClauseSlot(clause.kind)] = clause
        }
    }

    subscript(slot: ClauseSlot) -> ClauseSyntax? {
        first[slot]
    }
}
