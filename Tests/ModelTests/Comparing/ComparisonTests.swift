import Testing

@Suite struct ComparisonTests {
    /// The seeds are dealt to hands that compare side by side.
    static let hands = 8

    /// Compares all seeds of a hand, up to the first difference.
    private func compare(_ hand: Int, by engine: (UInt64) -> Comparison.Engine) throws {
        for seed in Scale.seeds(hand: hand, of: Self.hands) {
            let random = try RandomCase(seed: seed, transactions: Scale.transactions)
            let comparison = Comparison(engine: engine(seed))
            guard try comparison.difference(random.policy, random.rules, random.lines) != nil else { continue }
            let (policy, rules, lines) = try Shrinker.shrunk(random.policy, random.rules, random.lines, comparison)
            let difference = try comparison.difference(policy, rules, lines)
            Issue.record("\(difference?.report(seed: seed, rules: rules, lines: lines) ?? "seed \(seed)")")
            return
        }
    }

    /// Compares the lines of a ledger, in their usual spelling.
    private func compare(_ ledger: Ledger, by engine: @escaping Comparison.Engine) throws {
        let lines = try ledger.entries().map {
            InputLine(text: LineSpelling.plain($0.transaction, .dollar), meaning: .transaction($0.transaction))
        }
        let rules = PolicyPrinter.tidy(ledger.policy)
        if let difference = try Comparison(engine: engine).difference(ledger.policy, rules, lines) {
            Issue.record("\(difference.report(seed: nil, rules: rules, lines: lines))")
        }
    }

    @Test(arguments: 0..<hands)
    func `the engine decides one by one as the model does`(_ hand: Int) throws {
        try compare(hand) { _ in OneByOneEngine.decide }
    }

    @Test(arguments: 0..<hands)
    func `the engine decides lines in chunks as the model does`(_ hand: Int) throws {
        try compare(hand) { PipelineEngine(seed: $0).decide }
    }

    @Test(arguments: LedgerTests.all)
    func `the engine does what the sentence says`(_ ledger: Ledger) throws {
        try compare(ledger, by: OneByOneEngine.decide)
        try compare(ledger, by: PipelineEngine(seed: 0).decide)
    }
}
