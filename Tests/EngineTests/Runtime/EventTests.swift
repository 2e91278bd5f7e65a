import Engine
import RulesDSL
import TestSupport
import Testing

/// What the pipeline publishes: facts that are the same as those of single transactions, and folds over them.
@Suite struct EventTests {
    private static let rules = """
        limit daily { on load  sum amount per customer per day  at most $50.00 }
        limit weekly { count per customer per week  at most 12 }
        require funds { on withdrawal  that balance >= amount }
        unique once { key id per customer  else ignore as Repeat }

        """

    private struct Row: Sendable {
        let id: Int
        let customer: Int
        let kind: TransactionKind
        let dollars: Int
        let time: Int64

        init(_ number: Int) {
            // Every second eleven repeats the one before it.
            id = number / 22 * 11 + number % 11
            customer = number * 5 % 11
            kind = number % 3 == 2 ? .withdrawal : .load
            dollars = number * 13 % 29 + 1
            // Now and then one of the day before.
            let day = 10_950 + number / 30 - number % 17 / 16
            time = Int64(day) * 86_400
        }
    }

    private static let transactions = (0..<400).map { Row($0) }

    private static let input = transactions.map { row in
        #"{"id":"\#(row.id)","customer_id":"\#(row.customer)","#
            + #""load_amount":"\#(row.kind == .load ? "" : "-")$\#(row.dollars).00","#
            + #""time":"\#(RFC3339.text(row.time))"}"# + "\n"
    }.joined()

    private func policy() throws -> Policy {
        try Policy(SourceFile(name: "test.rules", text: Ledger.header + Self.rules))
    }

    private func publish(to subscribers: [any Subscriber], recording recordedFacts: RecordedFacts) throws {
        var configuration = Runner.Configuration(
            programs: [try policy().program], source: MemorySource(Array(Self.input.utf8)))
        configuration.chunkSize = 900
        configuration.recordedFacts = recordedFacts
        let runner = try Runner(configuration)
        for subscriber in subscribers { runner.bus.subscribe(subscriber, to: .transactionsDecided) }
        _ = try runner.run()
    }

    @Test func `a chunk's facts are those of single transactions, number by number`() throws {
        let store = EventStore()
        try publish(to: [store], recording: .all)
        let single = try OneByOne(try policy().program)
        var seen: Set<Cause> = []
        for event in store.events() {
            try single.prepare(event.transaction)
            try single.decide()
            let expected = (0..<single.decisions.factCount).map { single.decisions.facts[$0] }
            let found = event.facts.map { fact in
                var fact = fact
                fact.row = 0
                return fact
            }
            #expect(found == expected, "event \(event.number)")
            #expect(event.decision == single.decisions.kinds[0])
            seen.formUnion(found.map(\.cause))
        }
        #expect(store.count == Self.transactions.count)
        #expect(seen == [.limit, .condition, .duplicate, .tooLate])
    }

    @Test(arguments: RecordedFacts.allCases)
    func `accounts are a fold over events`(recordedFacts: RecordedFacts) throws {
        let store = EventStore()
        let view = AccountView()
        try publish(to: [store, view], recording: recordedFacts)
        let again = AccountView()
        again.fold(store.events())
        let bank = try Bank(try policy())
        for row in Self.transactions {
            _ = try bank.decide(
                Transaction(
                    id: "\(row.id)", customer: "\(row.customer)", kind: row.kind,
                    amount: Int64(row.dollars) * 100, time: row.time))
        }
        #expect(view.accounts.count == 11 && again.accounts == view.accounts)
        for customer in 0..<11 {
            let account = try #require(view.account("\(customer)"))
            #expect(account.balance == bank.balance(of: "\(customer)"))
            #expect(account.ignored > 0 && account.declined > 0)
            let own = store.events(of: "\(customer)")
            #expect(own.count == account.loads + account.withdrawals + account.declined + account.ignored)
        }
    }
}
