/// A `where` that holds for every transaction of the rule's kinds, whenever it comes.
struct SelectsAllLint {
    static func findings(_ context: LintContext) -> [LintFinding] {
        context.policy.rules.enumerated().compactMap { index, rule in
            guard let filter = rule.filter, filter.alwaysHasValue, !filter.isConstant else { return nil }
            guard var facts = context.facts(ofKinds: rule.kinds) else { return nil }
            guard !facts.assumeFully(filter, false) else { return nil }
            return LintFinding(
                LintMessage.selectsAll(rule, at: filter.range),
                .sameVerdict(rule: index, .relevant, setting: context.setting(of: rule)))
        }
    }
}
