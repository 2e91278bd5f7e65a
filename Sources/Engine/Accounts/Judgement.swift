/// What one rule says of one transaction.
package struct Judgement: BitwiseCopyable, Sendable {
    /// What the rule found. Only `failed` can decide; `exempt` and `passed` are counted alike.
    package enum Finding: UInt8, BitwiseCopyable, Sendable {
        /// Its `where` does not hold.
        case irrelevant
        /// Outside of its `active` dates, or its `unless` holds: not checked, but counted.
        case exempt
        case passed
        case failed
    }

    /// The rule's index in the policy.
    package var rule: Int32
    /// Its step's index in `Program.steps`.
    package var step: Int32
    package var finding = Finding.irrelevant
    /// Why it failed; meaningless where it did not.
    package var cause = Cause.condition
    /// Whether its `where` could be computed and holds.
    package var isRelevant = false
    /// For a limit, whether what the transaction adds may go into its cell: the window is open, and the sum fits. For a
    /// unique, whether its key is to be remembered.
    package var canCount = false
    /// For a limit: its window's number with `Program.windowBias`, or 1 for a rolling one; 0 where none is known.
    package var window: Int32 = 0
    /// For a limit: the last second of the rolling window that the numbers are of.
    package var second: Int64 = 0
    /// For a limit on an average, a largest or a smallest: there is none in the window but this one.
    package var isFirst = false
    /// What the window holds, or the left side of a condition.
    package var used: Int64 = 0
    /// What the transaction adds to what is compared: nothing under `of declined`.
    package var added: Int64 = 0
    /// What is compared with `bound`: what the window holds with it, or the left side of a condition.
    package var total: Int64 = 0
    /// What the limit allows, or the right side of a condition.
    package var bound: Int64 = 0
    /// What the transaction adds to the cell if it is counted: for `distinct` the number of a value.
    package var contribution: Int64 = 0
    /// For a condition that is no comparison: the number of the first reason that it fails, from 1, as in a `Fact`.
    package var reason: Int32 = 0
    /// For a repeat: the compared fields that differ from those of the first one, a bit for each `FieldIndex`.
    package var differing: UInt64 = 0

    init(rule: Int32, step: Int32) {
        self.rule = rule
        self.step = step
    }

    /// Makes it a failure.
    @inline(__always)
    mutating func fail(_ cause: Cause) {
        finding = .failed
        self.cause = cause
    }

    /// The fact of a failure.
    func fact(row: Int, isDecisive: Bool, isShadow: Bool, balance: Int64) -> Fact {
        Fact(
            row: UInt32(row), rule: rule, cause: cause, isDecisive: isDecisive, isShadow: isShadow, isFirst: isFirst,
            window: window, second: second, used: used, added: added, total: total, bound: bound, balance: balance,
            reason: reason, differing: differing)
    }
}
