/// Two versions of a rule with a few days between them in which neither checks: mostly because `until` is not included.
struct VersionsGapLint {
    static func findings(_ context: LintContext) -> [LintFinding] {
        RuleVersions(context.policy).gaps.map { pair in
            let (first, second) = (context.policy.rules[pair.first], context.policy.rules[pair.second])
            return LintFinding(
                LintMessage.versionsGap(first, second, pair.seconds, context),
                .dates(
                    rules: [pair.first, pair.second], pair.seconds, check: false, setting: context.setting(of: second)))
        }
    }
}
