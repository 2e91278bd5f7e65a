import Engine
import RulesDSL
import Testing

/// What a lint says of decisions is shown only where deciding confirms it.
struct LintTrialTests {
    private static let rules = """
        limit daily  { on load  sum amount per customer per day   at most $100.00 }
        limit weekly { on load  sum amount per customer per week  at most $300.00 }
        require small { on load where hour < 12  that amount <= $60.00 }
        require rich  { on load  that balance >= $0.00  unless amount > $50.00 }

        """

    private static let somewhere = SourceRange(file: FileID(0), lower: 0, upper: 1)

    private func isConfirmed(_ claim: LintClaim) throws -> Bool {
        let policy = try Ledger.policy(Self.rules)
        var trial = LintTrial(policy.program, policy.lintContext)
        let diagnostic = Diagnostic(
            code: "R0701", severity: .warning, message: "claimed", primary: Diagnostic.Label(Self.somewhere))
        return try trial.confirmed(LintFinding(diagnostic, claim)) != nil
    }

    private static let loads = LintSetting(kinds: [0], values: [:], active: .always)

    private static func neverReached(_ limit: Int, by others: [Int]) -> LintClaim {
        .neverReached(
            limit: limit, others: others,
            filling: LintFilling(pace: .calendar(.day), largest: 10_000, setting: loads))
    }

    @Test func `a limit that is reached is not said to be never reached`() throws {
        // Three full days reach $300.00, and then the weekly limit stops alone what the daily one lets through.
        #expect(try !isConfirmed(Self.neverReached(1, by: [0])))
        // The other way round it is as true as it is false: no day is stopped by the weekly one.
        #expect(try !isConfirmed(Self.neverReached(0, by: [1])))
    }

    @Test(arguments: [LintClaim.Verdict.unchecked, .exempt, .failed, .passed])
    func `a rule that says now this, now that, is not said to say always the same`(verdict: LintClaim.Verdict) throws {
        #expect(try !isConfirmed(.sameVerdict(rule: 2, verdict, setting: Self.loads)))
    }

    @Test func `what holds is confirmed`() throws {
        // No load is checked whose balance is below zero.
        #expect(try isConfirmed(.sameVerdict(rule: 3, .passed, setting: Self.loads)))
        #expect(try isConfirmed(.dates(rules: [0, 1], 0..<100, check: true, setting: Self.loads)))
        #expect(try !isConfirmed(.dates(rules: [0, 1], 0..<100, check: false, setting: Self.loads)))
        #expect(try !isConfirmed(.dates(rules: [0, 2], 50_000..<50_100, check: true, setting: Self.loads)))
    }

    @Test func `what there is no time to try is counted`() throws {
        let policy = try Ledger.policy(Self.rules)
        var trial = LintTrial(policy.program, policy.lintContext, patience: 1)
        let diagnostic = Diagnostic(
            code: "R0705", severity: .warning, message: "claimed", primary: Diagnostic.Label(Self.somewhere))
        let finding = LintFinding(diagnostic, .sameVerdict(rule: 3, .passed, setting: Self.loads))
        #expect(try trial.confirmed(finding) != nil)
        #expect(trial.untried == 0)
        for _ in 0..<2 { #expect(try trial.confirmed(finding) == nil) }
        #expect(trial.untried == 2)
    }

    @Test func `beyond a hundred warnings the rest is counted, and without time everything`() throws {
        let never = (0..<120).map { "require never\($0) { on load where amount < $0.00  that hour < 5 }" }
        let policy = try Ledger.policy(never.joined(separator: "\n"))
        let lints = try policy.lints(patience: .max)
        #expect(lints.diagnostics.count == 100 && lints.untried == 20)
        let hasty = try policy.lints(patience: 0)
        #expect(hasty.diagnostics.isEmpty && hasty.untried == 120)
    }

    @Test func `rules that tests may make fail for which there is no time are counted`() throws {
        let test = """
            test "a" { 2000-01-01 12:00  load  $200.00  declined by daily }
            test "b" { 2000-01-01 12:00  load  $61.00   accepted }

            """
        let policy = try Ledger.policy(Self.rules + test)
        #expect(try policy.lints(patience: .max).diagnostics.count { $0.code == "R0709" } == 3)
        let hasty = try policy.lints(patience: 1)
        #expect(!hasty.diagnostics.contains { $0.code == "R0709" } && hasty.untried >= 2)
    }
}
