import Engine
import RulesDSL
import TestSupport
import Testing

/// The pipeline gives the same bytes however the work is cut, and ends when a part of it fails.
@Suite struct PipelineTests {
    private static let rules = """
        unique once { key id per customer  else ignore as Repeat }
        limit daily { on load  sum amount per customer per day  at most $50.00 }
        limit weekly {
          on load where amount > $9.00  count of attempts across everyone per week  at most 40 else review
        }
        require funds { on withdrawal  that balance >= amount }

        """

    private func policy() throws -> Policy {
        try Policy(SourceFile(name: "test.rules", text: Ledger.header + Self.rules))
    }

    /// Valid lines, broken ones, blank ones and one over the limit, all of them more than once.
    private static let input: String = {
        var lines: [String] = []
        for number in 1...200 {
            let customer = number * 7 % 13
            let day = 10 + number / 40
            let time = "2000-01-\(day)T09:00:00Z"
            let sign = number % 5 == 0 ? "-" : ""
            lines.append(
                #"{"id":"\#(number * 3 % 170)","customer_id":"c\#(customer)","#
                    + #""load_amount":"\#(sign)$\#(number % 23 + 1).00","time":"\#(time)"}"#)
            if number % 50 == 1 { lines.append("") }
            if number % 60 == 1 { lines.append(#"{"id":"broken"}"# + "\r") }
            if number % 90 == 1 { lines.append(String(repeating: "é", count: 50_000)) }
        }
        return lines.joined(separator: "\n")
    }()

    /// Results, explanations and rejects.
    private func outputs(_ input: [UInt8], chunkSize: Int, pieceSize: Int, threads: Int) throws -> [String] {
        let policy = try policy()
        var configuration = Runner.Configuration(
            programs: [policy.program], source: MemorySource(input, pieceSize: pieceSize))
        configuration.chunkSize = chunkSize
        configuration.threads = threads
        configuration.recordedFacts = .all
        let runner = try Runner(configuration)
        let sinks = [MemorySink(), MemorySink(), MemorySink()]
        runner.write(ResultLines(policy.program), to: sinks[0], name: "results")
        runner.write(ExplanationLines(policy.program), to: sinks[1], name: "explanations")
        runner.write(RejectLines(policy.program), to: sinks[2], name: "rejects")
        _ = try runner.run()
        return sinks.map(\.text)
    }

    @Test(arguments: [1, 100, 5_000, 200_000], [1, 3, 1_024])
    func `every output has the same bytes for all chunks, pieces and threads`(chunkSize: Int, pieceSize: Int) throws {
        let input = Array(Self.input.utf8)
        let expected = try outputs(input, chunkSize: Runner.defaultChunkSize, pieceSize: .max, threads: 1)
        #expect(expected.allSatisfy { !$0.isEmpty })
        for threads in [1, 4] {
            let found = try outputs(input, chunkSize: chunkSize, pieceSize: pieceSize, threads: threads)
            #expect(found == expected, "with \(threads) threads")
        }
    }

    // MARK: Failures

    /// Gives lines up to a point and then fails.
    private final class FailingSource: ByteSource {
        private let source: MemorySource
        private var left: Int

        init(_ input: String, after reads: Int) {
            source = MemorySource(Array(input.utf8), pieceSize: 100)
            left = reads
        }

        func read(into bytes: Column<UInt8>, at start: Int, count: Int) throws(CriticalError) -> Int {
            guard left > 0 else { throw CriticalError(.input, "the disk is gone") }
            left -= 1
            return source.read(into: bytes, at: start, count: count)
        }

        var isReady: Bool { true }
        var length: Int? { nil }
    }

    /// Takes so many batches and then no more.
    private final class FailingSink: ByteSink {
        private var left: Int

        init(after writes: Int) {
            left = writes
        }

        func write(_ bytes: Column<UInt8>, count: Int) throws(CriticalError) {
            guard left > 0 else { throw CriticalError(.output, "no space left on device") }
            left -= 1
        }
    }

    private func failure(_ source: any ByteSource, _ sink: any ByteSink, threads: Int) throws -> CriticalError? {
        let policy = try policy()
        var configuration = Runner.Configuration(programs: [policy.program], source: source)
        configuration.chunkSize = 300
        configuration.threads = threads
        let runner = try Runner(configuration)
        runner.write(ResultLines(policy.program), to: sink, name: "output.txt")
        do {
            _ = try runner.run()
            return nil
        } catch {
            return error
        }
    }

    @Test(.timeLimit(.minutes(10)), arguments: [0, 1, 5, 40], [1, 2, 3, 8])
    func `a source that fails ends the run with its words`(reads: Int, threads: Int) throws {
        let error = try failure(FailingSource(Self.input, after: reads), MemorySink(), threads: threads)
        #expect(error?.kind == .input)
        #expect(error?.message == "reading the input: the disk is gone")
    }

    @Test(.timeLimit(.minutes(10)), arguments: [0, 1, 5, 20], [1, 2, 3, 8])
    func `a sink that fails ends the run with its words`(writes: Int, threads: Int) throws {
        let source = MemorySource(Array(Self.input.utf8))
        let error = try failure(source, FailingSink(after: writes), threads: threads)
        #expect(error?.kind == .output)
        #expect(error?.message == "writing: output.txt: no space left on device")
    }

    @Test(.timeLimit(.minutes(10)), arguments: [1, 2, 8])
    func `an input without a byte ends at once`(threads: Int) throws {
        let found = try outputs([], chunkSize: 10, pieceSize: 1, threads: threads)
        #expect(found == ["", "", ""])
    }
}
