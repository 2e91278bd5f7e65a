import Foundation
import Testing
import bankrules

/// `bankrules test` as a process: what it prints, and what it exits with.
@Suite struct TestCommandTests {
    private let folder: Folder

    private static let rules = """
        policy   "P"
        currency USD
        timezone UTC
        week     starts monday

        limit daily-load-count {
          on       load
          count    per customer per day
          at most  3
          else     decline as DailyLimitsExceeded
        }

        limit daily-load-amount {
          on       load
          sum      amount per customer per day
          at most  $5,000.00
          else     decline as DailyLimitsExceeded
        }

        require usual {
          that     amount <= $4,000.00
          else     review as Large
        }

        """

    private static let good =
        rules + """

            test "three loads a day" {
              2000-01-01 09:00  load  $100.00  accepted
              2000-01-01 10:00  load  $100.00  accepted
              2000-01-01 11:00  load  $100.00  accepted
              2000-01-01 12:00  load  $100.00  declined by daily-load-count
            }

            test "a large load" {
              2000-01-01 09:00  load  $4,000.01  reviewed as Large
            }

            """

    private static let failing =
        rules
            + """

            test "goes as expected" {
              2000-01-01 09:00  load  $100.00  accepted
            }

            test "three loads & <more> \\"a day\\"" {
              given balance $5.00
              2000-01-01 09:00  load        $100.00    accepted
              2000-01-01 10:00  load        $4,100.00  accepted
              2000-01-01 11:00  load        $100.00    declined by daily-load-count
              2000-01-01 11:30  withdrawal  $100.00    declined by daily-load-amount
              2000-01-01 12:00  load        $4,900.00  declined by daily-load-count
              2000-01-01 12:00  load        $4,900.00
                accepted
              2000-01-01 12:00  load        $1.00      reviewed as Large
            }

            """

    private static let everyMeasure = """
        policy   "P"
        currency USD
        timezone UTC
        week     starts monday
        late     up to 1 hours

        field merchant : text optional

        unique once { key id per customer  within 1 days  conflict on amount decline as Changed  else ignore }
        limit avg { on load  average amount per customer per rolling 24 hours  at most $10.00  else review as Avg }
        limit shops { on withdrawal  distinct merchant per customer per day  at most 2  else decline as Shops }
        limit big { on load  largest amount per customer per day  at most $50.00  mode shadow }
        limit dec { on withdrawal count of declined per customer per day  at most 1  else decline as Dec }
        limit spring { on load  count per customer per day  at most 1  active from 2026-03-01 }

        test "x" {
          given balance $100.00
          2026-01-01 09:00  load  $5.00  id "a" accepted shadow big
          2026-01-01 09:00  load  $60.00  reviewed as Avg
          2026-01-02 09:00  load  $5.00  id "a" ignored by once
          2026-01-02 10:00  load  $5.01  id "a" declined as Changed
          2026-01-02 10:00  load  $6.00  id "a" accepted
          2026-01-03 11:00  load  $5.00  reviewed as Avg
          2026-01-03 11:00  load  $5.00  declined by spring
          2026-01-03 12:00  withdrawal  $1.00 merchant "a" declined by shops
          2026-01-03 12:00  withdrawal  $1.00 declined by dec
          2026-01-03 12:00  withdrawal  $1.00 merchant "c" accepted
          2026-01-03 12:00  withdrawal  $1.00 merchant "d" accepted
          2026-01-03 12:00  withdrawal  $1.00 merchant "d" accepted
          2026-01-02 10:59  load  $1.00 accepted
        }

        """

    init() throws {
        folder = try Folder()
        try folder.write(Self.good, to: "good.rules")
        try folder.write(Self.failing, to: "failing.rules")
        try folder.write(Self.rules, to: "untested.rules")
        try folder.write(Self.good.replacing("amount per", with: "amuont per"), to: "bad.rules")
    }

    private func test(_ arguments: String...) throws -> Transcript {
        try Binary.run(["test"] + arguments, in: folder.url)
    }

    @Test func `the rules that come with the product are tested at every boundary`() throws {
        let answer = try Binary.run(["test", "rules/default.rules"], in: Repository.root)
        let summary =
            "rules/default.rules: 6 tests, 36 transactions, all as expected; "
            + "every rule is made to fail, every limit is met from both sides\n"
        #expect(answer.text == "exit 0\n--- standard output\n\(summary)--- standard error\n")
    }

    @Test func `tests that go as expected, and what they leave out`() throws {
        let answer = try test("good.rules")
        #expect(answer.code == .success)
        try Golden.expect(answer.text, "test-pass.txt")
    }

    @Test func `a failure is shown as a difference`() throws {
        let answer = try test("failing.rules")
        #expect(answer.code == .finding)
        try Golden.expect(answer.text, "test-fail.txt")
        #expect(answer.output.hasPrefix("failing.rules:"))
        try Golden.expect(try test("--color", "always", "failing.rules").text, "test-fail-color.txt")
    }

