/// A `require` whose condition can't hold for any transaction that it is about.
struct AlwaysFailsLint {
    static func findings(_ context: LintContext) -> [LintFinding] {
        context.policy.rules.enumerated().compactMap { index, rule in
            guard case .require(let condition) = rule.check, !condition.isConstant else { return nil }
            guard var facts = context.facts(of: index) else { return nil }
            guard !facts.assumeFully(condition, true) else { return nil }
            return LintFinding(
                LintMessage.alwaysFails(rule, at: condition.range),
                .sameVerdict(
                    rule: index, .failed, setting: context.setting(of: rule, but: rule.exemption, holds: false)))
        }
    }
}
