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
        let machine = Machine(program, decisions.memory)
        for row in rows {
            let plan = plans[Int(classes[row])]
            guard plan.isPlain else {
                try decideFully(row, machine, batch, decisions, isThorough: false)
                continue
            }
            if decidePlainly(row, plan, batch, decisions) {
                kinds[row] = .accepted
            } else if recordsAllFacts {
                recordPlainly(row, machine, batch, decisions)
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
                pending[index - first].total = total
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
                records[cell + 1] = pending[index - first].total
            }
            index += 1
        }
        records[record] = newBalance
        return true
    }

    /// Records every failure of a row that `decidePlainly` declined: the state is still that before it.
    private func recordPlainly(_ row: Int, _ machine: Machine, _ batch: TransactionBatch, _ decisions: DecisionBatch) {
        let arrival = Arrival(row, batch, self)
        let verdict = judge(arrival, machine, batch, decisions, isThorough: false)
        record(verdict, arrival, balanceOverflows: decisions.rules[row] == Fact.balanceRule, decisions)
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
