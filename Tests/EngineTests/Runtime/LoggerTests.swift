import Engine
import Synchronization
import TestSupport
import Testing

/// What modules say, and when they keep silent.
@Suite struct LoggerTests {
    private final class Log: Sendable {
        private let kept = Mutex<[String]>([])
        var lines: [String] { kept.withLock { $0 } }
        func add(_ line: String) { kept.withLock { $0.append(line) } }
    }

    @Test(arguments: Logger.Level.allCases) func `lines below the threshold are not said`(threshold: Logger.Level) {
        let log = Log()
        let logger = Logger(module: "account", threshold: threshold) { log.add($0) }
        for level in Logger.Level.allCases { logger.log(level, "line") }
        let wanted = Logger.Level.allCases.filter { $0 >= threshold }
        #expect(log.lines == wanted.map { "\($0.name) [account] line" })
        #expect(Logger.Level.allCases.filter { logger.says($0) } == wanted)
    }

    @Test func `what is not said is not worked out`() {
        let logger = Logger(module: "account", threshold: .warn) { _ in }
        var times = 0
        func message() -> String {
            times += 1
            return ""
        }
        logger.log(.info, message())
        #expect(times == 0)
        logger.log(.error, message())
        #expect(times == 1)
    }

    @Test func `contexts nest, and leave the logger around them as it was`() {
        let log = Log()
        let logger = Logger(module: "creator", threshold: .trace) { log.add($0) }
        let chunk = logger.within("chunk 3")
        chunk.within("line 7").log(.warn, "rejected")
        chunk.log(.debug, "done")
        logger.log(.info, "end")
        #expect(
            log.lines == [
                "warn [creator] chunk 3: line 7: rejected", "debug [creator] chunk 3: done", "info [creator] end",
            ])
    }

    @Test func `a module has its own level or the common one`() {
        let log = Log()
        let levels = LogLevels(common: .error, byModule: ["account": .debug]) { log.add($0) }
        for module in LogLevels.modules { levels.logger(module).log(.info, "hello") }
        levels.logger("reader").log(.error, "no")
        #expect(log.lines == ["info [account] hello", "error [reader] no"])
        LogLevels.silent.logger("reader").log(.error, "nobody hears it")
    }

    @Test func `without a level nothing is said, and a module alone may have one`() {
        let log = Log()
        let levels = LogLevels(common: nil, byModule: ["writer": .warn]) { log.add($0) }
        for module in LogLevels.modules { levels.logger(module).log(.error, "hello") }
        #expect(log.lines == ["error [writer] hello"])
    }

    @Test func `what stops a run is said with all that was being done`() throws {
        final class FullSink: ByteSink {
            func write(_ bytes: Column<UInt8>, count: Int) throws(CriticalError) {
                throw CriticalError(.output, "no space left on device")
            }
        }
        let log = Log()
        let policy = try Ledger.policy("")
        let line = #"{"id":"1","customer_id":"1","load_amount":"$1.00","time":"2000-01-01T00:00:00Z"}"#
        var configuration = Runner.Configuration(programs: [policy.program], source: MemorySource(Array(line.utf8)))
        configuration.logLevels = LogLevels(common: .error) { log.add($0) }
        let runner = try Runner(configuration)
        runner.write(ResultLines(policy.program), to: FullSink(), name: "output.txt")
        #expect(throws: CriticalError.self) { try runner.run() }
        #expect(log.lines == ["error [runner] writing: output.txt: no space left on device"])
    }

    @Test(arguments: [1, 2, 4]) func `a run says the same whatever the number of threads`(threads: Int) throws {
        let log = Log()
        let policy = try Ledger.policy("limit life { count per customer per ever  at most 1 }")
        let lines = (1...3).map {
            #"{"id":"\#($0)","customer_id":"1","load_amount":"$1.00","time":"2000-01-01T00:00:00Z"}"#
        }
        var configuration = Runner.Configuration(
            programs: [policy.program], source: MemorySource(Array((lines + ["[]"]).joined(separator: "\n").utf8)))
        configuration.threads = threads
        configuration.chunkSize = 100
        configuration.logLevels = LogLevels(common: .warn, byModule: ["account": .trace]) { log.add($0) }
        _ = try Runner(configuration).run()
        #expect(
            log.lines.filter { !$0.hasPrefix("debug") } == [
                "trace [account] line 1: load accepted", "trace [account] line 2: load declined by life",
                "trace [account] line 3: load declined by life",
                "warn [creator] line 4: rejected: \(RejectReason.notAnObject(.array).sentence(policy.currency))",
            ])
    }
}
