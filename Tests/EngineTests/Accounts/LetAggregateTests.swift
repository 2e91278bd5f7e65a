import Engine
import Testing

/// The aggregates that `let`s name.
@Suite struct LetAggregateTests {
    @Test func `a let does not include this transaction, whatever it counts`() throws {
        for counted in ["", "of attempts", "of declined"] {
            try Ledger(
                """
                let before = count \(counted) on load per customer per day
                require first { on load  that before is 0  else review as NotFirst }
                """
            ).run("2000-01-01T01:00:00Z 1/a load $1 accepted")
        }
    }

    @Test func `accepted, attempts and declined are three counts`() throws {
        try Ledger(
            """
            let done = count on load per customer per day
            let tried = count of attempts on load per customer per day
            let refused = count of declined on load per customer per day
            require small { on load  that amount <= $10 }
            require sums { that tried is done + refused }
            require two { on withdrawal  that done is 2 and tried is 3 and refused is 1 }
            """
        ).run(
            """
            2000-01-01T01:00:00Z 1/a load $1 accepted
            2000-01-01T02:00:00Z 1/b withdrawal $1 declined by two
            2000-01-01T03:00:00Z 1/c load $11 declined by small
            2000-01-01T04:00:00Z 1/d load $1 accepted
            2000-01-01T05:00:00Z 1/e withdrawal $1 accepted
            """)
    }

    @Test func `or VALUE stands for an average, a largest and a smallest of nothing`() throws {
        try Ledger(
            """
            let usual = average amount on load per customer per day or $5
            let highest = largest amount on load per customer per day or balance
            let lowest = smallest amount on load per customer per day or -$1
            require known { on withdrawal  that usual is $5 and highest is balance and lowest is -$1 }
            require learnt { on load  that usual <= $5 and highest <= $5 and lowest <= $5 }
            """
        ).run(
            """
            2000-01-01T01:00:00Z 1/a withdrawal $1 accepted
            2000-01-01T02:00:00Z 1/b load $7 accepted
            2000-01-01T03:00:00Z 1/c load $1 declined by learnt
            2000-01-01T04:00:00Z 1/d withdrawal $1 declined by known
            2000-01-02T04:00:00Z 1/e withdrawal $1 accepted
            """)
    }

    @Test func `a let counts on its own: its kinds, its where, its scope and window`() throws {
        try Ledger(
            """
            let large-loads = sum amount on load where amount > $5 across everyone per ever
            require some { on withdrawal  that large-loads >= $12 }
            """
        ).run(
            """
            2000-01-01T01:00:00Z 1/a load $5 accepted
            2000-01-01T01:00:00Z 2/a load $6 accepted
            2000-01-01T01:00:00Z 3/a withdrawal $1 declined by some
            2005-01-01T01:00:00Z 4/a load $6 accepted
            1990-01-01T01:00:00Z 3/b withdrawal $20 accepted
            """)
    }

    @Test func `a let may use other lets in what it counts and measures, by their values before`() throws {
        try Ledger(
            """
            let seen = count on load per customer per ever
            let weighted = sum amount * (seen + 1) on load where seen < 2 per customer per ever
            require right { on withdrawal  that weighted is $5 }
            """
        ).run(
            """
            2000-01-01T01:00:00Z 1/a load $1 accepted
            2000-01-01T02:00:00Z 1/b load $2 accepted
            2000-01-01T03:00:00Z 1/c load $100 accepted
            2000-01-01T04:00:00Z 1/d withdrawal $1 accepted
            """)
    }

    @Test func `a where that can't be computed counts nothing, and neither does a measure`() throws {
        try Ledger(
            """
            let ratio = count on load where amount / balance >= 0 per customer per ever
            let shares = sum amount / balance on load per customer per ever
            require counted { on withdrawal  that ratio is 1 and shares is 2 }
            """
        ).run(
            """
            2000-01-01T01:00:00Z 1/a load $1 accepted
            2000-01-01T02:00:00Z 1/b load $2 accepted
            2000-01-01T04:00:00Z 1/d withdrawal $1 accepted
            """)
    }

    @Test func `a value of a closed window fails the rule that evaluates it, with the rule's own outcome`() throws {
        try Ledger(
            """
            let today = count on load per customer per day
            require calm { on load  that today < 5  else review as Busy }
            require steady { on withdrawal  that today < 5 or amount > $0 }
            require lazy { on withdrawal  that amount > $0 or today < 5 }
            """
        ).run(
            """
            2000-01-02T01:00:00Z 1/a load $1 accepted
            2000-01-01T01:00:00Z 1/b load $1 reviewed as TransactionTooLate
            2000-01-01T01:00:00Z 1/c withdrawal $1 declined by steady as TransactionTooLate
            2000-01-01T01:00:00Z 2/d load $1 accepted
            """)
    }

    @Test func `an ignored transaction is counted by nothing`() throws {
        try Ledger(
            """
            unique once { key id per customer  else ignore }
            let tried = count of attempts on load per customer per day
            require two { on withdrawal  that tried is 1 }
            """
        ).run(
            """
            2000-01-01T01:00:00Z 1/a load $1 accepted
            2000-01-01T02:00:00Z 1/a load $1 ignored by once
            2000-01-01T03:00:00Z 1/b withdrawal $1 accepted
            """)
    }

    @Test func `a bound, an exemption and a where can use a let`() throws {
        try Ledger(
            """
            let loads = count on load per customer per ever
            limit few {
              on load where loads >= 1  sum amount per customer per ever  at most $10 * loads  unless loads is 3
            }
            """
        ).run(
            """
            2000-01-01T01:00:00Z 1/a load $100 accepted
            2000-01-01T02:00:00Z 1/b load $10.01 declined by few
            2000-01-01T02:00:00Z 1/c load $10.00 accepted
            2000-01-01T03:00:00Z 1/d load $10.01 declined by few
            2000-01-01T03:00:00Z 1/e load $1 accepted
            2000-01-01T03:00:00Z 1/f load $100 accepted
            2000-01-01T03:00:00Z 1/g load $1 declined by few
            """)
    }
}
