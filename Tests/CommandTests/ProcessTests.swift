import Foundation
import Testing
import bankrules

/// The program as a process: streams, exit statuses, what the system does to it.
@Suite struct ProcessTests {
    @Test func `the version`() throws {
        let answer = try Binary.run(["--version"])
        #expect(answer.text == "exit 0\n--- standard output\nbankrules 0.1.0\n--- standard error\n")
    }

    @Test func `a usage error goes to standard error`() throws {
        let answer = try Binary.run(["chekc"])
        try Golden.expect(answer.text, "process-usage-error.txt")
    }

    @Test func `a closed standard stream is refused before anything is opened`() throws {
        let closed: [(input: Binary.Stream, output: Binary.Stream, errors: Binary.Stream)] = [
            (.closed, .kept, .kept), (.file("/dev/null"), .closed, .kept), (.file("/dev/null"), .kept, .closed),
            (.closed, .closed, .closed),
        ]
        for (index, streams) in closed.enumerated() {
            let answer = try Binary.run(["help"], input: streams.input, output: streams.output, errors: streams.errors)
            #expect(answer.code == .inputOutput)
            #expect(answer.output.isEmpty)
            let named = ["standard input", "standard output"]
            #expect(answer.errors.isEmpty || answer.errors.contains("\(named[index % 2]) is closed"))
            #expect(answer.errors.isEmpty == (index >= 2))
        }
    }

    @Test func `a full disk is an error`() throws {
        let answer = try Binary.run(["help"], output: .file("/dev/full"))
        try Golden.expect(answer.text, "process-full.txt")
    }

    @Test func `a reader who has gone is no news`() throws {
        let answer = try Binary.run(["help"], output: .brokenPipe)
        #expect(answer.text == "exit 74\n--- standard output\n--- standard error\n")
    }

    @Test func `standard error may be full`() throws {
        let answer = try Binary.run(["chekc"], errors: .file("/dev/full"))
        #expect(answer.code == .usage)
    }

    // The thread sanitizer writes files of its own before the program begins, and dies of the limit itself.
    @Test(.disabled(if: ProcessInfo.processInfo.environment["BANKRULES_SANITIZER"] == "thread"))
    func `a limit on the size of files is an error like any other`() throws {
        let folder = try Folder()
        let program = Process()
        program.executableURL = URL(filePath: "/bin/sh")
        program.arguments = [
            "-c", "ulimit -f 0; exec \"$0\" help > \"$1\" 2> /dev/null", Binary.path, folder.path("out"),
        ]
        try program.run()
        program.waitUntilExit()
        #expect(program.terminationReason == .exit)
        #expect(program.terminationStatus == ExitCode.inputOutput.rawValue)
        #expect(folder.read("out") == "")
    }
}
