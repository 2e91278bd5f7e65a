import Engine
import RulesDSL
import TestSupport
import Testing

/// One input has one answer, however it arrives, is cut and is worked on; and numbers count on across chunks.
@Suite struct SameBytesTests {
    static let rules = """
        unique once { key id per customer  else ignore as Repeat }
        unique pair { on withdrawal  key amount, hour across everyone  else decline }
        limit daily { on load  sum amount per customer per day  at most $60.00 }
        limit tries { count of attempts per customer per week  at most 30  else decline as TooMany }
        limit all { on load where amount > $30.00  sum amount across everyone per month  at most $300.00  else review }
        require funds { on withdrawal  that balance >= amount  unless customer is "3" }
        require ratio { on withdrawal  that amount / balance < 0.9  else review as NearlyAll }

        """

    /// Rules that the fast loop decides alone, and whose repeats are found ahead.
    private static let plainRules = """
        unique once { key id per customer  else ignore as Repeat }
        require small { that amount < $38.00 }
        limit daily { on load  sum amount per customer per day  at most $40.00 }
        limit few { on load  count per customer per week  at most 12 }
        limit hours { sum amount per customer per rolling 24 hours  at most $50.00 }
        require funds { on withdrawal  that balance >= amount }

        """

    private static let stream = SeededStream(seed: 2_024, count: 220)

    /// An input as it can arrive.
    enum Ends: CaseIterable {
        case lineFeeds
        case carriageReturns
        case noneAtLast

        var input: [UInt8] {
            switch self {
            case .lineFeeds: SameBytesTests.stream.bytes()
            case .carriageReturns: SameBytesTests.stream.bytes(lineEnd: "\r\n")
            case .noneAtLast: SameBytesTests.stream.bytes(endsLast: false)
            }
        }
    }

    /// Everything a run writes. A rejected line is kept with its carriage return, which is no difference here.
    private func outputs(_ run: Run) -> [String] {
        [run.results, run.explanations, run.rejects.replacing("\\r\"", with: "\"")]
    }

    @Test(arguments: [1, 2, 3, 4], [1, 7, 100, 4_096, 524_288])
    func `threads, chunks, pieces and line ends change no byte`(threads: Int, chunkSize: Int) throws {
        let expected = outputs(try Run(Self.rules, Self.stream.bytes()))
        #expect(expected.allSatisfy { $0.split(separator: "\n").count > 10 })
        for ends in Ends.allCases {
            for pieceSize in [1, 7, 4_096] {
                let run = try Run(
                    Self.rules, ends.input, threads: threads, chunkSize: chunkSize, pieceSize: pieceSize)
                #expect(outputs(run) == expected, "\(ends), pieces of \(pieceSize)")
            }
        }
    }

    @Test(arguments: [1, 500, 524_288])
    func `events and lines are numbered on across chunks`(chunkSize: Int) throws {
        let run = try Run(Self.rules, Self.stream.bytes(), threads: 3, chunkSize: chunkSize)
        var expected: [String] = []
        var number = 0
        for (index, kind) in Self.stream.kinds.enumerated() where kind != .blank {
            number += 1
            if kind == .transaction { expected.append("\(number) in line \(index + 1)") }
        }
        #expect(run.store.events().map { "\($0.number) in line \($0.line)" } == expected)
        let bad = Self.stream.kinds.indices.filter { Self.stream.kinds[$0] == .bad }.map { "{\"line\":\($0 + 1)," }
        let rejects = run.rejects.split(separator: "\n")
        #expect(rejects.count == bad.count)
        #expect(zip(rejects, bad).allSatisfy { $0.hasPrefix($1) })
        for line in run.explanations.split(separator: "\n") {
            let numbers = line.matches(of: /"(?:event|line)":([0-9]+)/).map { String($0.1) }
            let event = numbers.first ?? ""
            #expect(expected.contains("\(event) in line \(numbers.last ?? event)"), "\(line)")
        }
    }

    @Test(arguments: [Self.rules, Self.plainRules])
    func `what is recorded does not change what is decided`(rules: String) throws {
        for seed in UInt64(1)...5 {
            let input = SeededStream(seed: seed, count: 300).bytes()
            let all = try Run(rules, input)
            for recordedFacts in RecordedFacts.allCases {
                let run = try Run(rules, input, recording: recordedFacts)
                #expect(run.results == all.results, "seed \(seed)")
                #expect(run.rejects == all.rejects, "seed \(seed)")
                #expect(run.store.count == all.store.count, "seed \(seed)")
                for (complete, event) in zip(all.store.events(), run.store.events()) {
                    #expect(event.decision == complete.decision, "seed \(seed), event \(event.number)")
                    let expected = complete.facts.filter { recordedFacts.contains($0, of: complete) }
                    #expect(event.facts == expected, "seed \(seed), event \(event.number)")
                }
            }
        }
    }

