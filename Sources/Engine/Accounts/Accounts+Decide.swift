extension Accounts {
    /// Decides the rows of a batch, in order, and applies each decision before the next one is made.
    ///
    /// The batch must be classified, its customers numbered (`customers` is how many there are so far), and where the
    /// program resolves repeats ahead, those found.
    ///
    /// - Complexity: Constant for each row in the length of history and the number of customers.
    package func decide(
        _ batch: TransactionBatch, into decisions: DecisionBatch, customers: Int
    ) throws(CriticalError) {
        try makeRoom(for: customers)
        decisions.clearFacts()
        var start = 0
        while start < batch.count {
            let end = min(start + CustomerDirectory.batch, batch.count)
            prefetch(start..<end, batch)
            try decide(start..<end, batch, decisions)
            start = end
        }
    }

    private func decide(
        _ rows: Range<Int>, _ batch: TransactionBatch, _ decisions: DecisionBatch
    ) throws(CriticalError) {
        let plans = program.plans
        let classes = decisions.classes
        let kinds = decisions.kinds
        for row in rows {
            let plan = plans[Int(classes[row])]
            guard plan.isPlain else {
                try decideFully(row, batch, decisions)
                continue
            }
            if decidePlainly(row, plan, batch, decisions) {
                kinds[row] = .accepted
            } else if recordsAllFacts {
                recordPlainly(row, plan, batch, decisions)
            }
        }
    }

    /// Decides a row whose steps are all of the plain shapes; applies the decision if it accepts.
    @inline(__always)
    private func decidePlainly(
        _ row: Int, _ plan: Plan, _ batch: TransactionBatch, _ decisions: DecisionBatch
    ) -> Bool {
        let steps = program.steps
        let records = self.records
        let windows = decisions.windows
        let pending = decisions.pending
        let rowCapacity = decisions.rowCapacity
        let record = Int(batch.customerNumbers[row]) * recordStride
        let amount = batch.amounts[row]
        let balance = records[record]
        let first = Int(plan.start)
        let end = first + Int(plan.count)
        var index = first
        while index < end {
            let step = steps[index]
            if step.shape == .plainLimit {
                let window = Int64(windows[Int(step.window) * rowCapacity + row])
                let cell = record + Int(step.cell)
                let current = records[cell]
                if window < current { return decisions.decline(row, rule: step.rule, cause: .tooLate) }
                let used = window == current ? records[cell + 1] : 0
                let (total, overflow) = used.addingReportingOverflow(step.addsAmount ? amount : step.addend)
                if overflow { return decisions.decline(row, rule: step.rule, cause: .arithmetic) }
                if total > step.bound { return decisions.decline(row, rule: step.rule, cause: .limit) }
                pending[index - first] = total
            } else if step.shape == .repeated {
                if decisions.repeats[row] != 0 {
                    let kind: DecisionKind = step.outcome == .ignore ? .ignored : .declined
                    return decisions.decline(row, as: kind, rule: step.rule, cause: .duplicate)
                }
            } else if balance < amount {
                return decisions.decline(row, rule: step.rule, cause: .condition)
            }
            index += 1
        }
        let isWithdrawal = batch.flags[row] & TransactionBatch.Flag.withdrawal != 0
        let (newBalance, overflow) = balance.addingReportingOverflow(isWithdrawal ? -amount : amount)
        if overflow { return decisions.decline(row, rule: Fact.balanceRule, cause: .arithmetic) }
        index = first
        while index < end {
            let step = steps[index]
            if step.shape == .plainLimit {
                let cell = record + Int(step.cell)
                records[cell] = Int64(windows[Int(step.window) * rowCapacity + row])
                records[cell + 1] = pending[index - first]
            }
            index += 1
        }
        records[record] = newBalance
        return true
    }

    /// Records every failure of a row that `decidePlainly` declined: the state is still that before it.
    private func recordPlainly(
        _ row: Int, _ plan: Plan, _ batch: TransactionBatch, _ decisions: DecisionBatch
    ) {
        let record = Int(batch.customerNumbers[row]) * recordStride
        let amount = batch.amounts[row]
        let balance = records[record]
        let decisive = decisions.rules[row]
        for index in Int(plan.start)..<Int(plan.start) + Int(plan.count) {
            let step = program.steps[index]
            var fact = Fact(
                row: UInt32(row), rule: step.rule, cause: .condition, isDecisive: step.rule == decisive, window: 0,
                used: balance, added: 0, bound: amount, balance: balance)
            switch step.shape {
            case .plainLimit: guard fail(step, record, amount, row, decisions, &fact) else { continue }
            case .repeated:
                guard decisions.repeats[row] != 0 else { continue }
                fact.cause = .duplicate
                fact.used = 0
                fact.bound = 0
            case .covered, .general: guard balance < amount else { continue }
            }
            decisions.append(fact)
        }
        if decisive == Fact.balanceRule {
            decisions.append(
                Fact(
                    row: UInt32(row), rule: decisive, cause: .arithmetic, isDecisive: true, window: 0, used: balance,
                    added: amount, bound: 0, balance: balance))
        }
    }

    /// Whether a plain limit fails; the fact then says why and with which numbers.
    private func fail(
        _ step: Step, _ record: Int, _ amount: Int64, _ row: Int, _ decisions: DecisionBatch, _ fact: inout Fact
    ) -> Bool {
        let cell = record + Int(step.cell)
        fact.window = decisions.windows[Int(step.window) * decisions.rowCapacity + row]
        fact.used = Int64(fact.window) == records[cell] ? records[cell + 1] : 0
        fact.added = step.addsAmount ? amount : step.addend
        fact.bound = 0
        let (total, overflow) = fact.used.addingReportingOverflow(fact.added)
        if Int64(fact.window) < records[cell] {
            fact.cause = .tooLate
        } else if overflow {
            fact.cause = .arithmetic
        } else {
            fact.cause = .limit
            fact.bound = step.bound
            return total > step.bound
        }
        return true
    }
}

extension DecisionBatch {
    @inline(__always)
    @discardableResult
    func decline(_ row: Int, as kind: DecisionKind = .declined, rule: Int32, cause: Cause) -> Bool {
        kinds[row] = kind
        rules[row] = rule
        causes[row] = cause
        return false
    }
}
