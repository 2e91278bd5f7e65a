import Foundation
import Testing
import bankrules

/// Policies of several files, as a process reads them.
@Suite struct PolicyFilesTests {
    private let folder: Folder

    private static let header = "policy   \"P\"\ncurrency USD\ntimezone UTC\nweek     starts monday\n"
    private static let limit = "limit small {\n  on       load\n  count    per customer per day\n  at most  bound\n}\n"
    private static let test = """

        test "two a day" {
          2000-01-01 09:00  load  $1.00  accepted
          2000-01-01 10:00  load  $1.00  accepted
          2000-01-01 11:00  load  $1.00  declined by small
        }

        """

    /// `policy` is one policy of three files, one of which the first includes.
    init() throws {
        folder = try Folder()
        for name in ["policy", "policy/more", "policy/sub.rules"] {
            try FileManager.default.createDirectory(
                at: folder.url.appending(path: name), withIntermediateDirectories: false)
        }
        try folder.write(Self.header + "\ninclude \"more/lets.rules\"\n", to: "policy/a.rules")
        try folder.write(Self.limit + Self.test, to: "policy/b.rules")
        try folder.write("let bound = 2\n", to: "policy/more/lets.rules")
        try folder.write("not read", to: "policy/.hidden.rules")
        try folder.write("not read", to: "policy/sub.rules/c.rules")
        try folder.write("not read", to: "policy/notes.txt")
    }

    private func run(_ arguments: String...) throws -> Transcript {
        try Binary.run(arguments, in: folder.url)
    }

    /// What `check` says of a policy whose first file includes a path.
    private func check(including path: String) throws -> String {
        try folder.write(Self.header + "include \"\(path)\"\n", to: "policy/a.rules")
        return try run("check", "policy/a.rules").output
    }

    @Test(arguments: ["policy", "policy/", "./policy"])
    func `a directory is one policy`(path: String) throws {
        let answer = try run("check", path)
        #expect(answer.output == "\(path): 1 rule, 1 test, no problems\n")
        #expect(try run("test", path).code == .success)
        #expect(try run("fmt", "--check", path).text == "exit 0\n--- standard output\n--- standard error\n")
    }