    @Test(arguments: [1, 2, 3, 4], [1, 700, 524_288])
    func `threads and chunks change no byte of a dry-run, nor does recording more`(
        threads: Int, chunkSize: Int
    ) throws {
        for rules in [(Self.rules, Self.plainRules), (Self.plainRules, Self.rules)] {
            let expected = try dryRun(rules, Runner.defaultChunkSize, threads: 1, .decisive)
            #expect(expected.split(separator: "\n").count > 10)
            for recordedFacts in [RecordedFacts.decisive, .all] {
                #expect(try dryRun(rules, chunkSize, threads: threads, recordedFacts) == expected)
            }
        }
    }

    /// The changed decisions, and both summaries.
    private func dryRun(
        _ rules: (old: String, new: String), _ chunkSize: Int, threads: Int, _ recordedFacts: RecordedFacts
    ) throws -> String {
        let programs = [try Ledger.policy(rules.old).program, try Ledger.policy(rules.new).program]
        var configuration = Runner.Configuration(programs: programs, source: MemorySource(Self.stream.bytes()))
        configuration.threads = threads
        configuration.chunkSize = chunkSize
        configuration.recordedFacts = recordedFacts
        let runner = try Runner(configuration)
        let changes = MemorySink()
        runner.write(ChangeLines(old: programs[0], new: programs[1]), to: changes, name: "changes")
        let summaries = try runner.run()
        return changes.text + "\(summaries)"
    }

    /// Replaying: each decision is made again from the events before it, with the same failures and numbers.
    @Test func `an explanation made afterwards is the decision made then`() throws {
        for seed in UInt64(11)...13 {
            let run = try Run(Self.rules, SeededStream(seed: seed, count: 150).bytes(), threads: 2, chunkSize: 700)
            let explainer = Explainer(run.policy, showsOthers: true)
            let events = Array(run.store.events())
            let explanations = try explainer.explain(events, in: run.store)
            #expect(explanations.count == events.count)
            for (event, explanation) in zip(events, explanations) {
                #expect(explanation.decision == event.decision)
                let found = explanation.verdicts.compactMap { verdict -> String? in
                    guard case .failed(let cause, let isDecisive) = verdict.finding else { return nil }
                    let numbers = cause == .limit || cause == .condition ? [verdict.used, verdict.bound] : []
                    return "\(verdict.rule.name) \(cause) \(isDecisive) \(numbers)"
                }
                let expected = event.facts.map { fact in
                    let numbers = fact.cause == .limit || fact.cause == .condition ? [fact.used, fact.bound] : []
                    let name = run.policy.program.ruleName(Int(fact.rule))
                    return "\(name) \(fact.cause) \(fact.isDecisive) \(numbers)"
                }
                #expect(found == expected, "seed \(seed), event \(event.number)")
                for verdict in explanation.verdicts where verdict.rule.kind == .limit && !verdict.contributions.isEmpty
                {
                    #expect(verdict.contributions.map(\.added).reduce(0, +) == verdict.used, "event \(event.number)")
                }
            }
        }
    }

    @Test func `the event store finds events by account and by id`() throws {
        let run = try Run(Self.rules, Self.stream.bytes(), chunkSize: 300)
        let events = Array(run.store.events())
        #expect(run.store.count == events.count && events.count > 100)
        #expect(Array(run.store.events(from: 100)) == Array(events[100...]))
        #expect(run.store.events(from: events.count + 1).isEmpty)
        for event in events {
            let transaction = event.transaction
            func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
            #expect(
                run.store.events(of: transaction.customer)
                    == events.filter { bytes($0.transaction.customer) == bytes(transaction.customer) })
            #expect(
                run.store.events(withID: transaction.id)
                    == events.filter { bytes($0.transaction.id) == bytes(transaction.id) })
        }
        #expect(run.store.events(of: "nobody").isEmpty && run.store.events(withID: "nothing").isEmpty)
        // Two ids that Unicode finds equivalent are two ids.
        #expect(run.store.events(of: "é") != run.store.events(of: "e\u{301}"))
    }
}

extension RecordedFacts {
    /// Whether a failure of an event is recorded.
    fileprivate func contains(_ fact: Fact, of event: Event) -> Bool {
        switch self {
        case .ofAccepted: event.decision.isAccepted
        case .decisive: event.decision.isAccepted || fact.isDecisive
        case .all: true
        }
    }
}
