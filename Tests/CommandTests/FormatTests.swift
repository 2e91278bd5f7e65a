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

/// `bankrules fmt` as a process: what it writes, and what it exits with.
@Suite struct FormatTests {
    private let folder: Folder

    private static let tidy = "policy   \"P\"\ncurrency USD\n\nrequire small {\n  that     amount <= $5,000\n}\n"
    private static let untidy = "policy \"P\"\r\ncurrency USD\nrequire small { that amount<=$5000 # why\n}"
    private static let laidOut = tidy.replacing("$5,000", with: "$5,000  # why")

    init() throws {
        folder = try Folder()
        try folder.write(Self.tidy, to: "tidy.rules")
        try folder.write(Self.untidy, to: "untidy.rules")
        try folder.write("limit a {\n  on\n}\n", to: "bad.rules")
    }

    private func format(_ arguments: String...) throws -> Transcript {
        try Binary.run(["fmt"] + arguments, in: folder.url)
    }

    private func change(of name: String) throws -> Date? {
        try FileManager.default.attributesOfItem(atPath: folder.path(name))[.modificationDate] as? Date
    }

    @Test func `a file is laid out in its place, and one that is already is not touched`() throws {
        let old = Date(timeIntervalSince1970: 1_000_000)
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: folder.path("tidy.rules"))
        let answer = try format("tidy.rules", "untidy.rules")
        #expect(answer.text == "exit 0\n--- standard output\n--- standard error\n")
        #expect(folder.read("untidy.rules") == Self.laidOut)
        #expect(folder.read("tidy.rules") == Self.tidy)
        #expect(try change(of: "tidy.rules") == old)
        #expect(folder.names == ["bad.rules", "tidy.rules", "untidy.rules"])
        #expect(try format("--check", "tidy.rules", "untidy.rules").code == .success)
    }

    @Test func `check names what would change and writes nothing`() throws {
        let answer = try format("--check", "tidy.rules", "untidy.rules")
        #expect(answer.text == "exit 1\n--- standard output\nuntidy.rules\n--- standard error\n")
        #expect(folder.read("untidy.rules") == Self.untidy)
    }

    @Test func `diff shows what would change and writes nothing`() throws {
        try Golden.expect(try format("--diff", "tidy.rules", "untidy.rules").text, "fmt-diff.txt")
        #expect(folder.read("untidy.rules") == Self.untidy)
        #expect(try format("--diff", "--check", "untidy.rules").code == .finding)
        let painted = try format("--diff", "--color", "always", "untidy.rules")
        #expect(painted.output.contains("\u{1B}[31m-require small"))
    }

    @Test func `a signal says which files were not laid out`() throws {
        let pipe = folder.path("pipe")
        try #require(unsafe mkfifo(pipe, 0o600) == 0)
        let running = try Binary.start(["fmt", "untidy.rules", "pipe", "tidy.rules"], in: folder.url)
        // The pipe opens when the program has opened it too.
        let writer = try FileHandle(forWritingTo: URL(filePath: pipe))
        running.send(SIGTERM)
        let answer = try running.finish()
        try writer.close()
        #expect(answer.code == .terminated)
        #expect(answer.errors == "bankrules: stopped by SIGTERM before the end; from `pipe` on no file was changed\n")
        #expect(folder.read("untidy.rules") == Self.laidOut)
    }

    @Test func `standard input is laid out on standard output`() throws {
        let answer = try Binary.run(["fmt", "-"], input: .file(folder.path("untidy.rules")))
        #expect(answer.code == .success)
        #expect(answer.output == Self.laidOut)
        let check = try Binary.run(["fmt", "--check", "-"], input: .file(folder.path("untidy.rules")))
        #expect(check.text == "exit 1\n--- standard output\nstandard input\n--- standard error\n")
    }

    @Test func `a file with errors or none at all does not keep the others from it`() throws {
        let answer = try format("bad.rules", "untidy.rules", "none.rules")
        try Golden.expect(answer.text, "fmt-failures.txt")
        #expect(answer.code == .inputMissing)
        #expect(folder.read("untidy.rules") == Self.laidOut)
        #expect(folder.read("bad.rules") == "limit a {\n  on\n}\n")
        #expect(try format("bad.rules").code == .badRules)
    }

    @Test func `the rules that come with the product are laid out`() throws {
        #expect(try Binary.run(["fmt", "--check", "rules/default.rules"], in: Repository.root).code == .success)
    }

    @Test func `a difference has only what changes and what is around it`() {
        let old = (1...20).map { "line \($0)\n" }.joined()
        let new = old.replacing("line 3\n", with: "line three\n").replacing("line 19\n", with: "")
        let expected = [
            "--- a", "+++ a (formatted)", "@@ -1,6 +1,6 @@", " line 1", " line 2", "-line 3", "+line three",
            " line 4", " line 5", " line 6", "@@ -16,5 +16,4 @@", " line 16", " line 17", " line 18", "-line 19",
            " line 20",
        ]
        #expect(UnifiedDifference(from: old, to: new, name: "a").lines == expected)
        #expect(UnifiedDifference(from: old, to: old, name: "a").lines.isEmpty)
        let ended = UnifiedDifference(from: "a", to: "a\n", name: "a").lines
        #expect(ended.dropFirst(2) == ["@@ -1,1 +1,1 @@", "-a", "\\ No newline at end of file", "+a"])
        let created = UnifiedDifference(from: "", to: "a\n", name: "a").lines
        #expect(created.dropFirst(2) == ["@@ -0,0 +1,1 @@", "+a"])
    }
}
