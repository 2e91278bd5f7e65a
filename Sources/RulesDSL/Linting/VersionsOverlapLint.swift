/// Two versions of a rule that both check for some time: the stricter one decides, whichever was meant.
struct VersionsOverlapLint {
    static func findings(_ context: LintContext) -> [LintFinding] {
        RuleVersions(context.policy).overlaps.map { pair in
            let (first, second) = (context.policy.rules[pair.first], context.policy.rules[pair.second])
            return LintFinding(
                LintMessage.versionsOverlap(first, second, pair.seconds, context),
                .dates(
                    rules: [pair.first, pair.second], pair.seconds, check: true, setting: context.setting(of: second)))
        }
    }
}
