internal import RulesDSL

/// Decides transactions of one customer, who begins without history, by the real accounts, and keeps what became of them.
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

    private static let customer = "1"

    let balance: Int64
    private let watched: Set<Int32>
    private let accounts: OneByOne
    private(set) var steps: [Step] = []
    /// How many transactions were judged: each has an id of its own.
    private(set) var judged = 0

    /// What is tried under a program, watching what some of its rules say.
    init(_ program: Program, watching rules: [Int], balance: Int64) throws(CriticalError) {
        watched = Set(rules.map(Int32.init))
        self.balance = balance
        accounts = try OneByOne(program)
        if balance != 0 { try accounts.setBalance(balance, of: Self.customer) }
    }

    /// What the watched rules and those that fail would say of a transaction. Nothing becomes of it.
    mutating func judge(_ draft: Draft) throws(CriticalError) -> [Judgement] {
        try prepare(draft)
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
        try prepare(draft)
        let count = try accounts.decide()
        let decisions = accounts.decisions
        let step = Step(
            draft: draft, decision: decisions.kinds[0],
            facts: (0..<decisions.factCount).map { decisions.facts[$0] },
            judgements: judgements(count))
        steps.append(step)
        return step
    }

    private mutating func prepare(_ draft: Draft) throws(CriticalError) {
        judged += 1
        try accounts.prepare(
            Transaction(
                understood: "entry-\(judged)", customer: Self.customer, kind: draft.kind, amount: draft.amount,
                time: draft.time, fields: draft.fields))
    }
}
