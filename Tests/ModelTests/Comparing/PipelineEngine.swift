import Engine
import RulesDSL
import TestSupport

/// The engine as `run` uses it: lines in, chunk by chunk and on several threads, decisions and lines of output out.
struct PipelineEngine: Sendable {
    /// Small chunks end anywhere, so that each line is the first or last of one at times.
    let chunkSize: Int
    /// How many bytes the source gives at a time.
    let pieceSize: Int
    let threads: Int
    /// All, as `run` with explanations; otherwise the engine is free to stop at the rule that decides.
    let recordedFacts: RecordedFacts
    let endsWithNewline: Bool
    /// The policies of the run, by what they are: this one alone, or beside another one, as in a dry-run.
    let company: [Company]

    enum Company {
        case itself, another
    }

    /// One of the ways to run, by the seed.
    init(seed: UInt64) {
        var random = RandomSource(seed: seed ^ 0x5EED)
        chunkSize = random.pick([1, 200, 1_000, 20_000, Runner.defaultChunkSize])
        pieceSize = random.pick([1, 7, 4_096, .max])
        threads = random.pick([1, 2, 3])
        recordedFacts = random.pick(RecordedFacts.allCases)
        endsWithNewline = random.chance(70)
        company = random.pick([[.itself], [.itself], [.itself, .another], [.another, .itself]])
    }

    @Sendable func decide(_ rules: PrintedRules, _ lines: [InputLine]) throws -> [EngineDecision] {
        let own = try rules.policy()
        // As in a dry-run, both decide the same lines.
        let (policy, another) = try Engine.Policy.reading(
            sameLines: own, try rules.with(Self.otherRules(own.currency.code)).policy())
        let program = policy.program
        let index = company.firstIndex(of: .itself) ?? 0
        let runner = try runner(company.map { $0 == .itself ? program : another.program }, lines)
        let results = TextSink()
        let decisions = DecisionCollector(program, index, hasAllFacts: recordedFacts == .all)
        runner.write(ResultLines(index == 0 ? program : another.program), to: results, name: "results")
        runner.bus.subscribe(decisions, to: .transactionsDecided)
        _ = try runner.run()
        // The results are those of the first policy.
        return index == 0 ? Self.joined(decisions.decisions, results.lines) : decisions.decisions
    }

    /// Runs the lines under one policy, with whoever is to hear of it.
    func run(_ policy: Engine.Policy, _ lines: [InputLine], _ prepare: (Runner) -> Void) throws {
        let runner = try runner([policy.program], lines, recording: .all)
        prepare(runner)
        _ = try runner.run()
    }

    private func runner(
        _ programs: [Program], _ lines: [InputLine], recording recordedFacts: RecordedFacts? = nil
    ) throws -> Runner {
        let text = lines.map(\.text).joined(separator: "\n") + (endsWithNewline && !lines.isEmpty ? "\n" : "")
        let source = MemorySource(Array(text.utf8), pieceSize: pieceSize)
        var configuration = Runner.Configuration(programs: programs, source: source)
        configuration.chunkSize = chunkSize
        configuration.threads = threads
        configuration.recordedFacts = recordedFacts ?? self.recordedFacts
        return try Runner(configuration)
    }

    private static func otherRules(_ currency: String) -> String {
        """
        policy "Another" currency \(currency) timezone UTC
        week starts sunday
        unique once { key id per customer else ignore }
        limit few { count of attempts across everyone per month at most 20 else review }
        """
    }

    /// Gives each decision that has one its line of output. Lines left over belong to no decision, which is a
    /// difference too.
    private static func joined(_ decisions: [EngineDecision], _ lines: [String]) -> [EngineDecision] {
        var decisions = decisions
        var left = lines[...]
        for index in decisions.indices {
            switch decisions[index].verdict {
            case .accepted, .declined: decisions[index].output = left.popFirst() ?? "no output"
            case .ignored, .rejected: break
            }
        }
        return decisions + left.map { EngineDecision(line: .max, verdict: .accepted, output: $0) }
    }
}

/// Keeps what is written.
private final class TextSink: ByteSink {
    private var bytes: [UInt8] = []

    func write(_ column: Column<UInt8>, count: Int) {
        for index in 0..<count { bytes.append(column[index]) }
    }

    var lines: [String] {
        bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }
}

/// Hears each batch and keeps what was decided, line by line.
private final class DecisionCollector: Subscriber {
    private(set) var decisions: [EngineDecision] = []
    private let program: Program
    private let index: Int
    private let hasAllFacts: Bool

    /// Collects what the program decides, the one of the index.
    init(_ program: Program, _ index: Int, hasAllFacts: Bool) {
        self.program = program
        self.index = index
        self.hasAllFacts = hasAllFacts
    }

    func receive(_ message: Message, on bus: Bus) {
        guard case .transactionsDecided(let events) = message else { return }
        let decided = events.decisions[index]
        let batch = events.transactions
        var found = batch.rejects.map {
            EngineDecision(line: batch.linesBefore + $0.lineInChunk + 1, verdict: .rejected)
        }
        var fact = 0
        for row in 0..<batch.count {
            var facts: [Fact] = []
            while fact < decided.factCount, decided.facts[fact].row == row {
                facts.append(decided.facts[fact])
                fact += 1
            }
            var decision = EngineDecision(line: EventCursor(batch).line(of: row), verdict: verdict(decided.kinds[row]))
            if !decided.kinds[row].isAccepted {
                decision.rule = program.ruleName(Int(decided.rules[row]))
                decision.code = program.code(Int(decided.rules[row]), decided.causes[row])
                decision.cause = EngineDecision.cause(decided.causes[row])
            }
            add(facts, to: &decision)
            found.append(decision)
        }
        decisions += found.sorted { $0.line < $1.line }
    }

    private func verdict(_ kind: DecisionKind) -> EngineDecision.Verdict {
        switch kind {
        case .accepted, .reviewed: .accepted
        case .declined: .declined
        case .ignored: .ignored
        }
    }

    private func add(_ facts: [Fact], to decision: inout EngineDecision) {
        decision.usage = facts.first(where: \.isDecisive).flatMap { usage($0) }
        let others = facts.filter { !$0.isDecisive && !$0.isShadow }.map(failure)
        if decision.verdict == .accepted {
            for other in others where !decision.reviews.contains(other.code) {
                decision.reviews.append(other.code)
            }
        }
        if hasAllFacts {
            decision.others = others
            decision.shadows = facts.filter(\.isShadow).map(failure)
        }
    }

    private func failure(_ fact: Fact) -> EngineDecision.OtherFailure {
        EngineDecision.OtherFailure(
            rule: program.ruleName(Int(fact.rule)), code: program.code(Int(fact.rule), fact.cause),
            cause: EngineDecision.cause(fact.cause), usage: usage(fact))
    }

    private func usage(_ fact: Fact) -> Failure.Usage? {
        guard fact.cause == .limit else { return nil }
        return Failure.Usage(used: fact.used, this: fact.added, total: fact.total, limit: fact.bound)
    }
}
