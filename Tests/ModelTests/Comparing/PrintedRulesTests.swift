import Engine
import RulesDSL
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

    @Test func `a policy has one fingerprint in every layout, and another one than any other policy`() throws {
        var seen: Set<PolicyFingerprint> = []
        for seed in 0..<UInt64(100) {
            let random = try RandomCase(seed: Scale.seed &+ seed, transactions: 0)
            let rules = PrintedRules(random.policy, random.rules)
            guard case .formatted(let tidy) = RulesFormatter.format(SourceFile(name: "a.rules", text: rules.text))
            else {
                Issue.record("seed \(Scale.seed &+ seed): not laid out")
                continue
            }
            let fingerprint = try rules.policy().fingerprint
            #expect(try rules.with(tidy).policy().fingerprint == fingerprint, "seed \(Scale.seed &+ seed)")
            #expect(seen.insert(fingerprint).inserted, "seed \(Scale.seed &+ seed)")
        }
    }

    @Test(arguments: LedgerTests.all)
    func `the rules of a ledger are a policy`(_ ledger: Ledger) {
        let rules = PolicyPrinter.tidy(ledger.policy)
        let errors = errors(in: PrintedRules(ledger.policy, rules))
        #expect(errors.isEmpty, "\(errors)\n\(rules)")
    }
}
