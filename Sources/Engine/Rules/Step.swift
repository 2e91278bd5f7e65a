/// One rule as it is evaluated for one class of transactions: everything resolved to numbers and places.
package struct Step: BitwiseCopyable, Sendable {
    package enum Kind: UInt8, BitwiseCopyable, Sendable {
        case unique
        case limit
        case require
    }

    /// The shapes that are judged where the steps are walked, without a call; every other step is general.
    package enum Shape: UInt8, BitwiseCopyable, Sendable {
        case general
        /// Counts accepted ones, or sums their amounts or a constant, in a cell of the customer's record; a constant
        /// bound; nothing exempt.
        case plainLimit
        /// Exactly `that balance >= amount`; nothing exempt.
        case covered
        /// A unique whose repeats are found ahead; nothing exempt.
        case repeated
    }

    /// Where a limit's cells are.
    package enum Place: UInt8, BitwiseCopyable, Sendable {
        /// In the customer's record: {window, value}.
        case record
        /// The same in the record of everyone.
        case shared
    }

    package var kind: Kind
    package var shape: Shape
    /// The rule's index in the policy, which is its precedence.
    package var rule: Int32
    package var outcome: Outcome
    /// Noted, but without any effect.
    package var isShadow = false
    /// Whether it may change state though the transaction is declined.
    package var actsOnDeclines = false
    /// Which of the program's windows the cell follows.
    package var window: Int32 = 0
    /// Where the cell stands in the account's record, or in the record of everyone.
    package var cell: Int32 = 0
    package var place = Place.record
    package var counted = Counted.accepted
    /// For a unique: its index among the uniques.
    package var unique: Int32 = 0
    /// A limit's measure: the amount, or (where `measure` is nil) this constant.
    package var addsAmount = false
    package var addend: Int64 = 0
    /// A limit's bound where `boundCode` is nil.
    package var bound: Int64 = 0

    /// By the transaction's own time, it is checked from the first second to before the last.
    package var activeFrom = Int64.min
    package var activeUntil = Int64.max

    package var filter: Code?
    package var exemption: Code?
    package var measure: Code?
    package var boundCode: Code?
    package var condition: Code?
    /// The sides of a condition that is a comparison, so that an explanation can show their values.
    package var left: Code?
    package var right: Code?

    /// Which transactions a limit or the aggregate of a `let` counts, of those it is about.
    package enum Counted: UInt8, BitwiseCopyable, Sendable {
        case accepted
        case attempts
        case declined

        /// Whether a transaction that was decided so is counted; an ignored one never is.
        @inline(__always)
        func includes(_ kind: DecisionKind) -> Bool {
            switch self {
            case .accepted: kind.isAccepted
            case .attempts: kind != .ignored
            case .declined: kind == .declined
            }
        }
    }

    /// What becomes of a transaction that fails.
    package enum Outcome: UInt8, BitwiseCopyable, Sendable {
        case decline
        case ignore
        case review
    }
}

extension Step {
    /// Whether the fast loop knows it.
    var isPlain: Bool { shape != .general && outcome != .review && !isShadow }

    /// What becomes of a transaction if its failure decides: what can't be computed always declines, and so does a
    /// conflict.
    @inline(__always)
    func outcome(_ cause: Cause) -> Outcome {
        switch cause {
        case .arithmetic, .conflict: .decline
        case .condition, .limit, .duplicate, .tooLate: outcome
        }
    }
}

/// The steps for one class of transactions: a run in `Program.steps`.
package struct Plan: BitwiseCopyable, Sendable {
    package let start: Int32
    package let count: Int32
    /// Whether the fast loop decides it: every step has a shape of its own, and none reviews or is in shadow.
    package let isPlain: Bool
    /// Whether any step may change state though the transaction is declined.
    package let actsOnDeclines: Bool
}
