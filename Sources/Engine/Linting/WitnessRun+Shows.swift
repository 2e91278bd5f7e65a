internal import RulesDSL

/// Whether a reader sees what a lint says in what became of transactions: not where another rule had its way.
extension WitnessRun {
    /// Whether the last transaction shows what the finding says.
    func shows(_ claim: LintClaim, _ rules: [ProgramRule]) -> Bool {
        switch claim {
        case .neverReached(limit: let limit, others: let others, filling: _): isDecided(by: [limit] + others)
        case .sameVerdict(rule: let rule, let verdict, setting: _): shows(verdict, of: rule, rules)
        case .dates(rules: let dated, _, check: true, setting: _): dated.contains { fails($0, rules) }
        case .dates(rules: _, _, check: false, setting: _): isAccepted
        }
    }

    /// The same of what a rule says of every transaction.
    func shows(_ verdict: LintClaim.Verdict, of rule: Int, _ rules: [ProgramRule]) -> Bool {
        switch verdict {
        case .unchecked, .notExempt, .relevant: false
        case .exempt, .passed: isAccepted
        case .failed: fails(rule, rules)
        case .declinedBefore(by: let other): isDecided(by: [other])
        }
    }

    private var isAccepted: Bool { steps.last?.decision == .accepted }

    private func isDecided(by rules: [Int]) -> Bool {
        steps.last?.facts.contains { $0.isDecisive && rules.contains(Int($0.rule)) } ?? false
    }

    /// Whether the decision names the rule: what is declined is named after one rule, and those in shadow.
    private func fails(_ rule: Int, _ rules: [ProgramRule]) -> Bool {
        guard let last = steps.last else { return false }
        let isNamed = last.decision == .reviewed || rules[rule].isShadow
        return last.facts.contains { $0.rule == Int32(rule) && ($0.isDecisive || isNamed) }
    }
}
