import Engine
import Testing

/// What limits measure: every function, every scope, whatever is counted.
@Suite struct AggregateLimitTests {
    @Test func `an average is compared with this transaction in it, rounded half-even`() throws {
        try Ledger("limit usual { on load  average amount per customer per day  at most $10.00 }").run(
            """
            2000-01-01T01:00:00Z 1/a load $10.01 declined by usual
            2000-01-01T01:00:00Z 1/b load $10.00 accepted
            2000-01-01T02:00:00Z 1/c load $10.01 accepted
            2000-01-01T03:00:00Z 1/d load $10.01 declined by usual
            2000-01-01T04:00:00Z 1/e load $1.00 accepted
            2000-01-01T05:00:00Z 1/f load $18.99 accepted
            """)
    }

    @Test func `a largest and a smallest value have nothing to be compared with but this one at first`() throws {
        try Ledger(
            """
            limit large { on load  largest amount per customer per day  at most $10 }
            limit small { on withdrawal  smallest amount per customer per day  at most $10 }
            """
        ).run(
            """
            2000-01-01T01:00:00Z 1/a load $10.01 declined by large
            2000-01-01T01:00:00Z 1/b load $10.00 accepted
            2000-01-01T01:00:00Z 1/c load $9.00 accepted
            2000-01-01T02:00:00Z 1/d withdrawal $10.01 declined by small
            2000-01-01T02:00:00Z 1/e withdrawal $10.00 accepted
            2000-01-01T02:00:00Z 1/f withdrawal $19.00 accepted
            """)
    }

    @Test func `distinct counts values and not transactions`() throws {
        try Ledger(
            """
            field merchant : text optional
            limit few { distinct merchant per customer per day  at most 2 }
            """
        ).run(
            """
            2000-01-01T01:00:00Z 1/a load $1 merchant=A accepted
            2000-01-01T01:00:00Z 1/b load $1 accepted
            2000-01-01T01:00:00Z 1/c load $1 merchant=A accepted
            2000-01-01T01:00:00Z 1/d load $1 merchant=B declined by few
            2000-01-01T01:00:00Z 1/e load $1 accepted
            2000-01-01T01:00:00Z 2/f load $1 merchant=B accepted
            2000-01-02T01:00:00Z 1/g load $1 merchant=B accepted
            """)
    }

    @Test func `distinct customers are those of the transaction itself`() throws {
        try Ledger("limit few { on load  distinct customer across everyone per day  at most 2 }").run(
            """
            2000-01-01T01:00:00Z 1/a load $1 accepted
            2000-01-01T01:00:00Z 2/b load $1 accepted
            2000-01-01T01:00:00Z 3/c load $1 declined by few
            2000-01-01T01:00:00Z 1/d load $1 accepted
            """)
    }

    @Test func `a scope of a declared field counts whoever sends it, a missing one too`() throws {
        try Ledger(
            """
            field merchant : text optional
            limit busy { count per merchant per ever  at most 1 }
            """
        ).run(
            """
            2000-01-01T01:00:00Z 1/a load $1 merchant=A accepted
            2000-01-01T01:00:00Z 2/b load $1 merchant=A declined by busy
            2000-01-01T01:00:00Z 1/c load $1 merchant=B accepted
            2000-01-01T01:00:00Z 1/d load $1 accepted
            2000-01-01T01:00:00Z 2/e load $1 declined by busy
            """)
    }

    @Test func `a scope of several fields is one key, in whatever order it names them`() throws {
        try Ledger(
            """
            field merchant : text
            field country : text
            limit one { sum amount per customer, merchant, country per day  at most $10 }
            limit two { sum amount per country, merchant, customer per day  at most $12 }
            """
        ).run(
            """
            2000-01-01T01:00:00Z 1/a load $10 merchant=A country=FR accepted
            2000-01-01T01:00:00Z 1/b load $1 merchant=A country=FR declined by one
            2000-01-01T01:00:00Z 1/c load $10 merchant=AF country=R accepted
            2000-01-01T01:00:00Z 2/d load $10 merchant=A country=FR accepted
            2000-01-01T01:00:00Z 1/e load $10 merchant=A country=DE accepted
            """)
    }

