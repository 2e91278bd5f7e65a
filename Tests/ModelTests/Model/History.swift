/// What a bank remembers, in the most obvious way: all that was ever counted, and every key that was seen.
final class History {
    /// Who counts: a limit, by its place among the rules, or a `let`, by its name.
    enum Counter: Hashable {
        case rule(Int)
        case named(String)
    }

    /// The transaction under which a key is remembered.
    typealias Keys = [[Value?]: Transaction]

    var balances: [Text: Int64] = [:]
    /// What each aggregate counted, by the values of its scope; under no values across everyone.
    var cells: [Counter: [[Value?]: Cell]] = [:]
    /// The keys of each `unique`, by its place among the rules.
    var keys: [Int: Keys] = [:]
}

/// What a transaction adds to an aggregate if it becomes what the aggregate counts.
struct Addition {
    let counter: History.Counter
    let counts: Aggregate.Counts
    let key: [Value?]
    let counted: Counted
}
