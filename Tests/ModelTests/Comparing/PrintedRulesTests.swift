import Engine
import RulesDSL
import Testing

@Suite struct PrintedRulesTests {
    /// What is wrong with a rules file; nothing if it is a policy.
    private func errors(in rules: String) -> String {
        let sources = SourceMap([SourceFile(name: "model.rules", text: rules)])
        let result = Checker.check(sources, vocabulary: AccountVocabulary.vocabulary)
        let errors = result.diagnostics.filter { $0.severity == .error }
        if errors.isEmpty { return result.policy == nil ? "no policy and no error" : "" }
        return errors.map { error in
            let position = sources.position(of: error.primary.range)
            return "\(error.code) \(position.line):\(position.column) \(error.message)"
        }.joined(separator: "\n")
    }

    @Test func `what the printer writes is a policy`() throws {
        for seed in 0..<UInt64(max(Scale.policies, 300)) {
            let rules = try RandomCase(seed: Scale.seed &+ seed, transactions: 0).rules
            let errors = errors(in: rules)
            #expect(errors.isEmpty, "seed \(Scale.seed &+ seed)\n\(errors)\n\(rules)")
        }
    }

    @Test(arguments: LedgerTests.all)
    func `the rules of a ledger are a policy`(_ ledger: Ledger) {
        let rules = PolicyPrinter.tidy(ledger.policy)
        let errors = errors(in: rules)
        #expect(errors.isEmpty, "\(errors)\n\(rules)")
    }
}
