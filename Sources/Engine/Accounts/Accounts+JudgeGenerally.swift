extension Accounts {
    /// Judges a step that has no shape of its own. The judgement and what a limit would store stand at `place`.
    func judgeGenerally(
        _ place: Int, _ stepIndex: Int, _ arrival: Arrival, _ machine: Machine, _ batch: TransactionBatch,
        _ decisions: DecisionBatch, isThorough: Bool
    ) {
        let input = MachineInput(batch: batch, row: arrival.row, balance: arrival.balance)
        var judgement = Judgement(rule: program.steps[stepIndex].rule, step: Int32(stepIndex))
        decisions.pending[place].window = 0
        do throws(EvaluationFailure) {
            if try isRelevant(stepIndex, machine, input) {
                judgement.isRelevant = true
                judgement.finding = .passed
                if program.steps[stepIndex].kind == .limit {
                    measure(stepIndex, &judgement, arrival, machine, input, decisions)
                    if judgement.canCount {
                        decisions.pending[place] = Pending(window: Int64(judgement.window), total: judgement.total)
                    }
                }
                if try isExempt(stepIndex, machine, input) {
                    judgement.finding = .exempt
                } else {
                    try check(stepIndex, &judgement, machine, input, decisions, isThorough: isThorough)
                }
            }
        } catch {
            judgement.fail(error.cause)
        }
        decisions.judgements[place] = judgement
    }

    private func isRelevant(
        _ stepIndex: Int, _ machine: Machine, _ input: MachineInput
    ) throws(EvaluationFailure) -> Bool {
        guard let filter = program.steps[stepIndex].filter else { return true }
        return try machine.value(of: filter, input) != 0
    }

    /// Whether the step counts the transaction without checking it: it is outside of its dates, or its `unless` holds.
    private func isExempt(
        _ stepIndex: Int, _ machine: Machine, _ input: MachineInput
    ) throws(EvaluationFailure) -> Bool {
        let step = program.steps[stepIndex]
        let time = input.batch.times[input.row]
        if time < step.activeFrom || time >= step.activeUntil { return true }
        guard let exemption = step.exemption else { return false }
        return try machine.value(of: exemption, input) != 0
    }

    /// Finds what the row's window holds and what the row adds, as far as that can be computed. Where the row can't be
    /// counted, `cause` says why.
    private func measure(
        _ stepIndex: Int, _ judgement: inout Judgement, _ arrival: Arrival, _ machine: Machine, _ input: MachineInput,
        _ decisions: DecisionBatch
    ) {
        let step = program.steps[stepIndex]
        let window = decisions.windows[Int(step.window) * decisions.rowCapacity + arrival.row]
        let (cells, cell) = cell(of: step, arrival)
        let current = cells[cell]
        judgement.window = window
        judgement.used = Int64(window) == current ? cells[cell + 1] : 0
        do throws(EvaluationFailure) {
            if let measure = step.measure {
                judgement.added = try machine.value(of: measure, input)
            } else {
                judgement.added = step.addsAmount ? arrival.amount : step.addend
            }
            let (total, overflow) = judgement.used.addingReportingOverflow(judgement.added)
            judgement.total = total
            judgement.cause = .arithmetic
            judgement.canCount = Int64(window) >= current && !overflow
        } catch {
            judgement.cause = error.cause
        }
        if Int64(window) < current { judgement.cause = .tooLate }
    }

    /// Where a limit's plain cell stands.
    @inline(__always)
    func cell(of step: Step, _ arrival: Arrival) -> (cells: Column<Int64>, cell: Int) {
        switch step.place {
        case .record: (records, arrival.record + Int(step.cell))
        case .shared: (shared, Int(step.cell))
        }
    }

    private func check(
        _ stepIndex: Int, _ judgement: inout Judgement, _ machine: Machine, _ input: MachineInput,
        _ decisions: DecisionBatch, isThorough: Bool
    ) throws(EvaluationFailure) {
        switch program.steps[stepIndex].kind {
        case .unique: checkKey(stepIndex, &judgement, input, decisions)
        case .limit: try checkLimit(stepIndex, &judgement, machine, input)
        case .require: try checkCondition(stepIndex, &judgement, machine, input, isThorough: isThorough)
        }
    }

    private func checkKey(
        _ stepIndex: Int, _ judgement: inout Judgement, _ input: MachineInput, _ decisions: DecisionBatch
    ) {
        let isRepeat =
            program.resolvedAhead
            ? decisions.repeats[input.row] != 0
            : memories[Int(program.steps[stepIndex].unique)].contains(input.row, of: input.batch)
        if isRepeat { judgement.fail(.duplicate) }
    }

    private func checkLimit(
        _ stepIndex: Int, _ judgement: inout Judgement, _ machine: Machine, _ input: MachineInput
    ) throws(EvaluationFailure) {
        // `measure` left the cause.
        guard judgement.canCount else { return judgement.fail(judgement.cause) }
        let step = program.steps[stepIndex]
        judgement.bound = step.bound
        if let code = step.boundCode { judgement.bound = try machine.value(of: code, input) }
        judgement.cause = .limit
        if judgement.total > judgement.bound { judgement.finding = .failed }
    }

    private func checkCondition(
        _ stepIndex: Int, _ judgement: inout Judgement, _ machine: Machine, _ input: MachineInput, isThorough: Bool
    ) throws(EvaluationFailure) {
        let step = program.steps[stepIndex]
        guard let condition = step.condition else { return }
        let holds = try machine.value(of: condition, input) != 0
        if !holds { judgement.fail(.condition) }
        guard isThorough || !holds, let left = step.left, let right = step.right else { return }
        judgement.used = try machine.value(of: left, input)
        judgement.total = judgement.used
        judgement.bound = try machine.value(of: right, input)
    }
}
