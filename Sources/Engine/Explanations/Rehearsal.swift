internal import RulesDSL

/// Decides stored events again, one by one, under fresh accounts, and keeps track of what the windows hold.
struct Rehearsal {
    private let accounts: OneByOne
    private let fingerprint: PolicyFingerprint
    private var ledger: ContributionLedger

    /// A rehearsal without history, on the way to the explanations of some transactions.
    init(_ policy: Policy, for targets: [Transaction], keepsOthers: Bool) throws(CriticalError) {
        let program = policy.program
        accounts = try OneByOne(program)
        fingerprint = policy.fingerprint
        var cells: Set<ContributionLedger.CellName> = []
        var lets: Set<ContributionLedger.CellName> = []
        for target in targets {
            try accounts.find(target)
            for step in accounts.steps where step.kind == .limit {
                cells.insert(ContributionLedger.CellName(of: Int(step.index), accounts))
            }
            for index in accounts.readLets { lets.insert(ContributionLedger.CellName(of: index, accounts)) }
        }
        ledger = ContributionLedger(for: targets, cells: cells, lets: lets, program, keepsOthers: keepsOthers)
    }

    /// Takes the next event's transaction.
    mutating func prepare(_ event: Event) throws(CriticalError) {
        try accounts.prepare(event.transaction)
    }

    /// Decides the prepared event again and checks that it becomes what it became.
    mutating func decide(_ event: Event) throws(CriticalError) {
        let judged = try accounts.decide()
        guard accounts.decisions.kinds[0] == event.decision else {
            throw CriticalError(.inconsistency, "event \(event.number) is decided differently when it is decided again")
        }
        ledger.add(event, accounts, judged: judged)
    }

    /// Judges the prepared event by all rules, and has each judgement that applies turned into a verdict. Changes
    /// nothing.
    func judge(
        _ event: Event, _ sentences: SentenceWriter,
        verdict: (Judgement, Fact, ContributionLedger, OneByOne) -> Explanation.Verdict
    ) -> Explanation {
        let balance = accounts.balance
        let judged = accounts.judge()
        let decisive = event.facts.first { $0.isDecisive }
        var verdicts: [Explanation.Verdict] = []
        for index in 0..<judged {
            let judgement = accounts.decisions.judgements[index]
            if judgement.finding == .irrelevant { continue }
            let isDecisive = decisive?.rule == judgement.rule
            let fact = judgement.fact(
                row: 0, isDecisive: isDecisive, isShadow: accounts.program.rules[Int(judgement.rule)].isShadow,
                balance: balance)
            verdicts.append(verdict(judgement, fact, ledger, accounts))
        }
        let failedBalance = decisive?.rule == Fact.balanceRule ? decisive : nil
        return Explanation(
            event: event.number, line: event.line, transaction: event.transaction,
            fields: fields(of: event.transaction), decision: event.decision, balance: balance, verdicts: verdicts,
            balanceFailure: failedBalance.map { sentences.text($0.inOnlyRow, accounts.batch) },
            policyName: accounts.program.policy.name, fingerprint: fingerprint,
            currency: accounts.program.policy.currency, times: TimeText(accounts.program.policy),
            late: accounts.program.policy.late)
    }

    private func fields(of transaction: Transaction) -> [Explanation.Field] {
        accounts.program.fields.declared.compactMap { field in
            field.value(in: transaction).map { value in
                Explanation.Field(
                    name: field.name, value: ShownValue(value), isDefault: transaction.fields[field.name] == nil)
            }
        }.sorted { $0.name < $1.name }
    }
}
