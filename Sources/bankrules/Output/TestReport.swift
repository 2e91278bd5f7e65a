internal import Engine
internal import RulesDSL

/// What became of tests, for people: each failure as a difference, and a line for each file.
struct TestReport {
    /// How many entries that went as expected are shown before one that didn't.
    private static let longestHistory = 12

    private let style: TextStyle

    init(style: TextStyle) {
        self.style = style
    }

    func text(_ files: [TestedFile]) -> String {
        var lines: [String] = []
        for file in files {
            guard let results = file.results else { continue }
            let words = TestWords(results.policy)
            for outcome in results.outcomes where !outcome.isAsExpected {
                lines += difference(outcome, words) + [""]
            }
            lines += verdict(file, results, words)
            lines += MutationReport(style: style).lines(file)
        }
        if files.count > 1 { lines.append(total(files)) }
        return lines.map { $0 + "\n" }.joined()
    }

    // MARK: Failures

    /// The lines of a failed test: its place, its history, and what is different.
    func difference(_ outcome: TestOutcome, _ words: TestWords) -> [String] {
        let position = outcome.entries.first { !$0.isAsExpected }?.entry.position ?? outcome.test.position
        let place = "\(TerminalText.escape(position.file)):\(position.line)"
        let title = "\(place): test \"\(TerminalText.escape(outcome.test.name))\" fails"
        var lines = [style(title, .bad), ""]
        let last = outcome.entries.lastIndex { !$0.isAsExpected } ?? 0
        let width = String(outcome.entries[last].entry.position.line).count
        if outcome.test.balance != 0 {
            lines.append("  \(pad("", width))    given balance \(words.money(outcome.test.balance))")
        }
        var start = 0
        for (index, entry) in outcome.entries.enumerated() where !entry.isAsExpected {
            let first = max(start, index - Self.longestHistory)
            if first > start {
                let count = NumberText.counted(first - start, "transaction")
                lines.append("  \(pad("", width))    … \(count) as expected")
            }
            for earlier in outcome.entries[first..<index] { lines.append(line(earlier, width, words)) }
            lines.append(line(entry, width, words))
            let before = outcome.entries[..<index].map(\.entry.time).max()
            lines += difference(entry, latest: before, words).map { "  \(pad("", width))      \($0)" }
            start = index + 1
        }
        return lines
    }

    /// An entry as it was written, with its line's number, marked if it is wrong.
    private func line(_ entry: TestOutcome.Entry, _ width: Int, _ words: TestWords) -> String {
        let number = pad(String(entry.entry.position.line), width)
        let margin = entry.isAsExpected ? "\(number)    " : style("\(number)  ✗ ", .bad)
        return "  " + margin + words.source(entry.entry)
    }

    /// What is different; `latest` is the latest time of the entries before.
    private func difference(_ entry: TestOutcome.Entry, latest: Int64?, _ words: TestWords) -> [String] {
        var lines = words.time(entry.entry).map { ["at        \($0)"] } ?? []
        lines.append("expected  \(style(words.expected(entry.entry), .good))")
        if let shadows = words.differenceInShadow(entry) {
            lines.append("got       \(style(words.decision(entry), .good)), as expected, \(style(shadows, .bad))")
        } else {
            let because = words.because(entry).map { ": \($0)" } ?? ""
            lines.append("got       \(style(words.got(entry), .bad))\(because)")
            lines += words.others(entry).map { "          also fails \(sentence($0, words))" }
            if entry.isTooLate, let latest, let line = LateAdvice.line(enoughFor: latest - entry.entry.time) {
                lines.append("          \(line) keeps its windows open")
            }
        }
        lines += entry.shadows.map { "          in shadow fails \(sentence($0, words))" }
        for spared in entry.spared {
            lines.append("          \(TerminalText.escape(spared.rule.name)) \(words.reason(spared))")
        }
        return lines
    }

    private func sentence(_ failure: TestOutcome.Failure, _ words: TestWords) -> String {
        "\(TerminalText.escape(failure.rule)): \(words.sentence(failure))"
    }

    private func pad(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    // MARK: Summaries

    /// `rules/default.rules: 1 test, 5 transactions, all as expected; …`, and what the tests leave out.
    private func verdict(_ file: TestedFile, _ results: TestedFile.Results, _ words: TestWords) -> [String] {
        let name = TerminalText.escape(file.name)
        guard !file.outcomes.isEmpty else {
            return [
                results.coverage == nil ? "\(name): no test has such a name" : "\(name): \(style("no tests", .notice))"
            ]
        }
        var parts = [
            NumberText.counted(file.outcomes.count, "test"), NumberText.counted(file.transactions, "transaction"),
        ]
        if file.failed == 0 {
            parts.append(style("all as expected", .good))
        } else {
            let verb = file.failed == 1 ? "fails" : "fail"
            parts.append(style("\(NumberText.counted(file.failed, "test")) \(verb)", .bad))
        }
        let line = "\(name): \(parts.joined(separator: ", "))"
        guard let coverage = results.coverage, !coverage.rules.isEmpty else { return [line] }
        return covered(line, coverage, words)
    }

    private func covered(_ line: String, _ coverage: TestCoverage, _ words: TestWords) -> [String] {
        let missing = coverage.neverFailing
        let gaps = coverage.rules.flatMap { rule in
            words.gaps(rule).map { "  \(TerminalText.escape(rule.rule.name)): \($0)" }
        }
        guard missing.isEmpty else {
            let names = missing.map { TerminalText.escape($0.rule.name) }.joined(separator: ", ")
            let verb = missing.count == 1 ? "is" : "are"
            let count =
                coverage.rules.count == 1
                ? "the only rule" : "\(missing.count) of \(NumberText.grouped(coverage.rules.count)) rules"
            return ["\(line); \(style("\(count) \(verb) made to fail by no test", .notice)): \(names)"] + gaps
        }
        let met = gaps.isEmpty ? ", every limit is met from both sides" : ""
        return ["\(line); every rule is made to fail\(met)"] + gaps
    }

    private func total(_ files: [TestedFile]) -> String {
        let tests = files.reduce(0) { $0 + $1.outcomes.count }
        let failed = files.reduce(0) { $0 + $1.failed }
        let unusable = files.count { $0.results == nil }
        var parts = [NumberText.counted(files.count, "file"), NumberText.counted(tests, "test")]
        parts.append(
            failed == 0
                ? style("none fails", .good)
                : style("\(NumberText.grouped(failed)) \(failed == 1 ? "fails" : "fail")", .bad))
        if unusable > 0 { parts.append(style("\(NumberText.counted(unusable, "file")) can't be used", .bad)) }
        return parts.joined(separator: ", ")
    }
}

extension TestOutcome.Entry {
    /// Whether a rule fails since a window is closed.
    fileprivate var isTooLate: Bool {
        failures.contains { $0.code == Program.tooLateCode }
    }
}
