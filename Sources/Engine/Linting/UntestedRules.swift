internal import RulesDSL

/// The rules that no test of the policy makes fail. A policy without tests has none: whoever writes no tests knows it.
struct UntestedRules {
    /// One for each, but for those that no test can make fail, of which that has been said. Where there is no time for
    /// all tests, they may be those of the rest, and are counted only: so many judgements of single rules may be made. Also how many
    /// of the tests that there was time for fail.
    static func found(
        in policy: Policy, except unfailing: Set<Int>, patience: Int
    ) throws(CriticalError) -> (diagnostics: [Diagnostic], untried: Int, failingTests: Int) {
        let program = policy.program
        let tests = program.policy.tests
        guard tests.contains(where: { !$0.entries.isEmpty }) else { return ([], 0, 0) }
        let runner = TestRunner(policy, isBrief: true)
        var coverage = TestCoverage(policy)
        var left = patience
        var failing = 0
        for test in tests where left > 0 {
            if try !runner.run(test, covering: &coverage).isAsExpected { failing += 1 }
            left -= 10 * program.rules.count + 100 * program.cells.count + test.entries.count * program.rules.count
        }
        let found = zip(program.policy.rules, coverage.rules).enumerated().compactMap { index, pair in
            pair.1.failures == 0 && !unfailing.contains(index) ? pair.0 : nil
        }
        return left > 0 ? (found.map(LintMessage.untested), 0, failing) : ([], found.count, failing)
    }
}
