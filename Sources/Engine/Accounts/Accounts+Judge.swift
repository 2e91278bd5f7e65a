extension Accounts {
    /// Decides a row by judging every rule, records what failed, and applies the decision.
    func decideFully(_ row: Int, _ batch: TransactionBatch, _ decisions: DecisionBatch) throws(CriticalError) {
        let count = judge(row, batch, decisions)
        let balance = self.balance(of: batch.customerNumbers[row])
        settle(row, count, balance, batch, decisions)
        try apply(row, judged: count, batch, decisions)
    }

    /// Judges every rule of the row's plan by the state before it; changes no state. The answer is the number of
    /// `judgements`.
    package func judge(_ row: Int, _ batch: TransactionBatch, _ decisions: DecisionBatch) -> Int {
        let plan = program.plans[Int(decisions.classes[row])]
        let machine = Machine(program, decisions.memory)
        let input = MachineInput(batch: batch, row: row, balance: balance(of: batch.customerNumbers[row]))
        for index in 0..<Int(plan.count) {
            let step = program.steps[Int(plan.start) + index]
            decisions.judgements[index] = judge(step, machine, input, decisions)
        }
        return Int(plan.count)
    }

    private func judge(
        _ step: Step, _ machine: Machine, _ input: MachineInput, _ decisions: DecisionBatch
    ) -> Judgement {
        var judgement = Judgement(step)
        if let filter = step.filter {
            guard let holds = try? machine.value(of: filter, input) else {
                judgement.finding = .failed
                judgement.cause = .arithmetic
                return judgement
            }
            if holds == 0 { return judgement }
        }
        judgement.isRelevant = true
        judgement.finding = .passed
        if step.kind == .limit { measure(&judgement, machine, input, decisions) }
        if let exemption = step.exemption {
            guard let holds = try? machine.value(of: exemption, input) else {
                judgement.finding = .failed
                judgement.cause = .arithmetic
                return judgement
            }
            if holds != 0 {
                judgement.finding = .exempt
                return judgement
            }
        }
        check(&judgement, machine, input, decisions)
        return judgement
    }

    /// Finds what the row's window holds and what the row adds, as far as that can be computed.
    private func measure(
        _ judgement: inout Judgement, _ machine: Machine, _ input: MachineInput, _ decisions: DecisionBatch
    ) {
        let step = judgement.step
        judgement.window = decisions.windows[Int(step.window) * decisions.rowCapacity + input.row]
        let (cells, cell) = place(of: step, input)
        let current = cells[cell]
        let window = Int64(judgement.window)
        judgement.used = window == current ? cells[cell + 1] : 0
        var added: Int64? = step.addsAmount ? input.batch.amounts[input.row] : step.addend
        if let measure = step.measure { added = try? machine.value(of: measure, input) }
        judgement.added = added ?? 0
        let isOpen = window >= current
        let fits = added.map { !judgement.used.addingReportingOverflow($0).overflow } ?? false
        judgement.canCount = isOpen && fits
        judgement.cause = !isOpen ? .tooLate : !fits ? .arithmetic : .limit
    }

    private func place(of step: Step, _ input: MachineInput) -> (cells: Column<Int64>, cell: Int) {
        step.isShared
            ? (shared, Int(step.cell))
            : (records, Int(input.batch.customerNumbers[input.row]) * recordStride + Int(step.cell))
    }

    private func check(
        _ judgement: inout Judgement, _ machine: Machine, _ input: MachineInput, _ decisions: DecisionBatch
    ) {
        switch judgement.step.kind {
        case .unique: checkKey(&judgement, input, decisions)
        case .limit: checkLimit(&judgement, machine, input)
        case .require: checkCondition(&judgement, machine, input)
        }
    }

    private func checkKey(_ judgement: inout Judgement, _ input: MachineInput, _ decisions: DecisionBatch) {
        let isRepeat =
            program.resolvedAhead
            ? decisions.repeats[input.row] != 0
            : memories[Int(judgement.step.unique)].contains(input.row, of: input.batch)
        if isRepeat {
            judgement.finding = .failed
            judgement.cause = .duplicate
        }
    }

    private func checkLimit(_ judgement: inout Judgement, _ machine: Machine, _ input: MachineInput) {
        guard judgement.canCount else {
            judgement.finding = .failed
            return
        }
        if let code = judgement.step.boundCode {
            guard let bound = try? machine.value(of: code, input) else {
                judgement.finding = .failed
                judgement.cause = .arithmetic
                return
            }
            judgement.bound = bound
        } else {
            judgement.bound = judgement.step.bound
        }
        if judgement.used + judgement.added > judgement.bound {
            judgement.finding = .failed
        }
    }

    private func checkCondition(_ judgement: inout Judgement, _ machine: Machine, _ input: MachineInput) {
        let step = judgement.step
        judgement.cause = .condition
        if let left = step.left, let right = step.right,
            let leftValue = try? machine.value(of: left, input), let rightValue = try? machine.value(of: right, input)
        {
            judgement.used = leftValue
            judgement.bound = rightValue
        }
        guard let condition = step.condition else { return }
        guard let holds = try? machine.value(of: condition, input) else {
            judgement.finding = .failed
            judgement.cause = .arithmetic
            return
        }
        if holds == 0 { judgement.finding = .failed }
    }

    /// Makes the decision from the judgements: the first failing decline or ignore decides.
    private func settle(
        _ row: Int, _ count: Int, _ balance: Int64, _ batch: TransactionBatch, _ decisions: DecisionBatch
    ) {
        let judgements = decisions.judgements
        var decisive: Int?
        var isFlagged = false
        for index in 0..<count where judgements[index].finding == .failed {
            if judgements[index].outcome == .review {
                isFlagged = true
            } else if decisive == nil {
                decisive = index
            }
        }
        let overflows = decisive == nil && newBalance(row, balance, batch) == nil
        if let decisive {
            let judgement = judgements[decisive]
            decisions.decline(
                row, as: judgement.outcome == .ignore ? .ignored : .declined, rule: judgement.step.rule,
                cause: judgement.cause)
        } else if overflows {
            decisions.decline(row, rule: Fact.balanceRule, cause: .arithmetic)
        } else {
            decisions.kinds[row] = isFlagged ? .reviewed : .accepted
        }
        guard recordsAllFacts || decisions.kinds[row] == .reviewed else { return }
        for index in 0..<count where judgements[index].finding == .failed {
            decisions.append(judgements[index].fact(row: row, isDecisive: index == decisive, balance: balance))
        }
        if overflows {
            decisions.append(
                Fact(
                    row: UInt32(row), rule: Fact.balanceRule, cause: .arithmetic, isDecisive: true, window: 0,
                    used: balance, added: batch.amounts[row], bound: 0, balance: balance))
        }
    }

    /// The balance after the row, or nil where it does not fit.
    private func newBalance(_ row: Int, _ balance: Int64, _ batch: TransactionBatch) -> Int64? {
        let amount = batch.kind(of: row) == .withdrawal ? -batch.amounts[row] : batch.amounts[row]
        let (sum, overflow) = balance.addingReportingOverflow(amount)
        return overflow ? nil : sum
    }

    /// Changes the state as the row's decision says. Total: it can't refuse.
    private func apply(
        _ row: Int, judged count: Int, _ batch: TransactionBatch, _ decisions: DecisionBatch
    ) throws(CriticalError) {
        let kind = decisions.kinds[row]
        if kind == .ignored { return }
        for index in 0..<count {
            let judgement = decisions.judgements[index]
            // A rule whose `where` could not be computed does not know whether it counts the transaction.
            guard judgement.isRelevant else { continue }
            let step = judgement.step
            switch step.kind {
            case .unique:
                if !program.resolvedAhead { try memories[Int(step.unique)].remember(row, of: batch) }
            case .limit:
                guard judgement.canCount, kind.isAccepted || step.countsAttempts else { continue }
                let (cells, cell) = place(of: step, MachineInput(batch: batch, row: row, balance: 0))
                cells[cell] = Int64(judgement.window)
                cells[cell + 1] = judgement.used + judgement.added
            case .require:
                continue
            }
        }
        if kind.isAccepted {
            let record = Int(batch.customerNumbers[row]) * recordStride
            records[record] = newBalance(row, records[record], batch) ?? records[record]
        }
    }
}
