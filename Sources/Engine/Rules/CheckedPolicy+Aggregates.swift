internal import RulesDSL

extension CheckedPolicy {
    /// The aggregates of `let`s that computing an expression may read, with those behind their `or VALUE`.
    func aggregates(readBy expression: CheckedExpression?) -> Set<Int> {
        var found: Set<Int> = []
        guard let expression else { return found }
        expression.forEachAggregate { found.insert($0.index) }
        for index in found.sorted() { found.formUnion(self.aggregates(readBy: aggregates[index].fallback)) }
        return found
    }

    /// The aggregates of `let`s that judging a rule may read.
    func aggregates(readBy rule: CheckedRule) -> Set<Int> {
        let conditions = aggregates(readBy: rule.filter).union(aggregates(readBy: rule.exemption))
        switch rule.check {
        case .unique: return conditions
        case .limit(let aggregate, let bound):
            return conditions.union(aggregates(readBy: aggregate.expression)).union(aggregates(readBy: bound))
        case .require(let condition): return conditions.union(aggregates(readBy: condition))
        }
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
