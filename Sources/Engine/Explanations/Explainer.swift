internal import RulesDSL

/// Explains transactions by deciding history again up to them: the explanation rests on events alone, and that the same
/// decision comes out is checked on the way.
package struct Explainer {
    private let policy: Policy
    private let program: Program
    private let sentences: SentenceWriter
    private let windows: WindowText
    private let lets: LetReader
    private let showsOthers: Bool

    /// An explainer under one policy.
    ///
    /// - Parameters:
    ///   - policy: The policy the events were decided under.
    ///   - showsOthers: Whether ids of other customers are shown where a limit counts across everyone.
    package init(_ policy: Policy, showsOthers: Bool) {
        self.policy = policy
        program = policy.program
        sentences = SentenceWriter(program, target: .plain)
        windows = WindowText(program)
        lets = LetReader(program)
        self.showsOthers = showsOthers
    }

    /// Explains events of the store, in their order there: an id can be that of many customers' transactions.
    ///
    /// - Throws: An inconsistency, where an event comes out otherwise than it is stored.
    /// - Complexity: Linear in the events up to the last one.
    package func explain(_ targets: [Event], in store: EventStore) throws(CriticalError) -> [Explanation] {
        var rehearsal = try Rehearsal(policy, for: targets.map(\.transaction), keepsOthers: showsOthers)
        var explanations: [Explanation] = []
        for event in store.events() {
            guard explanations.count < targets.count else { break }
            try rehearsal.prepare(event)
            if event.number == targets[explanations.count].number {
                explanations.append(
                    rehearsal.judge(event, sentences) { judgement, fact, ledger, accounts in
                        verdict(event.transaction, judgement, fact, ledger, accounts)
                    })
            }
            try rehearsal.decide(event)
        }
        return explanations
    }

    private func verdict(
        _ transaction: Transaction, _ judgement: Judgement, _ fact: Fact, _ ledger: ContributionLedger,
        _ accounts: OneByOne
    ) -> Explanation.Verdict {
        let step = program.steps[Int(judgement.step)]
        let cell = ledger.cell(judgement, step, accounts)
        let rule = program.rules[Int(judgement.rule)]
        let hasFailed = judgement.finding == .failed
        var name = OutputBuffer(capacity: 64)
        var period = OutputBuffer(capacity: 64)
        var bounds: Range<Int64>?
        if let window = rule.aggregate?.window, judgement.window != 0 {
            switch window {
            case .calendar(let window):
                windows.append(window, judgement.window, to: &name)
                windows.append(periodOf: window, judgement.window, to: &period)
                bounds = windows.bounds(window, judgement.window)
            case .rolling(let seconds):
                windows.append(rolling: seconds, to: judgement.second, to: &name)
                windows.append(periodOfRolling: seconds, to: judgement.second, to: &period)
                bounds = judgement.second - seconds + 1..<judgement.second + 1
            }
        }
        let first = ledger.firstSeen(transaction, judgement.rule, program)
        let finding: Explanation.Verdict.Finding
        switch judgement.finding {
        case .irrelevant, .passed: finding = .passed
        case .exempt: finding = .exempt
        case .failed: finding = .failed(judgement.cause, isDecisive: fact.isDecisive)
        }
        // A closed window of a `let` is told with the `let`.
        let isClosed = hasFailed && judgement.cause == .tooLate && judgement.window != 0
        return Explanation.Verdict(
            rule: rule,
            code: hasFailed ? program.code(Int(judgement.rule), judgement.cause) : rule.code,
            finding: finding, because: hasFailed ? sentences.text(fact, accounts.batch) : "", windowName: name.text,
            windowPeriod: period.text, window: bounds, used: judgement.used, added: judgement.added,
            total: judgement.total, bound: judgement.bound, hasUsed: !judgement.isFirst,
            differing: differing(judgement), contributions: cell.contributions,
            contributionCount: cell.count, latest: isClosed ? ledger.latest(of: Int(step.index), accounts) : nil,
            firstSeen: first, fieldDifferences: differences(transaction, from: first),
            lets: lets.values(of: judgement.rule, at: transaction.time, ledger, accounts))
    }

    /// The declared fields that rules see another value of than in the first transaction with a key.
    private func differences(_ transaction: Transaction, from first: Event?) -> [Explanation.FieldDifference] {
        guard let first else { return [] }
        return program.fields.declared.compactMap { field in
            let (then, now) = (field.value(in: first.transaction), field.value(in: transaction))
            return then == now ? nil : Explanation.FieldDifference(field: field, first: then, now: now)
        }
    }

    private func differing(_ judgement: Judgement) -> [String] {
        (0..<64).filter { judgement.differing >> UInt64($0) & 1 != 0 }.map { program.fields[FieldIndex($0)].name }
    }
}
