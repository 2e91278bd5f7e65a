internal import Engine
internal import RulesDSL

/// The screen of `bankrules explain`: what was decided, which rules failed with their numbers, and what passed.
struct ExplanationScreen {
    private let explanation: Explanation
    private let style: TextStyle
    private let words: RuleWords
    private let places: Places
    private let showsAllIDs: Bool

    private static let width = 76
    /// Beyond this even a single item of a list is broken.
    private static let longestLine = 100
    private static let shownContributions = 8
    private static let shownParts = 8

    /// Where the rules and the transactions come from, as they were named.
    struct Places {
        let rules: String
        let input: String
    }

    init(_ explanation: Explanation, _ places: Places, showsAllIDs: Bool, style: TextStyle) {
        self.explanation = explanation
        self.places = places
        self.showsAllIDs = showsAllIDs
        self.style = style
        words = RuleWords(explanation.currency, explanation.times)
    }

    /// The whole screen, line by line.
    var lines: [String] {
        var lines = [headline]
        if let local = explanation.times.local(explanation.transaction.time) { lines += list("local time", [local]) }
        if !explanation.fields.isEmpty { lines += list("with", explanation.fields.map(words.field)) }
        lines.append("")
        let failures = explanation.verdicts.filter { $0.isFailure }
        let decisive = failures.filter { $0.isDecisive }
        let others = failures.filter { !$0.isDecisive }
        for verdict in decisive.isEmpty ? others : decisive {
            lines += block(verdict) + [""]
        }
        if let because = explanation.balanceFailure { lines += balanceBlock(because) + [""] }
        if !decisive.isEmpty || explanation.balanceFailure != nil {
            lines += list("also failed", others.map(summary))
        }
        lines += list("passed", explanation.verdicts.filter { $0.finding == .passed }.map(summary))
        let exempt = explanation.verdicts.filter { $0.finding == .exempt || $0.finding == .inactive }
        if !exempt.isEmpty { lines += list("exempt from", exempt.map(exemption)) }
        return lines + origin
    }

    /// Which rules decided, and which line it is.
    private var origin: [String] {
        let policy = "\"\(TerminalText.escape(explanation.policyName))\" (\(TerminalText.escape(places.rules)))"
        let input = TerminalText.escape(places.input)
        return [
            "  policy \(policy), fingerprint \(explanation.fingerprint.short)",
            "  event \(explanation.event), line \(explanation.line) of \(input)",
        ]
    }

    private var headline: String {
        let transaction = explanation.transaction
        let what =
            "\(transaction.kind.name) of \(words.money(transaction.amount)) at \(words.universalTime(transaction.time))"
        let id = TerminalText.escape(transaction.id)
        let customer = TerminalText.escape(transaction.customer)
        return "Transaction \(id), customer \(customer): \(what) was \(outcome)"
    }

    private var outcome: String {
        switch explanation.decision {
        case .accepted: style("ACCEPTED", .good)
        case .declined: style("DECLINED", .bad)
        case .ignored: style("IGNORED", .notice) + " as a repeat"
        case .reviewed: style("ACCEPTED", .good) + " and flagged for " + style("REVIEW", .notice)
        }
    }

    /// A rule that failed: its name, place and code, and below them its numbers.
    private func block(_ verdict: Explanation.Verdict) -> [String] {
        let position = verdict.rule.position
        let name = TerminalText.escape(verdict.rule.name)
        let shadow = verdict.rule.isShadow ? " in shadow" : ""
        let place = "\(shadow) (\(TerminalText.escape(position.file)):\(position.line))"
        let gap = max(2, Self.width - DisplayWidth.of(name + place) - DisplayWidth.of(verdict.code) - 2)
        let title = "  " + style(name, .heading) + place + String(repeating: " ", count: gap) + verdict.code
        guard case .failed(let cause, _) = verdict.finding else { return [title] }
        var rows: [(String, String)]
        switch cause {
        case .limit: rows = limitRows(verdict)
        case .condition: rows = conditionRows(verdict)
        case .duplicate, .conflict: rows = duplicateRows(verdict)
        case .tooLate: rows = tooLateRows(verdict)
        case .arithmetic: rows = arithmeticRows(verdict)
        }
        rows += letRows(verdict)
        if cause == .tooLate { rows += lateRows(verdict) }
        rows.append(("because", TerminalText.escape(verdict.because)))
        return [title] + rows.map { "    " + style(pad($0.0), .faint) + $0.1 }
    }

