internal import RulesDSL

/// The rules that no test of the policy makes fail. A policy without tests has none: whoever writes no tests knows it.
struct UntestedRules {
    /// So many judgements of single rules are made at most; more tests than that are for `test` to run.
    private static let patience = 20_000_000

    /// One for each, but for those that no test can make fail, of which that has been said.
    static func diagnostics(_ policy: Policy, except unfailing: Set<Int>) throws(CriticalError) -> [Diagnostic] {
        let checked = policy.program.policy
        let entries = checked.tests.reduce(0) { $0 + $1.entries.count }
        guard entries > 0, entries * checked.rules.count < patience else { return [] }
        let runner = TestRunner(policy)
        var coverage = TestCoverage(policy)
        for test in checked.tests { _ = try runner.run(test, covering: &coverage) }
        return zip(checked.rules, coverage.rules).enumerated().compactMap { index, pair in
            pair.1.failures == 0 && !unfailing.contains(index) ? LintMessage.untested(pair.0) : nil
        }
    }
}
