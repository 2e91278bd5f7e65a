/// One rule as it is evaluated for one class of transactions: everything resolved to numbers and places.
package struct Step: BitwiseCopyable, Sendable {
    package enum Kind: UInt8, BitwiseCopyable, Sendable {
        case unique
        case limit
        case require
    }

    /// The shapes that the fast loop decides by itself; every other step is judged one by one.
    package enum Shape: UInt8, BitwiseCopyable, Sendable {
        case general
        /// Declines; per customer; counts accepted ones or sums their amounts; a constant bound; nothing exempt.
        case plainLimit
        /// Declines; exactly `that balance >= amount`; nothing exempt.
        case covered
        /// A unique whose repeats are found ahead; nothing exempt.
        case repeated
    }

    package var kind: Kind
    package var shape: Shape
    /// The rule's index in the policy, which is its precedence.
    package var rule: Int32
    package var outcome: Outcome
    /// Which of the program's windows the cell follows.
    package var window: Int32 = 0
    /// Where the cell stands in the account's record, or in the record of everyone.
    package var cell: Int32 = 0
    package var isShared = false
    package var countsAttempts = false
    /// For a unique: its index among the uniques.
    package var unique: Int32 = 0
    /// A limit's measure: the amount, or (where `measure` is nil) this constant.
    package var addsAmount = false
    package var addend: Int64 = 0
    /// A limit's bound where `boundCode` is nil.
    package var bound: Int64 = 0

    package var filter: Code?
    package var exemption: Code?
    package var measure: Code?
    package var boundCode: Code?
    package var condition: Code?
    /// The sides of a condition that is a comparison, so that an explanation can show their values.
    package var left: Code?
    package var right: Code?

    /// What becomes of a transaction that fails.
    package enum Outcome: UInt8, BitwiseCopyable, Sendable {
        case decline
        case ignore
        case review
    }
}

/// The steps for one class of transactions: a run in `Program.steps`.
package struct Plan: BitwiseCopyable, Sendable {
    package let start: Int32
    package let count: Int32
    /// Whether every step has a shape of the fast loop.
    package let isPlain: Bool
}
