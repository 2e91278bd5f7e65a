/// A `require` with an upper bound that never decides: a rule before it declines all that is above a lower one.
struct DeclinedBeforeLint {
    static func findings(_ context: LintContext) -> [LintFinding] {
        context.policy.rules.enumerated().compactMap { index, rule in
            // What can't be computed fails; and a shadow is there to be compared with other rules.
            guard case .require(let condition) = rule.check, condition.alwaysHasValue, !rule.isShadow,
                rule.filter?.alwaysHasValue ?? true, rule.exemption?.alwaysHasValue ?? true,
                var facts = context.facts(of: index), facts.assumeFully(condition, false),
                let bound = bound(before: index, rule, condition, context)
            else { return nil }
            return LintFinding(
                LintMessage.declinedBefore(
                    rule, at: condition.range, by: context.policy.rules[bound.rule], bound.range),
                .sameVerdict(
                    rule: index, .declinedBefore(by: bound.rule),
                    setting: context.setting(of: rule, but: condition, holds: false)))
        }
    }

    /// The bound of a rule before this one that is no higher than what a condition allows.
    private static func bound(
        before index: Int, _ rule: CheckedRule, _ condition: CheckedExpression, _ context: LintContext
    ) -> TransactionBounds.Bound? {
        guard case .compare(let comparison, let left, let right) = condition.kind, left.type != .text else {
            return nil
        }
        let selections = Selection.holding(rule, kinds: context.vocabulary.kinds.count)
        for (value, comparison, other) in [(left, comparison, right), (right, comparison.mirrored, left)] {
            let least = context.ranges.range(of: other).lowerBound
            guard
                let bound = context.transactionBounds.upper(
                    of: value.structure, in: selections, by: { $0 < index })
            else { continue }
            switch comparison {
            case .lessOrEqual: if bound.value <= least { return bound }
            case .less: if bound.value < least { return bound }
            case .greater, .greaterOrEqual, .equal, .notEqual: continue
            }
        }
        return nil
    }
}
