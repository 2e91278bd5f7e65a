import Engine
import RulesDSL
import TestSupport
import Testing

/// Transactions too far ahead of the one before them are rejected, whatever the chunks.
@Suite struct TimeHorizonTests {
    private func line(_ id: Int, _ time: String) -> String {
        "{\"id\":\"\(id)\",\"customer_id\":\"1\",\"load_amount\":\"$1.00\",\"time\":\"\(time)\"}\n"
    }

    private func run(_ input: String, maximumLead: Int64?, chunkSize: Int) throws -> (results: String, rejects: String)
    {
        let rules = "policy \"T\" currency USD timezone UTC week starts monday\n"
        let policy = try Policy(SourceFile(name: "t.rules", text: rules))
        var configuration = Runner.Configuration(
            programs: [policy.program], source: MemorySource(Array(input.utf8)))
        configuration.maximumLead = maximumLead
        configuration.chunkSize = chunkSize
        let results = MemorySink()
        let rejects = MemorySink()
        let runner = try Runner(configuration)
        runner.write(ResultLines(policy.program), to: results, name: "results")
        runner.write(RejectLines(policy.program), to: rejects, name: "rejects")
        let summary = try runner.run()[0]
        #expect(summary.accepted + summary.rejected == 5)
        return (results.text, rejects.text)
    }

    @Test(arguments: [1, 100, 1_000_000])
    func `a time beyond the horizon is rejected and the next one is measured from the latest that was not`(
        chunkSize: Int
    ) throws {
        let input =
            line(1, "2000-01-01T00:00:00Z") + line(2, "2000-01-02T00:00:00Z") + "nonsense\n"
            + line(3, "2000-01-03T00:00:01Z") + line(4, "2000-01-03T00:00:00Z")
        let (results, rejects) = try run(input, maximumLead: 86_400, chunkSize: chunkSize)
        let ids = results.split(separator: "\n").map { $0.split(separator: "\"")[3] }
        #expect(ids == ["1", "2", "4"])
        let rejected = rejects.split(separator: "\n").map(String.init)
        try #require(rejected.count == 2)
        #expect(rejected[0].hasPrefix("{\"line\":3,"))
        #expect(rejected[1].hasPrefix("{\"line\":4,\"column\":1,\"code\":\"time-too-far-ahead\""))
        #expect(rejected[1].contains("2000-01-03T00:00:01Z"))
    }

    @Test(arguments: [1, 100, 1_000_000])
    func `one late transaction does not make those after it too early`(chunkSize: Int) throws {
        let input =
            line(1, "2000-01-05T00:00:00Z") + line(2, "1999-01-01T00:00:00Z") + line(3, "2000-01-05T01:00:00Z")
            + line(4, "2000-01-05T02:00:00Z") + line(5, "2000-01-05T03:00:00Z")
        #expect(try run(input, maximumLead: 86_400, chunkSize: chunkSize).rejects.isEmpty)
    }

    @Test func `the rejected line is kept without its line end`() throws {
        let input =
            (line(1, "2000-01-01T00:00:00Z") + line(2, "2000-02-01T00:00:00Z") + line(3, "2000-01-01T00:00:00Z")
            + line(4, "2000-01-01T00:00:00Z") + line(5, "2000-01-01T00:00:00Z")).replacing("\n", with: "\r\n")
        let rejects = try run(input, maximumLead: 86_400, chunkSize: 1_000).rejects
        #expect(rejects.hasSuffix("2000-02-01T00:00:00Z\\\"}\"}\n"))
    }

    @Test func `without a limit nothing is too far ahead`() throws {
        let years = [1, 2, 3, 4, 5].map { line($0, "\($0)000-01-01T00:00:00Z") }.joined()
        #expect(try run(years, maximumLead: nil, chunkSize: 1_000).rejects.isEmpty)
    }
}
