extension Accounts {
    /// What judging a row came to; which rules failed is in `DecisionBatch.failed`.
    struct Verdict {
        /// How many rules failed.
        var failures = 0
        /// The first failing rule that declines or ignores, by its place in the plan; below zero without one.
        var decisive = -1
        /// Whether a rule that reviews failed.
        var isFlagged = false
    }

    /// The row that is judged, with what every rule reads of it.
    struct Arrival {
        let row: Int
        /// Where the customer's record begins.
        let record: Int
        let amount: Int64
        let time: Int64
        /// The balance on arrival.
        let balance: Int64

        @inline(__always)
        init(_ row: Int, _ batch: TransactionBatch, _ accounts: Accounts) {
            self.row = row
            record = Int(batch.customerNumbers[row]) * accounts.recordStride
            amount = batch.amounts[row]
            time = batch.times[row]
            balance = accounts.records[record]
        }
    }

    /// Judges a row by the rules of its plan (or the steps at some places of it) and the state before it; changes no
    /// state.
    ///
    /// The steps with shapes of their own cost here about what they cost in the fast loop: what passes leaves nothing
    /// behind but what a limit would store.
    ///
    /// With `isThorough`, `judgements` then holds every rule's judgement with its numbers; otherwise it holds those of
    /// general steps and of failures, and rules that can't matter any more are left out.
    func judge(
        _ arrival: Arrival, _ machine: Machine, _ batch: TransactionBatch, _ decisions: DecisionBatch,
        isThorough: Bool, steps places: Range<Int>? = nil
    ) -> Verdict {
        let plan = program.plans[Int(decisions.classes[arrival.row])]
        if plan.letCount > 0 { readLets(plan, arrival, batch, decisions) }
        let steps = program.steps
        let records = self.records
        let windows = decisions.windows
        let pending = decisions.pending
        let rowCapacity = decisions.rowCapacity
        let stopsEarly = !isThorough && recordedFacts != .all
        let first = Int(plan.start)
        let end = first &+ (places?.upperBound ?? Int(plan.count))
        var verdict = Verdict()
        var index = first &+ (places?.lowerBound ?? 0)
        while index < end {
            let step = steps[index]
            let place = index &- first
            index &+= 1
            switch step.shape {
            case .plainLimit:
                let window = windows[Int(step.window) &* rowCapacity &+ arrival.row]
                let cell = PlainCell(words: records, record: arrival.record, step)
                let used = cell.content(of: window)
                let (total, overflow) = used.addingReportingOverflow(step.addsAmount ? arrival.amount : step.addend)
                let canCount = !cell.isClosed(window) && !overflow
                pending[place] = Pending(window: canCount ? window : 0, total: total)
                if canCount && total <= step.bound && !isThorough { continue }
            case .covered:
                if arrival.balance >= arrival.amount && !isThorough { continue }
            case .repeated:
                if batch.repeats[arrival.row] == 0 && !isThorough { continue }
            case .settled where step.holds && !isThorough: continue
            case .general, .rollingLimit, .settled:
                if stopsEarly && verdict.decisive >= 0 && !step.actsOnDeclines { continue }
                judgeGenerally(place, index &- 1, arrival, machine, batch, decisions, isThorough: isThorough)
                if decisions.judgements[place].finding != .failed { continue }
            }
            note(place, index &- 1, arrival, batch, decisions, &verdict)
        }
        return verdict
    }

    /// Notes a rule that fails, or whose judgement is wanted.
    @inline(never)
    private func note(
        _ place: Int, _ stepIndex: Int, _ arrival: Arrival, _ batch: TransactionBatch, _ decisions: DecisionBatch,
        _ verdict: inout Verdict
    ) {
        let step = program.steps[stepIndex]
        var judgement = Judgement(passed: step.rule, step: Int32(stepIndex))
        switch step.shape {
        case .plainLimit: judge(plainLimit: step, arrival, decisions, &judgement)
        case .covered:
            judgement.used = arrival.balance
            judgement.total = arrival.balance
            judgement.bound = arrival.amount
            if arrival.balance < arrival.amount { judgement.fail(.condition) }
        case .repeated:
            judgement.canCount = batch.repeats[arrival.row] == 0
            if !judgement.canCount { judgement.fail(.duplicate) }
        case .general, .rollingLimit, .settled: judgement = decisions.judgements[place]
        }
        decisions.judgements[place] = judgement
        guard judgement.finding == .failed else { return }
        decisions.failed[verdict.failures] = Int32(place)
        verdict.failures += 1
        if step.isShadow { return }
        if step.outcome(judgement.cause) == .review {
            verdict.isFlagged = true
        } else if verdict.decisive < 0 {
            verdict.decisive = place
        }
    }

    /// The same comparison as in the loops, with its numbers.
    func judge(
        plainLimit step: Step, _ arrival: Arrival, _ decisions: DecisionBatch, _ judgement: inout Judgement
    ) {
        let cell = PlainCell(words: records, record: arrival.record, step)
        judgement.window = decisions.windows[Int(step.window) * decisions.rowCapacity + arrival.row]
        let isClosed = cell.isClosed(judgement.window)
        judgement.used = cell.content(of: judgement.window)
        judgement.added = step.addsAmount ? arrival.amount : step.addend
        judgement.contribution = judgement.added
        let (total, overflow) = judgement.used.addingReportingOverflow(judgement.added)
        judgement.total = total
        judgement.canCount = !isClosed && !overflow
        guard judgement.canCount else { return judgement.fail(isClosed ? .tooLate : .arithmetic) }
        judgement.bound = step.bound
        if total > step.bound { judgement.fail(.limit) }
    }
}

extension Judgement {
    /// The judgement of a rule that applies and holds.
    @inline(__always)
    init(passed rule: Int32, step: Int32) {
        self.init(rule: rule, step: step)
        finding = .passed
        isRelevant = true
    }
}
