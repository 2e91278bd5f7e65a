import Engine
import Testing

/// "What it means": windows and duplicates.
@Suite struct WindowMeaningTests {
    @Test func `midnight belongs to the day that begins`() throws {
        try Ledger("limit daily { on load  count per customer per day  at most 1 }").run(
            """
            2000-01-01T23:59:59Z 1/a load $1 accepted
            2000-01-02T00:00:00Z 1/b load $1 accepted
            2000-01-02T23:59:59Z 1/c load $1 declined by daily
            """)
    }

    @Test(arguments: [
        ("week", "2000-01-09T23:59:59Z", "2000-01-10T00:00:00Z"),
        ("month", "2000-01-31T23:59:59Z", "2000-02-01T00:00:00Z"),
        ("year", "2000-12-31T23:59:59Z", "2001-01-01T00:00:00Z"),
    ])
    func `a window ends where the calendar says`(window: String, last: String, next: String) throws {
        try Ledger("limit few { count per customer per \(window)  at most 1 }").run(
            """
            2000-01-03T00:00:00Z 1/a load $1 accepted
            \(last) 1/b load $1 declined by few
            \(next) 1/c load $1 accepted
            """)
    }

    @Test func `a week begins on the policy's day`() throws {
        let header = "policy \"Test\"  currency USD  timezone UTC  week starts sunday\n"
        try Ledger("limit few { count per customer per week  at most 1 }", header: header).run(
            """
            2000-01-02T00:00:00Z 1/a load $1 accepted
            2000-01-08T23:59:59Z 1/b load $1 declined by few
            2000-01-09T00:00:00Z 1/c load $1 accepted
            """)
    }

    @Test func `weeks before 1970 are whole weeks`() throws {
        try Ledger("limit few { count per customer per week  at most 1 }").run(
            """
            1969-12-22T00:00:00Z 1/a load $1 accepted
            1969-12-28T23:59:59Z 1/b load $1 declined by few
            1969-12-29T00:00:00Z 1/c load $1 accepted
            1970-01-04T23:59:59Z 1/d load $1 declined by few
            1970-01-05T00:00:00Z 1/e load $1 accepted
            """)
    }

    @Test func `ever never closes and never ends`() throws {
        try Ledger("limit few { count per customer per ever  at most 2 }").run(
            """
            2000-01-02T00:00:00Z 1/a load $1 accepted
            1990-01-02T00:00:00Z 1/b load $1 accepted
            2030-01-02T00:00:00Z 1/c load $1 declined by few
            """)
    }

    @Test func `a transaction whose window is closed fails as too late, with the rule's own outcome`() throws {
        try Ledger(
            """
            limit flagged { on load  count per customer per day  at most 9  else review as Many }
            limit daily { on load where amount > $10  count per customer per day  at most 9 }
            """
        ).run(
            """
            2000-01-02T00:00:00Z 1/a load $20 accepted
            2000-01-01T23:59:59Z 1/b load $20 declined by daily as TransactionTooLate
            2000-01-01T23:59:59Z 1/c load $10 reviewed as TransactionTooLate
            2000-01-02T00:00:00Z 1/d load $20 accepted
            """)
    }

    @Test func `a window is closed by what was counted in its cell only`() throws {
        try Ledger("limit daily { on load  sum amount per customer per day  at most $10 }").run(
            """
            2000-01-02T00:00:00Z 1/a load $20 declined by daily
            2000-01-02T00:00:00Z 1/b withdrawal $20 accepted
            2000-01-02T00:00:00Z 2/a load $10 accepted
            2000-01-01T23:59:59Z 1/c load $10 accepted
            """)
    }

    @Test func `a key is recorded whatever became of its transaction`() throws {
        try Ledger(
            """
            require small { that amount < $10 }
            unique once { key id per customer  else decline as Repeat }
            """
        ).run(
            """
            2000-01-01T01:00:00Z 1/a load $60 declined by small
            2000-01-01T02:00:00Z 1/a load $1 declined by once as Repeat
            2000-01-01T03:00:00Z 2/a load $1 accepted
            """)
    }

    @Test func `an ignored repeat records nothing`() throws {
        try Ledger(
            """
            unique once { key id per customer  else ignore }
            unique amounts { key amount per customer  else decline }
            """
        ).run(
            """
            2000-01-01T01:00:00Z 1/a load $1 accepted
            2000-01-01T02:00:00Z 1/a load $2 ignored by once
            2000-01-01T03:00:00Z 1/b load $2 accepted
            2000-01-01T04:00:00Z 1/c load $2 declined by amounts
            """)
    }

    @Test func `ids are compared as bytes`() throws {
        let composed = "\u{E9}"
        let decomposed = "e\u{301}"
        try Ledger("unique once { key id per customer  else ignore }").run(
            """
            2000-01-01T01:00:00Z 1/7 load $1 accepted
            2000-01-01T01:00:00Z 1/07 load $1 accepted
            2000-01-01T01:00:00Z 1/\(composed) load $1 accepted
            2000-01-01T01:00:00Z 1/\(decomposed) load $1 accepted
            2000-01-01T01:00:00Z 1/\(composed) load $1 ignored by once
            2000-01-01T01:00:00Z 1/07 load $1 ignored by once
            2000-01-01T01:00:00Z \(decomposed)/7 load $1 accepted
            """)
    }

    @Test func `a key across everyone is shared by all customers`() throws {
        try Ledger("unique once { key id across everyone  else ignore }").run(
            """
            2000-01-01T01:00:00Z 1/a load $1 accepted
            2000-01-01T01:00:00Z 2/a load $1 ignored by once
            """)
    }
}
