internal import Engine
internal import RulesDSL

/// What a dry-run found: both summaries side by side, and which decisions change.
struct DryRunReport {
    private let old: RunSummary
    private let new: RunSummary
    private let comparison: ComparisonProjection
    private let values: ValueText
    private let currency: Currency

    init(old: RunSummary, new: RunSummary, _ comparison: ComparisonProjection, _ currency: Currency) {
        self.old = old
        self.new = new
        self.comparison = comparison
        self.currency = currency
        values = ValueText(currency)
    }

    // MARK: For people

    func text(
        _ names: (old: String, new: String), _ policies: (old: Policy, new: Policy), style: TextStyle
    ) -> String {
        let count = NumberText.counted(old.transactions, "transaction")
        var lines = [style("\(count) under \(names.old) (old) and \(names.new) (new)", .heading), ""]
        lines += [("old", policies.old), ("new", policies.new)].map { which, policy in
            "  \(which): policy \"\(TerminalText.escape(policy.name))\", fingerprint \(policy.fingerprint.short)"
        }
        lines += [""] + totals.lines(style: style) + rejects + late + [""]
        guard comparison.changed > 0 else {
            return (lines + ["  no decision changes"]).joined(separator: "\n") + "\n"
        }
        let changed = NumberText.counted(comparison.changed, "decision")
        let verb = comparison.changed == 1 ? "changes" : "change"
        lines.append("  \(changed) of \(NumberText.counted(comparison.customers, "customer")) \(verb):")
        lines += flips.lines(indent: 4, style: style)
        lines += ["", "  the first of them:"] + examples.lines(indent: 4, style: style)
        let more = comparison.changed - comparison.examples.count
        if more > 0 { lines.append("    … and \(NumberText.grouped(more)) more: `--changes FILE` writes all of them") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Which lines no policy decided: one that requires a field makes both leave out what lacks it.
    private var rejects: [String] {
        guard let first = old.rejectsByReason.min(by: { $0.firstLine < $1.firstLine }) else { return [] }
        let reason = "line \(first.firstLine): \(TerminalText.escape(first.firstReason))"
        return old.rejected == 1
            ? ["", "  one line is rejected under both policies, which read the fields of both", "    \(reason)"]
            : [
                "",
                "  \(NumberText.grouped(old.rejected)) lines are rejected under both policies, which read the fields of both",
                "    the first is \(reason)",
            ]
    }

    /// What came for closed windows under either policy.
    private var late: [String] {
        let sentences = [("old", old), ("new", new)].compactMap { which, summary in
            LateAdvice.sentence(summary.tooLate).map { "  \(which): \($0)" }
        }
        return sentences.isEmpty ? [] : [""] + sentences
    }

    private var totals: Table {
        var table = Table([.left, .right, .right, .right])
        table.add(Table.Cell(""), Table.Cell("old", .faint), Table.Cell("new", .faint), Table.Cell("change", .faint))
        func add(_ name: String, _ old: Int, _ new: Int) {
            table.add(
                Table.Cell(name), Table.Cell(NumberText.grouped(old)), Table.Cell(NumberText.grouped(new)),
                Table.Cell(new == old ? "" : "\(new > old ? "+" : "")\(NumberText.grouped(new - old))"))
        }
        add("accepted", old.accepted, new.accepted)
        if old.reviewed + new.reviewed > 0 { add("  flagged", old.reviewed, new.reviewed) }
        add("declined", old.declined, new.declined)
        add("ignored", old.ignored, new.ignored)
        if old.rejected > 0 { add("rejected", old.rejected, new.rejected) }
        addMoney("loaded", old.loaded, new.loaded, to: &table)
        addMoney("withdrawn", old.withdrawn, new.withdrawn, to: &table)
        return table
    }

    private func addMoney(_ name: String, _ old: Int64?, _ new: Int64?, to table: inout Table) {
        func text(_ amount: Int64?) -> String {
            amount.map { values.text($0, .money) } ?? "more than can be shown"
        }
        var change = ""
        if let old, let new {
            let (difference, overflow) = new.subtractingReportingOverflow(old)
            change = overflow || difference == 0 ? "" : (difference > 0 ? "+" : "") + text(difference)
        }
        table.add(Table.Cell(name), Table.Cell(text(old)), Table.Cell(text(new)), Table.Cell(change))
    }

    private var flips: Table {
        var table = Table([.left, .right, .right])
        for counted in comparison.flips {
            table.add(
                Table.Cell(words(counted.flip)), Table.Cell(NumberText.grouped(counted.count)),
                Table.Cell(text(counted.money)))
        }
        return table
    }

    /// `accepted → declined (daily-load-amount)`.
    private func words(_ flip: ComparisonProjection.Flip) -> String {
        [flip.old, flip.new].map { outcome in
            let rules = outcome.rules.map { TerminalText.escape($0) }.joined(separator: ", ")
            return rules.isEmpty ? outcome.decision.name : "\(outcome.decision.name) (\(rules))"
        }.joined(separator: " → ")
    }

    private var examples: Table {
        var table = Table([.left, .left, .left])
        for change in comparison.examples {
            let transaction = change.transaction
            let what = "\(transaction.kind.name) of \(values.text(transaction.amount, .money))"
            let id = TerminalText.escape(transaction.id)
            table.add(
                Table.Cell("\(id), customer \(TerminalText.escape(transaction.customer))"), Table.Cell(what),
                Table.Cell(words(change.flip)))
        }
        return table
    }

    private func text(_ money: Int128) -> String {
        Int64(exactly: money).map { values.text($0, .money) } ?? "more than can be shown"
    }

    // MARK: For programs

    func json(_ policies: (old: Policy, new: Policy)) -> JSONValue {
        func summary(_ summary: RunSummary, _ policy: Policy) -> JSONValue {
            SummaryJSON.value(
                summary,
                SummaryText.Occasion(
                    policy: policy.name, fingerprint: policy.fingerprint.hexadecimal, currency: currency))
        }
        func outcome(_ outcome: ComparisonProjection.Outcome) -> JSONValue {
            .object([
                .init("decision", .text(outcome.decision.name)),
                .init("rules", .array(outcome.rules.map { .text($0) })),
            ])
        }
        return .object([
            .init("changed", .integer(comparison.changed)), .init("customers", .integer(comparison.customers)),
            .init(
                "flips",
                .array(
                    comparison.flips.map { counted in
                        .object([
                            .init("old", outcome(counted.flip.old)), .init("new", outcome(counted.flip.new)),
                            .init("count", .integer(counted.count)), .init("money", .text(text(counted.money))),
                        ])
                    })),
            .init("old", summary(old, policies.old)), .init("new", summary(new, policies.new)),
        ])
    }
}