    private func pad(_ label: String) -> String {
        label + String(repeating: " ", count: max(1, 13 - label.count))
    }

    private func limitRows(_ verdict: Explanation.Verdict) -> [(String, String)] {
        let (excess, overflow) = verdict.total.subtractingReportingOverflow(verdict.bound)
        let tooMuch = overflow ? "too much" : "\(words.value(excess, verdict.rule)) too \(words.tooMuch(verdict.rule))"
        let scope = words.scope(verdict.rule, explanation)
        return [
            ("allowed", words.allowance(verdict) + (scope.map { ": here \($0)" } ?? "")),
            ("already", already(verdict)),
            (
                verdict.rule.aggregate?.counted == .declined ? "altogether" : "with this",
                "\(words.value(verdict.total, verdict.rule))\(newValue(verdict)), which is \(tooMuch)"
            ),
        ]
    }

    /// The value that a limit on `distinct` did not know yet: ` with the new "FR"`.
    private func newValue(_ verdict: Explanation.Verdict) -> String {
        guard verdict.rule.aggregate?.isDistinct == true, verdict.added > 0 else { return "" }
        return " with the new \(words.value(verdict.ownValue))"
    }

    /// What the window held, and by which transactions.
    private func already(_ verdict: Explanation.Verdict) -> String {
        let used = verdict.hasUsed ? words.value(verdict.used, verdict.rule) : "nothing"
        let start = "\(used) \(words.inWindow(verdict))"
        guard verdict.contributionCount > 0 else { return start }
        let names = words.contributions(verdict)
        let count = "by \(verdict.contributionCount) \(words.counted(verdict.rule, verdict.contributionCount))"
        guard !names.isEmpty else { return "\(start), \(count) (--full-ids names them)" }
        let shown = showsAllIDs ? names : Array(names.suffix(Self.shownContributions))
        let more = names.count - shown.count
        return "\(start), \(count): \(more > 0 ? "… \(more) more, " : "")\(shown.joined(separator: ", "))"
    }

    /// What the condition reads; where it has several parts, those that make it fail.
    private func conditionRows(_ verdict: Explanation.Verdict) -> [(String, String)] {
        guard let condition = verdict.rule.condition else { return [] }
        let required = ("required", TerminalText.escape(condition.text))
        return [required] + labelled("here", shownReasons(verdict))
    }

    /// What could not be computed, or was compared with that.
    private func arithmeticRows(_ verdict: Explanation.Verdict) -> [(String, String)] {
        let rule = verdict.rule
        let texts = [("required", rule.condition?.text ?? ""), ("measured", rule.measured), ("at most", rule.bound)]
        return texts.filter { !$0.1.isEmpty }.map { ($0.0, TerminalText.escape($0.1)) }
    }

    /// Why a condition fails: its parts that fail or, where it is but one, what that reads.
    private func shownReasons(_ verdict: Explanation.Verdict) -> [String] {
        let isOne = verdict.rule.condition?.parts.count == 1
        let reasons = verdict.parts.map(isOne ? words.valuesRead : words.part).filter { !$0.isEmpty }
        let more = reasons.count - Self.shownParts
        return reasons.prefix(Self.shownParts) + (more > 0 ? ["… and \(more) more"] : [])
    }

    /// Rows of which the first has a label.
    private func labelled(_ label: String, _ texts: some Sequence<String>) -> [(String, String)] {
        texts.enumerated().map { ($0.offset == 0 ? label : "", $0.element) }
    }

    /// The window of the limit if it is closed, and what closed it; that of a `let` stands with its value.
    private func tooLateRows(_ verdict: Explanation.Verdict) -> [(String, String)] {
        guard verdict.latest != nil else { return [] }
        let window = ("window", "\(verdict.windowName) \(words.closing(verdict.rule, late: explanation.late))")
        return [window] + labelled("latest", verdict.latest.map { [TerminalText.escape(words.latest($0))] } ?? [])
    }

