internal import RulesDSL

extension Accounts {
    /// Judges a step that has no shape of its own. The judgement and what a limit would store stand at `place`.
    func judgeGenerally(
        _ place: Int, _ stepIndex: Int, _ arrival: Arrival, _ machine: Machine, _ batch: TransactionBatch,
        _ decisions: DecisionBatch, isThorough: Bool
    ) {
        let input = MachineInput(batch: batch, row: arrival.row, balance: arrival.balance)
        var judgement = Judgement(rule: program.steps[stepIndex].rule, step: Int32(stepIndex))
        decisions.pending[place] = .nothing
        do throws(EvaluationFailure) {
            if try isRelevant(stepIndex, machine, input) {
                judgement.isRelevant = true
                judgement.finding = .passed
                switch program.steps[stepIndex].kind {
                case .unique: try judgeKey(stepIndex, &judgement, machine, input, decisions)
                case .limit: try judgeLimit(stepIndex, &judgement, place, arrival, machine, input, decisions)
                case .require: try judgeCondition(stepIndex, &judgement, machine, input, isThorough: isThorough)
                }
            }
        } catch {
            judgement.fail(error.cause)
            // It is the window of a `let` that is closed, not the limit's own.
            if error == .tooLate { judgement.window = 0 }
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

    private func judgeLimit(
        _ stepIndex: Int, _ judgement: inout Judgement, _ place: Int, _ arrival: Arrival, _ machine: Machine,
        _ input: MachineInput, _ decisions: DecisionBatch
    ) throws(EvaluationFailure) {
        let step = program.steps[stepIndex]
        let counter = program.counters[Int(step.index)]
        let added = measure(counter, &judgement, place, arrival, machine, input, decisions)
        if try isExempt(stepIndex, machine, input) { return judgement.finding = .exempt }
        try checkLimit(step, counter, adding: added, &judgement, arrival, machine, input, decisions)
    }

    private func judgeKey(
        _ stepIndex: Int, _ judgement: inout Judgement, _ machine: Machine, _ input: MachineInput,
        _ decisions: DecisionBatch
    ) throws(EvaluationFailure) {
        var found = KeyMemory.Finding()
        if program.resolvedAhead {
            found.isRepeat = input.batch.repeats[input.row] != 0
        } else {
            // Exempt or not, the key will be remembered.
            found = memories[Int(program.steps[stepIndex].index)].look(input.row, of: input.batch)
        }
        judgement.canCount = !found.isRepeat
        if try isExempt(stepIndex, machine, input) { return judgement.finding = .exempt }
        guard found.isRepeat else { return }
        judgement.differing = found.differing
        judgement.fail(found.differing == 0 ? .duplicate : .conflict)
    }

    private func judgeCondition(
        _ stepIndex: Int, _ judgement: inout Judgement, _ machine: Machine, _ input: MachineInput, isThorough: Bool
    ) throws(EvaluationFailure) {
        let step = program.steps[stepIndex]
        if try isExempt(stepIndex, machine, input) { return judgement.finding = .exempt }
        guard let condition = step.condition else { return }
        let holds = try machine.value(of: condition, input) != 0
        if !holds { judgement.fail(.condition) }
        guard isThorough || !holds else { return }
        guard let left = step.left, let right = step.right else {
            // What declines may be recorded by nobody.
            let isRead = isThorough || recordedFacts != .ofAccepted || step.isShadow || step.outcome == .review
            if !holds && isRead { try noteReason(of: Int(step.rule), &judgement, machine, input) }
            return
        }
        judgement.used = try machine.value(of: left, input)
        judgement.total = judgement.used
        judgement.bound = try machine.value(of: right, input)
    }

    /// Notes the first reason that a rule's condition fails, and the values that a fact records.
    @inline(never)
    private func noteReason(
        of rule: Int, _ judgement: inout Judgement, _ machine: Machine, _ input: MachineInput
    ) throws(EvaluationFailure) {
        guard let condition = program.rules[rule].condition,
            let found = condition.firstDecidingPart(machine, input)
        else { return }
        let reason = condition.parts[found.part].reason
        judgement.reason = Int32(program.firstReasons[rule] + reason + 1)
        for read in condition.reasons[reason].values {
            switch read.place {
            case .used: judgement.used = try machine.value(of: read.value.code, input)
            case .bound: judgement.bound = try machine.value(of: read.value.code, input)
            case .transaction, .nowhere: continue
            }
        }
        judgement.total = judgement.used
    }
}
