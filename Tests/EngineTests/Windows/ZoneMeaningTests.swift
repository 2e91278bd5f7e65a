import Engine
import RulesDSL
import Testing

/// What a zone means for decisions.
@Suite struct ZoneMeaningTests {
    private static let resources = PolicyResources(
        zone: { name in OddZone(rawValue: name).map { .known($0.rules) } ?? .unknown(names: []) },
        file: { _, _ in .missing })

    /// Decides each line of a ledger in a zone.
    private func run(_ zone: OddZone, _ rules: String, _ ledger: String) throws {
        let header = "policy \"Test\"  currency USD  timezone \(zone.rawValue)  week starts monday\n"
        let bank = try Bank(try Policy(SourceFile(name: "test.rules", text: header + rules), resources: Self.resources))
        for line in ledger.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            let decision = try bank.decide(try Ledger.transaction(words))
            #expect(Ledger.describe(decision, withCode: false) == words[4...].joined(separator: " "), "\(line)")
        }
    }

    @Test func `a day has the hours of the wall clock`() throws {
        try run(
            .paris, "limit few { count per customer per day  at most 1 }",
            """
            2024-03-30T23:00:00Z 1/a load $1 accepted
            2024-03-31T21:59:59Z 1/b load $1 declined by few
            2024-03-31T22:00:00Z 1/c load $1 accepted
            2024-10-26T21:59:59Z 1/d load $1 accepted
            2024-10-26T22:00:00Z 1/e load $1 accepted
            2024-10-27T22:59:59Z 1/f load $1 declined by few
            2024-10-27T23:00:00Z 1/g load $1 accepted
            """)
    }

    @Test func `weeks, months and years begin at their own midnight`() throws {
        for (window, last, next) in [
            ("week", "2024-06-02T21:59:59Z", "2024-06-02T22:00:00Z"),
            ("month", "2024-06-30T21:59:59Z", "2024-06-30T22:00:00Z"),
            ("year", "2024-12-31T22:59:59Z", "2024-12-31T23:00:00Z"),
        ] {
            try run(
                .paris, "limit few { count per customer per \(window)  at most 1 }",
                """
                \(last) 1/a load $1 accepted
                \(last) 1/b load $1 declined by few
                \(next) 1/c load $1 accepted
                """)
        }
    }

    @Test func `an hour repeated from the day before is counted in the day that has begun`() throws {
        try run(
            .stJohns, "limit few { count per customer per day  at most 1 }  require shown { that hour is 23 }",
            """
            2006-10-29T02:29:59Z 1/a load $1 accepted
            2006-10-29T02:31:00Z 1/b load $1 accepted
            2006-10-29T03:30:00Z 1/c load $1 declined by few
            """)
    }

    @Test func `weekday, hour and date are what the clock shows`() throws {
        try run(
            .apia, "require shown { that weekday is saturday and hour is 0 and date is 2011-12-31 }",
            """
            2011-12-30T09:59:59Z 1/a load $1 declined by shown
            2011-12-30T10:00:00Z 1/b load $1 accepted
            2011-12-30T11:00:00Z 1/c load $1 declined by shown
            """)
    }

    @Test func `a key of a date is of the clock's date`() throws {
        try run(
            .paris, "unique once { key date, hour per customer }",
            """
            2024-10-27T00:30:00Z 1/a load $1 accepted
            2024-10-27T01:30:00Z 1/b load $1 declined by once
            2024-10-27T02:30:00Z 1/c load $1 accepted
            """)
    }

    @Test func `a rule is active from the first second of its local date`() throws {
        try run(
            .saoPaulo,
            "require nothing { that amount < $1  active from 2018-11-04 until 2019-02-17 }",
            """
            2018-11-04T02:59:59Z 1/a load $1 accepted
            2018-11-04T03:00:00Z 1/b load $1 declined by nothing
            2019-02-17T02:59:59Z 1/c load $1 declined by nothing
            2019-02-17T03:00:00Z 1/d load $1 accepted
            """)
    }

    @Test func `an explanation names the zone and the seconds that bound its day`() throws {
        let header = "policy \"Test\"  currency USD  timezone paris  week starts monday\n"
        let rules = header + "limit few { count per customer per day  at most 0  because \"{window}\" }"
        let policy = try Policy(SourceFile(name: "test.rules", text: rules), resources: Self.resources)
        let decision = try Bank(policy).decide(
            try Transaction(
                id: "1", customer: "1", kind: .load, amount: 100, time: Ledger.seconds("2024-03-31T12:00:00Z")))
        #expect(decision.failures.map(\.because) == ["Sunday 2024-03-31 paris"])
        let number = policy.program.calendar.number(of: .day, at: Ledger.seconds("2024-03-31T12:00:00Z"))
        let bounds = WindowText(policy.program).bounds(.day, Int32(number) + Program.windowBias)
        #expect(bounds?.lowerBound == Ledger.seconds("2024-03-30T23:00:00Z"))
        #expect(bounds?.upperBound == Ledger.seconds("2024-03-31T22:00:00Z"))
    }
}
