import Foundation
import Testing
import bankrules

/// `bankrules test --mutate` as a process.
@Suite struct MutationCommandTests {
    private let folder: Folder

    private static let rules = """
        policy   "P"
        currency USD
        timezone UTC
        week     starts monday

        limit daily-load-amount {
          on       load
          sum      amount per customer per day
          at most  $5,000.00
          unless   amount <= $1.00
          else     decline as DailyLimitsExceeded
        }

        """

    private static let tests = """

        test "no more than $5,000.00 a day" {
          2000-01-01 09:00:00  load        $4,000.00                accepted
          2000-01-01 10:00:00  withdrawal  $4,000.00                accepted
          2000-01-01 10:00:00  load        $4,000.00  customer "2"  accepted
          2000-01-01 10:00:00  load        $1,000.02                declined by daily-load-amount
          2000-01-01 10:00:00  load        $999.99                  accepted
          2000-01-01 23:59:59  load        $1.01                    declined by daily-load-amount
          2000-01-01 23:59:59  load        $1.00                    accepted
          2000-01-02 00:00:00  load        $4,999.99                accepted
        }

        """

    init() throws {
        folder = try Folder()
        try folder.write(Self.rules + Self.tests, to: "card.rules")
        try folder.write(Self.rules, to: "untested.rules")
        try folder.write(
            Self.rules + Self.tests.replacing("$999.99  ", with: "$1,000.02"), to: "failing.rules")
    }

    private func test(_ arguments: String...) throws -> Transcript {
        try Binary.run(["test", "--mutate"] + arguments, in: folder.url)
    }

    @Test func `changes that no test notices come with what a test would have to show`() throws {
        let answer = try test("card.rules")
        #expect(answer.code == .finding)
        try Golden.expect(answer.text, "mutate.txt")
    }

    @Test(arguments: [
        "default", "card-spend", "marketplace-payouts", "wallet-tiers", "anti-structuring",
    ])
    func `the tests of the rules that come with the product notice every change`(name: String) throws {
        let answer = try Binary.run(["test", "--mutate", "rules/\(name).rules"], in: Repository.root)
        #expect(answer.code == .success, "\(answer.output)")
        #expect(answer.output.hasSuffix("small changes tried, each is noticed by a test\n"))
    }

    @Test func `nothing is tried where a test fails`() throws {
        let answer = try test("failing.rules")
        #expect(answer.code == .finding)
        #expect(
            answer.output.hasSuffix("\nfailing.rules: no small change tried: first all tests must pass\n"),
            "\(answer.output)")
    }

    @Test func `nothing is tried where there is no test`() throws {
        let answer = try test("untested.rules")
        #expect(
            answer.text
                == """
                exit 1
                --- standard output
                untested.rules: no tests
                untested.rules: no small change tried: there is no test that could notice one
                --- standard error

                """)
        let json = try test("--format", "json", "untested.rules")
        #expect(json.code == .finding && json.output.contains("\"mutants\": null"), "\(json.output)")
        let junit = try test("--format", "junit", "untested.rules")
        #expect(junit.code == .finding)
        #expect(junit.output.contains("<testsuites name=\"bankrules\" tests=\"1\" failures=\"1\""), "\(junit.output)")
        #expect(
            junit.output.contains(
                "<failure message=\"no small change tried: there is no test that could notice one\"/>"),
            "\(junit.output)")
    }

    @Test func `results for programs`() throws {
        let answer = try test("--format", "json", "card.rules")
        #expect(answer.code == .finding)
        let document = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
        let file = try #require((document?["files"] as? [[String: Any]])?.first)
        let mutants = try #require(file["mutants"] as? [[String: Any]])
        let unnoticed = mutants.filter { $0["noticed"] as? Bool == false }
        #expect(!unnoticed.isEmpty && unnoticed.count < mutants.count)
        #expect(unnoticed.allSatisfy { $0["file"] as? String == "card.rules" && $0["line"] as? Int ?? 0 > 5 })
        #expect(Set(mutants.compactMap { $0["in"] as? String }) == ["daily-load-amount"])
        try Golden.expect(answer.output, "mutate-json.txt")
    }

    @Test func `results for build servers`() throws {
        let answer = try test("--format", "junit", "card.rules")
        #expect(answer.code == .finding)
        try Golden.expect(answer.output, "mutate-junit.xml")
    }

    @Test func `some of the tests are no measure`() throws {
        let answer = try test("--filter", "day", "card.rules")
        #expect(answer.code == .usage)
        #expect(
            answer.errors
                == "bankrules: `--mutate` and `--filter` exclude each other; give one of them\n"
                + "try 'bankrules help test'\n")
    }
}
