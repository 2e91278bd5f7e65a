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
        decisions.clearFacts()
        var start = 0
        while start < batch.count {
            let end = min(start + CustomerDirectory.batch, batch.count)
            try prepare(start..<end, batch, decisions, customers: customers)
            try decide(start..<end, batch, decisions)
            start = end
        }
    }

    private func decide(
        _ rows: Range<Int>, _ batch: TransactionBatch, _ decisions: DecisionBatch
    ) throws(CriticalError) {
        let plans = program.plans
        let classes = decisions.classes
        let machine = Machine(program, decisions.memory)
        let loop = PlainLoop(self, batch, decisions)
        let recordsDeclines = recordedFacts != .ofAccepted
        for row in rows {
            let place = Int(classes[row])
            let isPlain = plans[place].isPlain
            let steps = plans[place].places
            switch isPlain ? loop.decide(row, steps) : .undecided {
            case .accepted: break
            case .declined: if recordsDeclines { recordPlainly(row, machine, batch, decisions) }
            case .undecided: try decideFully(row, machine, batch, decisions, isThorough: false)
            }
        }
    }

    /// Records the failures of a row that the fast loop declined: the state is still that before it.
    @inline(never)
    private func recordPlainly(
        _ row: Int, _ machine: Machine, _ batch: TransactionBatch, _ decisions: DecisionBatch
    ) {
        let rule = decisions.rules[row]
        // Every step before the one that decided holds.
        let places = program.plans[Int(decisions.classes[row])].places
        let steps = program.steps
        var first = places.lowerBound
        while first < places.upperBound && steps[first].rule != rule { first += 1 }
        let end = recordedFacts == .all ? places.upperBound : min(first + 1, places.upperBound)
        let arrival = Arrival(row, batch, self)
        let verdict = judge(
            arrival, machine, batch, decisions, isThorough: false,
            steps: first - places.lowerBound..<end - places.lowerBound)
        record(verdict, arrival, balanceOverflows: rule == Fact.balanceRule, decisions)
    }
}

extension DecisionBatch {
    @inline(__always)
    func decline(_ row: Int, as kind: DecisionKind = .declined, rule: Int32, cause: Cause) {
        kinds[row] = kind
        rules[row] = rule
        causes[row] = cause
    }
}
