import Engine
import RulesDSL
import Testing

/// A rules file whose own test expects what the model says passes it.
@Suite struct OwnTestsTests {
    @Test func `the tests of a file agree with the model`() throws {
        for seed in 0..<UInt64(max(Scale.policies / 4, 20)) {
            let random = try RandomCase(seed: Scale.seed &+ 3_000_000 &+ seed, transactions: 60)
            var bank = ModelBank(random.policy)
            var entries: [(Transaction, Decision)] = []
            for case .transaction(let transaction) in random.lines.map(\.meaning) {
                entries.append((transaction, try bank.decide(transaction)))
            }
            let rules = PolicyPrinter.tidy(random.policy, testing: entries)
            let policy = try PrintedRules(random.policy, rules).policy()
            let runner = TestRunner(policy)
            var coverage = TestCoverage(policy)
            for test in policy.program.policy.tests {
                let outcome = try runner.run(test, covering: &coverage)
                let unexpected = outcome.entries.first { !$0.isAsExpected }
                let place = unexpected.map { "line \($0.entry.position.line): \($0.decision) \($0.failures)" } ?? ""
                #expect(outcome.isAsExpected, "seed \(random.seed)\n\(place)\n\(rules)")
            }
        }
    }
}
