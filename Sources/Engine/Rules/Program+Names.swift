extension Program {
    /// The code of a closed window.
    package static let tooLateCode = "TransactionTooLate"
    /// The code of a result that can't be computed.
    package static let arithmeticCode = "ArithmeticError"
    /// What people are shown where no rule declined, but the new balance would not fit.
    package static let balanceName = "balance"

    /// The name of a rule; any other index is that of the balance.
    package func ruleName(_ rule: Int) -> String {
        rules.indices.contains(rule) ? rules[rule].name : Self.balanceName
    }

    /// The code under which a rule fails for a cause.
    package func code(_ rule: Int, _ cause: Cause) -> String {
        switch cause {
        case .tooLate: Self.tooLateCode
        case .arithmetic: Self.arithmeticCode
        case .conflict: rules.indices.contains(rule) ? rules[rule].conflictCode : Self.arithmeticCode
        case .condition, .limit, .duplicate: rules.indices.contains(rule) ? rules[rule].code : Self.arithmeticCode
        }
    }

    /// Whether a rule that decides for a cause ignores the transaction.
    package func ignores(_ rule: Int, _ cause: Cause) -> Bool {
        cause != .arithmetic && cause != .conflict && rules.indices.contains(rule) && rules[rule].outcome == .ignore
    }
}
