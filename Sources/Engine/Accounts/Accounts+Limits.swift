internal import RulesDSL

extension Accounts {
    /// Judges a limit that is about the row, but for being exempt: what it adds, and what would be stored.
    func measure(
        _ counter: Counter, _ judgement: inout Judgement, _ place: Int, _ arrival: Arrival, _ machine: Machine,
        _ input: MachineInput, _ decisions: DecisionBatch
    ) -> Result<Int64, EvaluationFailure> {
        let added = addition(to: counter, arrival, machine, input, decisions)
        judgement.window = window(of: counter, arrival, decisions)
        judgement.second = arrival.time
        if case .success(let added) = added {
            decisions.pending[place] = pending(counter, adding: added, arrival, decisions)
            judgement.canCount = decisions.pending[place].window != 0
            judgement.contribution = added
        }
        return added
    }

    /// Compares what a limit's cell holds, and with it what the row adds, with the bound.
    func checkLimit(
        _ step: Step, _ counter: Counter, adding added: Result<Int64, EvaluationFailure>,
        _ judgement: inout Judgement, _ arrival: Arrival, _ machine: Machine, _ input: MachineInput,
        _ decisions: DecisionBatch
    ) throws(EvaluationFailure) {
        if counter.place == .cells {
            return try checkCells(step, counter, adding: added, &judgement, arrival, machine, input, decisions)
        }
        let cell = plainCell(of: counter, arrival)
        judgement.used = cell.content(of: judgement.window)
        if cell.isClosed(judgement.window) { return judgement.fail(.tooLate) }
        judgement.total = judgement.used
        // Of those declined there are only earlier ones.
        if counter.counted != .declined {
            judgement.added = try added.get()
            let (total, overflow) = judgement.used.addingReportingOverflow(judgement.added)
            judgement.total = total
            if overflow { return judgement.fail(.arithmetic) }
        }
        judgement.bound = try bound(of: step, machine, input)
        judgement.cause = .limit
        if judgement.total > judgement.bound { judgement.finding = .failed }
    }

    private func bound(of step: Step, _ machine: Machine, _ input: MachineInput) throws(EvaluationFailure) -> Int64 {
        guard let code = step.boundCode else { return step.bound }
        return try machine.value(of: code, input)
    }

    private func checkCells(
        _ step: Step, _ counter: Counter, adding added: Result<Int64, EvaluationFailure>,
        _ judgement: inout Judgement, _ arrival: Arrival, _ machine: Machine, _ input: MachineInput,
        _ decisions: DecisionBatch
    ) throws(EvaluationFailure) {
        let cells = self.cells[Int(counter.index)]
        let cell = cell(of: counter.scope, arrival.row, input.batch, decisions)
        let moment = moment(of: counter, arrival, decisions)
        let bound: Result<Int64, EvaluationFailure>
        // A window that is closed or does not fit fails before a bound that can't be computed.
        let limit: Int64
        do throws(EvaluationFailure) {
            let value = try self.bound(of: step, machine, input)
            bound = .success(value)
            limit = counter.unit == 1 ? value : value.floorDivided(by: counter.unit)
        } catch {
            bound = .failure(error)
            limit = .min
        }
        let found: Measurement
        if counter.counted == .declined {
            found = cells.measureEarlier(cell, at: moment, atMost: limit)
        } else {
            guard case .success(let value) = added else {
                if cells.value(of: cell, at: moment) == .closed { return judgement.fail(.tooLate) }
                judgement.added = try added.get()
                return
            }
            judgement.added = counter.addsIdentity ? 0 : value
            found =
                counter.asksCount
                ? cells.measureCount(cell, at: moment, atMost: limit)
                : cells.measure(cell, at: moment, adding: value, atMost: limit)
        }
        try note(found, counter, bound, &judgement)
    }

    private func note(
        _ found: Measurement, _ counter: Counter, _ bound: Result<Int64, EvaluationFailure>,
        _ judgement: inout Judgement
    ) throws(EvaluationFailure) {
        judgement.second = found.second
        switch found.finding {
        case .closed: judgement.fail(.tooLate)
        case .overflow: judgement.fail(.arithmetic)
        case .within, .exceeded:
            judgement.isFirst = found.used == nil
            judgement.used = (found.used ?? 0) * counter.unit
            judgement.total = (found.total ?? 0) * counter.unit
            // A value adds one where it is new, and nothing else.
            if counter.addsIdentity { judgement.added = judgement.total - judgement.used }
            judgement.bound = try bound.get()
            judgement.cause = .limit
            if found.finding == .exceeded { judgement.finding = .failed }
        }
    }
}
