import Foundation
import Testing
import bankrules

/// `bankrules run` as a person uses it: the program as built, in a folder of its own.
@Suite struct SampleRunTests {
    private let folder: Folder

    init() throws {
        folder = try Folder.withSample()
    }

    private func run(_ arguments: String..., input: Binary.Stream = .file("/dev/null")) throws -> Transcript {
        try Binary.run(["run"] + arguments, in: folder.url, input: input)
    }

    @Test func `a fresh folder gives the three results, and the same bytes again`() throws {
        let first = try Binary.run([], in: folder.url)
        try Golden.expect(first.timeless, "EndToEnd/run-default.txt")
        #expect(folder.names == ["explanations.ndjson", "input.txt", "output.txt", "rules"])
        let (output, explanations) = (folder.read("output.txt"), folder.read("explanations.ndjson"))
        #expect(folder.lines("output.txt").count == 999)
        #expect(folder.lines("explanations.ndjson").count == 109)
        #expect(
            output?.hasPrefix("{\"id\":\"90102\",\"customer_id\":\"88\",\"accepted\":true}\n") == true)
        let second = try Binary.run([], in: folder.url)
        #expect(second.timeless == first.timeless)
        #expect(folder.read("output.txt") == output)
        #expect(folder.read("explanations.ndjson") == explanations)
        #expect(folder.names == ["explanations.ndjson", "input.txt", "output.txt", "rules"])
    }

    @Test func `an edited limit changes the next run`() throws {
        _ = try run()
        let before = folder.lines("output.txt")
        try folder.write(
            "rules/default.rules", as: "rules/default.rules", replacing: "$5,000.00", with: "$4,000.00")
        let stricter = try run()
        try Golden.expect(stricter.timeless, "EndToEnd/run-edited.txt")
        let after = folder.lines("output.txt")
        #expect(before.count == after.count)
        #expect(zip(before, after).contains { $0 != $1 })
    }

    @Test(arguments: ["1", "2", "3", "4"])
    func `the number of threads changes nothing`(threads: String) throws {
        let answer = try run(
            "--threads", threads, "--chunk-size", "1000", "--output", "o.txt", "--explanations", "e.ndjson",
            "--rejects", "r.ndjson", "--accounts", "a.ndjson")
        #expect(answer.code == .success)
        _ = try run("--accounts", "accounts.ndjson")
        #expect(folder.read("a.ndjson") == folder.read("accounts.ndjson"))
        #expect(folder.read("o.txt") == folder.read("output.txt"))
        #expect(folder.read("e.ndjson") == folder.read("explanations.ndjson"))
        #expect(folder.read("r.ndjson") == "")
    }

    @Test func `what became of each account adds up to the summary`() throws {
        let answer = try run("--json", "--accounts", "accounts.ndjson")
        let summary = try object(answer.output)
        let accounts = try folder.lines("accounts.ndjson").map { try object(String($0)) }
        #expect(accounts.count == 237)
        func total(_ names: String...) -> Int {
            accounts.reduce(0) { sum, account in names.reduce(sum) { $0 + (account[$1] as? Int ?? 0) } }
        }
        #expect(total("loads", "withdrawals") == summary["accepted"] as? Int)
        #expect(total("declined") == summary["declined"] as? Int)
        #expect(total("ignored") == summary["ignored"] as? Int)
    }

    private func object(_ json: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    }

    @Test func `the standard streams take the places of files`() throws {
        let answer = try run(
            "--input", "-", "--output", "-", "--explanations", "none", input: .file(folder.path("input.txt")))
        _ = try run()
        #expect(answer.code == .success)
        #expect(answer.output == folder.read("output.txt"))
        #expect(answer.errors.hasPrefix("1,022 transactions by \"Prepaid account limits\""))
    }

    @Test func `explanations can go to standard output, or nowhere`() throws {
        let shown = try run("--explanations", "-")
        let unexplained = try run("--explanations", "none", "--output", "other.txt", "--quiet")
        #expect(unexplained.text == "exit 0\n--- standard output\n--- standard error\n")
        #expect(folder.read("other.txt") == folder.read("output.txt"))
        #expect(folder.names == ["input.txt", "other.txt", "output.txt", "rules"])
        _ = try run()
        #expect(shown.output == folder.read("explanations.ndjson"))
    }

    /// A good line, bad ones of several kinds, a blank one, and no newline at the end.
    private static let mixed = """
        {"id":"1","customer_id":"9","load_amount":"$10.00","time":"2000-01-01T00:00:00Z"}
        {"id":"2","customer_id":"9","load_amount":"$10","time":"2000-01-01T00:00:00"}

        nothing "of" JSON\t\u{1B}[31m
        {"id":"3","customer_id":"9","load_amount":"€4.00","time":"2000-01-01T00:00:00Z"}
        {"id":"1","customer_id":"9","load_amount":"$10.00","time":"2000-01-01T00:00:00Z"}
        {"id":"4","customer_id":"9","load_amount":"-$10.00","time":"2000-01-01T00:00:01Z"}
        """

    @Test func `rejected lines are counted, and kept if asked for`() throws {
        try folder.write(Self.mixed, to: "mixed.txt")
        let answer = try run("--input", "mixed.txt", "--rejects", "rejects.ndjson")
        try Golden.expect(answer.timeless, "EndToEnd/run-rejects.txt")
        try Golden.expect(folder.read("rejects.ndjson") ?? "", "EndToEnd/run-rejects.ndjson")
        #expect(folder.lines("output.txt").count == 2)
        for line in folder.lines("rejects.ndjson") {
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
        }
    }

    @Test func `rejected lines fail the run only where that is wanted`() throws {
        try folder.write(Self.mixed, to: "mixed.txt")
        #expect(try run("--input", "mixed.txt").code == .success)
        #expect(try run("--fail-on-reject").code == .success)
        let failed = try run("--input", "mixed.txt", "--fail-on-reject", "--quiet")
        #expect(failed.text == "exit 1\n--- standard output\n--- standard error\n")
        // The decisions are complete all the same.
        #expect(folder.lines("output.txt").count == 2)
    }

    @Test func `an empty input has empty results`() throws {
        let answer = try run("--input", "/dev/null", "--rejects", "rejects.ndjson")
        try Golden.expect(answer.timeless, "EndToEnd/run-empty.txt")
        for name in ["output.txt", "explanations.ndjson", "rejects.ndjson"] { #expect(folder.read(name) == "") }
    }

    @Test func `modules say what they do at the level that is asked for`() throws {
        try folder.write(Self.mixed, to: "mixed.txt")
        func log(_ environment: [String: String]) throws -> Transcript {
            try Binary.run(
                ["run", "--input", "mixed.txt", "--quiet", "--threads", "2"], in: folder.url, environment: environment)
        }
        #expect(try log([:]).errors.isEmpty)
        try Golden.expect(try log(["LOG_LEVEL": "trace"]).text, "EndToEnd/run-trace.txt")
        try Golden.expect(
            try log(["CREATOR_LOG_LEVEL": "warn", "ACCOUNT_LOG_LEVEL": "trace"]).text, "EndToEnd/run-modules.txt")
        try Golden.expect(try log(["LOG_LEVEL": "loud"]).text, "EndToEnd/run-loud.txt")
    }
}
