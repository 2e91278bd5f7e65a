/// A `require` whose condition holds for every transaction that it is about.
struct NeverFailsLint {
    static func findings(_ context: LintContext) -> [LintFinding] {
        context.policy.rules.enumerated().compactMap { index, rule in
            // What can't be computed fails, and the checker knows of a condition that is plainly true.
            guard case .require(let condition) = rule.check, condition.alwaysHasValue, !condition.isConstant,
                rule.filter?.alwaysHasValue ?? true, rule.exemption?.alwaysHasValue ?? true
            else { return nil }
            guard var facts = context.facts(of: index) else { return nil }
            guard !facts.assumeFully(condition, false) else { return nil }
            return LintFinding(
                LintMessage.neverFails(rule, at: condition.range),
                .sameVerdict(
                    rule: index, .passed, setting: context.setting(of: rule, but: rule.exemption, holds: false)))
        }
    }
}
