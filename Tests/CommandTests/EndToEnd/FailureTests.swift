import Foundation
import Testing
import bankrules

/// What a run does when something is wrong around it: a clear sentence, the exit status, and nothing half-written.
@Suite struct FailureTests {
    private let folder: Folder
    private let names = ["input.txt", "rules"]

    init() throws {
        folder = try Folder.withSample()
    }

    private func run(
        _ arguments: [String], input: Binary.Stream = .file("/dev/null"), output: Binary.Stream = .kept
    ) throws -> Transcript {
        try Binary.run(["run"] + arguments, in: folder.url, input: input, output: output)
    }

    @Test func `an input that can not be read is a clear sentence`() throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("loop"), withDestinationPath: folder.path("loop"))
        let before = folder.names
        var screens = ""
        for input in ["input.txt/there", "loop", "", "esc\u{1B}[31m"] {
            let answer = try run(["--input", input])
            #expect(answer.code == .inputMissing || input.isEmpty)
            screens += "input `\(input.replacing("\u{1B}", with: "ESC"))`: \(answer.text)"
            #expect(folder.names == before)
        }
        try Golden.expect(screens, "EndToEnd/failure-inputs.txt")
    }

    @Test(.enabled(if: System.isBoundByPermissions)) func `an input without permission is a clear sentence`() throws {
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path("input.txt"))
        let answer = try run([])
        #expect(answer.code == .inputMissing)
        #expect(answer.errors == "bankrules: can't read `input.txt`: permission denied\n")
        #expect(folder.names == names)
    }

    @Test func `standard input that is a directory is refused`() throws {
        let answer = try run(["--input", "-"], input: .file(folder.url.path))
        #expect(answer.text.hasPrefix("exit 66\n--- standard output\n--- standard error\n"))
        #expect(answer.errors == "bankrules: can't read standard input: it is a directory\n")
        #expect(folder.names == names)
    }

    @Test func `bad rules decide nothing`() throws {
        try folder.write("rules/default.rules", as: "bad.rules", replacing: "sum      amount", with: "sum      amuont")
        let answer = try run(["--rules", "bad.rules"])
        try Golden.expect(answer.text, "EndToEnd/failure-rules.txt")
        for command in [["explain", "90417", "--rules", "bad.rules"], ["dry-run", "--rules", "bad.rules"]] {
            let other = try Binary.run(command, in: folder.url)
            #expect(other.text == answer.text)
        }
        let missing = try run(["--rules", "none.rules"])
        #expect(missing.code == .inputMissing)
        #expect(
            missing.errors == "bankrules: there is no file `none.rules`; name another file with `--rules FILE`\n")
        #expect(folder.names == ["bad.rules", "input.txt", "rules"])
    }

    @Test func `a full disk at any output leaves nothing behind`() throws {
        try folder.write("not JSON\n", to: "rejected.txt")
        for (option, input) in [
            ("--output", "input.txt"), ("--explanations", "input.txt"), ("--rejects", "rejected.txt"),
        ] {
            let answer = try run(["--input", input, option, "/dev/full"])
            #expect(answer.code == .inputOutput, "\(option)")
            #expect(answer.errors == "bankrules: writing: /dev/full: no space left on device\n", "\(option)")
            #expect(folder.names == ["input.txt", "rejected.txt", "rules"], "\(option)")
        }
    }

    @Test func `a full standard output leaves nothing behind`() throws {
        let answer = try run(["--output", "-"], output: .file("/dev/full"))
        #expect(answer.code == .inputOutput)
        #expect(answer.errors == "bankrules: writing: standard output: no space left on device\n")
        #expect(folder.names == names)
    }

    @Test func `a failed run leaves the results of the one before`() throws {
        try folder.write("kept\n", to: "output.txt")
        try folder.write("kept too\n", to: "explanations.ndjson")
        #expect(try run(["--rejects", "none/there"]).code == .inputOutput)
        #expect(try run(["--explanations", "/dev/full"]).code == .inputOutput)
        #expect(folder.read("output.txt") == "kept\n")
        #expect(folder.read("explanations.ndjson") == "kept too\n")
        #expect(folder.names == ["explanations.ndjson", "input.txt", "output.txt", "rules"])
    }

    @Test func `a full disk at the changes of a dry-run leaves nothing behind`() throws {
        try folder.write(
            "rules/default.rules", as: "new.rules", replacing: "$5,000.00", with: "$4,000.00")
        let answer = try Binary.run(["dry-run", "--rules", "new.rules", "--changes", "/dev/full"], in: folder.url)
        #expect(answer.code == .inputOutput)
        #expect(answer.output.isEmpty)
        #expect(answer.errors == "bankrules: writing: /dev/full: no space left on device\n")
        #expect(folder.names == ["input.txt", "new.rules", "rules"])
    }
}

extension System {
    /// Whether a file without permissions can't be read: root reads all.
    static let isBoundByPermissions = ProcessInfo.processInfo.userName != "root"
}
