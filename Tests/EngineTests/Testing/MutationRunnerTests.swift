import Engine
import RulesDSL
import Testing

/// Which changes of rules their tests notice.
@Suite struct MutationRunnerTests {
    private func unnoticed(_ rules: String) throws -> [String] {
        let policy = try Policy(SourceFile(name: "test.rules", text: Ledger.header + rules))
        var runner = MutationRunner(policy)
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
        var runner = MutationRunner(policy)
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
        var runner = MutationRunner(policy)
        #expect(runner.mutations.count > 5)
        for mutation in runner.mutations {
            #expect(runner.position(of: mutation).file == "more.rules")
            #expect(try runner.isNoticed(mutation) != false, "\(mutation.before) → \(mutation.after)")
        }
    }
}
