import Foundation
import Testing
import bankrules

/// `bankrules dry-run`: what it says, and that it says exactly what two separate runs would.
@Suite struct DryRunTests {
    private let folder: Folder

    init() throws {
        folder = try Folder.withSample()
        try folder.write("rules/default.rules", as: "stricter.rules", replacing: "$5,000.00", with: "$4,000.00")
    }

    private func dryRun(_ arguments: String...) throws -> Transcript {
        try Binary.run(["dry-run"] + arguments, in: folder.url)
    }

    @Test func `for people and for programs`() throws {
        let text = try dryRun("--rules", "stricter.rules", "--changes", "changes.ndjson")
        try Golden.expect(text.text, "EndToEnd/dry-run.txt")
        let json = try dryRun("--rules", "stricter.rules", "--json")
        try Golden.expect(json.text, "EndToEnd/dry-run-json.txt")
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.output.utf8)) }
        let changes = folder.lines("changes.ndjson")
        try Golden.expect(changes.prefix(5).joined(separator: "\n") + "\n", "EndToEnd/dry-run-changes.ndjson")
        #expect(folder.names == ["changes.ndjson", "input.txt", "rules", "stricter.rules"])
    }

    @Test func `a change fails only where that is wanted`() throws {
        #expect(try dryRun("--rules", "stricter.rules").code == .success)
        #expect(try dryRun("--rules", "stricter.rules", "--fail-on-change").code == .finding)
        let same = try dryRun("--rules", "rules/default.rules", "--fail-on-change")
        #expect(same.code == .success)
        try Golden.expect(same.text, "EndToEnd/dry-run-same.txt")
    }

    @Test func `a changed flag names the rules that flag before and after`() throws {
        let base = """
            policy "P" currency USD timezone UTC week starts monday
            require early { that hour < 1  else review as Early }
            require small { that amount < $5.00  else review as Small }
            require rare { that amount < $3.00  else review as Small }
            """
        try folder.write(base, to: "base.rules")
        try folder.write(base.replacing("$5.00", with: "$50.00").replacing("$3.00", with: "$50.00"), to: "looser.rules")
        let line = #"{"id":"1","customer_id":"1","load_amount":"$9.00","time":"2000-01-01T10:00:00Z"}"#
        try folder.write(line, to: "one.txt")
        let change = ["--input", "one.txt", "--changes", "changes.ndjson"]
        for (old, new) in [("base", "looser"), ("looser", "base")] {
            let answer = try Binary.run(
                ["dry-run", "--rules", "\(new).rules", "--against", "\(old).rules"] + change, in: folder.url)
            let (all, one) = ("reviewed (early, small, rare)", "reviewed (early)")
            let words = old == "base" ? "\(all) → \(one)" : "\(one) → \(all)"
            #expect(answer.text.contains("\(words)  1  $9.00"), "\(answer.text)")
            let found = folder.read("changes.ndjson") ?? ""
            #expect(
                found.contains(
                    #""\#(old == "base" ? "old" : "new")":{"decision":"reviewed","review":["Early","Small"],"#))
            #expect(found.contains(#""\#(old == "base" ? "new" : "old")":{"decision":"reviewed","review":["Early"],"#))
        }
    }

    // MARK: Both sides of a change

    @Test(arguments: [
        ("", flag("a") + flag("b"), "accepted → reviewed (a, b)"), (flag("a"), "", "reviewed (a) → accepted"),
        (flag("a") + flag("b"), flag("b"), "reviewed (a, b) → reviewed (b)"),
        (refusal("old"), flag("a"), "declined (old) → reviewed (a)"),
        (flag("a"), refusal("new"), "reviewed (a) → declined (new)"),
    ])
    func `a change names the rules of both policies`(old: String, new: String, words: String) throws {
        for (name, rules) in [("old.rules", old), ("new.rules", new)] {
            try folder.write("policy \"P\" currency USD timezone UTC week starts monday\n" + rules, to: name)
        }
        try folder.write(
            #"{"id":"7","customer_id":"1","load_amount":"$9.00","time":"2000-01-01T00:00:00Z"}"#, to: "one.txt")
        let arguments = [
            "dry-run", "--against", folder.path("old.rules"), "--rules", folder.path("new.rules"), "--input",
            folder.path("one.txt"),
        ]
        let screen = obey(arguments).output
        #expect(screen.contains("\n    \(words)  1  $9.00\n"), "\(screen)")
        #expect(screen.contains("\n    7, customer 1  load of $9.00  \(words)\n"), "\(screen)")
        let report = try Self.object(obey(arguments + ["--json"]).output)
        let flip = try #require((report["flips"] as? [[String: Any]])?.first)
        let sides = ["old", "new"].compactMap { flip[$0] as? [String: Any] }.map { side in
            let rules = (side["rules"] as? [String] ?? []).joined(separator: ", ")
            return "\(side["decision"] as? String ?? "")\(rules.isEmpty ? "" : " (\(rules))")"
        }
        #expect(sides.joined(separator: " → ") == words)
    }

    private static func flag(_ name: String) -> String { "require \(name) { that false else review }\n" }
    private static func refusal(_ name: String) -> String { "require \(name) { that false }\n" }

    // MARK: As two runs

    private static let review = """
        require large-amount {
          that     amount <= $1,000.00
          else     review as LargeAmount
        }

        """

    /// Policies as edits of the default file.
    private static let edits: [(name: String, old: String, new: String)] = [
        ("stricter day", "$5,000.00", "$1,234.56"), ("looser day", "$5,000.00", "$50,000.00"),
        ("looser week", "$20,000.00", "$200,000.00"), ("one load", "at most  3", "at most  1"),
        ("repeats declined", "ignore as DuplicateTxn", "decline as DuplicateTxn"),
        ("repeats flagged nowhere", "id per customer", "id, amount per customer"),
        ("count reviewed", "else     decline as DailyLimitsExceeded", "else     review as DailyLimitsExceeded"),
        ("funds reviewed", "decline as InsufficientFunds", "review as InsufficientFunds"),
        ("one more review", "require sufficient", review + "require sufficient"),
        ("attempts", "count    per customer", "count    of attempts per customer"),
        ("platform", "sum      amount per customer per week", "sum      amount across everyone per month"),
    ]

    @Test func `the changed decisions are exactly the difference of two runs`() throws {
        // Without its tests, which hold under its own rules only.
        let text = folder.read("rules/default.rules") ?? ""
        let base = String(try #require(text.split(separator: "test \"").first))
        for (index, edit) in Self.edits.enumerated() {
            let rules = base.replacing(edit.old, with: edit.new)
            #expect(rules != base, "\(edit.name)")
            try folder.write(rules, to: "\(index).rules")
        }
        let outcomes = try Self.edits.indices.map { try self.outcomes("\($0).rules") }
        // Each against the next one, and against one further on.
        for old in Self.edits.indices {
            for new in [(old + 1) % Self.edits.count, (old + 4) % Self.edits.count] {
                let what = "\(Self.edits[old].name) → \(Self.edits[new].name)"
                let expected = outcomes[old].indices.filter { outcomes[old][$0] != outcomes[new][$0] }.map { $0 + 1 }
                let found = try changes("\(old).rules", "\(new).rules")
                #expect(!expected.isEmpty, "\(what)")
                #expect(found == expected, "\(what)")
            }
        }
    }

    /// The lines of the input whose decisions change, by a dry-run.
    private func changes(_ old: String, _ new: String) throws -> [Int] {
        let answer = obey([
            "dry-run", "--against", folder.path(old), "--rules", folder.path(new), "--input", folder.path("input.txt"),
            "--changes", folder.path("changes.ndjson"), "--json",
        ])
        #expect(answer.code == .success, "\(answer.errors)")
        let lines = try folder.lines("changes.ndjson").map { try #require(Self.line(try Self.object($0))) }
        let report = try Self.object(answer.output)
        #expect(report["changed"] as? Int == lines.count)
        let flips = try #require(report["flips"] as? [[String: Any]])
        let counts = flips.compactMap { $0["count"] as? Int }
        #expect(counts.reduce(0, +) == lines.count)
        #expect(counts == counts.sorted(by: >))
        return lines
    }

    /// The line of output for each line of the input, by a run; none where a repeat was ignored.
    private func outcomes(_ rules: String) throws -> [String?] {
        let answer = obey([
            "run", "--rules", folder.path(rules), "--input", folder.path("input.txt"), "--output",
            folder.path("run.txt"), "--explanations", folder.path("run.ndjson"), "--quiet",
        ])
        #expect(answer.code == .success, "\(answer.errors)")
        let ignored = try folder.lines("run.ndjson").map(Self.object)
            .filter { $0["decision"] as? String == "ignored" }.compactMap(Self.line)
        var results = folder.lines("run.txt")[...]
        let outcomes = folder.lines("input.txt").indices.map { index in
            ignored.contains(index + 1) ? nil : results.popFirst()
        }
        #expect(results.isEmpty)
        #expect(outcomes.count { $0 == nil } == ignored.count)
        return outcomes
    }

    /// The line of the input; left out where it is the event's number.
    private static func line(_ object: [String: Any]) -> Int? {
        (object["line"] ?? object["event"]) as? Int
    }

    private static func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}
