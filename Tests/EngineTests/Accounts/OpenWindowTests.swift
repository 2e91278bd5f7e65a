import Engine
import Testing

/// Rolling windows, and windows that stay open longer.
@Suite struct OpenWindowTests {
    @Test func `a rolling window is exact to the second`() throws {
        try Ledger("limit few { on load  count per customer per rolling 24 hours  at most 1 }").run(
            """
            2000-01-01T10:00:00Z 1/a load $1 accepted
            2000-01-02T09:59:59Z 1/b load $1 declined by few
            2000-01-02T10:00:00Z 1/c load $1 accepted
            """)
    }

    @Test func `without late a rolling window is closed for every earlier second`() throws {
        try Ledger("limit few { on load  count per customer per rolling 24 hours  at most 9 }").run(
            """
            2000-01-01T10:00:00Z 1/a load $1 accepted
            2000-01-01T10:00:00Z 1/b load $1 accepted
            2000-01-01T09:59:59Z 1/c load $1 declined by few as TransactionTooLate
            2000-01-01T09:59:59Z 1/d withdrawal $1 accepted
            2000-01-01T09:59:59Z 2/e load $1 accepted
            """)
    }

    @Test func `a late transaction passes a rolling limit only if every window that contains it stays within it`()
        throws
    {
        try Ledger(
            """
            late up to 2 days
            limit few { on load  sum amount per customer per rolling 24 hours  at most $10 }
            """
        ).run(
            """
            2000-01-02T10:00:00Z 1/a load $8 accepted
            2000-01-02T09:00:00Z 1/b load $3 declined by few
            2000-01-02T09:00:00Z 1/c load $2 accepted
            2000-01-01T10:00:00Z 1/d load $9 declined by few
            2000-01-01T10:00:00Z 1/d2 load $8 accepted
            2000-01-01T09:00:00Z 1/e load $3 declined by few
            2000-01-01T09:59:59Z 1/f load $1 declined by few
            2000-01-02T10:00:01Z 1/g load $1 declined by few
            2000-01-03T09:00:00Z 1/h load $2 accepted
            2000-01-01T08:59:59Z 1/i load $1 declined by few as TransactionTooLate
            """)
    }

    @Test func `the numbers of a failure are those of the first window that fails`() throws {
        let ledger = try Ledger(
            """
            late up to 2 days
            limit few { on load  sum amount per customer per rolling 24 hours  at most $10 }
            """)
        try ledger.run(
            """
            2000-01-02T10:00:00Z 1/a load $8 accepted
            2000-01-01T12:00:00Z 1/b load $1 accepted
            """)
        let failure = try #require(try ledger.decide("2000-01-01T11:00:00Z 1/c load $2").failures.first)
        let usage = try #require(failure.usage)
        #expect(usage.used == .money(minorUnits: 900) && usage.added == .money(minorUnits: 200))
        #expect(usage.total == .money(minorUnits: 1_100))
        #expect(failure.because.contains("the 24 hours to 2000-01-02T10:00:00Z"))
    }

    @Test func `a calendar window stays open for late and not a second longer`() throws {
        try Ledger(
            """
            late up to 2 days
            limit few { on load  count per customer per day  at most 2 }
            """
        ).run(
            """
            2000-01-01T10:00:00Z 1/a load $1 accepted
            2000-01-03T23:59:59Z 1/b load $1 accepted
            2000-01-01T11:00:00Z 1/c load $1 accepted
            2000-01-01T11:00:00Z 1/d load $1 declined by few as few
            2000-01-04T00:00:00Z 1/e load $1 accepted
            2000-01-01T11:00:00Z 1/f load $1 declined by few as TransactionTooLate
            2000-01-02T11:00:00Z 1/g load $1 accepted
            """)
    }

    @Test func `only what was counted in the cell closes its windows`() throws {
        try Ledger(
            """
            late up to 1 day
            limit few { on load where amount <= $5  count per customer per day  at most 2 }
            require small { on load  that amount <= $9 }
            """
        ).run(
            """
            2000-01-01T10:00:00Z 1/a load $1 accepted
            2000-01-09T10:00:00Z 1/b load $10 declined by small
            2000-01-09T10:00:00Z 1/c load $6 accepted
            2000-01-09T10:00:00Z 2/d load $1 accepted
            2000-01-01T11:00:00Z 1/e load $1 accepted
            """)
    }

    @Test func `a transaction whose window is closed adds nothing, though it is accepted`() throws {
        try Ledger("limit few { on load  count per customer per rolling 1 hours  at most 1  else review as Few }").run(
            """
            2000-01-01T10:00:00Z 1/a load $1 accepted
            2000-01-01T09:30:00Z 1/b load $1 reviewed as TransactionTooLate
            2000-01-01T10:29:59Z 1/c load $1 reviewed as Few
            """)
    }

    @Test func `a let takes the window that ends with the transaction alone`() throws {
        try Ledger(
            """
            late up to 2 days
            let recent = sum amount on load per customer per rolling 24 hours
            require known { on withdrawal  that amount <= recent }
            """
        ).run(
            """
            2000-01-02T10:00:00Z 1/a load $8 accepted
            2000-01-02T09:00:00Z 1/b load $1 accepted
            2000-01-02T09:59:59Z 1/c withdrawal $1.01 declined by known
            2000-01-02T10:00:00Z 1/d withdrawal $9 accepted
            2000-01-03T09:00:00Z 1/e withdrawal $8.01 declined by known
            """)
    }

    @Test func `ever never closes, late or not`() throws {
        for late in ["", "late up to 1 day\n"] {
            for function in ["count", "distinct amount"] {
                try Ledger("\(late)limit few { on load  \(function) per customer per ever  at most 2 }").run(
                    """
                    2020-01-02T00:00:00Z 1/a load $1 accepted
                    1990-01-02T00:00:00Z 1/b load $2 accepted
                    2000-01-02T00:00:00Z 1/c load $3 declined by few
                    """)
            }
        }
    }
}
