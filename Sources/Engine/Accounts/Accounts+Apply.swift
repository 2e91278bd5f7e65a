extension Accounts {
    /// Decides a row by judging every rule, records what failed, and applies the decision.
    func decideFully(
        _ row: Int, _ machine: Machine, _ batch: TransactionBatch, _ decisions: DecisionBatch, isThorough: Bool
    ) throws(CriticalError) {
        let arrival = Arrival(row, batch, self)
        let verdict = judge(arrival, machine, batch, decisions, isThorough: isThorough)
        let isWithdrawal = batch.flags[row] & TransactionBatch.Flag.withdrawal != 0
        let (newBalance, overflow) = arrival.balance.addingReportingOverflow(
            isWithdrawal ? -arrival.amount : arrival.amount)
        settle(arrival, verdict, balanceOverflows: overflow, decisions)
        try apply(arrival, newBalance: newBalance, machine, batch, decisions)
    }

    /// Makes the decision: the first failing decline or ignore decides.
    private func settle(
        _ arrival: Arrival, _ verdict: Verdict, balanceOverflows: Bool, _ decisions: DecisionBatch
    ) {
        let row = arrival.row
        if verdict.decisive >= 0 {
            let judgement = decisions.judgements[verdict.decisive]
            let outcome = program.steps[Int(judgement.step)].outcome(judgement.cause)
            decisions.decline(
                row, as: outcome == .ignore ? .ignored : .declined, rule: judgement.rule, cause: judgement.cause)
        } else if balanceOverflows {
            decisions.decline(row, rule: Fact.balanceRule, cause: .arithmetic)
        } else {
            decisions.kinds[row] = verdict.isFlagged ? .reviewed : .accepted
            if verdict.failures == 0 { return }
        }
        // What only flags or is noted belongs to an accepted transaction's event whoever listens.
        guard recordedFacts != .ofAccepted || decisions.kinds[row].isAccepted else { return }
        record(verdict, arrival, balanceOverflows: balanceOverflows && verdict.decisive < 0, decisions)
    }

    /// Records the failures of a judged row that are to be recorded.
    func record(_ verdict: Verdict, _ arrival: Arrival, balanceOverflows: Bool, _ decisions: DecisionBatch) {
        let leavesOut = recordedFacts == .decisive && !decisions.kinds[arrival.row].isAccepted
        for failure in 0..<verdict.failures {
            let place = Int(decisions.failed[failure])
            if leavesOut && place != verdict.decisive { continue }
            let judgement = decisions.judgements[place]
            decisions.append(
                judgement.fact(
                    row: arrival.row, isDecisive: place == verdict.decisive,
                    isShadow: program.steps[Int(judgement.step)].isShadow, balance: arrival.balance))
        }
        if balanceOverflows {
            decisions.append(.balanceOverflow(row: arrival.row, balance: arrival.balance, amount: arrival.amount))
        }
    }

    /// Changes the state as the row's decision says. Total: it can't refuse.
    private func apply(
        _ arrival: Arrival, newBalance: Int64, _ machine: Machine, _ batch: TransactionBatch,
        _ decisions: DecisionBatch
    ) throws(CriticalError) {
        let kind = decisions.kinds[arrival.row]
        let plan = program.plans[Int(decisions.classes[arrival.row])]
        if kind == .ignored || (!kind.isAccepted && !plan.actsOnDeclines) { return }
        if plan.letCount > 0 {
            // Before anything is counted: what is added is computed by the state before the row.
            measureLets(plan, kind, arrival, machine, batch, decisions)
            try countLets(plan, arrival, batch, decisions)
        }
        let steps = program.steps
        let records = self.records
        let first = Int(plan.start)
        let end = first &+ Int(plan.count)
        let pending = decisions.pending
        let isAccepted = kind.isAccepted
        var index = first
        while index < end {
            let step = steps[index]
            let place = index &- first
            index &+= 1
            switch step.shape {
            case .covered, .settled, .repeated: continue
            case .plainLimit:
                guard isAccepted else { continue }
                let after = pending[place]
                guard after.window != 0 else { continue }
                PlainCell(words: records, record: arrival.record, step).store(after.total, of: after.window)
            case .general, .rollingLimit:
                if step.kind == .require { continue }
                try applyGenerally(place, index &- 1, kind, arrival, batch, decisions)
            }
        }
        if kind.isAccepted { records[arrival.record] = newBalance }
    }

    private func applyGenerally(
        _ place: Int, _ stepIndex: Int, _ kind: DecisionKind, _ arrival: Arrival, _ batch: TransactionBatch,
        _ decisions: DecisionBatch
    ) throws(CriticalError) {
        let step = program.steps[stepIndex]
        switch step.kind {
        case .require: return
        case .unique:
            // A rule whose `where` could not be computed does not know whether it is about the transaction.
            guard !program.resolvedAhead, decisions.judgements[place].isRelevant else { return }
            try memories[Int(step.index)].rememberKey(arrival.row, of: batch)
        case .limit:
            let counter = program.counters[Int(step.index)]
            guard counter.counted.includes(kind), !counter.isShared else { return }
            let isCounted = try count(decisions.pending[place], in: counter, arrival, batch, decisions)
            decisions.judgements[place].canCount = isCounted
        }
    }
}
