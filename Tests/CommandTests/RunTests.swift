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

/// `bankrules run` as a process, in a folder of its own with the default rules and a few transactions.
@Suite struct RunTests {
    private let folder: Folder

    private static let lines = [
        #"{"id":"1","customer_id":"88","load_amount":"$3000.00","time":"2000-01-01T09:00:00Z"}"#,
        #"{"id":"2","customer_id":"88","load_amount":"$3000.00","time":"2000-01-01T10:00:00Z"}"#,
        #"{"id":"1","customer_id":"88","load_amount":"$3000.00","time":"2000-01-01T11:00:00Z"}"#,
        #"{"id":"3","customer_id":"88","load_amount":"-$4000.00","time":"2000-01-01T12:00:00Z"}"#,
        #"{"id":"4","customer_id":"88","load_amount":"0","time":"2000-01-01T12:00:00Z"}"#,
        #"not a transaction"#,
        #"{"id":"5","customer_id":"\u001b[31m","load_amount":"-$0.01","time":"2000-01-02T12:00:00Z"}"#,
    ]

    init() throws {
        folder = try Folder()
        try folder.addDefaultRules()
        try folder.write(Self.lines.joined(separator: "\n") + "\n", to: "input.txt")
    }

    private func run(_ arguments: String..., input: Binary.Stream = .file("/dev/null")) throws -> Transcript {
        try Binary.run(["run"] + arguments, in: folder.url, input: input)
    }

    /// A transcript without the time the run took.
    private func timeless(_ transcript: Transcript) -> String {
        transcript.text.replacing(/\ in [0-9.]+ s(, [0-9,]+ a second)?\n/, with: " in TIME\n")
            .replacing(/"milliseconds": [0-9]+/, with: "\"milliseconds\": TIME")
    }

    @Test func `the default files`() throws {
        let answer = try Binary.run([], in: folder.url)
        try Golden.expect(timeless(answer), "run.txt")
        #expect(folder.names == ["explanations.ndjson", "input.txt", "output.txt", "rules"])
        try Golden.expect(folder.read("output.txt") ?? "", "run-output.ndjson")
        try Golden.expect(folder.read("explanations.ndjson") ?? "", "run-explanations.ndjson")
    }