    @Test func `of declined counts the earlier declines, by whatever rule, and never this one`() throws {
        try Ledger(
            """
            limit tries { on load  count of declined per customer per day  at most 1 }
            require small { on load  that amount <= $10 }
            """
        ).run(
            """
            2000-01-01T01:00:00Z 1/a load $60 declined by small
            2000-01-01T02:00:00Z 1/b load $60 declined by small
            2000-01-01T03:00:00Z 1/c load $1 declined by tries
            2000-01-01T03:00:00Z 2/c load $1 accepted
            2000-01-02T04:00:00Z 1/d load $1 accepted
            """)
    }

    @Test func `a decline by the balance is a decline`() throws {
        try Ledger("limit tries { count of declined per customer per day  at most 0 }").run(
            """
            2000-01-01T01:00:00Z 1/a load $92,233,720,368,547,758.07 accepted
            2000-01-01T01:00:00Z 1/b load $1 declined by balance
            2000-01-01T01:00:00Z 1/c withdrawal $1 declined by tries
            """)
    }

    @Test func `nothing was declined: an average of nothing is within any bound`() throws {
        try Ledger(
            """
            limit usual { average amount * 1 of declined per customer per day  at most -$5 }
            require small { on load  that amount <= $10 }
            """
        ).run(
            """
            2000-01-01T01:00:00Z 1/a load $1 accepted
            2000-01-01T01:00:00Z 1/b load $11 declined by small
            2000-01-01T01:00:00Z 1/c load $1 declined by usual
            """)
    }

    @Test func `what this transaction would add can't be computed: nothing is asked of it under of declined`() throws {
        let rules = """
            limit ratio { sum amount / balance of COUNTED per customer per day  at most 5  else review }
            """
        try Ledger(rules.replacing("COUNTED", with: "declined")).run("2000-01-01T01:00:00Z 1/a load $1 accepted")
        try Ledger(rules.replacing("COUNTED", with: "attempts")).run(
            "2000-01-01T01:00:00Z 1/a load $1 declined by ratio as ArithmeticError")
    }

    @Test func `what is accepted is counted and what is declined is not, whatever the function`() throws {
        try Ledger(
            """
            limit large { on load  largest amount per customer per day  at most $10 }
            let biggest = largest amount on load per customer per day or $0
            require less { on withdrawal  that amount <= biggest }
            """
        ).run(
            """
            2000-01-01T01:00:00Z 1/a load $11 declined by large
            2000-01-01T01:00:00Z 1/b withdrawal $1 declined by less
            2000-01-01T01:00:00Z 1/c load $9 accepted
            2000-01-01T01:00:00Z 1/d withdrawal $9 accepted
            """)
    }

    @Test func `a failed number names what was there, what is added and what they make`() throws {
        let ledger = try Ledger("limit usual { on load  average amount per customer per day  at most $10.00 }")
        for (line, used, total) in [
            ("2000-01-01T01:00:00Z 1/a load $12.00", nil, 1_200), ("2000-01-01T01:00:00Z 1/b load $8.00", 0, 0),
            ("2000-01-01T02:00:00Z 1/c load $14.01", 800, 1_100),
        ] as [(String, Int64?, Int64)] {
            let decision = try ledger.decide(line)
            guard let failure = decision.failures.first else {
                #expect(total == 0)
                continue
            }
            let usage = try #require(failure.usage)
            #expect(usage.used == used.map { .money(minorUnits: $0) }, "\(line)")
            #expect(usage.total == .money(minorUnits: total) && usage.limit == .money(minorUnits: 1_000), "\(line)")
        }
    }

    @Test func `the numbers of a failed limit say what they are`() throws {
        let ledger = try Ledger(
            """
            limit few { on load  count of declined per customer per day  at most 0 }
            require small { on load  that amount < $5.00 }
            """)
        let line = "2000-01-01T01:00:00Z 1/a load $6.00"
        #expect(try ledger.decide(line).failures.map(\.usage) == [nil])
        let usage = try #require(try ledger.decide(line).failures.first?.usage)
        #expect(usage.used == .number(millionths: 1_000_000) && usage.added == nil)
        #expect(usage.total == .number(millionths: 1_000_000) && usage.limit == .number(millionths: 0))
    }
}
