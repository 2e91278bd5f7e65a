import RulesDSL
import Testing

/// What the lexer makes of single words, numbers, dates and texts; what it complains about is in
/// `Fixtures/Parsing/error`.
@Suite struct LexingTests {
    private static func lex(_ text: String) -> [Token] {
        Lexer.lex(SourceFile(name: "a.rules", text: text), as: FileID(0)).tokens
    }

    private static func kinds(_ text: String) -> [Token.Kind] {
        lex(text).map(\.kind).dropLast()
    }

    @Test(
        arguments: [
            ("load", [.word("load")]),
            ("daily-load-count", [.word("daily-load-count")]),
            ("top-10", [.word("top-10")]),
            ("a - b", [.word("a"), .symbol(.minus), .word("b")]),
            ("3.50", [.number(digits: 350, scale: 2)]),
            ("$5,000.00", [.money(currency: "$", digits: 500_000, scale: 2)]),
            (
                "[$5,000, $6]".filter { $0 != "[" && $0 != "]" },
                [
                    .money(currency: "$", digits: 5000, scale: 0), .symbol(.comma),
                    .money(currency: "$", digits: 6, scale: 0),
                ]
            ),
            ("CHF 12.30", [.money(currency: "CHF", digits: 1230, scale: 2)]),
            ("currency USD 5", [.word("currency"), .word("USD"), .number(digits: 5, scale: 0)]),
            ("as ABC 5", [.word("as"), .word("ABC"), .number(digits: 5, scale: 0)]),
            ("ABC 2000-01-01 09:00", [.word("ABC"), .date(days: 10957), .clock(seconds: 32_400)]),
            ("CHF\r\n # francs\n\t5", [.money(currency: "CHF", digits: 5, scale: 0)]),
            ("1969-12-31T23:59:59Z", [.time(seconds: -1)]),
            ("1970-01-01T01:00:00+01:00", [.time(seconds: 0)]),
            ("0000-01-01", [.date(days: -719_528)]),
            ("9999-12-31", [.date(days: 2_932_896)]),
            ("2000-02-29", [.date(days: 11016)]),
            ("23:59:59", [.clock(seconds: 86_399)]),
            ("\"a \\\"b\\\" \\u{20AC}\\n\"", [.text("a \"b\" €\n")]),
            ("<=>=<>", [.symbol(.lessOrEqual), .symbol(.greaterOrEqual), .word("is"), .word("not")]),
            ("9223372036854775807", [.number(digits: .max, scale: 0)]),
            ("9223372036854775808", [.invalid]),
        ] as [(String, [Token.Kind])])
    func `a text becomes tokens`(text: String, expected: [Token.Kind]) {
        #expect(Self.kinds(text) == expected)
    }

    @Test func `ranges are the bytes of the token`() {
        let ranges = Self.lex("a € \"é\" b").map { [$0.range.lower, $0.range.upper] }
        #expect(ranges == [[0, 1], [2, 5], [6, 10], [11, 12], [12, 12]])
    }

    @Test func `line ends mean nothing to the tree`() throws {
        let source = try RulesFiles.defaultRules()
        let tokens = Lexer.lex(source, as: FileID(0)).tokens
        let words = tokens.dropLast().map {
            String(decoding: source.bytes[$0.range.lower..<$0.range.upper], as: UTF8.self)
        }
        let trees = ["\n", " ", "\r\n", "\n\n# a comment\n\n"].map { separator in
            let text = words.joined(separator: separator)
            let result = Parser.parse(SourceFile(name: "a.rules", text: text), as: FileID(0))
            #expect(result.diagnostics == [])
            return TreePrinter.print(
                RulesFileSyntax(file: FileID(0), declarations: result.syntax.declarations, comments: []))
        }
        #expect(Set(trees).count == 1)
    }

    @Test func `comments are kept with their places`() {
        let comments = Lexer.lex(SourceFile(name: "a.rules", text: "# one\nlet # two\r\n  #three"), as: FileID(0))
            .comments
        #expect(comments.map(\.text) == ["# one", "# two", "#three"])
        #expect(comments.map(\.standsAlone) == [true, false, true])
    }
}
