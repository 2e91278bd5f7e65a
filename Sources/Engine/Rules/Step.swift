/// One rule as it is evaluated for one class of transactions: everything resolved to numbers and places.
package struct Step: BitwiseCopyable, Sendable {
    /// What sort of rule it is, which is how one that has no shape of its own is judged.
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
        /// The same in a rolling window into which nothing comes late, of each customer or of everyone; its addend is
        /// in the unit of the cells.
        case rollingLimit
        /// Exactly `that balance >= amount`; nothing exempt.
        case covered
        /// Another condition, on the transaction alone: its class tells whether it holds; nothing exempt.
        case settled
        /// A unique whose repeats are found ahead; nothing exempt.
        case repeated
    }

    package var kind: Kind
    package var shape: Shape
    /// The rule's index in the policy, which is its precedence.
    package var rule: Int32
    package var outcome: Outcome
    /// Noted, but without any effect.
    package var isShadow = false
    /// For a settled condition: whether it holds for the transactions of the plan.
    package var holds = false
    /// Whether it may change state though the transaction is declined.
    package var actsOnDeclines = false
    /// For a plain limit: which of the program's windows the cell follows, the half word of the record in which that
    /// window's number stands, and the word in which what it holds does.
    package var window: Int32 = 0
    package var windowHalf: Int32 = 0
    package var cell: Int32 = 0
    /// For a plain limit: it adds the amount, or else a constant.
    package var addsAmount = false
    package var addend: Int64 = 0
    /// A limit's bound where `boundCode` is nil.
    package var bound: Int64 = 0
    /// For a unique: its index among the uniques; for a limit, that of its counter.
    package var index: Int32 = 0

    /// By the transaction's own time, it is checked from the first second to before the last.
    package var activeFrom = Int64.min
    package var activeUntil = Int64.max

    /// `where`; nil where it is about every transaction of the plan, which the class may have settled.
    package var filter: Code?
    /// `unless`; nil where nothing is exempt.
    package var exemption: Code?
    /// A limit's bound where it is computed for each transaction.
    package var boundCode: Code?
    /// The condition of a `require`.
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

extension Step {
    /// Whether the fast loop knows it.
    var isPlain: Bool { shape != .general && outcome != .review && !isShadow }

    /// Whether it checks every transaction of its plan.
    var checksAll: Bool {
        filter == nil && exemption == nil && activeFrom == .min && activeUntil == .max
    }

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
    package var start: Int32 = 0
    package var count: Int32 = 0
    /// Whether the fast loop decides it: every step has a shape of its own, none reviews or is in shadow, and no `let`
    /// counts or is read.
    package var isPlain = true
    /// Whether any step may change state though the transaction is declined.
    package var actsOnDeclines = false
    /// The aggregates of `let`s: a run in `Program.letSteps`.
    package var firstLet: Int32 = 0
    package var letCount: Int32 = 0
    /// Bit by bit, which cache lines of the customer's record are read; none behind the first 64.
    package var recordLines: UInt64 = 1
    /// Bit by bit, which of `Program.keys` are read; the last bit stands for all that have none.
    package var keys: UInt64 = 0
    /// Bit by bit, which of `Program.cells` are read; the last bit stands for all that have none.
    package var cells: UInt64 = 0

    /// The places of its steps in `Program.steps`.
    @inline(__always)
    var places: Range<Int> { Int(start)..<Int(start) &+ Int(count) }
}

extension UInt64 {
    /// The bit of an index in a mask, where the last bit is shared.
    @inline(__always)
    static func bit(of index: Int) -> UInt64 { 1 << UInt64(Swift.min(index, 63)) }
}
