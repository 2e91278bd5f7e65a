import Engine
import RulesDSL
import Testing

/// What the tests of a rules file get, and what they exercise.
@Suite struct TestRunnerTests {
    private func run(_ rules: String) throws -> (outcomes: [TestOutcome], coverage: TestCoverage) {
        let policy: Policy
        do {
            policy = try Policy(SourceFile(name: "test.rules", text: Ledger.header + rules))
        } catch {
            Issue.record("the rules do not check: \(error.diagnostics.map(\.message))")
            throw error
        }
        let runner = TestRunner(policy)
        var coverage = TestCoverage(policy)
        var outcomes: [TestOutcome] = []
        for test in policy.program.policy.tests { outcomes.append(try runner.run(test, covering: &coverage)) }
        return (outcomes, coverage)
    }

    private static let rules = """
        unique once { key id per customer  else ignore as Repeat }
        limit daily { on load  sum amount per customer per day  at most $100.00  else decline as Much }
        require usual { that amount <= $50.00  else review as Unusual }
        require funds { on withdrawal  that balance >= amount }

        """

    @Test func `every result that a test can expect`() throws {
        let (outcomes, _) = try run(
            Self.rules + """
                test "all" {
                  2000-01-01 09:00  load  $40.00  id "a"  accepted
                  2000-01-01 09:00  load  $40.00  id "a"  ignored by once
                  2000-01-01 09:00  load  $60.00  reviewed as Unusual
                  2000-01-01 09:00  load  $0.01  declined by daily
                  2000-01-01 09:00  load  $0.01  declined as Much
                  2000-01-01 09:00  withdrawal  $100.01  declined as funds
                }
                """)
        #expect(outcomes[0].entries.map(\.isAsExpected) == [true, true, true, true, true, true])
        #expect(outcomes[0].isAsExpected)
    }

    @Test(arguments: [
        ("load $60.00 accepted", DecisionKind.reviewed), ("load $1.00 reviewed as Unusual", .accepted),
        ("load $1.00 declined by daily", .accepted), ("load $101.00 declined by funds", .declined),
        ("load $101.00 declined as funds", .declined), ("load $101.00 accepted", .declined),
        ("load $1.00 ignored by once", .accepted), ("load $101.00 reviewed as Unusual", .declined),
    ])
    func `another result than the expected one is a failure`(entry: String, decision: DecisionKind) throws {
        let (outcomes, _) = try run(Self.rules + "test \"wrong\" { 2000-01-01 09:00 \(entry) }")
        #expect(!outcomes[0].isAsExpected)
        #expect(outcomes[0].entries[0].decision == decision)
    }

    @Test func `a failure comes with the numbers of every rule that failed`() throws {
        let (outcomes, _) = try run(
            Self.rules + "test \"wrong\" { 2000-01-01 09:00 load $101.00 accepted }")
        let failures = outcomes[0].entries[0].failures
        #expect(failures.map(\.rule) == ["daily", "usual"])
        #expect(failures.map(\.isDecisive) == [true, false])
        #expect(failures[0].because.contains("$101.00 more exceeds $100.00 by $1.00"))
    }

