import Engine
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Messages reach every subscriber in order, and what a subscriber throws ends the run with all that led to it.
@Suite struct BusTests {
    /// Writes down what it hears.
    private final class Listener: Subscriber {
        private let name: String
        private let journal: Journal
        private let answer: Message?

        init(_ name: String, _ journal: Journal, answer: Message? = nil) {
            (self.name, self.journal, self.answer) = (name, journal, answer)
        }

        func receive(_ message: Message, on bus: Bus) throws(CriticalError) {
            guard case .dataWritten(let output, _) = message else {
                journal.entries.append("\(name): \(message.topic)")
                return
            }
            journal.entries.append("\(name): \(output)")
            if let answer, output != "answer" { try bus.publish(answer) }
        }
    }

    private final class Journal {
        var entries: [String] = []
    }

    private final class Refuser: Subscriber {
        func receive(_ message: Message, on bus: Bus) throws(CriticalError) {
            throw CriticalError(.limit, "enough").during("listening")
        }
    }

    @Test func `everybody hears every message in order, and answers come after it`() throws {
        let bus = Bus()
        let journal = Journal()
        bus.subscribe(
            Listener("first", journal, answer: .dataWritten(to: "answer", bytes: 1)), to: .dataWritten)
        bus.subscribe(Listener("second", journal), to: .dataWritten, .transactionsRead)
        for number in 1...2 { try bus.publish(.dataWritten(to: "\(number)", bytes: number)) }
        #expect(
            journal.entries == [
                "first: 1", "second: 1", "first: answer", "second: answer",
                "first: 2", "second: 2", "first: answer", "second: answer",
            ])
    }

    @Test func `nobody hears a topic they did not ask for`() throws {
        let bus = Bus()
        let journal = Journal()
        bus.subscribe(Listener("deaf", journal), to: .transactionsRead)
        try bus.publish(.dataWritten(to: "1", bytes: 1))
        #expect(journal.entries.isEmpty)
    }

    private static let line =
        #"{"id":"1","customer_id":"1","load_amount":"$1.00","time":"2000-01-01T00:00:00Z"}"# + "\n"

    /// Runs lines; the answer is what was heard, or the error that ended it.
    private func run(
        _ subscribe: (Bus) -> Void, source: any ByteSource, threads: Int = 2
    ) throws -> CriticalError? {
        let policy = try Ledger.policy("limit life { sum amount per customer per ever  at most $5.00 }")
        var configuration = Runner.Configuration(programs: [policy.program], source: source)
        configuration.chunkSize = 1
        configuration.threads = threads
        let runner = try Runner(configuration)
        runner.write(ResultLines(policy.program), to: MemorySink(), name: "out")
        subscribe(runner.bus)
        do {
            _ = try runner.run()
            return nil
        } catch {
            return error
        }
    }

    @Test func `a run tells of its chunks in one order`() throws {
        let journal = Journal()
        let input = Self.line + "bad\n" + Self.line
        let error = try run(
            { bus in
                bus.subscribe(
                    Listener("run", journal), to: .transactionsRead, .transactionsCreated, .transactionsRejected,
                    .transactionsDecided, .dataWritten)
            }, source: MemorySource(Array(input.utf8)), threads: 4)
        #expect(error == nil)
        let good = ["transactionsRead", "transactionsCreated", "transactionsDecided", "out"]
        let bad = ["transactionsRead", "transactionsCreated", "transactionsRejected", "transactionsDecided"]
        #expect(journal.entries == (good + bad + good).map { "run: \($0)" })
    }

    @Test(.timeLimit(.minutes(10)), arguments: [1, 2, 4])
    func `a subscriber that throws ends the run with the whole chain`(threads: Int) throws {
        let source = MemorySource(Array(String(repeating: Self.line, count: 50).utf8))
        let error = try run({ $0.subscribe(Refuser(), to: .transactionsDecided) }, source: source, threads: threads)
        #expect(error?.kind == .limit)
        #expect(error?.chain == ["listening", "enough"])
    }

    /// The sender of the input waits for an answer that never comes.
    @Test(.timeLimit(.minutes(10)), arguments: [1, 2, 4])
    func `a run that fails while it waits for input ends`(threads: Int) throws {
        var ends: [Int32] = [-1, -1]
        try #require(unsafe pipe(&ends) == 0)
        defer { ends.forEach { close($0) } }
        let bytes = Array(Self.line.utf8)
        try #require(unsafe write(ends[1], bytes, bytes.count) == bytes.count)
        let error = try run(
            { $0.subscribe(Refuser(), to: .transactionsDecided) }, source: DescriptorSource(ends[0]),
            threads: threads)
        #expect(error?.message == "listening: enough")
    }
}
