/// An `unless` that holds for no transaction that the rule is about.
struct NeverExemptsLint {
    static func findings(_ context: LintContext) -> [LintFinding] {
        context.policy.rules.enumerated().compactMap { index, rule in
            guard let exemption = rule.exemption, exemption.alwaysHasValue, !exemption.isConstant else { return nil }
            guard var facts = context.facts(of: index) else { return nil }
            guard !facts.assumeFully(exemption, true) else { return nil }
            return LintFinding(
                LintMessage.neverExempts(rule, exemption),
                .sameVerdict(rule: index, .notExempt, setting: context.setting(of: rule)))
        }
    }
}
