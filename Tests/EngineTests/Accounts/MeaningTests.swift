import Engine
import Testing

/// "What it means", sentence by sentence: one transaction, what counts, what is compared.
@Suite struct MeaningTests {
    @Test func `amount is the magnitude and kind the direction`() throws {
        try Ledger("require small { on withdrawal  that amount <= $10 and kind is withdrawal }").run(
            """
            2000-01-01T00:00:00Z 1/a load $50 accepted
            2000-01-01T00:00:01Z 1/b withdrawal $10 accepted
            2000-01-01T00:00:02Z 1/c withdrawal $11 declined by small
            """)
    }

    @Test func `the first failing rule that declines decides`() throws {
        try Ledger(
            """
            require even-hour { that amount < $20 }
            require small { that amount < $10 }
            """
        ).run(
            """
            2000-01-01T00:00:00Z 1/a load $15 declined by small
            2000-01-01T00:00:00Z 1/b load $25 declined by even-hour
            """)
    }

    @Test func `a failing review is noted and evaluation goes on`() throws {
        let rules = """
            require usual { that amount < $10  else review as Unusual }
            require possible { that amount < $100  else decline as TooMuch }
            require daytime { that hour >= 6  else review as Night }
            """
        try Ledger(rules).run(
            """
            2000-01-01T12:00:00Z 1/a load $5 accepted
            2000-01-01T12:00:00Z 1/b load $50 reviewed as Unusual
            2000-01-01T03:00:00Z 1/c load $50 reviewed as Unusual,Night
            2000-01-01T03:00:00Z 1/d load $500 declined by possible as TooMuch
            balance 1 $105
            """)
    }

    @Test func `the explanation of a decline lists every other rule that fails`() throws {
        let ledger = try Ledger(
            """
            require first { that amount < $10 }
            require second { that amount < $5  else review }
            require third { that amount < $100 }
            require fourth { that amount < $20 }
            """)
        let decision = try ledger.decide("2000-01-01T12:00:00Z 1/a load $50")
        #expect(decision.failures.map(\.rule) == ["first", "second", "fourth"])
        #expect(decision.failures.map(\.isDecisive) == [true, false, false])
    }

    @Test func `without as the code is the rule's name`() throws {
        try Ledger("require small { that amount < $10 }").run(
            "2000-01-01T12:00:00Z 1/a load $50 declined by small as small")
    }

    @Test func `on where chooses what a rule counts and checks`() throws {
        try Ledger("limit big { on load where amount > $100  count per customer per day  at most 1 }").run(
            """
            2000-01-01T00:00:00Z 1/a load $200 accepted
            2000-01-01T01:00:00Z 1/b load $50 accepted
            2000-01-01T02:00:00Z 1/c withdrawal $200 accepted
            2000-01-01T03:00:00Z 1/d load $100.01 declined by big
            2000-01-01T04:00:00Z 1/e load $100.00 accepted
            """)
    }

    @Test func `an exempt transaction is not checked but counted`() throws {
        try Ledger("limit daily { on load  sum amount per customer per day  at most $100  unless hour < 6 }").run(
            """
            2000-01-01T01:00:00Z 1/a load $90 accepted
            2000-01-01T02:00:00Z 1/b load $90 accepted
            2000-01-01T06:00:00Z 1/c load $1 declined by daily
            """)
    }

    @Test func `only accepted transactions count, reviewed ones included`() throws {
        try Ledger(
            """
            require usual { that amount <= $50  else review as Unusual }
            limit daily { on load  sum amount per customer per day  at most $100 }
            """
        ).run(
            """
            2000-01-01T01:00:00Z 1/a load $60 reviewed as Unusual
            2000-01-01T02:00:00Z 1/b load $41 declined by daily
            2000-01-01T03:00:00Z 1/c load $40 accepted
            2000-01-01T04:00:00Z 1/d load $0.01 declined by daily
            """)
    }

    @Test func `attempts are counted whichever rule declines them, this one included`() throws {
        try Ledger(
            """
            require small { on load  that amount <= $10 }
            limit tries { on load  count of attempts per customer per day  at most 2 }
            """
        ).run(
            """
            2000-01-01T01:00:00Z 1/a load $60 declined by small
            2000-01-01T02:00:00Z 1/b load $10 accepted
            2000-01-01T03:00:00Z 1/c load $10 declined by tries
            2000-01-02T03:00:00Z 1/d load $10 accepted
            """)
    }

    @Test func `an ignored repeat is no attempt`() throws {
        try Ledger(
            """
            unique once { key id per customer  else ignore }
            limit tries { count of attempts per customer per day  at most 2 }
            """
        ).run(
            """
            2000-01-01T01:00:00Z 1/a load $60 accepted
            2000-01-01T02:00:00Z 1/a load $60 ignored by once
            2000-01-01T03:00:00Z 1/b load $10 accepted
            2000-01-01T04:00:00Z 1/c load $10 declined by tries
            """)
    }

    @Test func `exactly the limit passes and one cent over fails`() throws {
        try Ledger("limit daily { on load  sum amount per customer per day  at most $100 }").run(
            """
            2000-01-01T01:00:00Z 1/a load $100.00 accepted
            2000-01-01T01:00:00Z 2/a load $100.01 declined by daily
            """)
    }

    @Test func `a rule across everyone counts all customers together`() throws {
        try Ledger("limit platform { on load  count across everyone per day  at most 2 }").run(
            """
            2000-01-01T01:00:00Z 1/a load $1 accepted
            2000-01-01T02:00:00Z 2/a load $1 accepted
            2000-01-01T03:00:00Z 3/a load $1 declined by platform
            2000-01-02T00:00:00Z 3/b load $1 accepted
            """)
    }

    @Test func `balance is the balance on arrival`() throws {
        try Ledger("require rich { on load  that balance >= $10 or amount >= $10 }").run(
            """
            2000-01-01T01:00:00Z 1/a load $9 declined by rich
            2000-01-01T02:00:00Z 1/b load $10 accepted
            2000-01-01T03:00:00Z 1/c load $1 accepted
            """)
    }

    @Test func `a balance that would not fit declines by no rule`() throws {
        try Ledger("").run(
            """
            2000-01-01T01:00:00Z 1/a load $92,233,720,368,547,758.07 accepted
            2000-01-01T02:00:00Z 1/b load $0.01 declined by balance as ArithmeticError
            2000-01-01T03:00:00Z 1/c withdrawal $0.01 accepted
            """)
    }

    @Test func `a division by zero declines with ArithmeticError, even in a review`() throws {
        try Ledger("require ratio { that amount / balance < 5  else review }").run(
            "2000-01-01T01:00:00Z 1/a load $1 declined by ratio as ArithmeticError")
    }

    @Test func `and and or do not compute what they need not`() throws {
        try Ledger("require ratio { that balance is $0 or amount / balance <= 1 }").run(
            """
            2000-01-01T01:00:00Z 1/a load $1 accepted
            2000-01-01T02:00:00Z 1/b load $1 accepted
            2000-01-01T03:00:00Z 1/c load $3 declined by ratio
            """)
    }
}
