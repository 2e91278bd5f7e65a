import Foundation
import Testing
import bankrules

/// Another file than was meant as the input: not one of its lines is a transaction.
@Suite struct WrongInputTests {
    private let folder: Folder

    private static let sentence =
        "bankrules: not one of 2 lines of `wrong.txt` is a transaction; line 2 was rejected: "
        + "not valid JSON: expected an object in braces\n"

    init() throws {
        folder = try Folder()
        try folder.addDefaultRules()
        try folder.write("\nlimit daily {\n}\n", to: "wrong.txt")
        try folder.write("\n  \n", to: "blank.txt")
    }

    private func run(_ arguments: String...) throws -> Transcript {
        try Binary.run(arguments + ["--input", "wrong.txt"], in: folder.url)
    }

    @Test(arguments: [["--quiet"], ["--quiet", "--fail-on-reject"]])
    func `a run says so even if it is to be quiet`(options: [String]) throws {
        let answer = try Binary.run(["run", "--input", "wrong.txt"] + options, in: folder.url)
        #expect(answer.text == "exit 65\n--- standard output\n--- standard error\n" + Self.sentence)
    }

    @Test func `the lines are kept where that was asked for`() throws {
        let answer = try run("run", "--rejects", "rejects.ndjson", "--json")
        #expect(answer.code == .badInput && answer.errors == Self.sentence)
        #expect(folder.lines("rejects.ndjson").count == 2)
    }

    @Test func `so do a dry-run and an explanation`() throws {
        let compared = try run("dry-run", "--rules", "rules/default.rules")
        #expect(compared.code == .badInput && compared.errors == Self.sentence)
        let explained = try run("explain", "1")
        #expect(explained.code == .badInput && explained.errors == Self.sentence)
    }

    @Test(arguments: [("one.txt", "`one.txt`"), ("-", "standard input")])
    func `of a single line it is said what it is`(input: String, name: String) throws {
        try folder.write("\nlimit\n", to: "one.txt")
        let answer = try Binary.run(
            ["run", "--input", input], in: folder.url, input: .file(folder.url.appending(path: "one.txt").path))
        #expect(answer.code == .badInput)
        let words = "the only line of \(name) is not a transaction: not valid JSON: expected an object in braces"
        #expect(answer.errors.hasSuffix("\nbankrules: \(words)\n"), "\(answer.text)")
        #expect(!answer.errors.contains("a second"), "\(answer.text)")
    }

    @Test func `an input without lines is none that is wrong`() throws {
        #expect(try Binary.run(["run", "-q", "--input", "blank.txt"], in: folder.url).code == .success)
        #expect(try Binary.run(["run", "-q", "--input", "/dev/null"], in: folder.url).code == .success)
    }
}