    @Test func `several files, some of them unusable`() throws {
        let answer = try test("good.rules", "bad.rules", "untested.rules", "failing.rules")
        #expect(answer.code == .badRules)
        try Golden.expect(answer.text, "test-several.txt")
        #expect(try test("good.rules", "untested.rules").code == .success)
        let missing = try test("good.rules", "none.rules")
        #expect(missing.code == .inputMissing)
        #expect(missing.errors == "bankrules: there is no file `none.rules`\n")
        #expect(missing.output.hasSuffix("2 files, 2 tests, none fails, 1 file can't be used\n"))
    }

    @Test func `results for programs`() throws {
        let answer = try test("--format", "json", "good.rules", "failing.rules", "bad.rules")
        #expect(answer.code == .badRules)
        try Golden.expect(answer.output, "test-json.txt")
        let document = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
        #expect(document?["tests"] as? Int == 4)
        #expect(document?["failed"] as? Int == 1)
        #expect((document?["files"] as? [Any])?.count == 3)
    }

    @Test func `results for build servers`() throws {
        let answer = try test("--format", "junit", "good.rules", "failing.rules", "bad.rules")
        #expect(answer.code == .badRules)
        try Golden.expect(answer.output, "test-junit.xml")
    }

    @Test func `the XML is well-formed whatever a test is called`() throws {
        let name = "<&>'\\u{1}\\u{FFFF}\\n]]>\\\""
        try folder.write(
            Self.rules + "test \"\(name)\" { 2000-01-01 09:00 load $1.00 declined by daily-load-count }\n",
            to: "<&\">.rules")
        let answer = try test("--format", "junit", "<&\">.rules")
        #expect(answer.code == .finding)
        #expect(!answer.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0xFFFF })
        let tags = answer.output.split(separator: "<").dropFirst().map { $0.prefix { $0 != ">" } }
        for tag in tags {
            #expect(tag.count { $0 == "\"" }.isMultiple(of: 2), "\(tag)")
        }
        #expect(!answer.output.replacing(/&(amp|lt|gt|quot);/, with: "").contains("&"))
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Europe/Paris")))
    func `a policy in another zone tells its times in UTC, too`() throws {
        let rules = """
            policy   "P"
            currency EUR
            timezone "Europe/Paris"
            week     starts monday

            limit roll { count per customer per rolling 24 hours  at most 1 }

            test "x" {
              2026-07-01 00:30      load  €1.00  accepted
              2026-07-02 00:29:59   load  €1.00  accepted
              2026-07-02T00:00:00Z  load  €1.00  declined by roll
            }

            """
        try folder.write(rules, to: "paris.rules")
        try Golden.expect(try test("paris.rules").text, "test-zone.txt")
    }

    @Test func `a rule that did not fail says why, whatever it measures`() throws {
        try folder.write(Self.everyMeasure, to: "reasons.rules")
        let answer = try test("reasons.rules")
        #expect(answer.code == .finding)
        try Golden.expect(answer.text, "test-reasons.txt")
    }

    @Test func `a condition that held says what it read`() throws {
        let rules = """
            policy   "Reasons"
            currency USD
            timezone UTC
            week     starts monday

            field tier : text optional
            list vip : text ["17", "42"]

            require hour-of-day { that hour >= 6 }
            require covered     { that kind is load or balance >= amount }
            require known       { that amount < $9.00  unless customer in vip and (tier or "none") is "none" }

            test "x" {
              given balance $5.00
              2000-01-01 09:00  withdrawal  $2.00  declined by covered
              2000-01-01 09:00  load        $2.00  declined by hour-of-day
              2000-01-01 09:00  load        $9.00  customer "17"  declined by known
            }

            """
        try folder.write(rules, to: "held.rules")
        let report = try test("held.rules").text
        for words in [
            "covered passes: `balance >= amount` holds: balance is $5.00, amount is $2.00\n",
            "hour-of-day passes: `hour >= 6` holds, for hour is 9\n",
            "known exempts this transaction: `customer in vip` holds: customer is \"17\"; "
                + "`(tier or \"none\") is \"none\"` holds: (tier or \"none\") is \"none\", tier being missing\n",
        ] {
            #expect(report.contains(words), "\(report)")
        }
    }

    @Test func `a filter chooses tests by name`() throws {
        let answer = try test("--filter", "LARGE", "good.rules")
        #expect(
            answer.text
                == """
                exit 0\n--- standard output\ngood.rules: 1 test, 1 transaction, all as expected\n--- standard \
                error\n
                """
        )
        #expect(try test("--filter", "goes", "failing.rules").code == .success)
        let none = try test("--filter", "nothing", "good.rules")
        #expect(none.code == .finding)
        #expect(none.errors == "bankrules: no test has a name with `nothing` in it\n")
    }

    @Test func `a long history is cut to what came before the failure`() throws {
        let loads = (0..<40).map { "  2000-01-\($0 < 9 ? "0" : "")\($0 % 31 + 1) 09:00  load  $1.00  accepted\n" }
        try folder.write(
            Self.rules + "test \"long\" {\n" + loads.prefix(31).joined()
                + "  2000-02-01 09:00  load  $1.00  declined by daily-load-count\n}\n", to: "long.rules")
        try Golden.expect(try test("long.rules").text, "test-long.txt")
    }

    @Test func `rules from standard input`() throws {
        let answer = try Binary.run(["test", "-"], input: .file(folder.path("failing.rules")))
        #expect(answer.code == .finding)
        #expect(answer.output.hasPrefix("standard input:"))
    }
}
