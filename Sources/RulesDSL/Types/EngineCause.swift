/// The codes that the engine itself gives to a failure; no rule may use one as its own.
package enum EngineCause: String, Sendable, CaseIterable {
    /// A rule could not be computed: a result too large, or a division by zero.
    case arithmeticError = "ArithmeticError"
    /// The transaction's window is closed.
    case transactionTooLate = "TransactionTooLate"
}