    @Test func `a rule that should have failed says why it did not`() throws {
        let (outcomes, _) = try run(
            Self.rules + """
                test "wrong" {
                  2000-01-01 09:00  load  $40.00  accepted
                  2000-01-01 09:00  load  $10.00  declined as Much
                  2000-01-01 09:00  load  $10.00  declined by funds
                }
                """)
        let spared = outcomes[0].entries.map { $0.spared.map(\.rule.name) }
        #expect(spared == [[], ["daily"], ["funds"]])
        #expect(
            outcomes[0].entries[1].spared[0].reason
                == .passed(.init(used: 4_000, added: 1_000, total: 5_000, bound: 10_000)))
        #expect(outcomes[0].entries[2].spared[0].reason == .irrelevant)
    }

    @Test func `each test starts without history`() throws {
        let (outcomes, _) = try run(
            Self.rules + """
                test "one" {
                  2000-01-01 09:00  load  $50.00  id "a"  accepted
                  2000-01-01 09:00  load  $50.00  accepted
                }
                test "two" {
                  2000-01-01 09:00  load  $50.00  id "a"  accepted
                  2000-01-01 09:00  load  $50.00  accepted
                }
                """)
        let asExpected = outcomes.map(\.isAsExpected)
        #expect(asExpected == [true, true])
    }

    @Test func `given balance is the balance of every customer, and ends with the test`() throws {
        let (outcomes, _) = try run(
            Self.rules + """
                test "given" {
                  given balance $10.00
                  2000-01-01 09:00  withdrawal  $10.00  accepted
                  2000-01-01 09:00  withdrawal  $10.00  customer "7"  accepted
                  2000-01-01 09:00  withdrawal  $0.01  customer "7"  declined by funds
                }
                test "not given" { 2000-01-01 09:00  withdrawal  $0.01  declined by funds }
                """)
        let asExpected = outcomes.map(\.isAsExpected)
        #expect(asExpected == [true, true])
    }

    @Test func `a fresh id is none that an entry names`() throws {
        let (outcomes, _) = try run(
            Self.rules + """
                test "ids" {
                  2000-01-01 09:00  load  $1.00  accepted
                  2000-01-01 09:00  load  $1.00  id "entry-3"  accepted
                  2000-01-01 09:00  load  $1.00  accepted
                  2000-01-01 09:00  load  $1.00  id "entry-5"  accepted
                  2000-01-01 09:00  load  $1.00  accepted
                }
                """)
        #expect(outcomes[0].isAsExpected)
    }

    @Test func `a result that can not be computed is declined as ArithmeticError`() throws {
        let (outcomes, _) = try run(
            """
            require share { that amount / balance < 2  else review }
            test "division" { 2000-01-01 09:00  load  $1.00  declined as ArithmeticError }
            """)
        #expect(outcomes[0].isAsExpected)
        #expect(outcomes[0].entries[0].decisive?.rule == "share")
    }

    // MARK: Coverage

    private func coverage(_ rules: String, _ entries: String) throws -> TestCoverage {
        try run(rules + "\ntest \"t\" {\n\(entries)\n}").coverage
    }

    @Test func `rules that no transaction fails`() throws {
        let coverage = try coverage(
            Self.rules,
            """
            2000-01-01 09:00  load  $60.00  reviewed as Unusual
            2000-01-01 09:00  load  $40.01  declined by daily
            """)
        #expect(coverage.neverFailing.map(\.rule.name) == ["once", "funds"])
        #expect(coverage.rules.map(\.passes) == [2, 1, 0, 0])
        #expect(coverage.rules.map(\.failures) == [0, 1, 1, 0])
    }

    @Test func `what comes too late fails no rule by its own check`() throws {
        let coverage = try coverage(
            "limit few { on load  count per customer per rolling 1 hour  at most 5  else decline }",
            """
            2000-01-01 09:01  load  $1.00  accepted
            2000-01-01 09:00  load  $1.00  declined by few
            """)
        #expect(coverage.neverFailing.map(\.rule.name) == ["few"])
    }

    @Test func `a verdict that no result shows is tested by nothing`() throws {
        let coverage = try coverage(
            """
            require usual { that amount <= $1.00  else review as Unusual }
            require small { that amount <= $5.00 }
            require even { that amount <= $10.00 }
            """, "2000-01-01 09:00 load $10.01 declined by small  2000-01-01 09:00 load $10.00 declined by small")
        #expect(coverage.rules.map(\.failures) == [0, 2, 0])
        #expect(coverage.rules.map(\.passes) == [0, 0, 0])
    }

    @Test(arguments: [
        ("$99.99", "$0.02", false, true), ("$100.00", "$0.01", true, true), ("$100.00", "$0.02", true, false),
        ("$99.00", "$5.00", false, false),
    ])
    func `a sum is met at its limit and a cent above it`(
        first: String, second: String, pass: Bool, failure: Bool
    ) throws {
        let coverage = try coverage(
            "limit daily { on load  sum amount per customer per day  at most $100.00 }",
            "2000-01-01 09:00 load \(first) accepted  2000-01-01 09:00 load \(second) declined by daily")
        let boundary = try #require(coverage.rules[0].boundary)
        #expect(boundary.isMetByPass == pass)
        #expect(boundary.isMetByFailure == failure)
    }

    @Test(arguments: [("2", true), ("2.5", true), ("3", false)])
    func `a count is met by the last one that passes and the first one that fails`(bound: String, met: Bool) throws {
        let coverage = try coverage(
            "limit daily { on load  count per customer per day  at most \(bound) }",
            "2000-01-01 09:00 load $1 accepted  2000-01-01 09:00 load $1 accepted"
                + (met ? "  2000-01-01 09:00 load $1 declined by daily" : ""))
        let boundary = try #require(coverage.rules[0].boundary)
        #expect(boundary.isMetByPass == met)
        #expect(boundary.isMetByFailure == met)
    }

    @Test(arguments: [
        ("amount <= $5.00", "$5.00", "$5.01", true), ("amount < $5.00", "$4.99", "$5.00", true),
        ("amount < $5.00", "$4.98", "$5.01", false), ("$5.00 >= amount", "$5.00", "$5.01", true),
        ("amount > $5.00", "$5.01", "$5.00", true), ("amount >= $5.00", "$5.01", "$4.98", false),
    ])
    func `a comparison is met on either side of its bound`(
        condition: String, passing: String, failing: String, met: Bool
    ) throws {
        let coverage = try coverage(
            "require small { that \(condition) }",
            "2000-01-01 09:00 load \(passing) accepted  2000-01-01 09:00 load \(failing) declined by small")
        let boundary = try #require(coverage.rules[0].boundary)
        #expect(boundary.isMetByPass == met)
        #expect(boundary.isMetByFailure == met)
    }

    @Test func `what has no bound has no boundary`() throws {
        let coverage = try coverage(
            """
            unique once { key id per customer  else ignore }
            require loads { that kind is load }
            require both { that amount < $5.00 and hour < 6 }
            """, "2000-01-01 01:00 load $1 accepted")
        #expect(coverage.rules.map(\.boundary) == [nil, nil, nil])
    }
}
