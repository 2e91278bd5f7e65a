/// What one rule says of one transaction.
package struct Judgement: BitwiseCopyable, Sendable {
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
    /// Whether what it adds may go into its cell: the window is open, and the sum fits.
    package var canCount = false
    /// For a limit: its window's number with `Program.windowBias`; 0 where it has none.
    package var window: Int32 = 0
    /// What the window holds, or the left side of a condition.
    package var used: Int64 = 0
    /// What the transaction adds.
    package var added: Int64 = 0
    /// What is compared with `bound`: what the window holds with it, or the left side of a condition.
    package var total: Int64 = 0
    /// What the limit allows, or the right side of a condition.
    package var bound: Int64 = 0
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
            row: UInt32(row), rule: rule, cause: cause, isDecisive: isDecisive, isShadow: isShadow, window: window,
            used: used, added: added, total: total, bound: bound, balance: balance, differing: differing)
    }
}
