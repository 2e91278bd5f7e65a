/// One thing that happened. The closed set of events is the only thing that changes an account.
package struct Event: Sendable, Equatable {
    /// What happened, with the facts that were recorded when it was decided, in order of precedence.
    package enum Body: Sendable, Equatable {
        /// A load was accepted; the facts are failed reviews, and failed rules in shadow.
        case accountDeposited(Transaction, reviews: [Fact])
        /// A withdrawal was accepted; the facts are the same.
        case accountWithdrawn(Transaction, reviews: [Fact])
        /// A repeat: ignored, or declined where the rule says so.
        case duplicateTransaction(Transaction, DecisionKind, failures: [Fact])
        /// A limit, a condition, a closed window or the arithmetic declined it.
        case accountLimitExceeded(Transaction, failures: [Fact])
    }

    /// The number among all events of the run, rejected lines included, from 1.
    package let number: Int
    /// The input's line, from 1.
    package let line: Int
    package let body: Body

    /// The transaction as it was decided.
    package var transaction: Transaction {
        switch body {
        case .accountDeposited(let transaction, _), .accountWithdrawn(let transaction, _),
            .duplicateTransaction(let transaction, _, _), .accountLimitExceeded(let transaction, _):
            transaction
        }
    }

    /// What became of it. A failed rule in shadow flags nothing.
    package var decision: DecisionKind {
        switch body {
        case .accountDeposited(_, let reviews), .accountWithdrawn(_, let reviews):
            reviews.contains { !$0.isShadow } ? .reviewed : .accepted
        case .duplicateTransaction(_, let decision, _): decision
        case .accountLimitExceeded: .declined
        }
    }

    /// The rules that failed, those in shadow too, in order of precedence; fewer where not all were recorded.
    package var facts: [Fact] {
        switch body {
        case .accountDeposited(_, let reviews), .accountWithdrawn(_, let reviews): reviews
        case .duplicateTransaction(_, _, let failures), .accountLimitExceeded(_, let failures): failures
        }
    }
}
