internal import RulesDSL

extension Accounts {
    /// Where a counter's plain cell stands.
    @inline(__always)
    func plainCell(of counter: Counter, _ arrival: Arrival) -> PlainCell {
        counter.place == .shared
            ? PlainCell(words: shared, record: 0, windowHalf: counter.windowHalf, word: counter.index)
            : PlainCell(words: records, record: arrival.record, windowHalf: counter.windowHalf, word: counter.index)
    }

    /// The number of the row's window, with its bias; 1 for a rolling one, which has none.
    @inline(__always)
    func window(of counter: Counter, _ arrival: Arrival, _ decisions: DecisionBatch) -> Int32 {
        counter.window < 0 ? 1 : decisions.windows[Int(counter.window) * decisions.rowCapacity + arrival.row]
    }

    /// When the row happens, as the cells of a counter see it.
    func moment(of counter: Counter, _ arrival: Arrival, _ decisions: DecisionBatch) -> Moment {
        let window = window(of: counter, arrival, decisions)
        guard counter.needsWindowEnd else { return Moment(time: arrival.time, window: window) }
        return Moment(
            time: arrival.time, window: window, windowEnd: end(ofWindow: Int(counter.window), Int64(window)))
    }

    /// The first second behind a window. Most transactions lie in the window of the one before.
    private func end(ofWindow index: Int, _ number: Int64) -> Int64 {
        if windowEnds[index * 2] != number {
            windowEnds[index * 2] = number
            windowEnds[index * 2 + 1] = program.calendar.end(
                of: program.windows[index], number: number - Int64(Program.windowBias))
        }
        return windowEnds[index * 2 + 1]
    }

    /// What the row adds to a counter, in the unit of its type, or the number of a value.
    func addition(
        to counter: Counter, _ arrival: Arrival, _ machine: Machine, _ input: MachineInput, _ decisions: DecisionBatch
    ) -> Result<Int64, EvaluationFailure> {
        switch counter.addend {
        case .amount: return .success(arrival.amount)
        case .constant(let value): return .success(value)
        case .customer: return .success(Int64(input.batch.customerNumbers[arrival.row]))
        case .key(let key):
            return .success(Int64(decisions.keyNumbers[Int(key) * decisions.rowCapacity + arrival.row]))
        case .computed(let code):
            do throws(EvaluationFailure) {
                return .success(try machine.value(of: code, input))
            } catch {
                return .failure(error)
            }
        }
    }

    // MARK: The aggregates of `let`s

    /// Finds what the `let`s are that the row's rules may read.
    func readLets(_ plan: Plan, _ arrival: Arrival, _ batch: TransactionBatch, _ decisions: DecisionBatch) {
        for place in 0..<Int(plan.letCount) {
            let step = program.letSteps[Int(plan.firstLet) + place]
            guard step.isRead else { continue }
            let counter = program.counters[Int(step.index)]
            decisions.memory.aggregates[Int(step.index)] = value(of: counter, arrival, batch, decisions)
        }
    }

    private func value(
        of counter: Counter, _ arrival: Arrival, _ batch: TransactionBatch, _ decisions: DecisionBatch
    ) -> AggregateValue {
        guard counter.place == .cells else {
            let cell = plainCell(of: counter, arrival)
            let window = window(of: counter, arrival, decisions)
            return cell.isClosed(window) ? .closed : .value(cell.content(of: window))
        }
        let cell = cell(of: counter.scope, arrival.row, batch, decisions)
        let found = cells[Int(counter.index)].value(of: cell, at: moment(of: counter, arrival, decisions))
        guard case .value(let value) = found else { return found }
        return .value(value * counter.unit)
    }

    /// Finds what the row adds to the `let`s that count it, by the state before it.
    func measureLets(
        _ plan: Plan, _ kind: DecisionKind, _ arrival: Arrival, _ machine: Machine, _ batch: TransactionBatch,
        _ decisions: DecisionBatch
    ) {
        let input = MachineInput(batch: batch, row: arrival.row, balance: arrival.balance)
        for place in 0..<Int(plan.letCount) {
            let step = program.letSteps[Int(plan.firstLet) + place]
            let counter = program.counters[Int(step.index)]
            decisions.pendingLets[place] = .nothing
            guard step.isCounted, counter.counted.includes(kind), holds(step.filter, machine, input),
                case .success(let added) = addition(to: counter, arrival, machine, input, decisions)
            else { continue }
            decisions.pendingLets[place] = pending(counter, adding: added, arrival, decisions)
        }
    }

    /// Counts the row as `measureLets` found, and leaves nothing pending where it is not counted.
    func countLets(
        _ plan: Plan, _ arrival: Arrival, _ batch: TransactionBatch, _ decisions: DecisionBatch
    ) throws(CriticalError) {
        for place in 0..<Int(plan.letCount) {
            let step = program.letSteps[Int(plan.firstLet) + place]
            let counter = program.counters[Int(step.index)]
            let isCounted = try count(decisions.pendingLets[place], in: counter, arrival, batch, decisions)
            if !isCounted { decisions.pendingLets[place] = .nothing }
        }
    }

    /// A `where` that can't be computed chooses nothing.
    private func holds(_ filter: Code?, _ machine: Machine, _ input: MachineInput) -> Bool {
        guard let filter else { return true }
        return (try? machine.value(of: filter, input)) == 1
    }

    /// What a counter will take: nothing where its plain cell is closed or the sum does not fit. Other cells look at
    /// that themselves.
    func pending(_ counter: Counter, adding added: Int64, _ arrival: Arrival, _ decisions: DecisionBatch) -> Pending {
        guard counter.place != .cells else { return Pending(window: 1, total: added) }
        let cell = plainCell(of: counter, arrival)
        let window = window(of: counter, arrival, decisions)
        let (total, overflow) = cell.content(of: window).addingReportingOverflow(added)
        return cell.isClosed(window) || overflow ? .nothing : Pending(window: window, total: total)
    }

    /// Counts a row; the answer is whether it was counted.
    func count(
        _ pending: Pending, in counter: Counter, _ arrival: Arrival, _ batch: TransactionBatch,
        _ decisions: DecisionBatch
    ) throws(CriticalError) -> Bool {
        guard pending.window != 0 else { return false }
        if counter.place == .cells {
            let cell = cell(of: counter.scope, arrival.row, batch, decisions)
            return try cells[Int(counter.index)].add(cell, at: moment(of: counter, arrival, decisions), pending.total)
        }
        plainCell(of: counter, arrival).store(pending.total, of: pending.window)
        return true
    }
}
