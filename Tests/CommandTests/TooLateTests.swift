import Foundation
import Testing
import bankrules

/// Transactions that come for closed windows: every screen says what would have kept the windows open.
@Suite struct TooLateTests {
    private let folder: Folder

    private static let rules = """
        policy   "Late"
        currency USD
        timezone UTC
        week     starts monday

        limit burst {
          on       load
          count    per customer per rolling 24 hours
          at most  3
        }

        limit flagged {
          on       withdrawal
          count    per customer per day
          at most  3
          else     review
        }

        limit shadowed {
          on       load
          count    per customer per day
          at most  3
          mode     shadow
        }

        """

    init() throws {
        folder = try Folder()
        try folder.write(Self.rules, to: "late.rules")
        try folder.write(Self.rules.replacing("monday", with: "monday\nlate up to 2 hours"), to: "later.rules")
        let lines = [
            Self.line(1, "-", "10:00:00"), Self.line(2, "", "10:00:00"), Self.line(3, "", "09:59:59"),
            Self.line(4, "", "07:59:59"), Self.line(5, "-", "00:00:00", day: 1), Self.line(6, "", "11:00:00"),
        ]
        try folder.write(lines.joined(), to: "input.txt")
    }

    private static func line(_ id: Int, _ sign: String, _ clock: String, day: Int = 2) -> String {
        #"{"id":"\#(id)","customer_id":"1","load_amount":"\#(sign)$1.00","time":"2000-01-0\#(day)T\#(clock)Z"}"# + "\n"
    }

    private func answer(_ arguments: String...) throws -> Transcript {
        try Binary.run(arguments, in: folder.url)
    }

    private static let sentence =
        "3 came too late, by up to 34 hours; `late up to 34 hours` in the header of the rules is enough for all, "
        + "`bankrules explain ID` says what one needs\n"

    @Test(arguments: ["1", "150", "100000"])
    func `the summary of a run`(chunkSize: String) throws {
        let said = try answer("run", "--rules", "late.rules", "--chunk-size", chunkSize)
        #expect(said.code == .success)
        #expect(said.errors.contains("\n\n  " + Self.sentence + "\n  decisions in"), "\(said.text)")
        let bare = try answer("run", "--rules", "late.rules", "--chunk-size", chunkSize, "--explanations", "none")
        #expect(bare.errors.contains("\n\n  " + Self.sentence), "\(bare.text)")
        let json = try answer("run", "--rules", "late.rules", "--chunk-size", chunkSize, "--json")
        #expect(json.output.contains("\"too_late\": 3,\n  \"too_late_by\": \"34 hours\",\n"), "\(json.text)")
    }

    @Test func `what the summary proposes is enough`() throws {
        try folder.write(Self.rules.replacing("monday", with: "monday\nlate up to 34 hours"), to: "latest.rules")
        let said = try answer("run", "--rules", "latest.rules")
        #expect(said.code == .success && !said.errors.contains("late"), "\(said.text)")
        let json = try answer("run", "--rules", "latest.rules", "--json")
        #expect(json.output.contains("\"too_late\": 0,\n  \"too_late_by\": null,\n"), "\(json.text)")
    }

