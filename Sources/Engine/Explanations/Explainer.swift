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
                        verdict(event, judgement, fact, ledger, accounts)
                    })
            }
            try rehearsal.decide(event)
        }
        return explanations
    }

    private func verdict(
        _ event: Event, _ judgement: Judgement, _ fact: Fact, _ ledger: ContributionLedger, _ accounts: OneByOne
    ) -> Explanation.Verdict {
        let transaction = event.transaction
        let step = program.steps[Int(judgement.step)]
        let cell = ledger.cell(judgement, step, accounts)
        let rule = program.rules[Int(judgement.rule)]
        let hasFailed = judgement.finding == .failed
        let finding = finding(judgement, isDecisive: fact.isDecisive, rule, at: transaction.time)
        let first = ledger.firstSeen(transaction, judgement.rule, program)
        let isCounted = isCounted(judgement, step, event.decision)
        let latest = step.kind == .limit ? ledger.latest(of: Int(step.index), accounts) : nil
        // The limit's own window may be closed where one of a `let` in its `where` is, too.
        let isTooLate = hasFailed && judgement.cause == .tooLate
        let ownLate = rule.aggregate.flatMap {
            isTooLate ? program.neededLate(for: $0.window, at: transaction.time, after: latest) : nil
        }
        let window = window(rule, judgement, isClosed: ownLate != nil, at: transaction.time)
        let lets = lets.values(of: judgement.rule, at: transaction.time, ledger, accounts)
        return Explanation.Verdict(
            rule: rule,
            code: hasFailed ? program.code(Int(judgement.rule), judgement.cause) : rule.code,
            finding: finding, because: hasFailed ? sentences.text(fact, accounts.batch) : "",
            parts: parts(rule, finding, accounts), windowName: window.name, windowPeriod: window.period,
            window: window.bounds, used: judgement.used, added: judgement.added, total: judgement.total,
            bound: judgement.bound, hasUsed: !judgement.isFirst, differing: differing(judgement),
            contributions: cell.contributions, contributionCount: cell.count,
            ownValue: program.distinctValue(of: transaction, judgement.rule),
            isCounted: isCounted, hasRest: isCounted && !holdsLater(rule, latest, than: transaction.time),
            latest: ownLate == nil ? nil : latest,
            neededLate: isTooLate ? (lets.map(\.neededLate) + [ownLate]).compactMap(\.self).max() : nil,
            firstSeen: first,
            firstID: shownID(of: first, transaction), missingKeys: missingKeys(transaction, rule, first),
            fieldDifferences: differences(transaction, from: first),
            lets: lets)
    }

    private func finding(
        _ judgement: Judgement, isDecisive: Bool, _ rule: ProgramRule, at time: Int64
    ) -> Explanation.Verdict.Finding {
        switch judgement.finding {
        case .irrelevant, .passed: .passed
        case .exempt: rule.active.contains(time) ? .exempt : .inactive
        case .failed: .failed(judgement.cause, isDecisive: isDecisive)
        }
    }

    /// The window of a limit, if it was asked for or is closed: its name, the same in ISO 8601, and its bounds.
    private func window(
        _ rule: ProgramRule, _ judgement: Judgement, isClosed: Bool, at time: Int64
    ) -> (name: String, period: String, bounds: Range<Int64>?) {
        guard let window = rule.aggregate?.window, judgement.window != 0 || isClosed else { return ("", "", nil) }
        var name = OutputBuffer(capacity: 64)
        var period = OutputBuffer(capacity: 64)
        switch window {
        case .calendar(let window):
            let number = Int32(clamping: program.calendar.number(of: window, at: time) + Int64(Program.windowBias))
            windows.append(window, number, to: &name)
            windows.append(periodOf: window, number, to: &period)
            return (name.text, period.text, windows.bounds(window, number))
        case .rolling(let seconds):
            let second = judgement.window == 0 ? time : judgement.second
            windows.append(rolling: seconds, to: second, to: &name)
            windows.append(periodOfRolling: seconds, to: second, to: &period)
            return (name.text, period.text, second - seconds + 1..<second + 1)
        }
    }

    /// What made a condition fail, or an `unless` hold.
    private func parts(
        _ rule: ProgramRule, _ finding: Explanation.Verdict.Finding, _ accounts: OneByOne
    ) -> [ExplainedPart] {
        switch finding {
        case .failed(.condition, _): rule.condition.map { accounts.explainedParts(of: $0) } ?? []
        case .exempt: rule.exemption.map { accounts.explainedParts(of: $0) } ?? []
        case .passed, .inactive, .failed: []
        }
    }

    private func isCounted(_ judgement: Judgement, _ step: Step, _ decision: DecisionKind) -> Bool {
        guard step.kind == .limit, judgement.canCount else { return false }
        return program.counters[Int(step.index)].counted.includes(decision)
    }

    /// Whether a rolling limit counted something later than a second: windows that end after that second hold it, too.
    private func holdsLater(_ rule: ProgramRule, _ latest: Explanation.Latest?, than time: Int64) -> Bool {
        switch rule.aggregate?.window {
        case .rolling: latest.map { $0.time > time } ?? false
        case .calendar, nil: false
        }
    }

    private func shownID(of first: Event?, _ transaction: Transaction) -> String? {
        guard let first = first?.transaction else { return nil }
        let isOwn = first.customer.utf8.elementsEqual(transaction.customer.utf8)
        return isOwn || showsOthers ? first.id : nil
    }

    /// The fields of a key that the transaction lacks, and with it the first one that has the key.
    private func missingKeys(_ transaction: Transaction, _ rule: ProgramRule, _ first: Event?) -> [String] {
        guard first != nil else { return [] }
        let clock = program.calendar.clock
        return zip(rule.keyFields, rule.keyNames).filter { field, _ in
            program.fields[field].value(in: transaction, clock) == nil
        }.map(\.1)
    }

    /// The declared fields that rules see another value of than in the first transaction with a key.
    private func differences(_ transaction: Transaction, from first: Event?) -> [Explanation.FieldDifference] {
        guard let first else { return [] }
        let clock = program.calendar.clock
        return program.fields.declared.compactMap { field in
            let own = TransactionField.declared(field)
            let (then, now) = (own.value(in: first.transaction, clock), own.value(in: transaction, clock))
            return then == now ? nil : Explanation.FieldDifference(field: field, first: then, now: now)
        }
    }

    private func differing(_ judgement: Judgement) -> [String] {
        (0..<64).filter { judgement.differing >> UInt64($0) & 1 != 0 }.map { program.fields[FieldIndex($0)].name }
    }
}
