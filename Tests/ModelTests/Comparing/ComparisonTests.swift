import Testing

@Suite struct ComparisonTests {
    static let hands = 8
    let comparison = Comparison(engine: OneByOneEngine.decide)

    @Test(arguments: 0..<hands)
    func `the engine decides as the model does`(_ hand: Int) throws {
        for seed in Scale.seeds(hand: hand, of: Self.hands) {
            let random = try RandomCase(seed: seed, transactions: Scale.transactions)
            guard try comparison.difference(random.policy, random.rules, random.lines) != nil else { continue }
            let (policy, rules, lines) = try Shrinker.shrunk(random.policy, random.rules, random.lines, comparison)
            let difference = try comparison.difference(policy, rules, lines)
            Issue.record("\(difference?.report(seed: seed, rules: rules, lines: lines) ?? "seed \(seed)")")
            return
        }
    }

    @Test(arguments: LedgerTests.all)
    func `the engine does what the sentence says`(_ ledger: Ledger) throws {
        let lines = try ledger.entries().map {
            InputLine(text: LineSpelling.plain($0.transaction, .dollar), meaning: .transaction($0.transaction))
        }
        let rules = PolicyPrinter.tidy(ledger.policy)
        if let difference = try comparison.difference(ledger.policy, rules, lines) {
            Issue.record("\(difference.report(seed: nil, rules: rules, lines: lines))")
        }
    }
}
