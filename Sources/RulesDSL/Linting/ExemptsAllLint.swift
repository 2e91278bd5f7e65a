/// An `unless` that holds for every transaction that the rule is about.
struct ExemptsAllLint {
    static func findings(_ context: LintContext) -> [LintFinding] {
        context.policy.rules.enumerated().compactMap { index, rule in
            guard let exemption = rule.exemption, exemption.alwaysHasValue, !exemption.isConstant,
                rule.filter?.alwaysHasValue ?? true
            else { return nil }
            guard var facts = context.facts(of: index) else { return nil }
            guard !facts.assumeFully(exemption, false) else { return nil }
            return LintFinding(
                LintMessage.exemptsAll(rule, at: exemption.range),
                .sameVerdict(rule: index, .exempt, setting: context.setting(of: rule)))
        }
    }
}
