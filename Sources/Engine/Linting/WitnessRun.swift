internal import RulesDSL

/// Decides transactions of one customer, who begins without history, by the real accounts, and keeps what became of
/// them.
struct WitnessRun {
    /// A transaction to be tried.
    struct Draft {
        var kind: TransactionKind
        var amount: Int64
        var time: Int64
        /// By name, in the values of the policy's fields.
        var fields: [String: FieldValue]
    }

    /// A transaction that was decided.
    struct Step {
        let draft: Draft
        let decision: DecisionKind
        let facts: [Fact]
        /// Those of the rules that are watched, and those that failed.
        let judgements: [Judgement]

        func judgement(of rule: Int) -> Judgement? { judgements.first { $0.rule == Int32(rule) } }
    }

    let balance: Int64
    /// Whose transactions they are, if that matters.
    let namedCustomer: String?
    private let watched: Set<Int32>
    private let source: WitnessAccounts
    private let accounts: OneByOne
    private let customer: String
    private(set) var steps: [Step] = []

    /// What is tried, watching what some rules say.
    init(
        _ source: WitnessAccounts, watching rules: [Int], customer: String?, balance: Int64
    ) throws(CriticalError) {
        watched = Set(rules.map(Int32.init))
        self.balance = balance
        self.source = source
        namedCustomer = customer
        (accounts, self.customer) = try source.beginning(customer)
        if balance != 0 { try accounts.setBalance(balance, of: self.customer) }
    }

    var isExhausted: Bool { source.isExhausted }

    /// What the watched rules and those that fail would say of a transaction. Nothing becomes of it.
    mutating func judge(_ draft: Draft) throws(CriticalError) -> [Judgement] {
        // Not prepared: its id is that of the next one that is decided, which would repeat it.
        try accounts.find(transaction(draft))
        return judgements(accounts.judge())
    }

    /// Of many rules few are of interest.
    private func judgements(_ count: Int) -> [Judgement] {
        (0..<count).compactMap { index in
            let judgement = accounts.decisions.judgements[index]
            return judgement.finding == .failed || watched.contains(judgement.rule) ? judgement : nil
        }
    }

    /// Decides a transaction and applies the decision.
    @discardableResult
    mutating func decide(_ draft: Draft) throws(CriticalError) -> Step {
        try accounts.prepare(transaction(draft))
        let count = try accounts.decide()
        let decisions = accounts.decisions
        let step = Step(
            draft: draft, decision: decisions.kinds[0],
            facts: (0..<decisions.factCount).map { decisions.facts[$0] },
            judgements: judgements(count))
        steps.append(step)
        return step
    }

    /// What is tried next, which costs patience. Its id is that of the next entry of a test, so that rules on ids say of
    /// it what they will say there.
    private func transaction(_ draft: Draft) -> Transaction {
        source.spendOnTransaction()
        return Transaction(
            understood: CheckedTest.id(ofEntry: steps.count), customer: customer, kind: draft.kind,
            amount: draft.amount, time: draft.time, fields: draft.fields)
    }
}

extension [Judgement] {
    /// Whether a rule checked the transaction: it is about it, and does not exempt it.
    func check(_ rule: Int) -> Bool {
        contains { $0.rule == Int32(rule) && ($0.finding == .passed || $0.finding == .failed) }
    }
}
