import Engine
import RulesDSL
import Testing

/// `active from … until` and `mode shadow`.
@Suite struct ActiveShadowTests {
    @Test func `outside of its dates a rule exempts, by the transaction's own time`() throws {
        try Ledger(
            "limit few { on load  count per customer per month  at most 1  active from 2000-01-02 until 2000-01-03 }"
        )
        .run(
            """
            2000-01-01T00:00:00Z 1/a load $1 accepted
            2000-01-01T23:59:59Z 1/b load $1 accepted
            2000-01-02T00:00:00Z 1/c load $1 declined by few
            2000-01-02T23:59:59Z 1/d load $1 declined by few
            2000-01-03T00:00:00Z 1/e load $1 accepted
            2000-01-02T12:00:00Z 2/f load $1 accepted
            """)
    }

    @Test func `either end may be missing`() throws {
        try Ledger(
            """
            require late-small { on load  that amount < $5  active from 2000-01-02T12:00:00Z }
            require early-small { on withdrawal  that amount < $5  active until 2000-01-02 }
            """
        ).run(
            """
            2000-01-02T11:59:59Z 1/a load $5 accepted
            2000-01-02T12:00:00Z 1/b load $5 declined by late-small
            2000-01-01T23:59:59Z 1/c withdrawal $5 declined by early-small
            2000-01-02T00:00:00Z 1/d withdrawal $5 accepted
            """)
    }

    @Test func `dates come before unless, which is not computed then`() throws {
        try Ledger("require small { that amount < $5  unless amount / balance > 5  active from 2000-01-02 }").run(
            """
            2000-01-01T00:00:00Z 1/a load $50 accepted
            2000-01-02T00:00:00Z 2/b load $50 declined by small as ArithmeticError
            """)
    }

    @Test func `a unique outside of its dates remembers`() throws {
        try Ledger("unique once { key amount per customer  else ignore  active from 2000-01-02 }").run(
            """
            2000-01-01T00:00:00Z 1/a load $5 accepted
            2000-01-01T00:00:00Z 1/b load $5 accepted
            2000-01-02T00:00:00Z 1/c load $5 ignored by once
            """)
    }

    @Test func `a rule in shadow is noted and never decides`() throws {
        try Ledger(
            """
            require small { that amount < $5  mode shadow }
            require tiny { that amount < $2  else review as Large }
            require possible { that amount < $100 }
            """
        ).run(
            """
            2000-01-01T00:00:00Z 1/a load $1 accepted
            2000-01-01T00:00:00Z 1/b load $5 reviewed as Large shadow small
            2000-01-01T00:00:00Z 1/c load $100 declined by possible shadow small
            balance 1 $6
            """)
    }

    @Test func `a rule in shadow counts what was really accepted`() throws {
        try Ledger(
            """
            limit few { on load  count per customer per day  at most 1  mode shadow }
            require small { on load  that amount < $5 }
            """
        ).run(
            """
            2000-01-01T00:00:00Z 1/a load $5 declined by small
            2000-01-01T00:00:00Z 1/b load $1 accepted
            2000-01-01T00:00:00Z 1/c load $1 accepted shadow few
            2000-01-01T00:00:00Z 1/d load $1 accepted shadow few
            """)
    }

    @Test func `a unique in shadow remembers its keys`() throws {
        try Ledger("unique once { key id per customer  else ignore  mode shadow }").run(
            """
            2000-01-01T00:00:00Z 1/a load $1 accepted
            2000-01-01T00:00:00Z 1/a load $1 accepted shadow once
            balance 1 $2
            """)
    }

    @Test func `whatever the cause, a rule in shadow has no effect`() throws {
        try Ledger(
            """
            require ratio { on load  that amount / balance < 5  mode shadow }
            limit few { on withdrawal  count per customer per day  at most 9  else review  mode shadow }
            """
        ).run(
            """
            2000-01-02T00:00:00Z 1/a load $1 accepted shadow ratio
            2000-01-02T00:00:00Z 1/b withdrawal $1 accepted
            2000-01-01T00:00:00Z 1/c withdrawal $1 accepted shadow few
            """)
    }

    @Test func `what fails in shadow alone has a line of its own, and no code in the results`() throws {
        let rules = "require small { that amount < $5  else review as Large  mode shadow }"
        let line = #"{"id":"1","customer_id":"1","load_amount":"$7.00","time":"2000-01-01T00:00:00Z"}"#
        for recordedFacts in RecordedFacts.allCases {
            let run = try Run(rules, Array(line.utf8), recording: recordedFacts)
            #expect(run.results == #"{"id":"1","customer_id":"1","accepted":true}"# + "\n")
            #expect(run.explanations.contains(#""decision":"accepted","rule":"small","code":"Large","shadow":true"#))
            #expect(run.store.events().map(\.decision) == [.accepted])
        }
    }

    @Test func `a test of a rules file expects exactly the rules in shadow that fail`() throws {
        let policy = try Ledger.policy(
            """
            require small { that amount < $5  mode shadow }
            require tiny { that amount < $2  mode shadow }
            test "shadows" {
              2000-01-01 09:00  load  $1.00  accepted
              2000-01-01 09:00  load  $2.00  accepted shadow tiny
              2000-01-01 09:00  load  $5.00  accepted shadow tiny shadow small
              2000-01-01 09:00  load  $5.00  accepted
              2000-01-01 09:00  load  $1.00  accepted shadow tiny
            }
            """)
        let runner = TestRunner(policy)
        var coverage = TestCoverage(policy)
        let test = try #require(policy.program.policy.tests.first)
        let outcome = try runner.run(test, covering: &coverage)
        #expect(outcome.entries.map(\.isAsExpected) == [true, true, true, false, false])
        #expect(outcome.entries[4].spared.map(\.rule.name) == ["tiny"])
        #expect(coverage.neverFailing.isEmpty)
    }
}
