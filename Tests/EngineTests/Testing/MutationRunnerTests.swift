import Engine
import RulesDSL
import Testing

/// Which changes of rules their tests notice.
@Suite struct MutationRunnerTests {
    private func unnoticed(_ rules: String) throws -> [String] {
        let policy = try Policy(SourceFile(name: "test.rules", text: Ledger.header + rules))
        var runner = try MutationRunner(policy)
        var unnoticed: [String] = []
        for mutation in runner.mutations where try runner.isNoticed(mutation) == false {
            unnoticed.append("\(mutation.before) → \(mutation.after)")
        }
        return unnoticed
    }

    private static let limit = """
        limit daily { on load  count per customer per day  at most 2  else decline as Much }

        """

    @Test func `without tests every change goes unnoticed`() throws {
        let policy = try Policy(SourceFile(name: "test.rules", text: Ledger.header + Self.limit))
        var runner = try MutationRunner(policy)
        let answers = try runner.mutations.map { mutation in try runner.isNoticed(mutation) }
        #expect(answers.count == 9)
        // A policy without any rule is none.
        #expect(answers.filter { $0 == nil }.count <= 1)
        #expect(!answers.contains(true))
    }

    @Test func `tests that meet a limit from both sides, and its window, its scope and its kind, notice everything`()
        throws
    {
        let tests = """
            test "two a day" {
              2000-01-01 12:00     load        $1.00                accepted
              2000-01-01 23:59:59  load        $1.00                accepted
              2000-01-01 23:59:59  load        $1.00                declined by daily
              2000-01-01 23:59:59  load        $1.00  customer "2"  accepted
              2000-01-01 23:59:59  withdrawal  $1.00                accepted
              2000-01-02 00:00:00  load        $1.00                accepted
              2000-01-02 00:00:00  load        $1.00                accepted
            }
            """
        // Where no other rule declines, the attempts are as many as were accepted as long as there is room.
        let same = "count per customer per day → count of attempts per customer per day"
        #expect(try unnoticed(Self.limit + tests) == [same])
    }

    @Test(arguments: [
        ("2000-01-01 12:00 load $1.00 accepted", "at most 2 → at most 3"),
        ("2000-01-01 12:00 load $1.00 accepted", "count per customer per day → count per customer per week"),
        (
            """
            2000-01-01 12:00 load $1.00 accepted
            2000-01-01 12:00 load $1.00 accepted
            2000-01-01 12:00 load $1.00 declined by daily
            """, "count per customer per day → count across everyone per day"
        ),
    ])
    func `what tests leave out goes unnoticed`(entries: String, change: String) throws {
        let found = try unnoticed(Self.limit + "test \"t\" {\n\(entries)\n}\n")
        #expect(found.contains(change), "\(found)")
    }

    @Test func `the default of a field is changed in tests that leave it out, too`() throws {
        let rules = """
            field tier : text default "basic"
            require known { that tier is "basic" }
            test "t" {
              2000-01-01 12:00 load $1.00               accepted
              2000-01-01 12:00 load $1.00 tier "other"  declined by known
            }
            """
        let found = try unnoticed(rules)
        #expect(!found.contains { $0.contains("default") }, "\(found)")
        #expect(found.contains(" → on load"))
    }

    /// The rules of which a test is reminded by nothing but the whole: keys, shadows, histories, and conditions on
    /// them.
    private static let many = """
        field tier : text default "basic"
        list vip : text ["7", "8"]
        let spent = sum amount on load where tier is "gold" per customer per day
        unique once    { key id per customer  conflict decline as Changed  else ignore }
        limit gold     { on load where tier is "gold"  sum amount per customer per day  at most $5.00 }
        limit basic    { on load where tier is "basic"  count per customer per day  at most 2  unless customer in vip }
        limit after    { on load where spent > $3.00  count per customer per day  at most 1 }
        require rich   { on withdrawal where tier is not "gold"  that balance >= amount }
        require early  { on load where hour >= 20  that amount < $2.00  mode shadow }
        limit tries    { on load where tier is "none"  count of attempts per customer per day  at most 1  else review }
        test "gold" {
          2000-01-01 12:00  load  $3.00  tier "gold"  accepted
          2000-01-01 12:01  load  $2.00  tier "gold"  accepted
          2000-01-01 12:02  load  $0.01  tier "gold"  declined by gold
          2000-01-01 12:03  load  $0.01  accepted
          2000-01-01 12:04  load  $0.01  declined by after
        }
        test "basic" {
          2000-01-01 12:00  load  $3.00  accepted
          2000-01-01 12:01  load  $3.00  accepted
          2000-01-01 12:02  load  $3.00  declined by basic
          2000-01-01 12:02  load  $3.00  id "a" customer "8"  accepted
          2000-01-01 12:02  load  $3.00  id "a" customer "8"  ignored by once
          2000-01-01 12:02  load  $3.01  id "a" customer "8"  declined as Changed
        }
        test "withdrawal" {
          2000-01-01 12:00  withdrawal  $3.00  tier "gold"  accepted
          2000-01-01 12:00  withdrawal  $3.00  declined by rich
        }
        test "late" {
          2000-01-01 20:00  load  $2.00  tier "none"  accepted shadow early
          2000-01-01 20:00  load  $1.99  tier "none"  reviewed as tries
        }

        """

    @Test func `a test goes under the rules that matter to it as it goes under all`() throws {
        let policy = try Policy(SourceFile(name: "test.rules", text: Ledger.header + Self.many))
        let tests = policy.program.policy.tests
        let policies = MutatedPolicies(
            policy.given, vocabulary: AccountVocabulary.vocabulary, resources: policy.resources)
        var runner = try MutationRunner(policy)
        var answers: Set<Bool> = []
        for mutation in policies.mutations {
            guard case .rule(let index, let rule) = policies.mutant(mutation) else { continue }
            var rules: [CheckedRule?] = policy.program.policy.rules
            rules[index] = rule
            let whole = TestRunner(
                policy.replacing(policy.program.policy.replacing(rules: rules.compactMap { $0 })), isBrief: true)
            let isNoticed = try !tests.allSatisfy { try whole.isAsExpected($0) }
            #expect(try runner.isNoticed(mutation) == isNoticed, "\(mutation.before) → \(mutation.after)")
            answers.insert(isNoticed)
        }
        #expect(answers.count == 2)
    }

    @Test func `rules and tests in a file that another one includes are changed and run like all others`() throws {
        let included = """
            limit daily { on load  sum amount per customer per ever  at most $2.00 }
            test "included" {
              2000-01-01 12:00  load        $2.01  declined by daily
              2000-01-01 12:00  load        $2.00  accepted
              2001-01-01 12:00  withdrawal  $2.01  accepted
            }
            """
        let resources = PolicyResources(
            zone: { _ in .known(.utc) },
            file: { path, _ in .found(SourceFile(name: path, text: included)) })
        let own = """
            include "more.rules"
            test "own" {
              2000-01-01 12:00  load  $1.00                accepted
              2001-01-01 12:00  load  $2.00  customer "2"  accepted
              2001-01-01 12:00  load  $1.01                declined as daily
              2001-01-01 12:00  load  $1.00                accepted
            }
            """
        let policy = try Policy(
            SourceMap([SourceFile(name: "test.rules", text: Ledger.header + own)]), resources: resources)
        var runner = try MutationRunner(policy)
        #expect(runner.mutations.count > 5)
        for mutation in runner.mutations {
            #expect(runner.position(of: mutation).file == "more.rules")
            #expect(try runner.isNoticed(mutation) != false, "\(mutation.before) → \(mutation.after)")
        }
    }
}
