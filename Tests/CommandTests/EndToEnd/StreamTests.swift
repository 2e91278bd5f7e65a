import Foundation
import Testing
import bankrules

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// `bankrules run` between two pipes: answers come while the input stays open, and signals end it cleanly.
@Suite(.timeLimit(.minutes(10))) struct StreamTests {
    private let folder: Folder
    private let input: Wire
    private let output: Wire

    init() throws {
        folder = try Folder.withSample()
        input = try Wire()
        output = try Wire()
    }

    private func start(_ arguments: [String]) throws -> RunningBinary {
        let running = try Binary.start(
            ["run", "--input", "-", "--output", "-"] + arguments, in: folder.url, input: .descriptor(input.reading),
            output: .descriptor(output.writing))
        input.closeReading()
        output.closeWriting()
        return running
    }

    private func load(_ id: Int, _ amount: String = "$1.00") -> String {
        """
        {\"id\":\"\(id)\",\"customer_id\":\"c\(id % 7)\",\"load_amount\":\"\(amount)\",\
        \"time\":\"2000-01-01T00:00:00Z\"}\n
        """
    }

    private func answer(_ id: Int, _ accepted: Bool = true) -> String {
        "{\"id\":\"\(id)\",\"customer_id\":\"c\(id % 7)\",\"accepted\":\(accepted)}"
    }

    @Test(arguments: ["1", "2", "4"]) func `each line has its answer before the next one is sent`(
        threads: String
    ) throws {
        let running = try start(["--threads", threads, "--quiet"])
        for id in 1...40 {
            try input.send(load(id, id % 5 == 0 ? "$5,000.01" : "$1.00"))
            // The answer to a repeat is none; the line after it is answered all the same.
            if id == 11 { try input.send(load(10)) }
            let isRefused = id % 5 == 0 || id > 21
            #expect(try output.line() == answer(id, !isRefused || accepted(id)))
        }
        input.closeWriting()
        #expect(try output.line() == nil)
        #expect(try running.finish().code == .success)
        #expect(folder.names == ["explanations.ndjson", "input.txt", "rules"])
    }

    /// The customers are seven: each has three loads of a day, refused ones apart.
    private func accepted(_ id: Int) -> Bool {
        id % 5 != 0 && stride(from: id % 7 == 0 ? 7 : id % 7, to: id, by: 7).count { $0 % 5 != 0 } < 3
    }

    @Test func `a line that arrives in pieces is one line`() throws {
        let running = try start(["--explanations", "none", "--quiet"])
        let line = load(1)
        try input.send(String(line.prefix(30)))
        try input.send(String(line.dropFirst(30)) + load(2).prefix(10))
        #expect(try output.line() == answer(1))
        try input.send(String(load(2).dropFirst(10).dropLast()))
        input.closeWriting()
        #expect(try output.line() == answer(2))
        #expect(try output.line() == nil)
        #expect(try running.finish().code == .success)
    }

    @Test(arguments: EndingSignal.allCases)
    func `a signal ends a run that waits for input`(signal: EndingSignal) throws {
        try folder.write("kept\n", to: "explanations.ndjson")
        let running = try start(["--rejects", "rejects.ndjson"])
        try input.send(load(1))
        #expect(try output.line() == answer(1))
        running.send(signal.number)
        // The input stays open: nothing but the signal ends the run.
        #expect(try output.line() == nil)
        let transcript = try running.finish()
        #expect(transcript.code == signal.code)
        #expect(
            transcript.errors == "bankrules: stopped by \(signal) before the end; no output file was changed\n")
        #expect(folder.names == ["explanations.ndjson", "input.txt", "rules"])
        #expect(folder.read("explanations.ndjson") == "kept\n")
    }

    @Test func `a signal ends explain and dry-run too`() throws {
        try folder.write("rules/default.rules", as: "new.rules", replacing: "$5,000.00", with: "$4,000.00")
        let commands = [["explain", "1"], ["dry-run", "--rules", "new.rules", "--changes", "changes.ndjson"]]
        for command in commands {
            let pipe = try Wire()
            let log = try Wire()
            let running = try Binary.start(
                command + ["--input", "-"], in: folder.url, input: .descriptor(pipe.reading),
                errors: .descriptor(log.writing), environment: ["ACCOUNT_LOG_LEVEL": "trace"])
            pipe.closeReading()
            log.closeWriting()
            try pipe.send(load(1))
            #expect(try log.line()?.hasPrefix("debug [account] chunk 1") == true)
            running.send(SIGTERM)
            let transcript = try running.finish()
            #expect(transcript.code == .terminated)
            #expect(transcript.output.isEmpty)
            #expect(folder.names == ["input.txt", "new.rules", "rules"])
        }
    }

    @Test func `a reader who goes while answers come ends the run`() throws {
        let running = try start([])
        try input.send(load(1))
        #expect(try output.line() == answer(1))
        output.closeReading()
        try input.send(load(2))
        let transcript = try running.finish()
        #expect(transcript.code == .inputOutput)
        #expect(transcript.errors == "bankrules: writing: standard output: broken pipe\n")
        #expect(folder.names == ["input.txt", "rules"])
    }
}
