import Testing
import bankrules

/// `--rules -`: the rules come from another program.
@Suite struct RulesFromStandardInputTests {
    private let folder: Folder

    init() throws {
        folder = try Folder.withSample()
    }

    private func run(_ arguments: String..., rules: String = "rules/default.rules") throws -> Transcript {
        try Binary.run(arguments, in: folder.url, input: .file(folder.path(rules)))
    }

    @Test func `a run decides by them as by a file`() throws {
        let decided = ["--output", "-", "--quiet", "--explanations"]
        let byFile = try Binary.run(["run"] + decided + ["file.ndjson"], in: folder.url)
        let byStream = try Binary.run(
            ["run", "--rules", "-"] + decided + ["stream.ndjson"], in: folder.url,
            input: .file(folder.path("rules/default.rules")))
        #expect(byStream.text == byFile.text && byFile.output.contains("90417"))
        #expect(folder.read("stream.ndjson") == folder.read("file.ndjson"))
    }

    @Test func `explanations and mistakes say where they come from`() throws {
        let explained = try run("explain", "90417", "--rules", "-")
        #expect(explained.output.contains("daily-load-amount (standard input:19)"))
        try folder.write("rules/default.rules", as: "bad.rules", replacing: "amount per", with: "amuont per")
        let refused = try run("run", "--rules", "-", rules: "bad.rules")
        #expect(refused.code == .badRules)
        #expect(refused.errors.contains("┌─ standard input:21:12"))
        #expect(refused.errors.hasSuffix("in `standard input`; nothing was decided\n"))
    }

    @Test func `a dry-run takes either side from there`() throws {
        try folder.write("rules/default.rules", as: "new.rules", replacing: "$5,000.00", with: "$4,000.00")
        let new = try run("dry-run", "--rules", "-", rules: "new.rules")
        #expect(new.output.hasPrefix("1,022 transactions under rules/default.rules (old) and standard input (new)\n"))
        let old = try run("dry-run", "--rules", "new.rules", "--against", "-")
        #expect(old.output.hasPrefix("1,022 transactions under standard input (old) and new.rules (new)\n"))
        let lines = { (answer: Transcript) in answer.output.split(separator: "\n").dropFirst() }
        #expect(lines(old) == lines(new))
    }

    @Test func `the file behind standard input is not written over`() throws {
        let before = folder.read("rules/default.rules")
        let answer = try run("run", "--rules", "-", "--output", "rules/default.rules")
        #expect(answer.code == .usage)
        #expect(answer.errors.contains("`--rules` and `--output` are the same file"))
        #expect(folder.read("rules/default.rules") == before)
    }
}
