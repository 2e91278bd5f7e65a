internal import Engine
internal import RulesDSL

/// What tests expect and what they got, in the words of a rules file.
struct TestWords {
    private let policy: Policy
    private let rules: RuleWords
    private let times: TimeText

    init(_ policy: Policy) {
        self.policy = policy
        times = TimeText(policy.program.policy)
        rules = RuleWords(policy.currency, times)
    }

    func money(_ value: Int64) -> String { rules.money(value) }

    /// An entry as it was written, on one line.
    func source(_ entry: CheckedTest.Entry) -> String {
        let files = policy.program.policy.sources.files
        guard files.indices.contains(entry.range.file.index) else { return "" }
        let bytes = files[entry.range.file.index].bytes
        let lower = min(entry.range.lower, bytes.count)
        let text = String(decoding: bytes[lower..<min(max(entry.range.upper, lower), bytes.count)], as: UTF8.self)
        // Its columns stay where the writer put them; only line ends go.
        let lines = text.split(whereSeparator: \.isNewline).map { line in
            line.replacing("\t", with: " ").drop { $0 == " " }
        }
        return TerminalText.escape(lines.joined(separator: " "))
    }

    func expected(_ entry: CheckedTest.Entry) -> String {
        decision(entry) + shadows(entry.shadows)
    }

    /// ` shadow RULE` for each.
    private func shadows(_ rules: [String]) -> String {
        rules.map { " shadow \(TerminalText.escape($0))" }.joined()
    }

    private func decision(_ entry: CheckedTest.Entry) -> String {
        switch entry.expected {
        case .accepted: "accepted"
        case .reviewed(let code): "reviewed as \(TerminalText.escape(code))"
        case .declined(let rule): "declined by \(TerminalText.escape(rule))"
        case .declinedAs(let code): "declined as \(TerminalText.escape(code))"
        case .ignored(let rule): "ignored by \(TerminalText.escape(rule))"
        }
    }

    /// What became of an entry, in the form in which something else was expected.
    func got(_ entry: TestOutcome.Entry) -> String {
        decision(entry) + shadows(entry.shadows.map(\.rule))
    }

    /// Where only rules in shadow made a difference: `but also shadow large-loads, which the test does not name`.
    func differenceInShadow(_ entry: TestOutcome.Entry) -> String? {
        guard entry.hasExpectedDecision else { return nil }
        let failed = entry.shadows.map(\.rule)
        let extra = failed.filter { !entry.entry.shadows.contains($0) }
        let absent = entry.entry.shadows.filter { !failed.contains($0) }
        let parts = [
            extra.isEmpty ? nil : "but also\(shadows(extra)), which the test does not name",
            absent.isEmpty ? nil : "but not\(shadows(absent))",
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }

    /// When it happens, where that is not simply what the entry says: in UTC and by the policy's clock.
    func time(_ entry: CheckedTest.Entry) -> String? {
        times.local(entry.time) == nil ? nil : times.text(entry.time)
    }

    func decision(_ entry: TestOutcome.Entry) -> String {
        switch entry.decision {
        case .accepted: return "accepted"
        case .reviewed:
            return "reviewed as " + entry.failures.map { TerminalText.escape($0.code) }.joined(separator: ", ")
        case .ignored: return "ignored by \(TerminalText.escape(entry.decisive?.rule ?? ""))"
        case .declined:
            let by = "declined by \(TerminalText.escape(entry.decisive?.rule ?? ""))"
            guard case .declinedAs = entry.entry.expected, let code = entry.decisive?.code else { return by }
            return "declined as \(TerminalText.escape(code)), by \(TerminalText.escape(entry.decisive?.rule ?? ""))"
        }
    }

    /// The numbers behind what it got: the sentence of what decided.
    func because(_ entry: TestOutcome.Entry) -> String? {
        let failure = entry.decision == .reviewed ? entry.failures.first : entry.decisive
        return failure.map(sentence)
    }

    /// The sentence of a failure; the id of what a repeat repeats says little in a test, its line does.
    func sentence(_ failure: TestOutcome.Failure) -> String {
        let line = failure.repeated.map { " (the one in line \($0.line))" } ?? ""
        return TerminalText.escape(failure.because) + line
    }

    /// The other rules that the transaction failed, but for those in shadow.
    func others(_ entry: TestOutcome.Entry) -> [TestOutcome.Failure] {
        entry.decision == .reviewed ? Array(entry.failures.dropFirst()) : entry.failures.filter { !$0.isDecisive }
    }

    /// Why a rule that was to fail did not.
    func reason(_ spared: TestOutcome.Spared) -> String {
        switch spared.reason {
        case .irrelevant: return "is not about this transaction"
        case .exempt: return "exempts this transaction: " + spared.parts.map(rules.part).joined(separator: "; ")
        case .inactive: return "does not check this transaction: its time is outside of `active`"
        case .passed(let numbers): return "passes: " + passed(spared, numbers)
        case .unseen(within: nil): return "passes: this key was not seen before"
        case .unseen(within: let seconds?):
            return "passes: this key was not seen within \(DurationWords.text(seconds))"
        }
    }

    private func passed(_ spared: TestOutcome.Spared, _ numbers: TestOutcome.Spared.Numbers) -> String {
        func text(_ value: Int64) -> String { rules.value(value, spared.rule) }
        guard let aggregate = spared.rule.aggregate else { return holds(spared) }
        let bound = text(numbers.bound)
        if aggregate.counted == .declined { return "\(text(numbers.total)) is within \(bound)" }
        switch aggregate.function {
        case .count, .sum: return "\(text(numbers.used)) and \(text(numbers.added)) more are within \(bound)"
        case .average, .largest, .smallest, .distinct:
            return "\(text(numbers.total)) with this one is within \(bound)"
        }
    }

    /// ``` `hour >= 6` holds, for hour is 7```; of several parts those that make it hold.
    private func holds(_ spared: TestOutcome.Spared) -> String {
        guard let condition = spared.rule.condition, condition.parts.count == 1 else {
            return spared.parts.map(rules.part).joined(separator: "; ")
        }
        let values = spared.parts.map(rules.valuesRead).joined()
        return "`\(TerminalText.escape(condition.text))` holds" + (values.isEmpty ? "" : ", for \(values)")
    }

    /// What the tests leave out of a rule that they do make fail.
    func gaps(_ rule: TestCoverage.Rule) -> [String] {
        guard rule.failures > 0, let boundary = rule.boundary else { return [] }
        func nearest(_ distance: Int64?) -> String {
            distance.map { "; the nearest is \(rules.value($0, rule.rule)) away" } ?? ""
        }
        var gaps: [String] = []
        if !boundary.isMetByPass { gaps.append("no test passes it at its very limit\(nearest(boundary.nearestPass))") }
        if !boundary.isMetByFailure {
            gaps.append("no test fails it by the smallest step\(nearest(boundary.nearestFailure))")
        }
        return gaps
    }
}
