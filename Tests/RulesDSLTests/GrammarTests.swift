import RulesDSL
import TestSupport
import Testing

/// `docs/grammar.ebnf` is what the parser reads: it has the same words, the parser reads every sentence of it, and it
/// has every file that the parser reads.
@Suite struct GrammarTests {
    private static let folders = ["Parsing/ok", "Checking/ok", "Checking/warning", "Checking/error", "Formatting"]

    @Test func `its words are the reserved ones`() throws {
        let words = try Grammar.load().literals.filter { $0.allSatisfy(\.isLetter) }
        // A field, which only the beginning of a test knows as a word.
        #expect(words == ReservedWords.all.union(["balance"]))
    }

    @Test(arguments: 1...150 as ClosedRange<UInt64>)
    func `every sentence of it is read, laid out, and stays what it is`(seed: UInt64) throws {
        var sentences = GrammarSentences(try Grammar.load(), seed: seed)
        let source = SourceFile(name: "random.rules", text: sentences.sentences(of: "file", count: 1))
        let result = Parser.parse(source, as: FileID(0))
        let complaints = DiagnosticRenderer(sources: SourceMap([source])).render(result.diagnostics)
        #expect(complaints == "", "seed \(seed)\n\(String(decoding: source.bytes, as: UTF8.self))")
        if result.diagnostics.isEmpty {
            try FormattingProof.check(source)
        }
    }

    @Test(arguments: folders)
    func `it has every file that the parser reads`(folder: String) throws {
        let recognizer = GrammarRecognizer(try Grammar.load())
        let fixtures = SnapshotFolder(folder)
        for name in fixtures.names("rules") {
            let source = try fixtures.source(name)
            let result = Parser.parse(source, as: FileID(0))
            guard result.diagnostics.isEmpty, !result.syntax.declarations.contains(where: \.isTableWithoutElse)
            else {
                continue
            }
            expectSentence(Lexer.lex(source, as: FileID(0)).tokens, of: source, recognizer)
        }
    }

    /// Words are left out, doubled, exchanged and replaced; some of the files are right nevertheless.
    @Test func `it has every damaged file that the parser still reads`() throws {
        let grammar = try Grammar.load()
        let recognizer = GrammarRecognizer(grammar)
        var count = 0
        for seed in 1...15 as ClosedRange<UInt64> {
            for source in damaged(grammar, seed: seed) {
                let result = Parser.parse(source, as: FileID(0))
                guard result.diagnostics.isEmpty, !result.syntax.declarations.contains(where: \.isTableWithoutElse)
                else {
                    continue
                }
                count += 1
                expectSentence(Lexer.lex(source, as: FileID(0)).tokens, of: source, recognizer)
            }
        }
        #expect(count > 60)
    }

    private func damaged(_ grammar: Grammar, seed: UInt64) -> [SourceFile] {
        var chance = SeededNumbers(seed: seed)
        var sentences = GrammarSentences(grammar, seed: seed &+ 1_000)
        let words = sentences.sentences(of: "declaration", count: 3)
        let tokens = Lexer.lex(SourceFile(name: "a.rules", text: words), as: FileID(0)).tokens
        let bytes = Array(words.utf8)
        // Each with a line end before it, or with nothing where nothing may stand.
        let texts = tokens.dropLast().map { token in
            let text = String(decoding: bytes[token.range.lower..<token.range.upper], as: UTF8.self)
            return (token.hasSpaceBefore ? "\n" : "") + text
        }
        return (0..<60).map { _ in
            var damaged = texts
            let place = chance.below(damaged.count)
            switch chance.below(4) {
            case 0: damaged.remove(at: place)
            case 1: damaged.insert(damaged[place], at: place)
            case 2: damaged.swapAt(place, chance.below(damaged.count))
            default: damaged[place] = texts[chance.below(texts.count)]
            }
            return SourceFile(name: "damaged.rules", text: damaged.joined())
        }
    }

    private func expectSentence(_ tokens: [Token], of source: SourceFile, _ recognizer: GrammarRecognizer) {
        guard let place = recognizer.firstUnknown(in: tokens) else { return }
        let offset = tokens[place].range.lower
        let before = String(decoding: source.bytes[..<offset].suffix(80), as: UTF8.self)
        let rest = String(decoding: source.bytes[offset...].prefix(40), as: UTF8.self)
        Issue.record("\(source.name) is not in the grammar from the second line on:\n\(before)\n\(rest)")
    }
}

extension DeclarationSyntax {
    /// The parser leaves it to the checker to say so.
    fileprivate var isTableWithoutElse: Bool {
        if case .table(let table) = kind { table.otherwise == nil } else { false }
    }
}
