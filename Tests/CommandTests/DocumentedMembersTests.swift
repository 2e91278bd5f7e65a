import Foundation
import Testing
import bankrules

/// What commands write for programs, and what the documents say of it: every member that is written is documented, and
/// every one in the tables of a document is written.
@Suite struct DocumentedMembersTests {
    private let folder: Folder

    private static let rules = """
        policy "Members" currency USD timezone UTC week starts monday
        field shop : text optional
        field tier : text default "basic"
        let usual = average amount on load per customer per rolling 2 hours or $30.00
        unique same-id { key id per customer  conflict on amount decline as OtherAmount  else ignore }
        unique same-shop { key shop per customer  on withdrawal }
        limit amounts { on load  sum amount per customer per day  at most $50.00 }
        limit single { on load  largest amount per customer per day  at most $20.00  mode shadow }
        limit shops { on load  distinct shop per customer per day  at most 2  else review }
        require usual-amount {
          on load  that amount <= 2 * usual and (tier is "gold" or hour < 22)  unless customer is "vip"
        }
        require at-night { on load  that hour < 23 or (shop or "none") is "bar"  mode shadow }
        require funds { on withdrawal  that balance >= amount  active from 2026-01-02 }
        test "a repeat" {
          2026-01-01 09:00  load  $1.00  id "a"  accepted
          2026-01-01 10:00  load  $1.00  id "a"  accepted
        }
        """

