/// Looks for what is legal and can't be meant. What it finds is to be confirmed by deciding transactions.
package enum Linter {
    /// All findings, in no particular order.
    ///
    /// - Complexity: About linear in the size of the rules.
    package static func findings(_ context: LintContext) -> [LintFinding] {
        NeverReachedLint.findings(context) + NeverAppliesLint.findings(context) + AlwaysFailsLint.findings(context)
            + NeverFailsLint.findings(context) + ExemptsAllLint.findings(context)
            + NeverExemptsLint.findings(context) + SelectsAllLint.findings(context)
            + DeclinedBeforeLint.findings(context)
            + VersionsOverlapLint.findings(context) + VersionsGapLint.findings(context)
    }
}
