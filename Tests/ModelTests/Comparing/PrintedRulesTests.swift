import Testing

@Suite struct PrintedRulesTests {
    /// What is wrong with a rules file; nothing if it is a policy.
    private func errors(in rules: PrintedRules) -> String {
        do {
            _ = try rules.policy()
            return ""
        } catch {
            return "\(error)"
        }
    }

    @Test func `what the printer writes is a policy`() throws {
        for seed in 0..<UInt64(max(Scale.policies, 300)) {
            let random = try RandomCase(seed: Scale.seed &+ seed, transactions: 0)
            let errors = errors(in: PrintedRules(random.policy, random.rules))
            #expect(errors.isEmpty, "seed \(Scale.seed &+ seed)\n\(errors)\n\(random.rules)")
        }
    }

    @Test(arguments: LedgerTests.all)
    func `the rules of a ledger are a policy`(_ ledger: Ledger) {
        let rules = PolicyPrinter.tidy(ledger.policy)
        let errors = errors(in: PrintedRules(ledger.policy, rules))
        #expect(errors.isEmpty, "\(errors)\n\(rules)")
    }
}
