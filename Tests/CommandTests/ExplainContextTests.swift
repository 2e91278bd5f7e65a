import Foundation
import Testing
import bankrules

/// What `bankrules explain` shows around the numbers: values of defaults, the policy's clock, what closed a window.
@Suite struct ExplainContextTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
    }

    private func explain(
        _ id: String, zone: String = "UTC", rules: String, _ lines: [String], options: [String] = []
    ) throws -> String {
        let header = "policy \"Test\"\ncurrency USD\ntimezone \(zone)\nweek starts monday\n"
        try folder.write(header + rules, to: "test.rules")
        try folder.write(lines.joined(separator: "\n"), to: "input.txt")
        let answer = try Binary.run(["explain", "--rules", "test.rules"] + options + [id], in: folder.url)
        #expect(answer.code == .success, "\(answer.text)")
        return answer.output
    }

    private func line(
        _ id: String, _ time: String, customer: String = "7", amount: String = "$1.00", more: String = ""
    ) -> String {
        #"{"id":"\#(id)","customer_id":"\#(customer)","load_amount":"\#(amount)","time":"2000-01-\#(time)Z"\#(more)}"#
    }

    // MARK: Defaults

    private static let tiers = """
        field tier : text default "basic"
        field note : text optional
        limit tiers { sum amount per tier per day  at most $0.50 }
        """

    @Test func `a value of a default is shown as one`() throws {
        let screen = try explain("1", rules: Self.tiers, [line("1", "02T10:00:00")])
        #expect(screen.contains("  with: tier \"basic\" (default)\n"), "\(screen)")
        #expect(screen.contains("per tier per day: here tier \"basic\"\n"), "\(screen)")
    }

    @Test func `a value of the transaction is none of a default`() throws {
        let lines = [line("1", "02T10:00:00", more: #","tier":"gold","note":"x""#)]
        let screen = try explain("1", rules: Self.tiers, lines)
        #expect(screen.contains("  with: note \"x\", tier \"gold\"\n"), "\(screen)")
    }

    @Test func `programs are told which values are defaults`() throws {
        let json = try explain("1", rules: Self.tiers, [line("1", "02T10:00:00")], options: ["--json"])
        #expect(json.contains("\"fields\": {\n        \"tier\": \"basic\"\n      },"), "\(json)")
        #expect(json.contains("\"defaults\": [\n        \"tier\"\n      ],"), "\(json)")
    }

    // MARK: Clocks

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Europe/Paris")))
    func `a policy in another zone has its own clock beside UTC`() throws {
        let rules = "unique once { key id per customer }"
        let lines = [line("1", "01T22:59:59"), line("1", "01T23:00:00")]
        let screen = try explain("1", zone: "\"Europe/Paris\"", rules: rules, lines)
        #expect(
            screen.contains(
                """
                load of $1.00 at 2000-01-01T23:00:00Z was DECLINED
                  local time: Sunday 2000-01-02 00:00:00 Europe/Paris

                """), "\(screen)")
        #expect(
            screen.contains("at 2000-01-01T22:59:59Z (Saturday 2000-01-01 23:59:59 Europe/Paris), accepted\n"),
            "\(screen)")
    }

    @Test func `in UTC one time is enough`() throws {
        #expect(try !explain("1", rules: "", [line("1", "02T10:00:00")]).contains("local time"))
    }

    // MARK: Closed windows

    @Test(arguments: [
        ("limit daily { count per customer per day at most 9 }", "latest       2000-01-03T12:00:00Z, transaction 2\n"),
        (
            "late up to 1 days\nlimit daily { count per customer per day at most 9 }",
            "Saturday 2000-01-01 UTC is closed: one 1 day or more after its end was already counted\n"
        ),
        (
            "late up to 1 hours\nlimit roll { count per customer per rolling 2 hours at most 9 }",
            "2000-01-01T11:00:00Z is closed: one more than 1 hour after its end was already counted\n"
        ),
        (
            "limit roll { sum amount per customer per rolling 24 hours at most $9.00 }",
            "latest       2000-01-03T12:00:00Z, transaction 2\n"
        ),
        (
            "limit tried { count of attempts per customer per day at most 9 }\nrequire no { that id is \"4\" }",
            "latest       2000-01-03T12:00:00Z, transaction 2\n"
        ),
        (
            "limit all { count across everyone per day at most 9 }",
            "latest       2000-01-03T13:00:00Z; --full-ids names the transaction\n"
        ),
        (
            "let usual = count per customer per day\nrequire few { that usual < 9 }",
            "; the latest counted is 2000-01-03T12:00:00Z, transaction 2\n"
        ),
        (
            """
            let usual = largest amount across everyone per rolling 2 hours or $1.00\nrequire few { that usual < \
            $9.00 }
            """,
            "; the latest counted is 2000-01-03T13:00:00Z; --full-ids names the transaction\n"
        ),
    ])
    func `what closed a window is named`(rules: String, words: String) throws {
        let lines = [
            line("1", "01T10:00:00"), line("2", "03T12:00:00"), line("3", "03T11:00:00"),
            line("8", "03T13:00:00", customer: "8"), line("4", "01T11:00:00"),
        ]
        let screen = try explain("4", rules: rules, lines)
        #expect(screen.contains("TransactionTooLate\n"), "\(screen)")
        #expect(screen.contains(words), "\(screen)")
    }

    @Test func `what closed a window of everyone is named if asked for`() throws {
        let rules = "limit all { count across everyone per day at most 9 }"
        let lines = [line("8", "03T13:00:00", customer: "8"), line("4", "01T11:00:00")]
        let screen = try explain("4", rules: rules, lines, options: ["--full-ids"])
        #expect(screen.contains("latest       2000-01-03T13:00:00Z, transaction 8\n"), "\(screen)")
        let json = try explain("4", rules: rules, lines, options: ["--full-ids", "--json"])
        #expect(json.contains("\"latest\": {\n            \"time\": \"2000-01-03T13:00:00Z\",\n"), "\(json)")
    }

    @Test func `a declined transaction that only reads a let has closed no window of it`() throws {
        let rules = """
            let tried = count of attempts on load per customer per day
            require none {
              on   withdrawal
              that tried < 0
            }
            require few {
              on   load
              that tried < 9
            }
            """
        let lines = [
            line("1", "03T12:00:00"), line("2", "05T12:00:00", amount: "-$1.00"), line("3", "01T11:00:00"),
        ]
        let screen = try explain("3", rules: rules, lines)
        #expect(screen.contains("; the latest counted is 2000-01-03T12:00:00Z, transaction 1\n"), "\(screen)")
    }

    // MARK: What is computed

    @Test func `a limit says what it adds up, and how what it allows is computed`() throws {
        let rules = """
            field fee : number default 1
            let cap = if hour < 12 then $3.00 else $5.00
            limit weighted { sum amount * 2 per customer per day at most cap }
            limit plain { sum amount per customer per day at most $9.00 mode shadow }
            limit scored { sum fee per customer per day at most 1 mode shadow }
            """
        let screen = try explain("2", rules: rules, [line("1", "01T10:00:00"), line("2", "01T10:30:00")])
        #expect(
            screen.contains(
                "    allowed      $3.00 (`cap`) of `amount * 2` over transactions per "
                    + "customer per day\n"), "\(screen)")
        #expect(
            screen.contains(
                "    because      $2.00 of `amount * 2` over transactions already counted for Saturday 2000-01-01 UTC; "
                    + "$2.00 more exceeds $3.00 by $1.00\n"), "\(screen)")
        let high = try explain("1", rules: rules, [line("1", "01T10:00:00", amount: "$10.00")])
        #expect(high.contains("plain in shadow ($10.00 with this, $9.00 allowed)"), "\(high)")
    }

    @Test func `what can't be computed is shown as it was written`() throws {
        let rules = """
            field fee : number default 0
            limit shared { sum amount / fee per customer per day at most 2 * amount }
            require fair { that amount / fee < $5.00 }
            """
        let screen = try explain("1", rules: rules, [line("1", "01T10:00:00")])
        #expect(
            screen.contains(
                "ArithmeticError\n    measured     amount / fee\n    at most      2 * amount\n    because "),
            "\(screen)")
        let require = try explain(
            "1", rules: rules.replacing("limit shared { ", with: "limit shared { on withdrawal "),
            [line("1", "01T10:00:00")])
        #expect(require.contains("ArithmeticError\n    required     amount / fee < $5.00\n    because "), "\(require)")
    }

    // MARK: Lets without history

    @Test func `a let without history is what its or says`() throws {
        let rules = """
            let peak = largest amount per customer per day or 2 * amount - $0.50
            require small { that amount > peak }
            """
        let lines = [line("1", "02T10:00:00")]
        let screen = try explain("1", rules: rules, lines)
        #expect(
            screen.contains("where        peak is $1.50, the value behind its `or`: nothing is counted yet"),
            "\(screen)")
        let json = try explain("1", rules: rules, lines, options: ["--json"])
        #expect(json.contains("\"value\": \"$1.50\",\n              \"without_history\": true,"), "\(json)")
    }

    @Test func `a let without history whose or can't be computed has no value`() throws {
        let rules = """
            field fee : money default $0.00
            let peak = largest amount per customer per day or $1.00 * (amount / fee)
            require small { that amount > peak }
            """
        let screen = try explain("1", rules: rules, [line("1", "02T10:00:00")])
        #expect(
            screen.contains("where        peak has no value: nothing is counted yet for the largest `amount`"),
            "\(screen)")
        #expect(screen.contains(", and the value behind its `or` can't be computed\n"), "\(screen)")
    }
}
