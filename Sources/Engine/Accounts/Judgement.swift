/// What one rule says of one transaction.
package struct Judgement: BitwiseCopyable, Sendable {
    package enum Finding: UInt8, BitwiseCopyable, Sendable {
        /// Its `where` does not hold.
        case irrelevant
        /// Its `unless` holds: not checked, but counted.
        case exempt
        case passed
        case failed
    }

    package var step: Step
    package var finding: Finding
    /// Why it failed; meaningless where it did not.
    package var cause: Cause
    package var window: Int32
    package var used: Int64
    package var added: Int64
    package var bound: Int64
    /// Whether its `where` could be computed and holds.
    package var isRelevant = false
    /// Whether `used` and `added` may go into the cell: it is open, and the sum fits.
    package var canCount: Bool

    init(_ step: Step) {
        self.step = step
        finding = .irrelevant
        cause = .condition
        window = 0
        used = 0
        added = 0
        bound = 0
        canCount = false
    }

    /// What becomes of the transaction if this failure decides: a result that can't be computed always declines.
    var outcome: Step.Outcome {
        cause == .arithmetic ? .decline : step.outcome
    }

    func fact(row: Int, isDecisive: Bool, balance: Int64) -> Fact {
        Fact(
            row: UInt32(row), rule: step.rule, cause: cause, isDecisive: isDecisive, window: window, used: used,
            added: added, bound: bound, balance: balance)
    }
}
