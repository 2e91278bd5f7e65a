import Foundation
import Testing
import bankrules

/// What functions of plugins get, what they may answer, and what becomes of a run whose plugin crashes.
@Suite(.enabled(if: CompiledPlugin.isPossible)) struct PluginCallTests {
    private let folder: Folder
    private let declared = """
        policy   "P"
        currency USD
        timezone UTC
        week     starts monday
        field reference : text optional

        function bytes(text) : number
        function zeros(text) : number
        function same(text, money, text) : boolean
        function more(money) : money
        function later(time) : time
        function negate(boolean) : boolean
        function refuse(money) : boolean
        function silent(money) : boolean
        function mistyped(money) : boolean
        function never-comes(time) : time
        function fifth(money) : boolean
        function leave(money) : boolean

        """

    init() throws {
        folder = try Folder()
        try CompiledPlugin.make(in: folder)
    }

    private func line(_ id: String, _ more: String = "") -> String {
        #"{"id":"\#(id)","customer_id":"7","load_amount":"$3.00","time":"2000-01-01T09:00:00Z"\#(more)}"# + "\n"
    }

    private func write(_ condition: String, test: String = "") throws {
        let rule = "require checked {\n  that  \(condition)\n}\n"
        try folder.write(declared + rule + test, to: "p.rules")
    }

    private func bankrules(_ arguments: String...) throws -> Transcript {
        try Binary.run(arguments + ["--plugin", "plugin.so"], in: folder.url)
    }

    /// Whether each transaction is accepted, by the decisions on standard output.
    private func accepted(_ answer: Transcript) -> [Bool] {
        answer.output.split(separator: "\n").map { $0.hasSuffix("\"accepted\":true}") }
    }

    private func run(_ condition: String, _ lines: String) throws -> Transcript {
        try write(condition)
        try folder.write(lines, to: "input.txt")
        return try bankrules("run", "--rules", "p.rules", "--output", "-", "--explanations", "e.ndjson", "--quiet")
    }

    @Test(arguments: [
        ("bytes(id) is 1 and zeros(id) is 0", "a", true), ("bytes(id) is 3 and zeros(id) is 1", #"a\u0000b"#, true),
        ("bytes(id) is 2 and zeros(id) is 2", #"\u0000\u0000"#, true), ("bytes(id) is 4", "\u{1F600}", true),
        ("bytes(reference or \"\") is 0", "a", true), ("same(id, amount, customer)", "7", true),
        ("same(id, amount, customer)", #"7\u0000"#, false), ("same(\"\", amount, \"\")", "7", true),
        ("same(reference or \"\", amount, id)", "7", false), ("more(amount) is $3.01", "7", true),
        ("more(more(amount)) - amount is $0.02", "7", true), ("later(time) is time + 1 second", "7", true),
        ("negate(id is \"7\")", "7", false), ("negate(negate(true))", "7", true),
    ])
    func `values cross as they are`(condition: String, id: String, expected: Bool) throws {
        let answer = try run(condition, line(id))
        #expect(answer.code == .success && answer.errors.isEmpty, "\(answer.text)")
        #expect(accepted(answer) == [expected], "\(condition)")
    }

    @Test func `bytes that are no text never reach a plugin`() throws {
        try write("bytes(id) is 1")
        var bytes = Data(line("a").utf8)
        let place = try #require(bytes.firstIndex(of: UInt8(ascii: "a")))
        bytes[place] = 0xFF
        try bytes.write(to: folder.url.appending(path: "input.txt"))
        let answer = try bankrules("run", "--rules", "p.rules", "--output", "-", "--explanations", "none", "--json")
        #expect(answer.code == .badInput)
        #expect(answer.errors.contains("\"rejected\": 1") || answer.errors.contains("\"rejected\":1"), "\(answer.text)")
    }

    @Test(arguments: [
        ("refuse(amount)", "`refuse`", "no\\u{0}way\\xff\\u{a}"), ("silent(amount)", "`silent`", "it doesn't say why"),
        ("mistyped(amount)", "`mistyped`", "its result has the type 3 and not 5 (boolean)"),
        (
            "never-comes(time) > time", "`never-comes`",
            "its result, 9223372036854775807, is no time in the years 0000 to 9999, in seconds since 1970"
        ),
    ])
    func `a call that fails is an arithmetic error of its rule, and told once`(
        condition: String, name: String, words: String
    ) throws {
        let answer = try run(condition, (1...9).map { line("\($0)") }.joined())
        #expect(answer.code == .success)
        #expect(accepted(answer) == Array(repeating: false, count: 9))
        #expect(
            answer.errors
                == "bankrules: \(name) of the plugin `sound` 1.0 failed: \(words); "
                + "where it does, the rule that calls it fails with `ArithmeticError`\n")
        let explanations = folder.read("e.ndjson") ?? ""
        #expect(explanations.split(separator: "\n").count == 9)
        #expect(explanations.split(separator: "\n").allSatisfy { $0.contains("ArithmeticError") })
        #expect(try bankrules("explain", "5", "--rules", "p.rules").output.contains("ArithmeticError"))
    }

    @Test func `all commands decide alike`() throws {
        try write(
            "bytes(id) > 1 and more(amount) > $3",
            test: """

                test "short ids" {
                  2000-01-01 09:00  load  $3.00  id "12"  accepted
                  2000-01-01 09:00  load  $3.00  id "1"   declined by checked
                }

                """)
        try folder.write(["1", "12", "é", "x"].map { line($0) }.joined(), to: "input.txt")
        #expect(try bankrules("check", "p.rules").output.contains("p.rules: 1 rule, 1 test"))
        #expect(try bankrules("test", "p.rules").code == .success)
        let answer = try bankrules("run", "--rules", "p.rules", "--output", "-", "--explanations", "none", "--quiet")
        #expect(accepted(answer) == [false, true, true, false])
        #expect(try bankrules("explain", "--rules", "p.rules", "é").output.contains("was ACCEPTED"))
        #expect(try bankrules("explain", "--rules", "p.rules", "x").output.contains("was DECLINED"))
        try folder.write("p.rules", as: "q.rules", replacing: "bytes(id) > 1", with: "bytes(id) > 0")
        let same = try bankrules("dry-run", "--rules", "p.rules", "--against", "p.rules", "--fail-on-change")
        #expect(same.code == .success)
        let other = try bankrules("dry-run", "--rules", "q.rules", "--against", "p.rules", "--json")
        #expect(other.output.contains("\"changed\": 2") || other.output.contains("2 decisions"), "\(other.text)")
    }

    @Test func `a function is declared as its plugin offers it, or not at all`() throws {
        try write("bytes(id) is 1")
        let missing = try Binary.run(["check", "p.rules"], in: folder.url)
        #expect(missing.code == .badRules)
        #expect(missing.output.contains("error[R0248]: no plugin offers the function `bytes`"))
        #expect(missing.output.contains("name the plugin that does: `--plugin FILE`"))
        try folder.write(
            "p.rules", as: "q.rules", replacing: "bytes(text) : number", with: "bytes(money) : number")
        for command in ["check", "test"] {
            let answer = try bankrules(command, "q.rules")
            #expect(answer.code == .badRules)
            let words = "error[R0249]: `bytes` is declared otherwise than the plugin `sound` 1.0 offers it"
            #expect((answer.output + answer.errors).contains(words), "\(answer.text)")
        }
    }

    @Test func `another version of a plugin makes another policy`() throws {
        try write("bytes(id) is 1")
        try folder.write(line("1"), to: "input.txt")
        var fingerprints: Set<Substring> = []
        for version in ["1.0", "1.1", "1.0"] {
            try CompiledPlugin.make("plugin.so", ["VERSION=\"\(version)\""], in: folder)
            let answer = try bankrules("explain", "1", "--rules", "p.rules", "--json")
            let fingerprint = try #require(answer.output.firstMatch(of: /"fingerprint": ?"([0-9a-f]{64})"/))
            fingerprints.insert(fingerprint.1)
        }
        #expect(fingerprints.count == 2)
    }

    @Test(arguments: ["1", "4"]) func `a crash while deciding leaves no output`(threads: String) throws {
        try write("fifth(amount)")
        try folder.write((1...2_000).map { line("\($0)") }.joined(), to: "input.txt")
        try folder.write("kept\n", to: "explanations.ndjson")
        let process = try Binary.start(
            ["run", "--rules", "p.rules", "--plugin", "plugin.so", "--threads", threads, "--chunk-size", "100"],
            in: folder.url)
        #expect(try process.signal() == SIGABRT)
        #expect(folder.read("output.txt") == nil)
        #expect(folder.read("explanations.ndjson") == "kept\n")
    }

    @Test(arguments: ["1", "4"]) func `a plugin can't end a run as if it were done`(threads: String) throws {
        try write("leave(amount)")
        try folder.write((1...2_000).map { line("\($0)") }.joined(), to: "input.txt")
        let answer = try bankrules("run", "--rules", "p.rules", "--threads", threads, "--chunk-size", "100")
        #expect(answer.code == .unusablePlugin)
        #expect(answer.errors.contains("bankrules: a plugin ended the program before it was done\n"), "\(answer.text)")
        #expect(folder.read("output.txt") == nil)
    }

    @Test func `a plugin can't end the tests of rules as if they had passed`() throws {
        let entries = (0..<5).map { "  2000-01-01 09:0\($0)  load  $3.00  accepted" }.joined(separator: "\n")
        try write("leave(amount)", test: "\ntest \"t\" {\n\(entries)\n}\n")
        #expect(try bankrules("test", "p.rules").code == .unusablePlugin)
    }
}
