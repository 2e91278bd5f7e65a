import Foundation
import Testing
import bankrules

/// `--allow-path`: files of a policy that lie in another directory than it, as a process reads them.
@Suite struct AllowedPathTests {
    private let folder: Folder

    private static let header = "policy   \"P\"\ncurrency USD\ntimezone UTC\nweek     starts monday\n"

    /// `policy/main.rules` includes rules of `shared`, which have a list of `shared/lists`. `shared-too` only begins
    /// alike.
    init() throws {
        folder = try Folder()
        for name in ["policy", "shared", "shared/lists", "shared-too"] {
            try FileManager.default.createDirectory(
                at: folder.url.appending(path: name), withIntermediateDirectories: false)
        }
        try folder.write("1\n2\n", to: "shared/lists/vip.txt")
        let shared = """
            list vip : text from "lists/vip.txt"

            require known {
              that  customer in vip
            }

            """
        try folder.write(shared, to: "shared/known.rules")
        try folder.write(shared, to: "shared-too/known.rules")
        try include("../shared/known.rules")
    }

    private func include(_ paths: String...) throws {
        let lines = paths.map { "include \"\($0)\"\n" }.joined()
        try folder.write(Self.header + lines, to: "policy/main.rules")
    }

    private func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: folder.path(path), withDestinationPath: target)
    }

    private func run(_ arguments: String...) throws -> Transcript {
        try Binary.run(arguments, in: folder.url)
    }

    private func check(allowing directories: String...) throws -> Transcript {
        let options = directories.flatMap { ["--allow-path", $0] }
        return try Binary.run(["check", "policy/main.rules"] + options, in: folder.url)
    }

    private static let isUsable = "policy/main.rules: 1 rule, 0 tests, 1 warning\n"

    @Test func `every command that reads rules takes a directory to allow`() throws {
        let line = #"{"id":"ID","customer_id":"ID","load_amount":"$1.00","time":"2000-01-01T09:00:00Z"}"#
        try folder.write((1...3).map { line.replacing("ID", with: "\($0)") + "\n" }.joined(), to: "input.txt")
        let rules = ["--rules", "policy/main.rules"]
        let commands = [
            ["run", "--output", "-", "--explanations", "none"] + rules, ["explain", "3"] + rules,
            ["dry-run", "--against", "policy/main.rules"] + rules, ["check", "policy/main.rules"],
            ["test", "policy/main.rules"],
        ]
        for command in commands {
            let refused = try Binary.run(command, in: folder.url)
            #expect(refused.code == .badRules && refused.text.contains("error[R0602]"), "\(refused.text)")
            let allowed = try Binary.run(command + ["--allow-path", "shared"], in: folder.url)
            #expect(allowed.code == .success, "\(allowed.text)")
        }
        let decisions = try Binary.run(commands[0] + ["--quiet", "--allow-path=shared"], in: folder.url).output
        #expect(
            decisions.split(separator: "\n").map { $0.hasSuffix(#""accepted":true}"#) } == [true, true, false])
    }

    @Test func `what is refused says how it can be allowed`() throws {
        let answer = try check()
        #expect(answer.output.contains("error[R0602]: `../shared/known.rules` leads out of the policy's directory"))
        #expect(
            answer.output.contains(
                "the directory of its rules or below it; `--allow-path DIR` allows another one"))
    }

    @Test(arguments: ["shared", "shared/", "./shared", "policy/../shared", ".", "shared/../shared/."])
    func `a directory is allowed however it is written`(directory: String) throws {
        #expect(try check(allowing: directory).output.contains(": 1 rule, 0 tests"))
        #expect(try check(allowing: "policy", directory).code == .success)
        #expect(try check(allowing: folder.path(directory)).code == .success)
    }

    @Test(arguments: ["shared-too", "policy", "shared/lists", "/usr"])
    func `another directory is not, nor one whose name only begins alike`(directory: String) throws {
        #expect(try check(allowing: directory).output.contains("error[R0602]"))
        try include("../shared-too/known.rules")
        #expect(try check(allowing: "shared").output.contains("error[R0602]"))
    }

    @Test func `a file of an allowed directory includes one of the policy's own`() throws {
        try folder.write("include \"../policy/more.rules\"\n", to: "shared/back.rules")
        try folder.write("require few {\n  that  amount < $500.00\n}\n", to: "policy/more.rules")
        try include("../shared/back.rules")
        #expect(try check(allowing: "shared").output.contains(": 1 rule, 0 tests"))
    }

    @Test func `what lies above an allowed directory is outside of it`() throws {
        try folder.write("one", to: "shared/notes.txt")
        try folder.write(Self.header + "list notes : text from \"../shared/notes.txt\"\n", to: "policy/main.rules")
        #expect(try check(allowing: "shared/lists").output.contains("error[R0602]"))
        #expect(!(try check(allowing: "shared").output.contains("error")))
    }

    @Test func `where a file lies is where all links lead`() throws {
        try link("way-in", to: "shared")
        #expect(try check(allowing: "way-in").code == .success)
        try link("policy/known.rules", to: "../shared/known.rules")
        try include("known.rules")
        #expect(try check().output.contains("error[R0602]"))
        #expect(try check(allowing: "shared").code == .success)
        // A link in the directory that is allowed leads out of it again.
        try link("shared/other", to: "../shared-too")
        try include("../shared/other/known.rules")
        #expect(try check(allowing: "shared").output.contains("error[R0602]"))
        #expect(
            try check(allowing: "shared", "shared-too").output.contains(
                "error[R0601]: there is no file `lists/vip.txt`"))
    }

    @Test func `a file has one name, whichever way it is reached`() throws {
        try link("policy/link.rules", to: "../shared/known.rules")
        try include("../shared/known.rules", "../policy/../shared/lists/../known.rules")
        #expect(try check(allowing: "shared").output.contains("error[R0604]"))
        try include("link.rules", "../shared/known.rules")
        #expect(try check(allowing: "shared").output.contains("error[R0604]"))
        try include(folder.path("shared/known.rules"), "../shared/known.rules")
        #expect(try check(allowing: "shared").output.contains("error[R0604]"))
        // The policy's own directory lies in the one that is allowed.
        try include("../policy/main.rules")
        #expect(try check(allowing: ".").output.contains("error[R0605]: `../policy/main.rules` would include itself"))
    }

    @Test func `mistakes stand at the path of the directory as it was typed`() throws {
        try folder.write("1\n1\n", to: "shared/lists/vip.txt")
        #expect(try check(allowing: "./shared/").output.contains("┌─ ./shared/lists/vip.txt:2:1"))
        try folder.write("let bound = $2\nlet bound = 3\n", to: "shared/known.rules")
        #expect(try check(allowing: "shared").output.contains("┌─ shared/known.rules:2:5"))
        let answer = try Binary.run(
            ["check", "main.rules", "--allow-path", "../shared"], in: folder.url.appending(path: "policy"))
        #expect(answer.output.contains("┌─ ../shared/known.rules:2:5"))
    }

    @Test func `a file that is not there is missed where it is allowed, and refused elsewhere`() throws {
        try include("../shared/none/none.rules")
        #expect(try check(allowing: "shared").output.contains("error[R0601]: there is no file"))
        #expect(try check(allowing: "shared/lists").output.contains("error[R0602]"))
        try include("../shared")
        #expect(
            try check(allowing: "shared").output.contains("error[R0603]: can't read `../shared`: it is a directory"))
        try include("/none.rules")
        #expect(try check(allowing: "shared").output.contains("error[R0602]"))
    }

    @Test func `a directory to allow must be there`() throws {
        for name in ["none", "shared/known.rules"] {
            let answer = try check(allowing: "shared", name)
            #expect(answer.code == .inputMissing)
            #expect(
                answer.errors
                    == "bankrules: there is no directory `\(name)`; name one that is there: `--allow-path DIR`\n")
        }
    }

    @Test func `no file of an allowed directory is written over`() throws {
        try folder.write("", to: "input.txt")
        for name in ["shared/known.rules", "shared/lists/vip.txt"] {
            let answer = try run(
                "run", "--rules", "policy/main.rules", "--allow-path", "shared", "--output", name)
            #expect(answer.code == .usage && answer.errors.contains("--rules"), "\(answer.text)")
        }
        #expect(folder.read("shared/lists/vip.txt") == "1\n2\n")
    }

    @Test func `rules from standard input use what is allowed`() throws {
        let input = Self.header + "include \"\(folder.path("shared/known.rules"))\"\n"
        try folder.write(input, to: "stream.rules")
        let outside = folder.url.appending(path: "policy")
        let stream = Binary.Stream.file(folder.path("stream.rules"))
        #expect(try Binary.run(["check", "-"], in: outside, input: stream).code == .badRules)
        let answer = try Binary.run(["check", "-", "--allow-path", "../shared"], in: outside, input: stream)
        #expect(answer.code == .success, "\(answer.text)")
    }
}
