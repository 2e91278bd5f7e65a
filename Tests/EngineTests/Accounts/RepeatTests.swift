import Engine
import Testing

/// `unique` with `within` and `conflict`.
@Suite struct RepeatTests {
    @Test func `within counts from the remembered transaction, and a repeat changes nothing`() throws {
        try Ledger("unique once { key amount per customer  within 30 days  else ignore }").run(
            """
            2000-01-01T00:00:00Z 1/a load $1 accepted
            2000-01-30T23:59:59Z 1/b load $1 ignored by once
            2000-01-31T00:00:00Z 1/c load $1 accepted
            2000-02-20T00:00:00Z 1/d load $1 ignored by once
            2000-03-01T00:00:00Z 1/e load $1 accepted
            """)
    }

    @Test func `an earlier transaction is a repeat, too`() throws {
        try Ledger("unique once { key amount per customer  within 1 days  else ignore }").run(
            """
            2000-01-10T00:00:00Z 1/a load $1 accepted
            2000-01-01T00:00:00Z 1/b load $1 ignored by once
            """)
    }

    @Test func `a declined transaction is remembered, an exempt one too`() throws {
        try Ledger(
            """
            unique once { key amount per customer  within 1 days  unless id is "x"  else decline }
            require small { that amount < $10 }
            """
        ).run(
            """
            2000-01-01T00:00:00Z 1/a load $10 declined by small
            2000-01-01T01:00:00Z 1/b load $10 declined by once
            2000-01-02T00:00:00Z 1/c load $10 declined by small
            2000-01-02T23:00:00Z 1/d load $10 declined by once
            2000-01-01T00:00:00Z 1/x load $1 accepted
            2000-01-01T00:00:00Z 1/e load $1 declined by once
            """)
    }

    @Test func `a repeat with another payload is a conflict, which declines`() throws {
        try Ledger("unique once { key id per customer  else ignore as Twice  conflict decline as Conflict }").run(
            """
            2000-01-01T00:00:00Z 1/a load $1 accepted
            2000-01-01T00:00:01Z 1/a load $1 ignored by once
            2000-01-01T00:00:00Z 1/a load $2 declined by once as Conflict
            2000-01-01T00:00:00Z 1/a withdrawal $1 declined by once as Conflict
            2000-01-01T00:00:00Z 1/a load $1 ignored by once
            2000-01-01T00:00:00Z 2/a load $2 accepted
            """)
    }

    @Test func `declared fields belong to the payload, and missing is a value`() throws {
        try Ledger(
            """
            field merchant : text optional
            unique once { key id per customer  else ignore  conflict decline as Conflict }
            """
        ).run(
            """
            2000-01-01T00:00:00Z 1/a load $1 merchant=A accepted
            2000-01-01T00:00:00Z 1/a load $1 merchant=A ignored by once
            2000-01-01T00:00:00Z 1/a load $1 declined by once as Conflict
            2000-01-01T00:00:00Z 1/a load $1 merchant=B declined by once as Conflict
            2000-01-01T00:00:00Z 1/b load $1 accepted
            2000-01-01T00:00:00Z 1/b load $1 merchant=A declined by once as Conflict
            """)
    }

    @Test func `conflict on compares exactly the named fields`() throws {
        try Ledger("unique once { key id per customer  else ignore  conflict on time, kind decline as Conflict }").run(
            """
            2000-01-01T00:00:00Z 1/a load $1 accepted
            2000-01-01T00:00:00Z 1/a load $2 ignored by once
            2000-01-01T00:00:01Z 1/a load $1 declined by once as Conflict
            2000-01-01T00:00:00Z 1/a withdrawal $1 declined by once as Conflict
            """)
    }

    @Test func `without a conflict clause another payload is a repeat like any other`() throws {
        try Ledger("unique once { key id per customer  else ignore }").run(
            """
            2000-01-01T00:00:00Z 1/a load $1 accepted
            2000-01-01T00:00:00Z 1/a withdrawal $2 ignored by once
            """)
    }

    @Test func `a key that is free again is remembered with its new payload`() throws {
        try Ledger(
            "unique once { key id per customer  within 1 days  else ignore  conflict decline as Conflict }"
        ).run(
            """
            2000-01-01T00:00:00Z 1/a load $1 accepted
            2000-01-02T00:00:00Z 1/a load $200 accepted
            2000-01-02T01:00:00Z 1/a load $1 declined by once as Conflict
            2000-01-02T01:00:00Z 1/a load $200 ignored by once
            """)
    }

    @Test func `a conflict says which fields differ`() throws {
        let ledger = try Ledger(
            """
            field merchant : text optional
            unique once { key id per customer  else ignore  conflict decline as Conflict }
            """)
        try ledger.run("2000-01-01T00:00:00Z 1/a load $1 merchant=A accepted")
        let failure = try #require(
            try ledger.decide("2000-01-01T00:00:00Z 1/a withdrawal $1 merchant=B").failures.first)
        #expect(failure.cause == .conflict)
        #expect(
            failure.because
                == "transaction a of customer 1 repeats the id of an earlier one, but not its kind and merchant")
    }
}
