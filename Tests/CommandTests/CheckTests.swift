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

/// `bankrules check` as a process: what it prints, and what it exits with.
@Suite struct CheckTests {
    private let folder: Folder

    private static let header = "policy \"P\"\ncurrency USD\ntimezone UTC\nweek starts monday\n"
    private static let good = header + "require small {\n  that amount <= $5.00\n}\n"
    private static let warned = header + "let unused = $5.00\nrequire small {\n  that amount <= $5.00\n}\n"
    private static let bad = header + "limit a {\n  on laod\n  sum amuont per customer per day\n  at most $3.00\n}\n"

    init() throws {
        folder = try Folder()
        try folder.write(Self.good, to: "good.rules")
        try folder.write(Self.warned, to: "warned.rules")
        try folder.write(Self.bad, to: "bad.rules")
    }

    private func check(_ arguments: String...) throws -> Transcript {
        try Binary.run(["check"] + arguments, in: folder.url)
    }

    @Test func `the rules that come with the product`() throws {
        let answer = try Binary.run(["check", "rules/default.rules"], in: Repository.root)
        #expect(
            answer.text
                == """
                exit 0\n--- standard output\nrules/default.rules: 5 rules, 6 tests, no problems\n--- standard \
                error\n
                """
        )
    }

    @Test func `errors and warnings for people`() throws {
        let answer = try check("good.rules", "warned.rules", "bad.rules")
        #expect(answer.code == .badRules)
        try Golden.expect(answer.text, "check-text.txt")
        let painted = try check("--color", "always", "bad.rules")
        try Golden.expect(painted.text, "check-color.txt")
    }

    @Test func `errors and warnings for programs`() throws {
        let answer = try check("--format", "json", "good.rules", "warned.rules", "bad.rules")
        try Golden.expect(answer.text, "check-json.txt")
        let document = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: [Any]]
        #expect(document?["files"]?.count == 3)
    }

    @Test func `how many possible warnings were not tried is said`() throws {
        let never = (0..<103).map { "require never\($0) {\n  on load where amount < $0.00\n  that hour < 5\n}\n" }
        try folder.write(Self.header + never.joined(), to: "many.rules")
        let text = try check("many.rules")
        #expect(
            text.output.hasSuffix("\nmany.rules: 103 rules, 0 tests, 100 warnings, 3 possible warnings not tried\n"))
        let json = try check("--format", "json", "many.rules")
        let document = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: [[String: Any]]]
        let file = try #require(document?["files"]?.first)
        #expect(file["warnings"] as? Int == 100 && file["untried"] as? Int == 3)
    }

    @Test func `warnings are a finding with strict only`() throws {
        #expect(try check("warned.rules").code == .success)
        #expect(try check("--strict", "warned.rules").code == .finding)
        #expect(try check("--strict", "good.rules").code == .success)
        #expect(try check("--strict", "warned.rules", "bad.rules").code == .badRules)
    }

    @Test func `more warnings than are shown are counted, and no error`() throws {
        let lets = (0..<150).map { "let unused-\($0) = $5.00\n" }.joined()
        try folder.write(Self.good + lets, to: "many.rules")
        let answer = try check("many.rules")
        #expect(answer.code == .success)
        #expect(answer.output.contains("warning[R0099]: and 50 more warnings in this file"))
        #expect(answer.output.hasSuffix("many.rules: 1 rule, 0 tests, 150 warnings\n"))
    }

    @Test func `a file that can not be read does not hide the others`() throws {
        let empty = folder.url.appending(path: "empty")
        try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: false)
        let answer = try check("none.rules", "good.rules", "empty")
        try Golden.expect(answer.text, "check-unreadable.txt")
        #expect(answer.code == .inputMissing)
    }

    @Test func `rules from standard input`() throws {
        let answer = try Binary.run(["check", "-"], input: .file(folder.path("bad.rules")))
        #expect(answer.code == .badRules)
        #expect(answer.output.contains("standard input:6:6"))
    }

    @Test func `a file that is no text, or far too long, is a diagnostic`() throws {
        try Data([0xFF, 0xFE, 0x00]).write(to: folder.url.appending(path: "utf16.rules"))
        try folder.write(String(repeating: "# comment\n", count: 1_000_000), to: "long.rules")
        for name in ["utf16.rules", "long.rules"] {
            let answer = try check(name)
            #expect(answer.code == .badRules, "\(name)")
            #expect(answer.output.contains("1 error"))
        }
    }

    /// The program opens the pipe when it is ready, and then waits for what never comes.
    @Test(arguments: EndingSignal.allCases)
    func `a signal ends the wait for input`(signal: EndingSignal) throws {
        let pipe = folder.path("pipe")
        try #require(unsafe mkfifo(pipe, 0o600) == 0)
        let running = try Binary.start(["check", pipe])
        let writer = try FileHandle(forWritingTo: URL(filePath: pipe))
        running.send(signal.number)
        let answer = try running.finish()
        try writer.close()
        #expect(answer.code == signal.code)
        #expect(answer.output.isEmpty)
        #expect(answer.errors == "bankrules: stopped by \(signal) before the end\n")
    }
}
