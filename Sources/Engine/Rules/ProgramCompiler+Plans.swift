internal import RulesDSL

extension ProgramCompiler {
    /// The aggregates that computing an expression may read.
    func reads(_ expression: CheckedExpression?) -> Set<Int> { parts.policy.aggregates(readBy: expression) }

    /// The aggregates of `let`s that some rule may read, or a count of another one that is needed.
    var neededAggregates: Set<Int> {
        var needed: Set<Int> = []
        for rule in parts.policy.rules { needed.formUnion(parts.policy.aggregates(readBy: rule)) }
        // Each reads only those before it.
        for (index, named) in parts.policy.aggregates.enumerated().reversed() where needed.contains(index) {
            needed.formUnion(reads(named.filter).union(reads(named.aggregate.expression)))
        }
        return needed
    }

    /// Makes the plan of every class.
    mutating func makePlans() {
        for classNumber in 0..<(2 << parts.predicates.count) {
            let start = parts.steps.count
            var plan = Plan(start: Int32(start), firstLet: Int32(parts.letSteps.count))
            var reads: Set<Int> = []
            for (each, pattern) in steps where pattern.matches(classNumber) {
                var step = each
                step.holds = classNumber & pattern.condition != 0
                parts.steps.append(step)
                reads.formUnion(pattern.reads)
                plan.isPlain = plan.isPlain && step.isPlain
                plan.actsOnDeclines = plan.actsOnDeclines || step.actsOnDeclines
                if step.kind == .limit { use(parts.counters[Int(step.index)], in: &plan) }
            }
            addLets(classNumber, reads, to: &plan)
            plan.count = Int32(parts.steps.count - start)
            parts.plans.append(plan)
        }
    }

    private mutating func addLets(_ classNumber: Int, _ readByRules: Set<Int>, to plan: inout Plan) {
        let counts = letCounts.map { $0.pattern.matches(classNumber) }
        let reads = letCounts.indices.reduce(into: readByRules) { reads, index in
            if counts[index] { reads.formUnion(letCounts[index].pattern.reads) }
        }
        for index in letCounts.indices where counts[index] || reads.contains(index) {
            parts.letSteps.append(
                LetStep(
                    index: Int32(index), isRead: reads.contains(index), isCounted: counts[index],
                    filter: letCounts[index].filter))
            plan.letCount += 1
            plan.isPlain = false
            let counter = parts.counters[index]
            plan.actsOnDeclines = plan.actsOnDeclines || (counts[index] && counter.counted != .accepted)
            use(counter, in: &plan)
        }
    }

    private func use(_ counter: Counter, in plan: inout Plan) {
        if case .key(let key) = counter.scope { plan.keys |= .bit(of: Int(key)) }
        if case .key(let key) = counter.addend { plan.keys |= .bit(of: Int(key)) }
        switch counter.place {
        case .record:
            for word in [counter.index, counter.windowHalf / 2] {
                plan.recordLines |= 1 << UInt64(Int(word) / Program.wordsOfLine)
            }
        case .shared: break
        case .cells: plan.cells |= .bit(of: Int(counter.index))
        }
    }
}
