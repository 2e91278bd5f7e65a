import Engine
import Foundation
import RulesDSL
import Testing
import bankrules

/// `bankrules explain` over the repository's own input, and over small ones for what that has not.
@Suite struct SampleExplainTests {
    private func explain(_ folder: Folder, _ arguments: [String]) throws -> Transcript {
        try Binary.run(["explain"] + arguments, in: folder.url)
    }

    /// The ids of input.txt by what became of them.
    private static let cases = [
        ("count", "declined by daily-load-count"), ("amount", "declined by daily-load-amount"),
        ("week", "declined by weekly-load-amount"), ("funds", "declined by sufficient-funds"),
        ("repeat", "ignored, the same payload"), ("conflict", "ignored, another payload"),
    ]

    @Test func `declines by each rule of the default file, and repeats`() throws {
        let folder = try Folder.withSample()
        let store = try History.store(of: folder)
        for (name, what) in Self.cases {
            let event = try #require(store.events().first { Self.describe($0, in: store) == what }, "\(what)")
            let answer = try explain(folder, [event.transaction.id])
            #expect(answer.code == .success)
            try Golden.expect(answer.text, "EndToEnd/explain-\(name).txt")
        }
    }

    /// What became of an event of the default file, in the words of the table.
    private static func describe(_ event: Event, in store: EventStore) -> String {
        switch event.body {
        case .accountDeposited, .accountWithdrawn: return "accepted"
        case .duplicateTransaction(let transaction, _, _):
            let first = store.events(withID: transaction.id).first { $0.transaction.customer == transaction.customer }
            let isSame = first?.transaction.amount == transaction.amount && first?.transaction.kind == transaction.kind
            return "ignored, \(isSame ? "the same" : "another") payload"
        case .accountLimitExceeded(_, let failures):
            let names = ["daily-load-count", "daily-load-amount", "weekly-load-amount", "sufficient-funds"]
            return "declined by \(failures.first { $0.isDecisive }.map { names[Int($0.rule) - 1] } ?? "?")"
        }
    }

    @Test func `an accepted one`() throws {
        let folder = try Folder.withSample()
        try Golden.expect(try explain(folder, ["90102"]).text, "EndToEnd/explain-accepted.txt")
    }

    @Test func `for programs`() throws {
        let folder = try Folder.withSample()
        let answer = try explain(folder, ["90417", "--json"])
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) }
        try Golden.expect(answer.text, "EndToEnd/explain-json.txt")
    }

    /// The explainer decides all of history again and says so if anything comes out otherwise.
    @Test func `every refused id of the input can be explained`() throws {
        let folder = try Folder.withSample()
        let policy = try History.policy(of: folder)
        let store = try History.store(of: folder)
        let explainer = Explainer(policy, showsOthers: false)
        let refused = store.events().filter { !$0.decision.isAccepted }
        #expect(refused.count == 109)
        let explanations = try explainer.explain(Array(refused), in: store)
        #expect(explanations.count == refused.count)
        for (event, explanation) in zip(refused, explanations) {
            let decisive = explanation.verdicts.filter { if case .failed(_, true) = $0.finding { true } else { false } }
            #expect(explanation.decision == event.decision)
            #expect(decisive.count == 1 && decisive.allSatisfy { !$0.because.isEmpty })
            for verdict in decisive where verdict.rule.kind == .limit {
                #expect(verdict.contributions.map(\.added).reduce(0, +) == verdict.used)
                #expect(verdict.used + verdict.added > verdict.bound)
                #expect(verdict.contributions.count == verdict.contributionCount)
                #expect(verdict.window?.contains(event.transaction.time) == true)
            }
            for verdict in decisive where verdict.rule.kind == .unique {
                #expect((verdict.firstSeen?.number ?? .max) < event.number)
            }
        }
    }

    // MARK: Small rules files

    /// Rules for what the default file does not do, most specific first.
    private static let rules = """
        policy   "Small \\"rules\\""
        currency EUR
        timezone UTC
        week     starts sunday

        unique one-amount-a-day {
          on       load where amount > €500.00
          key      amount, date across everyone
          else     decline as SameAmount
        }

        limit platform-loads {
          on       load
          count    across everyone per month
          at most  3
          unless   customer in ["vip"]
          else     decline as TooManyLoads
          because  "{used} loads in {window} {{of all}}, {this} more than {limit}"
        }

        limit tried {
          on       withdrawal
          sum      amount of attempts per customer per ever
          at most  €100.00
        }

        require ratio {
          on       withdrawal where customer is "zero"
          that     amount / (balance - €5.00) < 10
          else     review
        }

        require large {
          that     amount <= €50.00
          unless   customer is "vip"
          else     review as LargeAmount
        }

        require night {
          that     hour >= 6
          else     review as AtNight
        }
        """

    private static let ledger = """
        a/1 100.00 2024-02-01T10:00:00
        b/2 10.00 2024-02-02T10:00:00
        b/3 20.00 2024-02-28T03:00:00
        b/4 30.00 2024-02-29T23:59:59
        vip/5 40.00 2024-02-29T23:59:59
        c/6 30.00 2024-03-01T00:00:00
        c/7 30.00 2024-02-29T23:59:59
        zero/8 5.00 2024-03-01T00:00:00
        zero/9 -1.00 2024-03-02T00:00:00
        b/10 -60.00 2024-03-02T12:00:00
        b/11 -60.00 2024-03-02T13:00:00
        vip/12 501.00 2024-03-02T12:00:00
        a/13 501.00 2024-03-02T12:00:01
        1/dup -1.00 2024-03-03T12:00:00
        2/dup -60.00 2024-03-03T02:00:00
        """

    private func small() throws -> Folder {
        let folder = try Folder()
        try folder.write(Self.rules, to: "small.rules")
        let lines = Self.ledger.split(separator: "\n").map { line in
            let words = line.split(separator: " ")
            let names = words[0].split(separator: "/")
            return "{\"id\":\"\(names[1])\",\"customer_id\":\"\(names[0])\",\"load_amount\":\"\(words[1])\","
                + "\"time\":\"\(words[2])Z\"}\n"
        }
        try folder.write(lines.joined(), to: "input.txt")
        return folder
    }

    @Test(arguments: [
        ("review", ["3"]), ("reviews", ["dup"]), ("everyone", ["4"]), ("everyone-full", ["4", "--full-ids"]),
        ("exempt", ["5"]), ("too-late", ["7"]), ("arithmetic", ["9"]), ("attempts", ["11"]), ("shared-key", ["13"]),
        ("shared-json", ["4", "--json"]),
    ])
    func `what small rules decide`(name: String, arguments: [String]) throws {
        let answer = try explain(try small(), arguments + ["--rules", "small.rules"])
        try Golden.expect(answer.text, "EndToEnd/explain-small-\(name).txt")
    }

    @Test func `the run beside it`() throws {
        let folder = try small()
        let answer = try Binary.run(["run", "--rules", "small.rules", "--output", "-"], in: folder.url)
        try Golden.expect(answer.timeless, "EndToEnd/explain-small-run.txt")
        try Golden.expect(folder.read("explanations.ndjson") ?? "", "EndToEnd/explain-small-run.ndjson")
        for line in folder.lines("explanations.ndjson") {
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
        }
    }
}
