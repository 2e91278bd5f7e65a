import Testing

@Suite struct LedgerTests {
    static let all =
        Ledger.oneTransaction + Ledger.whatCounts + Ledger.whatIsCompared + Ledger.windows + Ledger.lateness
        + Ledger.duplicates + Ledger.arithmetic + Ledger.expressions + Ledger.fields + Ledger.listsAndTables
        + Ledger.functions + Ledger.aggregates + Ledger.lets + Ledger.rolling + Ledger.openWindows + Ledger.zones
        + Ledger.repeats + Ledger.conflicts + Ledger.activity + Ledger.shadows

    @Test(arguments: all)
    func `the model does what the sentence says`(_ ledger: Ledger) throws {
        var bank = ModelBank(ledger.policy)
        for entry in try ledger.entries() {
            let decision = try bank.decide(entry.transaction)
            var found = Ledger.Expectation(
                verdict: decision.verdict, rule: decision.decidedBy?.rule, code: decision.decidedBy?.code,
                reviews: decision.reviewCodes, usage: decision.decidedBy?.usage,
                shadows: decision.shadows.map(\.rule))
            if decision.verdict == .declined { found.others = decision.others.map(\.rule) }
            // A ledger names what interests: the figures of a limit it may leave out, and an ignored one's code.
            if entry.expected.usage == nil { found.usage = nil }
            if entry.expected.code == nil { found.code = nil }
            #expect(found == entry.expected, "\(entry.text)")
        }
    }

    @Test func `there are enough ledgers`() {
        #expect(Self.all.count >= 110)
    }
}
