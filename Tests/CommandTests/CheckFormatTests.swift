import Foundation
import RulesDSL
import Testing
import bankrules

/// `bankrules check --format sarif|github`, held to what the formats demand.
@Suite struct CheckFormatTests {
    private let folder: Folder

    private static let rules = """
        policy "P"
        currency USD
        timezone UTC
        week starts monday

        limit daily {
          on load
          sum amount per customer per day
          at most $5.00
        }

        limit weekly {
          on load
          sum amount per customer per week
          at most $35.00
        }

        """
    private static let wrong =
        rules + "require a {\n  that amuont < $5.00\n}\nlimit daily { count per customer per day at most 3 }\n"

    init() throws {
        folder = try Folder()
        try folder.write(Self.rules, to: "100% a,b.rules")
        try folder.write(Self.wrong, to: "wrong.rules")
    }

    private func check(_ format: String, _ files: String...) throws -> Transcript {
        try Binary.run(["check", "--format", format] + files, in: folder.url)
    }

    @Test func `a lint with its witness, for people and for programs`() throws {
        try Golden.expect(try check("text", "100% a,b.rules").text, "check-lint.txt")
        try Golden.expect(try check("json", "100% a,b.rules").text, "check-lint-json.txt")
    }

    @Test func `commands of a workflow`() throws {
        let answer = try check("github", "100% a,b.rules", "wrong.rules")
        #expect(answer.code == .badRules)
        try Golden.expect(answer.text, "check-github.txt")
        for line in answer.output.split(separator: "\n") {
            let parts = line.components(separatedBy: "::")
            #expect(parts.count >= 3 && parts[0].isEmpty)
            let command = parts[1].split(separator: " ", maxSplits: 1)
            #expect(["error", "warning"].contains(command[0]))
            let names = command[1].split(separator: ",").map { $0.split(separator: "=")[0] }
            #expect(Set(names).isSubset(of: ["file", "line", "endLine", "col", "endColumn", "title"]))
        }
    }

    @Test func `what would end a command or a property is escaped`() {
        #expect(DiagnosticCommands.escapeData("50%\r\na:b,c") == "50%25%0D%0Aa:b,c")
        #expect(DiagnosticCommands.escapeProperty("50%\r\na:b,c") == "50%25%0D%0Aa%3Ab%2Cc")
    }

    @Test func `a file is named as it stands in the repository, and nothing in its name is obeyed`() throws {
        try folder.write(Self.rules, to: "\u{1b}[2Jx.rules")
        let answer = try check("github", ".//./\u{1b}[2Jx.rules")
        #expect(answer.output.hasPrefix("::warning file=\\u{1b}[2Jx.rules,line="))
        let sarif = try check("sarif", "./\u{1b}[2Jx.rules")
        #expect(sarif.output.contains("\"uri\": \"%1B%5B2Jx.rules\""))
    }

    @Test func `what there was no time to try is said in each format`() throws {
        // A hundred warnings are enough for anybody.
        let limits = (0..<101).map { "require never\($0) { on load where amount < $0.00  that hour < 5 }" }
        let header = "policy \"P\"\ncurrency USD\ntimezone UTC\nweek starts monday\n"
        try folder.write(header + limits.joined(separator: "\n"), to: "many.rules")
        let said = "many.rules: 1 possible warning not tried"
        #expect(try check("github", "many.rules").output.hasSuffix("::notice::\(said)\n"))
        let sarif = try check("sarif", "many.rules").output
        #expect(sarif.contains("\"toolExecutionNotifications\"") && sarif.contains("\"text\": \"\(said)\""))
        #expect(try check("text", "many.rules").output.hasSuffix("100 warnings, 1 possible warning not tried\n"))
        #expect(try check("json", "many.rules").output.contains("\"untried\": 1"))
    }

    @Test func `tests that fail are said in each format, and are no warning`() throws {
        func test(_ result: String) -> String { "test \"\(result)\" { 2000-01-01 12:00  load  $6.00  \(result) }\n" }
        let rules = "policy \"P\"\ncurrency USD\ntimezone UTC\nweek starts monday\nrequire a { that amount < $5.00 }\n"
        try folder.write(rules + test("declined by a") + test("accepted"), to: "a b.rules")
        let text = try Binary.run(["check", "--strict", "--allow-path", ".", "a b.rules"], in: folder.url)
        #expect(text.code == .success)
        #expect(
            text.output
                == "a b.rules: 1 rule, 2 tests, 1 of which fails; `bankrules test --allow-path . 'a b.rules'` says how\n"
        )
        #expect(try check("json", "a b.rules").output.contains("\"failing_tests\": 1"))
        #expect(try check("github", "a b.rules").output == "::notice::a b.rules: 1 of 2 tests fails\n")
        #expect(try check("sarif", "a b.rules").output.contains("\"text\": \"a b.rules: 1 of 2 tests fails\""))
        try folder.write(rules + test("accepted"), to: "one.rules")
        #expect(
            try check("text", "one.rules").output.hasSuffix(
                "one.rules: 1 rule, 1 test, which fails; `bankrules test one.rules` says how\n"))
    }

    @Test(arguments: [
        ("rules/default.rules", "rules/default.rules"), ("a b,c%é.rules", "a%20b%2Cc%25%C3%A9.rules"),
        ("/tmp/x.rules", "file:///tmp/x.rules"), ("c:x.rules", "c%3Ax.rules"), ("../x.rules", "../x.rules"),
    ])
    func `a path is a URI`(path: String, uri: String) {
        #expect(DiagnosticSARIF.uri(path) == uri)
    }

    @Test func `a log of SARIF`() throws {
        let answer = try check("sarif", "100% a,b.rules", "wrong.rules")
        #expect(answer.code == .badRules)
        try Golden.expect(answer.text, "check-sarif.txt")
        let log = try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
        var faults: [String] = []
        SARIFSchema.log.check(log, at: "log", into: &faults)
        #expect(faults == [])
        let runs = try #require(log["runs"] as? [[String: Any]])
        let driver = try #require((runs[0]["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rules = try #require(driver["rules"] as? [[String: Any]]).map { $0["id"] as? String }
        let results = try #require(runs[0]["results"] as? [[String: Any]])
        #expect(results.count == 3)
        for result in results {
            let index = try #require(result["ruleIndex"] as? Int)
            #expect(rules[index] == result["ruleId"] as? String)
        }
    }

    @Test func `a log without results is one, too`() throws {
        let answer = try Binary.run(["check", "--format", "sarif", "rules/default.rules"], in: Repository.root)
        #expect(answer.code == .success)
        let log = try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
        var faults: [String] = []
        SARIFSchema.log.check(log, at: "log", into: &faults)
        #expect(faults == [])
    }

    @Test func `a schema finds what is wrong`() {
        var faults: [String] = []
        SARIFSchema.log.check(
            ["version": "2.0", "runs": [["results": [["message": ["text": 3]]]]]], at: "log", into: &faults)
        #expect(
            faults == [
                "log.runs.0: tool is missing", "log.runs.0.results.0.message.text is no text", "log.version is 2.0",
            ])
    }
}
