/// One rule that a transaction failed, with the numbers that prove it. Facts are part of the decision's event: what
/// explains a decision is recorded when it is made.
package struct Fact: BitwiseCopyable, Sendable, Equatable {
    /// The row in its batch.
    package var row: UInt32
    /// The rule's index, or `Fact.balanceRule`.
    package var rule: Int32
    package var cause: Cause
    /// Whether it decided; otherwise it was noted.
    package var isDecisive = false
    /// Whether the rule is in `mode shadow`: noted, whatever its outcome, and without any effect.
    package var isShadow = false
    /// For a limit on an average, a largest or a smallest: there is none in the window but this one.
    package var isFirst = false
    /// For a limit: the transaction's window with `Program.windowBias`, or 1 for a rolling one; 0 where none is known.
    package var window: Int32 = 0
    /// For a rolling limit: the last second of the window that the numbers are of.
    package var second: Int64 = 0
    /// What the window already held, or the left side of a condition.
    package var used: Int64 = 0
    /// What this transaction adds.
    package var added: Int64 = 0
    /// What is compared with `bound`: what the window would hold with it, or the left side of a condition.
    package var total: Int64 = 0
    /// What the limit allows, or the right side of a condition.
    package var bound: Int64 = 0
    /// The balance on arrival.
    package var balance: Int64
    /// For a condition that is no comparison: the number of the first reason that it fails, among all reasons of
    /// the program's conditions, from 1. What can't be computed later stands in `used` and `bound`.
    package var reason: Int32 = 0
    /// For a repeat under a rule with `conflict`: the compared fields that differ from those of the remembered one, a
    /// bit for each `FieldIndex`.
    package var differing: UInt64 = 0

    /// How far a limit is exceeded; nil beyond 64 bits, as it can be where the bound is far below zero.
    package var excess: Int64? {
        let (excess, overflow) = total.subtractingReportingOverflow(bound)
        return overflow ? nil : excess
    }

    /// The same of a batch that holds this transaction alone.
    package var inOnlyRow: Fact {
        var fact = self
        fact.row = 0
        return fact
    }

    /// The rule index of a decline that no rule made: the new balance would not fit.
    package static let balanceRule: Int32 = -1
}

extension Fact {
    /// The fact of a new balance that would not fit.
    static func balanceOverflow(row: Int, balance: Int64, amount: Int64) -> Fact {
        Fact(
            row: UInt32(row), rule: balanceRule, cause: .arithmetic, isDecisive: true, used: balance, added: amount,
            balance: balance)
    }
}

extension Cause: BitwiseCopyable {}
extension DecisionKind: BitwiseCopyable {}
