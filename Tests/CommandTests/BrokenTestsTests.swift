import Foundation
import Testing
import bankrules

/// Rules whose tests no longer check: those decide nothing, so that what decides goes on, and what tests does not.
@Suite struct BrokenTestsTests {
    private let folder: Folder

    private static let rules = """
        policy   "P"
        currency USD
        timezone UTC
        week     starts monday

        limit daily {
          on       load
          count    per customer per day
          at most  1
        }

        """
    private static let good = "test \"one\" { 2000-01-01 09:00  load  $1.00  accepted }\n"
    private static let renamed = "test \"two\" { 2000-01-01 09:00  load  $1.00  declined by dayly }\n"
    private static let mistyped = "test \"three\" { 2000-01-01 09:00  load  7  accepted }\n"

    init() throws {
        folder = try Folder()
        try folder.write(
            #"{"id":"1","customer_id":"88","load_amount":"$3.00","time":"2000-01-01T09:00:00Z"}"#, to: "input.txt")
    }

    private func run(_ tests: String, _ arguments: String...) throws -> Transcript {
        try folder.write(Self.rules + tests, to: "p.rules")
        return try Binary.run(arguments, in: folder.url)
    }

    private static let one =
        "1 test in `p.rules` has errors, without an effect on decisions; `bankrules check p.rules` shows it\n"
    private static let two =
        "2 tests in `p.rules` have errors, without an effect on decisions; `bankrules check p.rules` shows them\n"

    @Test(arguments: [
        ["run", "--rules", "p.rules", "-q", "--output", "-", "--explanations", "none"],
        ["explain", "--rules", "p.rules", "1"],
    ])
    func `what decides goes on and says so in a line`(arguments: [String]) throws {
        try folder.write(Self.rules + Self.good + Self.renamed, to: "p.rules")
        let answer = try Binary.run(arguments, in: folder.url)
        #expect(answer.code == .success && answer.errors == "bankrules: " + Self.one, "\(answer.text)")
        #expect(!answer.output.isEmpty)
    }

    @Test func `a dry-run says so of each policy`() throws {
        let answer = try run(Self.renamed + Self.mistyped, "dry-run", "--rules", "p.rules", "--against", "p.rules")
        #expect(answer.code == .success && answer.output.contains("no decision changes"), "\(answer.text)")
        #expect(answer.errors == "bankrules: \(Self.two)bankrules: \(Self.two)")
    }

    @Test(arguments: ["check", "test"])
    func `what is about tests refuses them`(command: String) throws {
        let answer = try run(Self.good + Self.renamed, command, "p.rules")
        #expect(answer.code == .badRules && answer.text.contains("dayly"), "\(answer.text)")
    }

    @Test(arguments: [
        renamed + "limit other { count per customer per day  at most $1.00 }",
        "test \"no end\" { 2000-01-01 09:00  load  $1.00",
    ])
    func `a mistake of the rules, or of the language, is refused everywhere`(rules: String) throws {
        let answer = try run(rules, "run", "--rules", "p.rules", "--output", "-", "--explanations", "none")
        #expect(answer.code == .badRules && answer.errors.contains("nothing was decided"), "\(answer.text)")
    }

    @Test func `tests have no part in the fingerprint, right or wrong`() throws {
        func fingerprint(_ tests: String) throws -> Substring? {
            let answer = try run(tests, "run", "--rules", "p.rules", "--output", "-", "--explanations", "none")
            return answer.errors.split(separator: "\n").last
        }
        let alone = try #require(try fingerprint(""))
        #expect(alone.hasPrefix("  fingerprint ") && alone.count == 14 + 64)
        #expect(try fingerprint(Self.good + Self.renamed) == alone)
        let checked = try run(Self.renamed, "check", "--format", "json", "p.rules")
        #expect(checked.output.contains("\"fingerprint\": \"\(alone.dropFirst(14))\""), "\(checked.text)")
        #expect(
            try run("limit other { }", "check", "--format", "json", "p.rules").output.contains("\"fingerprint\": null"))
    }
}
