public import RulesDSL

/// What is legal in a policy and can't be meant.
public struct PolicyLints: Sendable {
    /// Warnings, with transactions where these show them.
    public let diagnostics: [Diagnostic]
    /// How many more there may be: a very large policy has more to decide than there is time for.
    public let untried: Int
    /// How many of the policy's tests fail, of those that there was time for: `bankrules test` says how.
    public let failingTests: Int
}

extension Policy {
    /// What is legal in the policy and can't be meant, with transactions where these show it: they were decided, and
    /// what they do not confirm is left out.
    ///
    /// - Returns: Warnings in the order of the text, at most a hundred, how many possible ones were not tried, and
    ///   how many tests fail.
    /// - Throws: Where the system has no more memory.
    public func lints() throws(CriticalError) -> PolicyLints {
        try lints(patience: LintTrial.patience)
    }

    /// The same with another number of judgements that may be made.
    package func lints(patience: Int) throws(CriticalError) -> PolicyLints {
        let context = lintContext
        var trial = LintTrial(program, context, patience: patience)
        var confirmed: [Diagnostic] = []
        var unfailing: Set<Int> = []
        var unread = 0
        for finding in Linter.findings(context) {
            guard confirmed.count < Self.mostLints else {
                unread += 1
                continue
            }
            guard let diagnostic = try trial.confirmed(finding) else { continue }
            confirmed.append(diagnostic)
            if let rule = finding.unfailingRule { unfailing.insert(rule) }
        }
        let untested = try UntestedRules.found(in: self, except: unfailing, patience: patience)
        return PolicyLints(
            diagnostics: confirmed + untested.diagnostics, untried: trial.untried + unread + untested.untried,
            failingTests: untested.failingTests)
    }

    /// What the lints know of the policy.
    package var lintContext: LintContext {
        let values = ValueText(program.policy.currency)
        return LintContext(program.policy, AccountVocabulary.vocabulary) { values.text($0, $1) }
    }

    /// Nobody reads more, and the first ones mostly cause the rest.
    private static let mostLints = 100
}
