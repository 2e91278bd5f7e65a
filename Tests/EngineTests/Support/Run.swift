import Engine
import RulesDSL
import TestSupport

/// One run of an input through a policy, with all it writes and publishes.
struct Run {
    let results: String
    let explanations: String
    let rejects: String
    let store = EventStore()
    let view = AccountView()
    let policy: Policy

    init(
        _ rules: String, header: String = Ledger.header, _ input: [UInt8], threads: Int = 1,
        chunkSize: Int = Runner.defaultChunkSize, pieceSize: Int = .max, recording recordedFacts: RecordedFacts = .all
    ) throws {
        policy = try Ledger.policy(rules, header: header)
        var configuration = Runner.Configuration(
            programs: [policy.program], source: MemorySource(input, pieceSize: pieceSize))
        configuration.threads = threads
        configuration.chunkSize = chunkSize
        configuration.recordedFacts = recordedFacts
        let runner = try Runner(configuration)
        let sinks = [MemorySink(), MemorySink(), MemorySink()]
        runner.write(ResultLines(policy.program), to: sinks[0], name: "results")
        runner.write(ExplanationLines(policy.program), to: sinks[1], name: "explanations")
        runner.write(RejectLines(policy.program), to: sinks[2], name: "rejects")
        runner.bus.subscribe(store, to: .transactionsDecided)
        runner.bus.subscribe(view, to: .transactionsDecided)
        _ = try runner.run()
        (results, explanations, rejects) = (sinks[0].text, sinks[1].text, sinks[2].text)
    }
}
