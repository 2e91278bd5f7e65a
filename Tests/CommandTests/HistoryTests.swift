import Foundation
import Testing
import bankrules

/// `bankrules explain` and `bankrules dry-run` as processes, over the sample input.
@Suite struct HistoryTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.addDefaultRules()
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "input.txt"), to: folder.url.appending(path: "input.txt"))
        let rules = try #require(folder.read("rules/default.rules"))
        try folder.write(rules.replacing("$5,000.00", with: "$4,000.00"), to: "new.rules")
        try folder.write(rules.replacing("USD", with: "EUR").replacing("$", with: "€"), to: "euro.rules")
    }

    private func obey(_ arguments: String...) throws -> Transcript {
        try Binary.run(arguments, in: folder.url)
    }

    // MARK: explain

    @Test func `why a transaction was declined`() throws {
        let answer = try obey("explain", "90417")
        #expect(answer.code == .success && answer.errors.isEmpty)
        #expect(
            answer.output.hasPrefix(
                "Transaction 90417, customer 88: load of $3,318.47 at 2000-01-01T18:00:00Z was DECLINED"))
    }

    @Test func `an explanation for programs`() throws {
        let answer = try obey("explain", "--json", "90417")
        let document = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: [[String: Any]]]
        let explanations = try #require(document?["explanations"])
        #expect(explanations.count == 1)
        #expect(explanations.first?["id"] as? String == "90417")
    }

    @Test func `a transaction that is not there is a finding`() throws {
        #expect(
            try obey("explain", "\u{1B}[31m").text
                == """
                exit 1\n--- standard output\n--- standard error\nbankrules: no transaction in input.txt has the \
                id `\\u{1b}[31m`\n
                """
        )
        #expect(try obey("explain", "--input", "none", "1").code == .inputMissing)
        #expect(try obey("explain", "--rules", "none", "1").code == .inputMissing)
    }

    @Test(arguments: [
        ([#"{"id":"7","customer_id":"1"}"#], "; line 1, which has it, was rejected: there is no `load_amount`"),
        (
            ["", #"{"a":{"id":"8"},"id":"\u0037","b":[}"#, #"{"id":7,,}"#],
            "; line 2, the first of 2 that have it, was rejected: not valid JSON: expected a value"
        ),
        (
            [line("1", day: 1), line("7", day: 4), line("8", day: 2)],
            "; line 2, which has it, was rejected: the time is more than 2 days ahead of the latest one before it; "
                + "is a clock wrong?"
        ),
        (
            [
                line("1", day: 1), #"{"customer_id":"7",,"id":"7"}"#, #"{"id":"70"}"#, #"{"a":{"id":"7"}}"#,
                #"["id",7]"#, #"{"id":["7"]}"#,
            ],
            ""
        ),
    ])
    func `an id that only rejected lines have is no transaction, and they are named`(
        lines: [String], end: String
    ) throws {
        try folder.write(lines.joined(separator: "\n"), to: "input.txt")
        let answer = try obey("explain", "--max-ahead", "2d", "7")
        #expect(answer.code == .finding && answer.output.isEmpty)
        #expect(answer.errors == "bankrules: no transaction in input.txt has the id `7`\(end)\n")
    }

    private static func line(_ id: String, day: Int) -> String {
        #"{"id":"\#(id)","customer_id":"1","load_amount":"$1.00","time":"2000-01-0\#(day)T00:00:00Z"}"#
    }

    // MARK: dry-run

    @Test func `which decisions other rules would change`() throws {
        let answer = try obey("dry-run", "--rules", "new.rules")
        try Golden.expect(answer.text, "dry-run.txt")
        #expect(folder.names == ["euro.rules", "input.txt", "new.rules", "rules"])
    }

    @Test func `what lines lack that one policy wants is said, since neither decides them`() throws {
        let rules = try #require(folder.read("rules/default.rules"))
        try folder.write(rules + "field shop : text from \"merchant.name\"\n", to: "shop.rules")
        try folder.write([Self.line("1", day: 1), Self.line("2", day: 1)].joined(separator: "\n"), to: "two.txt")
        try folder.write(Self.line("1", day: 1), to: "one.txt")
        for (input, words) in [("two.txt", "2 lines are rejected"), ("one.txt", "one line is rejected")] {
            let answer = try obey("dry-run", "--rules", "shop.rules", "--input", input)
            #expect(answer.output.contains("  \(words) under both policies, which read the fields of both\n"))
            #expect(answer.output.contains("line 1: there is no `merchant.name`"), "\(answer.output)")
        }
    }

    @Test func `a changed decision is a finding if asked for`() throws {
        #expect(try obey("dry-run", "--rules", "new.rules", "--fail-on-change").code == .finding)
        #expect(try obey("dry-run", "--rules", "rules/default.rules", "--fail-on-change").code == .success)
    }

    @Test func `the changes one by one`() throws {
        let beside = try obey("dry-run", "--rules", "new.rules", "--changes", "changes.ndjson", "--json")
        let document = try JSONSerialization.jsonObject(with: Data(beside.output.utf8)) as? [String: Any]
        #expect(document != nil)
        let lines = try #require(folder.read("changes.ndjson")).split(separator: "\n")
        let straight = try obey("dry-run", "--rules", "new.rules", "--changes", "-")
        #expect(straight.output.split(separator: "\n") == lines)
        #expect(straight.errors.contains("\(lines.count) decisions"))
    }

    @Test func `policies in two currencies are not compared`() throws {
        let answer = try obey("dry-run", "--rules", "euro.rules")
        #expect(answer.code == .badRules)
        #expect(
            answer.errors == "bankrules: the policies are in USD and EUR; a dry-run compares policies in one currency\n"
        )
    }

    @Test func `policies that read different things at one place are not compared`() throws {
        let rules = try #require(folder.read("rules/default.rules"))
        try folder.write(rules + "field shop : text optional\n", to: "text.rules")
        try folder.write(rules + "field size : number optional from \"shop\"\n", to: "number.rules")
        try folder.write(rules + "field shop : text optional from \"shop.name\"\n", to: "inner.rules")
        func errors(_ old: String, _ new: String) throws -> String {
            let answer = try obey("dry-run", "--against", old, "--rules", new)
            #expect(answer.code == .badRules)
            return answer.errors
        }
        let reason = "; a dry-run reads each line once, for both policies\n"
        #expect(
            try errors("text.rules", "number.rules")
                == "bankrules: `shop` is text in text.rules and number in number.rules" + reason)
        #expect(
            try errors("inner.rules", "text.rules")
                == "bankrules: one policy reads the value of `shop`, the other one `shop.name` inside it" + reason)
    }

    @Test func `a policy with more fields is compared with one without`() throws {
        let rules = try #require(folder.read("rules/default.rules"))
        let shop = "field shop : text default \"none\" from \"merchant.name\"\n"
        try folder.write(
            rules + shop + "require shops { that shop is \"none\" else decline as Shop }\n", to: "shop.rules")
        let same = try obey("dry-run", "--rules", "shop.rules", "--fail-on-change")
        #expect(same.code == .success)
        let input = try #require(folder.read("input.txt"))
        try folder.write(input.replacing("Z\"}", with: "Z\",\"merchant\":{\"name\":\"ACME\"}}"), to: "input.txt")
        let other = try obey("dry-run", "--rules", "shop.rules")
        #expect(other.output.contains("accepted → declined (shops)"))
    }

    @Test func `changes do not overwrite what is compared`() throws {
        for path in ["input.txt", "new.rules", "rules/default.rules"] {
            #expect(try obey("dry-run", "--rules", "new.rules", "--changes", path).code == .usage)
        }
    }
}
