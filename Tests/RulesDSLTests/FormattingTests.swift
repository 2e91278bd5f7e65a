import RulesDSL
import TestSupport
import Testing

/// What the formatter makes of files. The fixtures are in `Fixtures/Formatting`; `BANKRULES_RECORD=1` writes their
/// expectations anew (see `SnapshotFolder`).
@Suite struct FormattingTests {
    private static let fixtures = SnapshotFolder("Formatting")
    private static let others = ["Parsing/ok", "Checking/ok", "Checking/warning", "Checking/error", "Formatting"]

    @Test func `the default rules are in their canonical layout`() throws {
        let source = try RulesFiles.defaultRules()
        #expect(RulesFormatter.format(source) == .formatted(String(decoding: source.bytes, as: UTF8.self)))
    }

    @Test(arguments: fixtures.names)
    func `a file gets the expected layout`(name: String) throws {
        let text = try #require(formatted(try Self.fixtures.source(name)))
        try Self.fixtures.expect(text, for: name)
    }

    @Test(arguments: others)
    func `every fixture without errors of syntax is laid out, says the same and stays so`(folder: String) throws {
        let fixtures = SnapshotFolder(folder)
        for name in fixtures.names("rules") {
            let source = try fixtures.source(name)
            guard Parser.parse(source, as: FileID(0)).diagnostics.isEmpty else { continue }
            try FormattingProof.check(source)
        }
    }

    @Test func `a file with errors of syntax is left alone`() {
        let source = SourceFile(name: "a.rules", text: "limit a {\n  on\n}\n")
        guard case .unreadable(let diagnostics) = RulesFormatter.format(source) else {
            Issue.record("it was laid out")
            return
        }
        #expect(!diagnostics.isEmpty)
    }

    @Test func `nothing becomes nothing`() {
        #expect(formatted(SourceFile(name: "a.rules", text: "")) == "")
        #expect(formatted(SourceFile(name: "a.rules", text: " \n\n\t")) == "")
    }

    @Test(arguments: [
        ("$5", "$5"), ("$5000", "$5,000"), ("$1234567.50", "$1,234,567.50"), ("USD 5", "USD 5"),
        ("USD  5000", "USD 5,000"), ("$0.5", "$0.5"), ("$007", "$007"), ("USD # 7\n  007", "# 7\nlet a = USD 007"),
        ("$5,000.00", "$5,000.00"),
    ])
    func `money keeps its digits`(written: String, expected: String) {
        let source = SourceFile(name: "a.rules", text: "let a = \(written)")
        #expect(formatted(source) == (expected.hasPrefix("#") ? "" : "let a = ") + expected + "\n")
    }

    @Test(arguments: [
        ("let a = 1# near", "let a = 1  # near"),
        ("let a = 1 # near", "let a = 1  # near"),
        ("let a = 1   # in its column", "let a = 1   # in its column"),
        ("let   a =   1   # in its column", "let a = 1       # in its column"),
        ("let a = €5000.00   # a column that is taken", "let a = €5,000.00  # a column that is taken"),
        ("let a = \"é\"    # columns are scalars", "let a = \"é\"    # columns are scalars"),
        ("let a = 1 \t  # behind a tab", "let a = 1  # behind a tab"),
    ])
    func `a comment behind something keeps the column that its author chose`(written: String, expected: String) {
        #expect(formatted(SourceFile(name: "a.rules", text: written)) == expected + "\n")
    }

    @Test func `a comment anywhere between two tokens is kept`() throws {
        let source = try Self.fixtures.source("wild")
        let tokens = Lexer.lex(source, as: FileID(0)).tokens
        for token in tokens {
            let head = source.bytes[..<token.range.lower]
            let bytes = head + Array("# here \"} {\n".utf8) + source.bytes[token.range.lower...]
            let changed = SourceFile(name: "a.rules", bytes: Array(bytes))
            // The name of a rule stays on the line of its keyword, and what else a line end would part.
            guard Parser.parse(changed, as: FileID(0)).diagnostics.isEmpty else { continue }
            try FormattingProof.check(changed)
        }
    }

    @Test func `a damaged file is laid out or refused`() throws {
        let bytes = try Self.fixtures.source("wild").bytes
        var numbers = SeededNumbers(seed: 1)
        for _ in 0..<1_500 {
            var damaged = bytes
            for _ in 0...numbers.below(4) {
                let place = numbers.below(damaged.count)
                switch numbers.below(3) {
                case 0: damaged.remove(at: place)
                case 1: damaged.insert(bytes[numbers.below(bytes.count)], at: place)
                default: damaged[place] = UInt8(numbers.below(256))
                }
            }
            let source = SourceFile(name: "a.rules", bytes: damaged)
            #expect(RulesFormatter.format(source) != .unproved, "\(String(decoding: damaged, as: UTF8.self))")
        }
    }

    private func formatted(_ source: SourceFile) -> String? {
        guard case .formatted(let text) = RulesFormatter.format(source) else { return nil }
        return text
    }
}
