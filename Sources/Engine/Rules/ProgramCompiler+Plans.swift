internal import RulesDSL

extension ProgramCompiler {
    /// The aggregates that computing an expression may read, with those behind their `or VALUE`.
    func reads(_ expression: CheckedExpression?) -> Set<Int> {
        var found: Set<Int> = []
        guard let expression else { return found }
        expression.forEachAggregate { found.insert($0.index) }
        for index in found.sorted() { found.formUnion(reads(parts.policy.aggregates[index].fallback)) }
        return found
    }

    /// The aggregates of `let`s that some rule may read, or a count of another one that is needed.
    var neededAggregates: Set<Int> {
        var needed: Set<Int> = []
        for rule in parts.policy.rules {
            needed.formUnion(reads(rule.filter).union(reads(rule.exemption)))
            switch rule.check {
            case .unique: break
            case .limit(let aggregate, let bound):
                needed.formUnion(reads(aggregate.expression).union(reads(bound)))
            case .require(let condition): needed.formUnion(reads(condition))
            }
        }
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
        if counter.place == .cells { plan.cells |= .bit(of: Int(counter.index)) }
    }
}

extension CheckedExpression {
    /// Calls the body for every aggregate that stands in it.
    fileprivate func forEachAggregate(_ body: (AggregateIndex) -> Void) {
        switch kind {
        case .aggregate(let aggregate): body(aggregate)
        case .constant, .field, .lookup: break
        case .not(let operand), .negate(let operand), .member(let operand, _), .listed(let operand, _),
            .fallback(_, let operand):
            operand.forEachAggregate(body)
        case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
            .arithmetic(_, let left, let right):
            left.forEachAggregate(body)
            right.forEachAggregate(body)
        case .conditional(let condition, let then, let otherwise):
            condition.forEachAggregate(body)
            then.forEachAggregate(body)
            otherwise.forEachAggregate(body)
        case .call(_, let arguments), .plugin(_, let arguments):
            for argument in arguments { argument.forEachAggregate(body) }
        }
    }
}