    @Test(arguments: [[], ["--threads", "1"], ["--threads", "5", "--chunk-size", "1"], ["--chunk-size", "100"]])
    func `neither a second run nor threads nor chunks change a byte`(arguments: [String]) throws {
        for _ in 0..<2 { #expect(try Binary.run(["run"] + arguments, in: folder.url).code == .success) }
        try Golden.expect(folder.read("output.txt") ?? "", "run-output.ndjson")
        try Golden.expect(folder.read("explanations.ndjson") ?? "", "run-explanations.ndjson")
    }

    @Test func `from standard input to standard output`() throws {
        let answer = try run(
            "--input", "-", "--output", "-", "--explanations", "none", input: .file(folder.path("input.txt")))
        try Golden.expect(timeless(answer), "run-stream.txt")
        #expect(folder.names == ["input.txt", "rules"])
    }

    @Test func `the summary for programs`() throws {
        let answer = try run("--json", "--rejects", "rejects.ndjson")
        try Golden.expect(timeless(answer), "run-json.txt")
        try Golden.expect(folder.read("rejects.ndjson") ?? "", "run-rejects.ndjson")
        let beside = try run("--json", "--output", "-")
        #expect(beside.output == folder.read("output.txt"))
        #expect(beside.errors.hasPrefix("{\n  \"policy\""))
    }

    @Test func `quiet says nothing`() throws {
        #expect(try run("--quiet").text == "exit 0\n--- standard output\n--- standard error\n")
    }

    @Test func `a rejected line is a finding if asked for, and the others are decided all the same`() throws {
        #expect(try run("--quiet", "--fail-on-reject").code == .finding)
        try Golden.expect(folder.read("output.txt") ?? "", "run-output.ndjson")
    }

    // MARK: What goes wrong

    /// Every run that fails before or while it writes: its answer, and that no file is left or changed.
    @Test func `a run that fails leaves every file as it was`() throws {
        try folder.write("before\n", to: "output.txt")
        try folder.write("limit x {\n  at most $5\n}\n", to: "bad.rules")
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "folder"), withIntermediateDirectories: false)
        let names = folder.names
        let runs: [[String]] = [
            ["--input", "none.txt"], ["--input", "folder"], ["--rules", "none.rules"], ["--rules", "bad.rules"],
            ["--output", "folder"], ["--output", "none/output.txt"], ["--output", "input.txt"],
            ["--output", "./rules/default.rules"], ["--output", "x", "--rejects", "./x"],
            ["--output", "-", "--rejects", "-"],
            ["--output", "/dev/full"], ["--explanations", "/dev/full"],
        ]
        var text = ""
        for arguments in runs {
            let answer = try Binary.run(["run"] + arguments, in: folder.url)
            text += "$ bankrules run \(arguments.joined(separator: " "))\n\(answer.text)\n"
            #expect(folder.names == names, "\(arguments)")
        }
        #expect(folder.read("output.txt") == "before\n")
        try Golden.expect(text, "run-failures.txt")
    }

    @Test func `results that nobody reads are an error`() throws {
        let answer = try Binary.run(["run", "--output", "-", "--quiet"], in: folder.url, output: .brokenPipe)
        #expect(answer.code == .inputOutput)
        #expect(answer.errors == "bankrules: writing: standard output: broken pipe\n")
        #expect(folder.names == ["input.txt", "rules"])
    }

    @Test(arguments: EndingSignal.allCases)
    func `a signal ends a run that waits, and leaves every file as it was`(signal: EndingSignal) throws {
        try folder.write("before\n", to: "output.txt")
        let pipe = folder.path("pipe")
        try #require(unsafe mkfifo(pipe, 0o600) == 0)
        let running = try Binary.start(["run", "--input", "pipe"], in: folder.url)
        // The pipe opens when the program has opened it too.
        let writer = try FileHandle(forWritingTo: URL(filePath: pipe))
        try writer.write(contentsOf: Data((Self.lines[0] + "\n").utf8))
        running.send(signal.number)
        let answer = try running.finish()
        try writer.close()
        #expect(answer.code == signal.code)
        #expect(answer.output.isEmpty)
        #expect(answer.errors == "bankrules: stopped by \(signal) before the end; no output file was changed\n")
        #expect(folder.names == ["input.txt", "output.txt", "pipe", "rules"])
        #expect(folder.read("output.txt") == "before\n")
    }

    #if os(Linux)
        @Test func `what was typed into a terminal that is closed is no end of rules`() throws {
            let terminal = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
            var (lock, number) = (Int32(0), Int32(0))
            // TIOCSPTLCK unlocks the other side, TIOCGPTN tells its number.
            let isReady = unsafe ioctl(terminal, 0x4004_5431, &lock) == 0 && ioctl(terminal, 0x8004_5430, &number) == 0
            try #require(isReady)
            let running = try Binary.start(
                ["run", "--rules", "-"], in: folder.url, input: .file("/dev/pts/\(number)"))
            close(terminal)
            let answer = try running.finish()
            #expect(answer.code == .hungUp)
            #expect(answer.errors == "bankrules: stopped by SIGHUP before the end; no output file was changed\n")
            #expect(folder.names == ["input.txt", "rules"])
        }
    #endif

    @Test func `a closed standard stream keeps every file closed`() throws {
        // A shell in between would start the program with its own streams; the folder is named instead.
        for closed in 0..<3 {
            let answer = try Binary.run(
                [
                    "run", "--rules", folder.path("rules/default.rules"), "--input", folder.path("input.txt"),
                    "--output",
                    folder.path("output.txt"), "--explanations", "none",
                ],
                input: closed == 0 ? .closed : .file("/dev/null"), output: closed == 1 ? .closed : .kept,
                errors: closed == 2 ? .closed : .kept)
            #expect(answer.code == .inputOutput)
            #expect(folder.names == ["input.txt", "rules"])
        }
    }
}
