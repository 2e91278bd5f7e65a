import Engine
import RulesDSL
import Synchronization
import Testing
import bankrules

@Suite struct OutputTests {
    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (-1_234_567, "-1,234,567"),
        (Int.max, "9,223,372,036,854,775,807"), (Int.min, "-9,223,372,036,854,775,808"),
    ])
    func `numbers are grouped by three`(value: Int, text: String) {
        #expect(NumberText.grouped(value) == text)
    }

    @Test(arguments: [
        (0, 5, "0.0 %"), (5, 5, "100.0 %"), (1, 8, "12.5 %"), (2, 3, "66.7 %"), (1, 100_000, "<0.1 %"),
        (99_999, 100_000, ">99.9 %"), (0, 0, ""), (Int.max, Int.max, "100.0 %"),
    ])
    func `a share is never rounded to nothing or to all`(part: Int, whole: Int, text: String) {
        #expect(NumberText.share(part, of: whole) == text)
    }

    @Test(
        arguments: [
            (0, "0.00 s"), (4_999_999, "0.00 s"), (420_000_000, "0.42 s"), (12_340_000_000, "12.3 s"),
            (125_000_000_000, "2 min 5 s"),
        ] as [(UInt64, String)])
    func `a time that has passed`(nanoseconds: UInt64, text: String) {
        #expect(NumberText.elapsed(nanoseconds: nanoseconds) == text)
    }

    @Test func `a rate has three digits`() {
        #expect(NumberText.rate(2_412_345, nanoseconds: 1_000_000_000) == "2,410,000")
        #expect(NumberText.rate(999_999, nanoseconds: 1_000_000_000) == "1,000,000")
        #expect(NumberText.rate(3, nanoseconds: 2_000_000_000) == "1")
        #expect(NumberText.rate(3, nanoseconds: 10) == nil)
    }

    @Test(arguments: [
        ("plain é 漢 👍", "plain é 漢 👍"), ("\u{1B}[31m", "\\u{1b}[31m"), ("a\nb\tc\r", "a\\u{a}b\\u{9}c\\u{d}"),
        ("\u{202E}txt", "\\u{202e}txt"), ("\u{9B}31m", "\\u{9b}31m"), ("\u{7F}", "\\u{7f}"),
        ("zero\u{200B}width", "zero\\u{200b}width"), ("\u{2028}", "\\u{2028}"), ("\u{E000}", "\\u{e000}"),
    ])
    func `text from outside does nothing to a terminal`(text: String, shown: String) {
        #expect(TerminalText.escape(text) == shown)
        #expect(TerminalText.escape(Array(text.utf8)) == shown)
    }

    @Test func `bytes that are not UTF-8 are spelled out`() {
        #expect(TerminalText.escape([0x61, 0xFF, 0x62]) == "a\\xffb")
        #expect(TerminalText.escape([0xC3, 0xA9, 0xC3]) == "é\\xc3")
        #expect(TerminalText.escape([0xED, 0xA0, 0x80]) == "\\xed\\xa0\\x80")
        #expect(TerminalText.escape([0xC0, 0x8A]) == "\\xc0\\x8a")
        #expect(TerminalText.escape([0xF0, 0x9F, 0x91, 0x8D, 0x00]) == "👍\\u{0}")
    }

    @Test(arguments: [
        ("", 0), ("abc", 3), ("漢字", 4), ("e\u{301}", 1), ("👍🏽", 2), ("☺\u{FE0F}", 2), ("🇩🇪", 2), ("é", 1),
    ])
    func `the width of a text on a terminal`(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test func `a table's columns stand below each other`() {
        var table = Table([.left, .right, .left])
        table.add(.init("漢字"), .init("1", .good), .init("end"))
        table.add(.init("a"), .init("1,000"))
        table.add(.init("b"), .init(""), .init("note"))
        #expect(table.lines(style: .plain) == ["  漢字      1  end", "  a     1,000", "  b            note"])
        #expect(table.lines(style: .ansi)[0] == "  漢字      \u{1B}[32m1\u{1B}[0m  end")
    }

    @Test func `a JSON document`() {
        let value = JSONValue.object([
            .init("text", .text("\"\\/\u{8}\u{C}\n\r\t\u{1F}\u{7F}é👍")), .init("none", .null),
            .init("yes", .boolean(true)),
            .init("numbers", .array([.integer(0), .integer(.min)])), .init("empty", .array([])), .init("", .object([])),
        ])
        let lines = [
            "{", #"  "text": "\"\\/\b\f\n\r\t\u001f"# + "\u{7F}é👍\",", #"  "none": null,"#, #"  "yes": true,"#,
            #"  "numbers": ["#, "    0,", "    -9223372036854775808", "  ],", #"  "empty": [],"#, #"  "": {}"#, "}", "",
        ]
        #expect(value.document == lines.joined(separator: "\n"))
    }

    @Test func `a list is broken between items, and inside of one that is longer than a line`() {
        let long = "c (`a is \"x  y\"` holds: a is more than fits)"
        #expect(
            TextLayout.list(["a", "b (1 of 2)", long, "d"], width: 20, longest: 24)
                == ["a, b (1 of 2),", "c (`a is \"x  y\"`", "  holds: a is more than", "  fits),", "d"])
        let fitting = TextLayout.list(["a b", "c d", "e f g h i"], width: 8, longest: 9)
        #expect(fitting == ["a b,", "c d,", "e f g h i"])
        #expect(TextLayout.list([], longest: 100) == [])
    }

    // MARK: The summary

    private var summary: RunSummary {
        var summary = RunSummary()
        summary.accepted = 1_812
        summary.reviewed = 12
        summary.declined = 180
        summary.ignored = 1
        summary.rejected = 10
        summary.loaded = 123_456_700
        summary.withdrawn = nil
        summary.declinesByRule = [
            .init(rule: "daily-load-count", code: "DailyLimitsExceeded", count: 60),
            .init(rule: "daily-load-amount", code: "DailyLimitsExceeded", count: 120),
        ]
        summary.ignoredByRule = [.init(rule: "duplicate-transaction", code: "DuplicateTxn", count: 1)]
        summary.reviewsByRule = [.init(rule: "unusual-amount", code: "Unusual\u{1B}Amount", count: 12)]
        summary.tooLate.count = 2
        summary.tooLate.delay = 5_999
        summary.rejectsByReason = [
            .init(code: "amount-empty", count: 9, firstLine: 1_017, firstReason: "the amount is empty"),
            .init(code: "not-json", count: 1, firstLine: 2_000, firstReason: "not valid JSON"),
        ]
        return summary
    }

    private var occasion: SummaryText.Occasion {
        SummaryText.Occasion(
            policy: "Prepaid \"limits\"", fingerprint: "9f2c",
            currency: Currency(code: "USD", exponent: 2, symbol: "$"),
            nanoseconds: 420_000_000, outputs: ["decisions in output.txt", "explanations in explanations.ndjson"])
    }

    @Test func `the summary for people`() throws {
        try Golden.expect(SummaryText(summary, occasion, style: .plain).text, "summary.txt")
        try Golden.expect(SummaryText(summary, occasion, style: .ansi).text, "summary-color.txt")
    }

    @Test func `the summary of nothing`() throws {
        let empty = SummaryText.Occasion(
            policy: "P", fingerprint: "", currency: Currency(code: "JPY", exponent: 0, symbol: "¥"))
        try Golden.expect(SummaryText(RunSummary(), empty, style: .plain).text, "summary-empty.txt")
    }

    @Test func `the summary for programs`() throws {
        try Golden.expect(SummaryJSON.value(summary, occasion).document, "summary.json")
    }

    // MARK: Progress

    /// A clock that a test winds.
    private final class Clock: Sendable {
        let time = Atomic<UInt64>(5_000)
    }

    @Test func `progress comes after a second and goes`() throws {
        let clock = Clock()
        let stream = ConsoleStream(keepingAsTerminal: true)
        let context = CommandContext(
            output: stream, errors: stream, standardInput: Descriptor(-1), standardOutput: Descriptor(-1),
            environment: { _ in nil }, now: { clock.time.load(ordering: .relaxed) }, processors: 2)
        let line = try #require(ProgressLine(in: context))
        line.update(RunProgress(bytesRead: 10, bytesTotal: 1_000, events: 1))
        line.erase()
        #expect(stream.kept.isEmpty)
        clock.time.store(2_000_005_000, ordering: .relaxed)
        line.update(RunProgress(bytesRead: 250, bytesTotal: 1_000, events: 2_000))
        line.update(RunProgress(bytesRead: 300, bytesTotal: 1_000, events: 2_100))
        line.erase()
        line.erase()
        #expect(stream.kept == "\r\u{1B}[K25.0 %, 2,000 lines, 1,000 a second, 6 s left\r\u{1B}[K")
    }

    @Test func `there is no progress without a terminal`() {
        let stream = ConsoleStream(keepingAsTerminal: false)
        let context = CommandContext(
            output: stream, errors: stream, standardInput: Descriptor(-1), standardOutput: Descriptor(-1),
            environment: { _ in nil }, now: { 0 }, processors: 2)
        #expect(ProgressLine(in: context) == nil)
    }
}