    /// What would have kept the closed windows open.
    private func lateRows(_ verdict: Explanation.Verdict) -> [(String, String)] {
        let line = verdict.neededLate.flatMap(LateAdvice.line)
        return labelled("kept open", line.map { ["by \($0)"] } ?? [])
    }

    /// What the `let`s were that the rule read, one a row.
    private func letRows(_ verdict: Explanation.Verdict) -> [(String, String)] {
        labelled("where", verdict.lets.map { TerminalText.escape(words.sentence($0)) })
    }

    private func duplicateRows(_ verdict: Explanation.Verdict) -> [(String, String)] {
        var rows = [("key", words.key(verdict))]
        guard let first = verdict.firstSeen else { return rows }
        let then = first.transaction
        let name = verdict.firstID.map { "transaction \(TerminalText.escape($0)), " } ?? ""
        rows.append(
            (
                "first seen",
                "\(name)line \(first.line), event \(first.number): \(then.kind.name) of \(words.money(then.amount)) at "
                    + "\(words.time(then.time)), \(first.decision.name)"
            ))
        if first.decision == .declined { rows.append(("", "its key is remembered although it was declined")) }
        rows.append(("differs in", differences(then, verdict.fieldDifferences)))
        return rows
    }

    /// The fields in which a repeat is not what came first. Ids are no more than named: they can be another customer's.
    /// So are declared fields where they are.
    private func differences(_ first: Transaction, _ declared: [Explanation.FieldDifference]) -> String {
        let now = explanation.transaction
        var fields: [String] = []
        if !first.id.utf8.elementsEqual(now.id.utf8) { fields.append("id") }
        if !first.customer.utf8.elementsEqual(now.customer.utf8) { fields.append("customer") }
        if first.kind != now.kind { fields.append("kind (\(first.kind.name), now \(now.kind.name))") }
        if first.amount != now.amount {
            fields.append("amount (\(words.money(first.amount)), now \(words.money(now.amount)))")
        }
        if first.time != now.time { fields.append("time") }
        let isOwn = showsAllIDs || first.customer.utf8.elementsEqual(now.customer.utf8)
        fields += declared.map { difference in
            guard isOwn else { return difference.field.name }
            let (then, now) = (words.value(difference.first), words.value(difference.now))
            return "\(difference.field.name) (\(then), now \(now))"
        }
        return fields.isEmpty ? "nothing" : fields.joined(separator: ", ")
    }

    private func balanceBlock(_ because: String) -> [String] {
        ["  balance" + String(repeating: " ", count: 52) + "ArithmeticError", "    " + pad("because") + because]
    }

    /// One rule in a list: its name, and how much of it is left.
    private func summary(_ verdict: Explanation.Verdict) -> String {
        let shadow = verdict.isFailure && verdict.rule.isShadow ? " in shadow" : ""
        let name = TerminalText.escape(verdict.rule.name) + shadow
        if case .failed(let cause, _) = verdict.finding, cause != .limit {
            let reasons = shownReasons(verdict)
            let words = reasons.isEmpty ? [cause.name.replacing("-", with: " ")] : reasons
            return "\(name) (\(words.joined(separator: "; ")))"
        }
        guard verdict.rule.kind == .limit else { return name }
        return "\(name) (\(words.headRoom(verdict)))"
    }

    /// A rule that the transaction is exempt from, and why.
    private func exemption(_ verdict: Explanation.Verdict) -> String {
        let reason = words.exemption(verdict, at: explanation.transaction.time)
        return "\(TerminalText.escape(verdict.rule.name)) (\(reason))"
    }

    private func list(_ label: String, _ items: [String]) -> [String] {
        let start = "  \(label): "
        let margin = String(repeating: " ", count: start.count)
        let lines = TextLayout.list(
            items.isEmpty ? ["none"] : items, width: TextLayout.width - start.count,
            longest: Self.longestLine - start.count)
        return lines.enumerated().map { ($0.offset == 0 ? start : margin) + $0.element }
    }
}

extension Explanation.Verdict {
    fileprivate var isFailure: Bool {
        if case .failed = finding { true } else { false }
    }

    fileprivate var isDecisive: Bool {
        if case .failed(_, let isDecisive) = finding { isDecisive } else { false }
    }
}
