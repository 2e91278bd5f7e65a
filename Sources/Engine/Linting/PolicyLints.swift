public import RulesDSL

extension Policy {
    /// What is legal in the policy and can't be meant, each with transactions that show it: they were decided, and what
    /// they do not confirm is left out.
    ///
    /// - Returns: Warnings in the order of the text, at most a hundred.
    /// - Throws: Where the system has no more memory.
    public func lints() throws(CriticalError) -> [Diagnostic] {
        let policy = program.policy
        let values = ValueText(policy.currency)
        let context = LintContext(policy, AccountVocabulary.vocabulary) { values.text($0, $1) }
        var trial = LintTrial(program)
        var confirmed: [Diagnostic] = []
        var unfailing: Set<Int> = []
        for finding in Linter.findings(context) {
            guard confirmed.count < Self.mostLints else { break }
            guard let diagnostic = try trial.confirmed(finding) else { continue }
            confirmed.append(diagnostic)
            if let rule = finding.claim.unfailingRule { unfailing.insert(rule) }
        }
        return confirmed + (try UntestedRules.diagnostics(self, except: unfailing))
    }

    /// Nobody reads more, and the first ones mostly cause the rest.
    private static let mostLints = 100
}