    private static let lines = [
        "",
        load("1", "c", "$30.00", "02T10:00:00Z", #","shop":"a""#),
        load("1", "c", "$30.00", "02T10:00:00Z", #","shop":"a""#),
        load("1", "c", "$31.00", "02T10:00:00Z", #","shop":"a""#),
        load("2", "c", "$30.00", "02T10:30:00Z", #","shop":"a""#),
        load("3", "c", "$18.00", "02T11:00:00Z", #","shop":"b""#),
        load("4", "c", "$1.00", "02T11:00:00Z", #","shop":"c""#),
        load("5", "d", "$1.00", "02T23:00:00Z"),
        load("6", "c", "$1.00", "01T11:00:00Z"),
        load("7", "c", "-$1.00", "01T11:00:00Z"),
        load("8", "c", "-$1.00", "02T11:00:00Z"),
        load("9", "e", "-$1.00", "02T11:00:00Z"),
        load("10", "vip", "$1.00", "02T11:00:00Z"),
    ]

    private static func load(
        _ id: String, _ customer: String, _ amount: String, _ time: String, _ more: String = ""
    ) -> String {
        #"{"id":"\#(id)","customer_id":"\#(customer)","load_amount":"\#(amount)","time":"2026-01-\#(time)"\#(more)}"#
    }

    init() throws {
        folder = try Folder()
        try folder.write(Self.rules, to: "old.rules")
        try folder.write(Self.rules.replacing("$50.00", with: "$45.00"), to: "new.rules")
        try folder.write(Self.rules.replacing("sum amount", with: "sum amuont"), to: "wrong.rules")
        let good = """
            policy "Good" currency USD timezone UTC week starts monday
            limit daily { on load  sum amount per customer per day  at most $5.00 }
            limit weekly { on load  sum amount per customer per week  at most $50.00 }
            test "a day" { 2026-01-01 09:00  load  $5.01  declined by daily }
            """
        try folder.write(good, to: "good.rules")
        var input = Data(Self.lines.joined(separator: "\n").utf8)
        input += [0x0A, 0xFF]
        try input.write(to: folder.url.appending(path: "input.txt"))
    }

    @Test func `the files of a run`() throws {
        let run = [
            "run", "--rules", "old.rules", "--json", "--rejects", "rejects.ndjson", "--accounts", "accounts.ndjson",
        ]
        let summary = try members(run)
        try expect(summary, in: "output.md", "Summary")
        try expect(members(ofLinesIn: "output.txt"), in: "output.md", "Decisions")
        try expect(members(ofLinesIn: "rejects.ndjson"), in: "output.md", "Rejected lines")
        try expect(members(ofLinesIn: "accounts.ndjson"), in: "output.md", "Accounts")
        try expect(members(ofLinesIn: "explanations.ndjson"), in: "explanations.md", "Explanations")
    }

    @Test func `the comparison of two policies`() throws {
        let command = [
            "dry-run", "--against", "old.rules", "--rules", "new.rules", "--json", "--changes", "changes.ndjson",
        ]
        try expect(members(command), in: "output.md", "Comparison")
        #expect(try members(ofLinesIn: "changes.ndjson").subtracting(words("explanations.md")) == [])
    }

    @Test func `explanations of single transactions`() throws {
        var all: Set<String> = []
        for id in 1...10 { try all.formUnion(members(["explain", "\(id)", "--rules", "old.rules", "--json"])) }
        try expect(all, in: "explanations.md", "One transaction", "Parts of conditions")
    }

    @Test func `tests and checks`() throws {
        let tests = try members(["test", "--format", "json", "--mutate", "old.rules", "good.rules", "wrong.rules"])
        #expect(tests.isSuperset(of: ["repeats_line", "noticed"]))
        try expect(tests, in: "testing.md", "For programs")
        let checks = try members(["check", "--format", "json", "old.rules", "good.rules", "wrong.rules"])
        #expect(checks.isSuperset(of: ["replacement", "result"]))
        try expect(checks, in: "check.md", "Formats")
    }

    // MARK: What is written

    private func members(_ arguments: [String]) throws -> Set<String> {
        let output = try Binary.run(arguments, in: folder.url).output
        return Self.members(try JSONSerialization.jsonObject(with: Data(output.utf8)))
    }

    private func members(ofLinesIn name: String) throws -> Set<String> {
        let lines = try #require(folder.read(name)).split(separator: "\n")
        return try lines.reduce(into: []) {
            $0.formUnion(Self.members(try JSONSerialization.jsonObject(with: Data($1.utf8))))
        }
    }

    /// The names of all members but those that rules and transactions give.
    private static func members(_ value: Any) -> Set<String> {
        if let array = value as? [Any] { return array.reduce(into: []) { $0.formUnion(members($1)) } }
        guard let object = value as? [String: Any] else { return [] }
        return object.reduce(into: Set(object.keys)) { names, member in
            if !["fields", "values"].contains(member.key) { names.formUnion(members(member.value)) }
        }
    }

    // MARK: What is documented

    private func expect(_ written: Set<String>, in document: String, _ sections: String...) throws {
        let documented = try sections.reduce(into: Set<String>()) { $0.formUnion(try names(document, $1)) }
        #expect(documented.count > 2, "\(document) has no table in \(sections)")
        #expect(written.subtracting(try words(document)) == [], "not in \(document)")
        #expect(documented.subtracting(written) == [], "in \(document), and never written")
    }

    private func text(_ document: String) throws -> String {
        let file = Repository.root.appending(path: "docs/\(document)")
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }

    /// Every word in backticks.
    private func words(_ document: String) throws -> Set<String> {
        Set(try text(document).matches(of: /`([a-z_]+)`/).map { String($0.1) })
    }

    /// The names in the first column of a section's tables.
    private func names(_ document: String, _ section: String) throws -> Set<String> {
        let lines = try text(document).split(separator: "\n", omittingEmptySubsequences: false)
        let inside = lines.drop { !$0.hasPrefix("#") || $0.drop { "# ".contains($0) } != section }.dropFirst()
        let rows = inside.prefix { !$0.hasPrefix("#") }.map { $0.trimmingPrefix { $0 == " " } }
        return rows.filter { $0.hasPrefix("| `") }.reduce(into: []) { names, row in
            let cell = row.dropFirst().prefix { $0 != "|" }
            names.formUnion(cell.matches(of: /`([a-z_]{2,})`/).map { String($0.1) })
        }
    }
}
