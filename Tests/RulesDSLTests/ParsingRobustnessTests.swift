import RulesDSL
import TestSupport
import Testing

/// Whatever a file holds, it is read to its end, soon, and every place that is named lies in it. The seeds are fixed
/// and part of what a failure says.
@Suite struct ParsingRobustnessTests {
    private static let pieces = [
        "policy", "currency", "timezone", "week", "starts", "let", "unique", "limit", "require", "test", "on", "where",
        "key", "count", "sum", "at", "most", "that", "unless", "else", "because", "decline", "ignore", "review", "as",
        "per", "across", "everyone", "customer", "day", "of", "attempts", "if", "then", "and", "or", "not", "in", "is",
        "amount", "balance", "given", "load", "accepted", "declined", "by", "rolling", "average", "USD", "atmost", "{",
        "late", "up", "to", "include", "field", "list", "table", "function", "text", "optional", "default", "from",
        "largest", "smallest", "distinct", "within", "active", "until", "mode", "shadow", "conflict", "f(", "x:",
        "a.b/c",
        "in the last", "rolling 24 hours", "avg", "required", "=>", "->",
        "}", "(", ")", "[", "]", ",", ":", "+", "-", "*", "/", "<", "<=", ">", ">=", "=", "==", "!", "&&", "5", "5%",
        "10-a", "$5,000.00", "$", "€1.000,50", "2026-01-01", "2026-02-30", "2026-01-01T10:00:00Z", "09:00", "9:0",
        "\"text\"", "\"open", "“typographic”", "'", "„", "\\u{", "#", "//", "/*", ";", "₹5", "３", "−", "\u{A0}",
        "\u{0}",
        "\u{202E}", "é", "🎉", "99999999999999999999", "30 days", "1_000", ".5",
    ]

    /// Parses, renders, and looks at every range.
    private static func check(_ bytes: [UInt8], _ what: Comment) {
        let source = SourceFile(name: "random.rules", bytes: bytes)
        let map = SourceMap([source])
        let result = Parser.parse(source, as: FileID(0))
        let places = result.diagnostics.flatMap { diagnostic in
            [diagnostic.primary.range] + diagnostic.secondary.map(\.range) + diagnostic.fixIts.map(\.range)
        }
        let all = places + result.syntax.declarations.map(\.range) + result.syntax.comments.map(\.range)
        #expect(all.allSatisfy { $0.lower >= 0 && $0.lower <= $0.upper && $0.upper <= bytes.count }, what)
        #expect(result.diagnostics.count <= 101, what)
        let rendered = DiagnosticRenderer(sources: map).render(result.diagnostics)
        #expect(!rendered.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, what)
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `any bytes are read`(seed: UInt64) {
        var random = SeededNumbers(seed: seed)
        let bytes = (0..<Int.random(in: 0...600, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        Self.check(bytes, "seed \(seed)")
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `any words in any order are read`(seed: UInt64) {
        var random = SeededNumbers(seed: seed)
        var text = ""
        for _ in 0..<Int.random(in: 1...150, using: &random) {
            text += Self.pieces.randomElement(using: &random) ?? ""
            text += ["", " ", " ", " ", "\n", "\n", "\r\n", "\t"].randomElement(using: &random) ?? " "
        }
        Self.check(Array(text.utf8), "seed \(seed)")
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `the default rules with a few damaged bytes are read`(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        var bytes = try RulesFiles.defaultRules().bytes
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes.remove(at: place)
            case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
            default: bytes.insert(UInt8.random(in: 0x20...0x7E, using: &random), at: place)
            }
        }
        Self.check(bytes, "seed \(seed)")
    }

    @Test func `a file cut off anywhere is read`() throws {
        let bytes = try RulesFiles.defaultRules().bytes
        for length in stride(from: 0, to: bytes.count, by: 3) {
            Self.check(Array(bytes.prefix(length)), "the first \(length) bytes")
        }
    }

    /// None of these may cost the square of its length: in a debug build each takes a second, not minutes.
    @Test(
        arguments: [
            "(", "[", "{", "}", "-", "not ", "1+", "a ", "\"", "'", "„\"", "“", "#", "/*", "\n", "limit a {\n",
            "if ", "!", "\u{A0}", "\u{0}", "1,", "1.", "$", "USD ", "on load ", "sum a on b ", "per ", "limt ", "\t",
            "\\", "\"\\u{", "9", "é", "2026-", "test t {\n", "@", "a.", "let a = b\n",
            "a in (", "in (a, ", "let a = [b]\n", "let a = b in a\n", "31.12.", "$5 000 ", "isn't ", "USD5", "1,5",
            "per customer and ", "limit l { key id }\n", "let a = (b, c\n", "is more than ", "else decline as A B ",
            "f(", "f(a, ", "field a ", "field a : text ", "list a : text (", "table a by b {\n", "table a by b { c: ",
            "let a = avg b ", "let a = sum b on c ", "in the last ", "per customer in the last ", "conflict on a, ",
            "active from ", "active until a ", "1: ", "-1 ", "from a/b.c ", "function f(a, ", "shadow a ", "optional ",
            "default 5 ", "late up to ", "limit a ", "let a = count or ",
        ])
    func `a long run of anything is read in time`(piece: String) {
        Self.check(Array(String(repeating: piece, count: 12_000 / piece.utf8.count).utf8), "\(piece) again and again")
    }
}
