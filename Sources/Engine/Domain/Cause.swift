/// Why a rule failed for a transaction.
public enum Cause: UInt8, Sendable, CaseIterable {
    /// A `require` whose condition is false.
    case condition = 1
    /// A `limit` that would be exceeded.
    case limit
    /// A `unique` whose key was seen before.
    case duplicate
    /// The transaction's window is closed: the code is `TransactionTooLate`.
    case tooLate
    /// A result that does not fit, or a division by zero: the code is `ArithmeticError`, the outcome decline.
    case arithmetic
    /// A `unique` whose key was seen before with another payload: the code is that of its `conflict` clause, the
    /// outcome decline.
    case conflict

    /// The stable name, as it stands in explanations.
    public var name: String {
        switch self {
        case .condition: "condition"
        case .limit: "limit"
        case .duplicate: "duplicate"
        case .tooLate: "too-late"
        case .arithmetic: "arithmetic"
        case .conflict: "conflict"
        }
    }
}

/// What became of a transaction.
public enum DecisionKind: UInt8, Sendable, CaseIterable {
    /// Accepted, and no rule flagged it.
    case accepted = 0
    /// Declined.
    case declined
    /// A repeat: no state change, no output line.
    case ignored
    /// Accepted and flagged.
    case reviewed

    /// Whether the money moves.
    @inline(__always)
    public var isAccepted: Bool { self == .accepted || self == .reviewed }

    /// The stable name, as it stands in explanations.
    public var name: String {
        switch self {
        case .accepted: "accepted"
        case .declined: "declined"
        case .ignored: "ignored"
        case .reviewed: "reviewed"
        }
    }
}

/// The kinds of transactions, in the order of the accounts' vocabulary.
public enum TransactionKind: UInt8, Sendable, CaseIterable {
    /// Money into the account.
    case load = 0
    /// Money out of the account.
    case withdrawal

    /// The word a rules file uses.
    public var name: String {
        switch self {
        case .load: "load"
        case .withdrawal: "withdrawal"
        }
    }
}
