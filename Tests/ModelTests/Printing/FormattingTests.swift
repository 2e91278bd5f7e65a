import RulesDSL
import Testing

/// The formatter on random policies in random layouts, with comments wherever they may stand.
@Suite struct FormattingTests {
    @Test func `a random policy is laid out, means the same and stays so`() throws {
        for seed in UInt64(0)..<150 {
            var random = RandomSource(seed: 7_000_000 + seed)
            let rules = try RandomCase(seed: random.next(), transactions: 0).rules
            try check(SourceFile(name: "a.rules", text: rules), seed)
            let commented = withComments(rules, &random)
            if isReadable(commented) { try check(commented, seed) }
        }
    }

    private func check(_ source: SourceFile, _ seed: UInt64) throws {
        let written = String(decoding: source.bytes, as: UTF8.self)
        guard case .formatted(let text) = RulesFormatter.format(source) else {
            Issue.record("seed \(seed): refused:\n\(written)")
            return
        }
        let formatted = SourceFile(name: source.name, text: text)
        #expect(RulesFormatter.format(formatted) == .formatted(text), "seed \(seed): does not stay so:\n\(written)")
        #expect(comments(of: formatted) == comments(of: source), "seed \(seed): comments differ:\n\(written)")
    }

    private func isReadable(_ source: SourceFile) -> Bool {
        Parser.parse(source, as: FileID(0)).diagnostics.isEmpty
    }

    private func comments(of source: SourceFile) -> [String] {
        let comments = Parser.parse(source, as: FileID(0)).syntax.comments
        return comments.map { $0.text.split(separator: " ", omittingEmptySubsequences: false).joined(separator: " ") }
            .sorted()
    }

    /// The same text with comments between some of its tokens. A line end may part what belongs on one line.
    private func withComments(_ rules: String, _ random: inout RandomSource) -> SourceFile {
        let bytes = Array(rules.utf8)
        let tokens = Lexer.lex(SourceFile(name: "a.rules", bytes: bytes), as: FileID(0)).tokens
        var result: [UInt8] = []
        var begin = 0
        for token in tokens where token.hasSpaceBefore && random.chance(3) {
            result += bytes[begin..<token.range.lower] + Array("# \(random.index(below: 1_000))} \"\n".utf8)
            begin = token.range.lower
        }
        return SourceFile(name: "a.rules", bytes: result + bytes[begin...])
    }
}
