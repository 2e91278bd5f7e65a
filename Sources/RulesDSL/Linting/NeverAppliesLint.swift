/// A rule whose kinds, `where` and dates exclude each other: no transaction is ever checked by it.
struct NeverAppliesLint {
    static func findings(_ context: LintContext) -> [LintFinding] {
        context.policy.rules.enumerated().compactMap { index, rule in
            // The checker knows of a `where` that is plainly false.
            guard let filter = rule.filter, filter.alwaysHasValue, !filter.isConstant else { return nil }
            guard context.facts(of: index) == nil else { return nil }
            let isEmpty = context.countedFacts(of: index) == nil
            return LintFinding(
                isEmpty
                    ? LintMessage.neverApplies(rule, filter)
                    : LintMessage.neverAppliesWhileActive(rule, at: filter.range),
                .sameVerdict(rule: index, .unchecked, setting: context.setting(of: rule)))
        }
    }
}
