import Engine
import Testing

/// What a run decided comes out again when its events are decided once more.
@Suite struct ReplayTests {
    @Test func `replay equals live`() throws {
        for seed in 0..<UInt64(max(Scale.policies / 8, 10)) {
            let random = try RandomCase(seed: Scale.seed &+ 2_000_000 &+ seed, transactions: 300)
            let policy = try PrintedRules(random.policy, random.rules).policy()
            let store = EventStore()
            try PipelineEngine(seed: random.seed).run(policy, random.lines) { runner in
                runner.bus.subscribe(store, to: .transactionsDecided)
            }
            let bank = try Bank(policy)
            for event in store.events() {
                let again = try bank.decide(event.transaction)
                let decisive = again.failures.first { $0.isDecisive }
                let stored = event.facts.first { $0.isDecisive }
                #expect(
                    again.kind == event.decision && decisive?.cause == stored?.cause
                        && again.failures.count == event.facts.count,
                    "seed \(random.seed), line \(event.line)\n\(random.rules)")
            }
            // An explanation decides all of history again, and refuses to explain what comes out otherwise.
            let some = store.events().suffix(3)
            let explanations = try Explainer(policy, showsOthers: true).explain(Array(some), in: store)
            #expect(explanations.map(\.decision) == some.map(\.decision), "seed \(random.seed)\n\(random.rules)")
        }
    }
}