    @Test func `of independent policies in a directory only that is said`() throws {
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "each"), withIntermediateDirectories: false)
        let limit = "limit big { sum amount per customer per day  at most "
        try folder.write(Self.header + limit + "$1.00 }\n", to: "each/a.rules")
        let euro = Self.header.replacing("USD", with: "EUR") + limit
        try folder.write(euro + "€1.00 }\n", to: "each/b.rules")
        try folder.write(euro + "€2.00 }\n", to: "each/c.rules")
        try Golden.expect(try run("check", "each").text, "policy-each.txt")
    }

    @Test func `an included policy is only called one`() throws {
        try folder.write(Self.header.replacing("USD", with: "EUR") + "let some = €1.00\n", to: "policy/more/lets.rules")
        try Golden.expect(try run("check", "policy").text, "policy-included.txt")
    }

    @Test func `a file of the directory is another policy`() throws {
        #expect(try run("check", "policy/b.rules").code == .badRules)
        let answer = try run("check", "policy", "policy/a.rules")
        #expect(answer.output.hasPrefix("policy: 1 rule, 1 test, no problems\n"))
        #expect(answer.output.contains("policy/a.rules: 0 rules, 0 tests"))
    }

    @Test func `mistakes are shown in their files, whose paths are as they were typed`() throws {
        try folder.write("let bound = $2\nlet bound = 3\n", to: "policy/more/lets.rules")
        try folder.write("currency USD\n" + Self.limit, to: "policy/b.rules")
        let file = try run("check", "policy/a.rules")
        let directory = try run("check", "./policy/")
        let other = try Binary.run(["check", "a.rules"], in: folder.url.appending(path: "policy"))
        try Golden.expect(file.text + directory.text + other.text, "policy-files.txt")
    }

    @Test func `a policy of several files decides`() throws {
        let line = #"{"id":"ID","customer_id":"1","load_amount":"$1.00","time":"2000-01-01T09:00:00Z"}"#
        try folder.write((1...3).map { line.replacing("ID", with: "\($0)") + "\n" }.joined(), to: "input.txt")
        let answer = try run("run", "--rules", "policy", "--output", "-", "--explanations", "none", "--quiet")
        #expect(answer.code == .success)
        #expect(answer.output.split(separator: "\n").map { $0.hasSuffix(#""accepted":true}"#) } == [true, true, false])
        #expect(try run("explain", "--rules", "policy", "3").output.contains("DECLINED"))
        let other = try run("dry-run", "--rules", "policy/a.rules", "--against", "policy", "--fail-on-change")
        #expect(other.code == .finding)
    }

    @Test func `no file of a policy is written over`() throws {
        try folder.write("", to: "input.txt")
        for name in ["policy/a.rules", "policy/b.rules", "policy/more/lets.rules"] {
            let answer = try run("run", "--rules", "policy", "--output", name)
            #expect(answer.code == .usage, "\(answer.text)")
            #expect(answer.errors.contains("--rules"))
        }
        #expect(folder.read("policy/more/lets.rules") == "let bound = 2\n")
    }

    @Test func `every file of a directory is laid out on its own`() throws {
        try folder.write("let   bound=2\n", to: "policy/c.rules")
        try folder.write("let   bound=2\n", to: "policy/more/lets.rules")
        #expect(try run("fmt", "--check", "policy").output == "policy/c.rules\n")
        #expect(try run("fmt", "policy").code == .success)
        #expect(folder.read("policy/c.rules") == "let bound = 2\n")
        #expect(folder.read("policy/more/lets.rules") == "let   bound=2\n")
    }

    @Test func `a directory without rules is an input that is missing`() throws {
        for command in ["check", "fmt", "test"] {
            let answer = try run(command, "policy/more/..//more/../../policy/more", "policy/nothing")
            #expect(answer.code == .inputMissing)
            #expect(answer.errors.contains("there is no file `policy/nothing`"))
        }
        try FileManager.default.removeItem(atPath: folder.path("policy/more/lets.rules"))
        let answer = try run("check", "policy/more")
        #expect(answer.code == .inputMissing)
        #expect(answer.errors.contains("there is no rules file in `policy/more`: their names end in `.rules`"))
    }

    @Test(arguments: [
        "../outside.rules", "more/../../outside.rules", "/etc/passwd", "link.rules", "folder/outside.rules",
    ])
    func `no path leads out of the policy's directory`(path: String) throws {
        try folder.write("let bound = 2\n", to: "outside.rules")
        let manager = FileManager.default
        try manager.createSymbolicLink(
            atPath: folder.path("policy/link.rules"), withDestinationPath: "../outside.rules")
        try manager.createSymbolicLink(atPath: folder.path("policy/folder"), withDestinationPath: "..")
        #expect(try check(including: path).contains("error[R0602]: `\(path)` leads out of the policy's directory"))
    }

    #if os(Linux)
        // Elsewhere a file system may take the two for one.
        @Test func `a directory whose name only looks the same is another one`() throws {
            let (own, other) = ("caf\u{E9}", "cafe\u{301}")
            for name in [own, other] {
                try FileManager.default.createDirectory(
                    at: folder.url.appending(path: name), withIntermediateDirectories: false)
            }
            try folder.write("let bound = 2\n", to: other + "/outside.rules")
            try FileManager.default.createSymbolicLink(
                atPath: folder.path(own + "/link.rules"), withDestinationPath: "../\(other)/outside.rules")
            try folder.write(Self.header + "include \"link.rules\"\n", to: own + "/a.rules")
            let answer = try run("check", own + "/a.rules")
            #expect(answer.output.contains("error[R0602]: `link.rules` leads out of the policy's directory"))
        }
    #endif

    @Test(arguments: ["more/lets.rules", "./more/../more//lets.rules", "more/../within.rules"])
    func `a path may go up and down within it`(path: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("policy/within.rules"), withDestinationPath: "more/lets.rules")
        #expect(!(try check(including: path)).contains("error[R06"))
    }

    @Test func `what is no file is said so`() throws {
        #expect(try check(including: "none.rules").contains("error[R0601]: there is no file `none.rules`"))
        #expect(try check(including: "lets.rules/x").contains("error[R0601]"))
        #expect(try check(including: "more").contains("error[R0603]: can't read `more`: it is a directory"))
        #expect(try check(including: ".").contains("error[R0601]"))
        #expect(try check(including: "a.rules").contains("error[R0605]: `a.rules` would include itself"))
        #expect(try check(including: "more/../a.rules").contains("error[R0605]"))
    }

    @Test func `what a directory holds need not be included`() throws {
        try folder.write(Self.header + "include \"more/lets.rules\"\ninclude \"b.rules\"\n", to: "policy/a.rules")
        let answer = try run("check", "policy")
        #expect(answer.output.contains("error[R0604]: `b.rules` is part of the policy already"))
    }

    @Test func `rules from standard input include from where one is`() throws {
        try folder.write(Self.header + "include \"policy/more/lets.rules\"\n" + Self.limit, to: "stream.rules")
        let answer = try Binary.run(["check", "-"], in: folder.url, input: .file(folder.path("stream.rules")))
        #expect(answer.output == "standard input: 1 rule, 0 tests, no problems\n")
    }
}