    @Test func `a dry-run says it of both policies`() throws {
        let said = try answer("dry-run", "--against", "late.rules", "--rules", "later.rules")
        #expect(said.output.contains("\n\n  old: " + Self.sentence), "\(said.text)")
        #expect(
            said.output.contains(
                "\n  new: \(Self.sentence.replacing("3 came", with: "2 came"))\n"), "\(said.text)")
    }

    @Test(arguments: [
        ("3", "    kept open    by `late up to 2 seconds` in the header of the rules\n"),
        ("4", "    kept open    by `late up to 3 hours` in the header of the rules\n"),
        ("5", "    kept open    by `late up to 11 hours` in the header of the rules\n"),
    ])
    func `an explanation says what was enough for its window`(id: String, words: String) throws {
        let said = try answer("explain", "--rules", "late.rules", id)
        #expect(said.output.contains(words), "\(said.text)")
    }

    @Test func `an explanation says what was enough for a closed window of a let`() throws {
        let rules = """
            policy "P" currency USD timezone UTC week starts monday
            let tries = count of attempts per customer per rolling 1 hours
            let loads = count on load per customer per day
            require patience { that tries + loads < 100 }
            """
        try folder.write(rules, to: "lets.rules")
        let said = try answer("explain", "--rules", "lets.rules", "4")
        #expect(
            said.output.contains(
                "    kept open    by `late up to 3 hours` in the header of the rules\n    because "), "\(said.text)")
    }

    @Test func `a window of the calendar is kept open from its end on`() throws {
        let rules = """
            policy "P" currency USD timezone UTC week starts monday
            let loads = count on load per customer per day
            require patience { that loads < 100 }
            """
        try folder.write(rules, to: "days.rules")
        try folder.write(
            Self.line(1, "", "03:00:00") + Self.line(2, "", "12:00:00", day: 1), to: "input.txt")
        let said = try answer("explain", "--rules", "days.rules", "2")
        #expect(said.output.contains("    kept open    by `late up to 4 hours` in the header"), "\(said.text)")
    }

    @Test(arguments: [
        ("limit few { on load where loads < 9 count per customer per rolling 1 hours at most 9 }", "15 hours"),
        ("limit few { on load where loads < 9 count per customer per day at most 9 }", "4 hours"),
        ("limit few { on load where loads < 9 count per customer per week at most 9 }", "4 hours"),
        ("limit few { on load count per customer per rolling 1 hours at most loads + 9 }", "15 hours"),
    ])
    func `all windows that a limit asks for are kept open, its own and those of lets`(
        limit: String, late: String
    ) throws {
        let rules = """
            policy "P" currency USD timezone UTC week starts monday
            let loads = count on load per customer per day
            \(limit)
            """
        try folder.write(
            Self.line(1, "", "03:00:00", day: 5) + Self.line(2, "", "12:00:00", day: 4), to: "input.txt")
        try folder.write(rules, to: "both.rules")
        let said = try answer("explain", "--rules", "both.rules", "2")
        #expect(
            said.output.contains("    kept open    by `late up to \(late)` in the header of the rules\n"),
            "\(said.text)")
        #expect(said.output.contains("    window       the 60 minutes to ") == (late == "15 hours"), "\(said.text)")
        try folder.write(rules.replacing("monday", with: "monday late up to \(late)"), to: "both.rules")
        #expect(try answer("explain", "--rules", "both.rules", "2").output.contains("was ACCEPTED"))
    }

    @Test func `no line of the header is enough for years`() throws {
        try folder.write(
            Self.line(1, "", "10:00:00") + Self.line(2, "", "10:00:00").replacing("2000", with: "1990"),
            to: "input.txt")
        let said = try answer("run", "--rules", "late.rules")
        #expect(
            said.errors.contains(
                "  1 came too late, by up to 3652 days; that is more than any `late`; `bankrules explain ID` says if one "
                    + "needs less, and `--max-ahead` rejects what a wrong clock puts ahead of time\n"), "\(said.text)")
        #expect(try !answer("explain", "--rules", "late.rules", "2").output.contains("kept open"))
    }

    @Test func `a test that is declined as too late`() throws {
        let test = """

            test "in any order" {
              2000-01-02 10:00     load  $1.00  accepted
              2000-01-02 08:00     load  $1.00  accepted
              2000-01-02 09:59:59  load  $1.00  declined as TransactionTooLate
            }

            """
        try folder.write(Self.rules + test, to: "tested.rules")
        let said = try answer("test", "tested.rules")
        #expect(said.code == .finding)
        let advice = "                    `late up to 2 hours` in the header of the rules keeps its windows open\n"
        #expect(said.output.split(separator: advice, omittingEmptySubsequences: false).count == 2, "\(said.text)")
        let other = Self.rules.replacing("monday", with: "monday\nlate up to 2 hours")
        try folder.write(other + test.replacing("declined as TransactionTooLate", with: "accepted"), to: "tested.rules")
        #expect(try answer("test", "tested.rules").code == .success)
    }
}
