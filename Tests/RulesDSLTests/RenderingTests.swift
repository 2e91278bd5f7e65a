import RulesDSL
import Testing

/// How diagnostics look, whole; what the parser and the checker say is in the fixtures.
@Suite struct RenderingTests {
    private static func diagnostic(
        _ lower: Int, _ upper: Int, label: String = "", secondary: [Diagnostic.Label] = [], help: [String] = [],
        fixIts: [Diagnostic.FixIt] = [], severity: Diagnostic.Severity = .error, file: Int = 0
    ) -> Diagnostic {
        Diagnostic(
            code: "R0201", severity: severity, message: "there is no field `amuont`",
            primary: Diagnostic.Label(range(lower, upper, file: file), label), secondary: secondary, help: help,
            fixIts: fixIts)
    }

    private static func range(_ lower: Int, _ upper: Int, file: Int = 0) -> SourceRange {
        SourceRange(file: FileID(file), lower: lower, upper: upper)
    }

    private static func render(
        _ diagnostics: [Diagnostic], _ texts: String..., style: DiagnosticStyle = .plain
    ) -> String {
        let files = texts.enumerated().map { SourceFile(name: "\($0.offset).rules", text: $0.element) }
        return DiagnosticRenderer(sources: SourceMap(files), style: style).render(diagnostics)
    }

    @Test func `a diagnostic shows its place, its line and carets under the span`() {
        let text = String(repeating: "\n", count: 16) + "  sum      amuont per customer per day\n"
        let expected = """
            error[R0201]: there is no field `amuont`
              ┌─ 0.rules:17:12
              │
            17│   sum      amuont per customer per day
              │            ^^^^^^ did you mean `amount`?

            """
        #expect(Self.render([Self.diagnostic(27, 33, label: "did you mean `amount`?")], text) == expected)
    }

    @Test func `places that explain it stand in the order of the lines, and help below`() {
        let diagnostic = Self.diagnostic(
            12, 13, label: "again", secondary: [Diagnostic.Label(Self.range(0, 1), "first here")],
            help: ["take another name"])
        let expected = """
            error[R0201]: there is no field `amuont`
             ┌─ 0.rules:5:1
             │
            1│ abc
             │ - first here
             ┆
            5│ x
             │ ^ again
             = help: take another name

            """
        #expect(Self.render([diagnostic], "abc\nde\nf\nhi\nx\n") == expected)
    }

    @Test func `diagnostics are sorted by file and place`() {
        let rendered = Self.render(
            [
                Self.diagnostic(0, 1, file: 1), Self.diagnostic(2, 3), Self.diagnostic(0, 1, severity: .warning),
            ], "a b", "c")
        let places = rendered.split(separator: "\n").filter { $0.contains("┌─") }.map { $0.dropFirst(4) }
        #expect(places == ["0.rules:1:1", "0.rules:1:3", "1.rules:1:1"])
        #expect(rendered.hasPrefix("warning[R0201]"))
    }

    @Test func `tabs, wide and combining characters keep the carets in place`() {
        // The span is the `x`, after: a tab, two wide characters, and an e with its accent.
        let text = "\t日本e\u{301}x"
        let lower = text.utf8.count - 1
        let lines = Self.render([Self.diagnostic(lower, lower + 1)], text).split(separator: "\n")
        #expect(lines[3] == "1│     日本e\u{301}x")
        #expect(lines[4] == " │ " + String(repeating: " ", count: 4 + 4 + 1) + "^")
    }

    @Test func `what could steer a terminal is spelled out`() {
        let text = "a\u{1B}[31m\u{202E}\u{200B} x"
        let lower = text.utf8.count - 1
        let lines = Self.render([Self.diagnostic(lower, lower + 1)], text).split(separator: "\n")
        #expect(lines[3] == "1│ a\\u{1b}[31m\\u{202e}\\u{200b} x")
        #expect(lines[4].drop { $0 != "^" } == "^")
        #expect(lines[4].unicodeScalars.count == lines[3].unicodeScalars.count)
        let named = DiagnosticRenderer(sources: SourceMap([SourceFile(name: "\u{1B}c", text: "a")]))
        #expect(!named.render([Self.diagnostic(0, 1)]).contains("\u{1B}"))
    }

    @Test func `a long line is cut around the carets`() {
        let text = String(repeating: "a", count: 500) + "!" + String(repeating: "b", count: 500)
        let lines = Self.render([Self.diagnostic(500, 501, label: "here")], text).split(separator: "\n")
        #expect(lines[1] == " ┌─ 0.rules:1:501")
        #expect(lines[3].count <= 126)
        #expect(lines[3].hasPrefix("1│ …a"))
        #expect(lines[3].hasSuffix("b…"))
        let caret = lines[4].prefix { $0 != "^" }.count
        #expect(lines[3].dropFirst(caret).first == "!")
    }

    @Test func `a second mark that is cut off stands where the line is cut`() {
        let text = String(repeating: "a", count: 2_000)
        let far = Diagnostic.Label(Self.range(1_500, 1_501), "there")
        let lines = Self.render([Self.diagnostic(3, 4, secondary: [far])], text).split(separator: "\n")
        #expect(lines[3].hasSuffix("a…"))
        #expect(lines[5].hasSuffix("- there"))
        #expect(lines[5].prefix { $0 != "-" }.count == lines[3].count - 1)
    }

    @Test func `a fix-it is shown as the mended line, unless the label says it`() {
        let fixIt = Diagnostic.FixIt(range: Self.range(2, 3), replacement: " - ")
        #expect(
            Self.render([Self.diagnostic(2, 3, fixIts: [fixIt])], "10-amount").hasSuffix(
                " = help: write `10 - amount`\n"))
        let said = Self.diagnostic(2, 3, label: "write `-`", fixIts: [fixIt])
        #expect(!Self.render([said], "10-amount").contains("help"))
    }

    @Test func `a place at the end of a line or of the file has a caret`() {
        #expect(Self.render([Self.diagnostic(3, 3)], "abc\n").contains("1│ abc\n │    ^\n"))
        #expect(Self.render([Self.diagnostic(4, 4)], "abc\n").contains("2│\n │ ^\n"))
        #expect(Self.render([Self.diagnostic(0, 0)], "").contains("1│\n │ ^\n"))
        #expect(Self.render([Self.diagnostic(90, 95)], "abc").contains("1│ abc\n │    ^\n"))
    }

    @Test func `colours change nothing but colours`() {
        let diagnostics = [
            Self.diagnostic(
                2, 3, label: "here", secondary: [Diagnostic.Label(Self.range(0, 1), "there")], help: ["do it"])
        ]
        let plain = Self.render(diagnostics, "a b")
        let coloured = Self.render(diagnostics, "a b", style: .ansi)
        #expect(coloured.contains("\u{1B}[1;31merror[R0201]\u{1B}[0m"))
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }

    @Test func `nothing to say is the empty text`() {
        #expect(Self.render([], "a") == "")
    }
}
