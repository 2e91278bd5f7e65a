internal import RulesDSL

/// Accounts under one policy, for programs that decide transactions one by one.
///
///     let policy = try Policy(SourceFile(name: "my.rules", text: rules))
///     let bank = try Bank(policy)
///     let decision = try bank.decide(
///         try Transaction(id: "1", customer: "88", kind: .load, amount: 31_840, time: 946_749_600))
///     if !decision.isAccepted { print(decision.failures[0].because) }
///
/// A policy that declares fields gets them by name: `Transaction(…, fields: ["merchant": "ACME", "online": true])`.
///
/// Not for several threads at once: the order of transactions is part of what is decided.
public final class Bank {
    /// The policy that decides.
    public let policy: Policy
    private let accounts: OneByOne
    private let sentences: SentenceWriter

    /// Accounts without any history.
    ///
    /// - Parameter policy: The rules they are under.
    /// - Throws: Where the system has no more memory.
    public init(_ policy: Policy) throws(CriticalError) {
        self.policy = policy
        accounts = try OneByOne(policy.program)
        sentences = SentenceWriter(policy.program, target: .plain)
    }

    /// Decides a transaction and applies the decision.
    ///
    /// - Parameter transaction: The attempt.
    /// - Returns: What became of it, and every rule it failed.
    /// - Throws: `TransactionError` where its fields are not those that the policy declares, and `CriticalError` where
    ///   the system has no more memory or a documented limit is reached.
    /// - Complexity: Constant in the length of history and the number of customers.
    public func decide(_ transaction: Transaction) throws -> Decision {
        try policy.program.input.check(transaction)
        try accounts.prepare(transaction)
        try accounts.decide()
        let decisions = accounts.decisions
        let failures = (0..<decisions.factCount).map { failure(decisions.facts[$0]) }
        return Decision(kind: decisions.kinds[0], failures: failures)
    }

    /// The balance of a customer in minor units; 0 for one who was never seen.
    ///
    /// - Parameter customer: Whose balance.
    /// - Returns: Accepted loads less accepted withdrawals.
    public func balance(of customer: String) -> Int64 {
        accounts.balance(of: customer)
    }

    private func failure(_ fact: Fact) -> Decision.Failure {
        let index = Int(fact.rule)
        return Decision.Failure(
            rule: policy.program.ruleName(index), code: policy.program.code(index, fact.cause), cause: fact.cause,
            isDecisive: fact.isDecisive, isShadow: fact.isShadow, because: sentences.text(fact, accounts.batch),
            usage: usage(fact))
    }

    private func usage(_ fact: Fact) -> Decision.Usage? {
        guard fact.cause == .limit, let aggregate = policy.program.rules[Int(fact.rule)].aggregate,
            let total = FieldValue(fact.total, aggregate.type), let limit = FieldValue(fact.bound, aggregate.type)
        else { return nil }
        return Decision.Usage(
            used: fact.isFirst ? nil : FieldValue(fact.used, aggregate.type),
            added: aggregate.counted == .declined ? nil : FieldValue(fact.added, aggregate.type), total: total,
            limit: limit)
    }
}

/// What became of a transaction.
public struct Decision: Sendable, Equatable {
    /// One rule that the transaction failed.
    public struct Failure: Sendable, Equatable {
        /// The rule's name; `balance` where the new balance would not fit.
        public let rule: String
        /// The machine-readable cause, as the rules file says.
        public let code: String
        /// Why the rule failed.
        public let cause: Cause
        /// Whether this failure decided.
        public let isDecisive: Bool
        /// Whether the rule is in `mode shadow`: its failure is noted and has no effect.
        public let isShadow: Bool
        /// The sentence for an auditor.
        public let because: String
        /// For a limit that would be exceeded: its numbers.
        public let usage: Usage?
    }

    /// What a limit measured that would be exceeded: all of it money, or all of it numbers.
    public struct Usage: Sendable, Equatable {
        /// What its window held; nil for an average, a largest or a smallest of nothing.
        public let used: FieldValue?
        /// What this transaction adds; nil for a limit on declined transactions, which counts earlier ones only.
        public let added: FieldValue?
        /// What its window would hold with it: not always the sum of the two, as for an average.
        public let total: FieldValue
        /// What it allows.
        public let limit: FieldValue
    }

    /// What became of it.
    public let kind: DecisionKind
    /// Every rule it failed, in order of precedence.
    public let failures: [Failure]

    /// Whether the money moves.
    public var isAccepted: Bool { kind.isAccepted }
}
