import Testing

@Suite struct ComparisonTests {
    /// The seeds are dealt to hands that compare side by side.
    static let hands = 8

    /// Where they differ, made small; nil where they agree.
    private func report(_ random: RandomCase, by engine: @escaping Comparison.Engine) throws -> String? {
        let comparison = Comparison(engine: engine)
        guard try comparison.difference(random.policy, random.rules, random.lines, expected: random.expected) != nil
        else {
            return nil
        }
        let (policy, rules, lines) = try Shrinker.shrunk(random.policy, random.rules, random.lines, comparison)
        let difference = try comparison.difference(policy, rules, lines)
        return difference?.report(seed: random.seed, rules: rules, lines: lines)
            ?? "only once, with seed \(random.seed)"
    }

    /// Compares the lines of a ledger, in their usual spelling.
    private func compare(_ ledger: Ledger, by engine: @escaping Comparison.Engine) throws {
        let lines = try ledger.entries().map {
            InputLine(text: LineSpelling.plain($0.transaction, ledger.policy), meaning: .transaction($0.transaction))
        }
        let rules = PolicyPrinter.tidy(ledger.policy)
        if let difference = try Comparison(engine: engine).difference(ledger.policy, rules, lines) {
            Issue.record("\(difference.report(seed: nil, rules: rules, lines: lines))")
        }
    }

    @Test(arguments: 0..<hands)
    func `the engine decides as the model does, one by one and in chunks`(_ hand: Int) throws {
        for seed in Scale.seeds(hand: hand, of: Self.hands) {
            let random = try RandomCase(seed: seed, transactions: Scale.transactions)
            let reports = [
                try report(random, by: OneByOneEngine.decide),
                try report(random, by: PipelineEngine(seed: seed).decide),
            ].compactMap(\.self)
            // One difference is enough to look at.
            guard reports.isEmpty else {
                reports.forEach { Issue.record("\($0)") }
                return
            }
        }
    }

    @Test(arguments: LedgerTests.all)
    func `the engine does what the sentence says`(_ ledger: Ledger) throws {
        try compare(ledger, by: OneByOneEngine.decide)
        try compare(ledger, by: PipelineEngine(seed: 0).decide)
    }
}
