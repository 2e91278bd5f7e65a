import Foundation
import Testing
import bankrules

/// The completions, asked of the shells themselves.
@Suite struct CompletionTests {
    private static func find(_ shell: String) -> String? {
        ["/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].map { "\($0)/\(shell)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// What a shell prints when it runs a script.
    private func output(_ shell: String, _ arguments: [String]) throws -> (status: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(filePath: shell)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    @Test(
        .enabled(if: CompletionTests.find("bash") != nil),
        arguments: [
            (["ch"], "check"), (["run", "--ru"], "--rules"), (["--quie"], "--quiet"), (["--vers"], "--version"),
            (["check", "--format", "j"], "json"), (["check", "--format", "=", "te"], "text"),
            (["--color", "="], "auto always never"),
            (["completions", "f"], "fish"), (["help", "dry"], "dry-run"), (["explain", "--full"], "--full-ids"),
            (["run", "--output", "-"], "-"), (["run", "--threads", ""], ""),
        ])
    func `bash completes`(words: [String], completions: String) throws {
        let bash = try #require(Self.find("bash"))
        let script = obey(["completions", "bash"]).output
        let quoted = (["bankrules"] + words).map { "'\($0)'" }.joined(separator: " ")
        let program =
            script + "\nCOMP_WORDS=(\(quoted)); COMP_CWORD=\(words.count)\n_bankrules; echo \"${COMPREPLY[*]}\"\n"
        let answer = try output(bash, ["--norc", "-c", program])
        #expect(answer.text == completions + "\n")
    }

    @Test(arguments: Shell.allCases)
    func `the script is one that the shell can read`(shell: Shell) throws {
        guard let path = Self.find(shell.rawValue) else { return }
        let folder = try Folder()
        try folder.write(obey(["completions", shell.rawValue]).output, to: "script")
        let answer = try output(path, [shell == .fish ? "--no-execute" : "-n", folder.path("script")])
        #expect(answer.status == 0, "\(answer.text)")
    }

    @Test func `every option of every command is in every script`() {
        for shell in Shell.allCases {
            let script = obey(["completions", shell.rawValue]).output
            for command in CommandTable.commands {
                #expect(script.contains(command.name.rawValue))
                for option in command.options {
                    let long = shell == .fish ? "-l \(option.name)" : "--\(option.name)"
                    #expect(script.contains(long), "\(shell.rawValue) does not know --\(option.name)")
                }
            }
        }
    }
}
