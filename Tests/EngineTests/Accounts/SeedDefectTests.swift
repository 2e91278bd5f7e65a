import Engine
import Testing

/// The defects of the program that bankrules grew from. Each is a test that ours does not have it.
@Suite struct SeedDefectTests {
    private let rules = """
        unique duplicate-transaction { key id per customer  else ignore as DuplicateTxn }
        limit daily-load-count { on load  count per customer per day  at most 3 }
        limit daily-load-amount { on load  sum amount per customer per day  at most $5,000.00 }
        limit weekly-load-amount { on load  sum amount per customer per week  at most $20,000.00 }
        require sufficient-funds { on withdrawal  that balance >= amount }
        """

    @Test func `deposits of the same day count once in the check of funds`() throws {
        try Ledger(rules).run(
            """
            2000-01-03T09:00:00Z 1/a load $100.00 accepted
            2000-01-03T10:00:00Z 1/b withdrawal $100.01 declined by sufficient-funds
            2000-01-03T11:00:00Z 1/c withdrawal $100.00 accepted
            balance 1 $0.00
            """)
    }

    @Test func `a decline leaves the balance as it is`() throws {
        try Ledger(rules).run(
            """
            2000-01-03T09:00:00Z 1/a load $5,000.00 accepted
            2000-01-03T10:00:00Z 1/b load $0.01 declined by daily-load-amount
            balance 1 $5,000.00
            2000-01-03T11:00:00Z 1/c withdrawal $5,000.00 accepted
            """)
    }

    @Test func `the excess of a weekly limit is computed from the weekly limit`() throws {
        let ledger = try Ledger(rules)
        try ledger.run(
            """
            2000-01-03T09:00:00Z 1/a load $5,000.00 accepted
            2000-01-04T09:00:00Z 1/b load $5,000.00 accepted
            2000-01-05T09:00:00Z 1/c load $5,000.00 accepted
            2000-01-06T09:00:00Z 1/d load $4,000.00 accepted
            """)
        let decision = try ledger.decide("2000-01-07T09:00:00Z 1/e load $1,500.00")
        let failure = try #require(decision.failures.first)
        #expect(failure.rule == "weekly-load-amount")
        let usage = try #require(failure.usage)
        #expect(usage.total == .money(minorUnits: 2_050_000) && usage.limit == .money(minorUnits: 2_000_000))
    }

    @Test func `a withdrawal gives nothing back to a load limit`() throws {
        try Ledger(rules).run(
            """
            2000-01-03T09:00:00Z 1/a load $5,000.00 accepted
            2000-01-03T10:00:00Z 1/b withdrawal $5,000.00 accepted
            2000-01-03T11:00:00Z 1/c load $0.01 declined by daily-load-amount
            """)
    }

    @Test func `a declined id that comes again with another amount is still a repeat`() throws {
        try Ledger(rules).run(
            """
            2000-01-03T09:00:00Z 1/a load $6,000.00 declined by daily-load-amount
            2000-01-03T10:00:00Z 1/a load $10.00 ignored by duplicate-transaction
            balance 1 $0.00
            """)
    }
}
