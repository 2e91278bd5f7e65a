package import Engine
package import RulesDSL

/// What a run did, for people.
package struct SummaryText {
    /// What the summary says besides the counts.
    package struct Occasion {
        package var policy: String
        /// As hexadecimal digits.
        package var fingerprint: String
        package var currency: Currency
        /// The nanoseconds that the run took, if there is a clock.
        package var nanoseconds: UInt64?
        /// Where the outputs are: `decisions in output.txt`.
        package var outputs: [String]

        package init(
            policy: String, fingerprint: String, currency: Currency, nanoseconds: UInt64? = nil, outputs: [String] = []
        ) {
            self.policy = policy
            self.fingerprint = fingerprint
            self.currency = currency
            self.nanoseconds = nanoseconds
            self.outputs = outputs
        }
    }

    private let summary: RunSummary
    private let occasion: Occasion
    private let style: TextStyle

    package init(_ summary: RunSummary, _ occasion: Occasion, style: TextStyle) {
        self.summary = summary
        self.occasion = occasion
        self.style = style
    }

    /// All of it, with a line's end behind it.
    package var text: String {
        var lines = [title, ""] + decisions.lines(style: style) + [""] + money.lines(style: style) + [""]
        if let late = LateAdvice.sentence(summary.tooLate) { lines += ["  " + late, ""] }
        if !occasion.outputs.isEmpty {
            lines.append("  " + occasion.outputs.map { TerminalText.escape($0) }.joined(separator: ", "))
        }
        lines.append("  fingerprint \(occasion.fingerprint)")
        return lines.joined(separator: "\n") + "\n"
    }

    private var title: String {
        let count = NumberText.counted(summary.transactions, "transaction")
        var title = style("\(count) by \"\(TerminalText.escape(occasion.policy))\"", .heading)
        if let nanoseconds = occasion.nanoseconds {
            title += " in \(NumberText.elapsed(nanoseconds: nanoseconds))"
            let lines = summary.transactions + summary.rejected
            if summary.transactions > 0, let rate = NumberText.rate(lines, nanoseconds: nanoseconds) {
                title += ", \(rate) a second"
            }
        }
        return title
    }

    private var decisions: Table {
        var table = Table([.left, .right, .right, .left])
        addTotal("accepted", summary.accepted, .good, to: &table)
        addRules("flagged by ", summary.reviewsByRule, to: &table)
        addRules("in shadow failed by ", summary.shadowsByRule, to: &table)
        addTotal("declined", summary.declined, .bad, to: &table)
        addRules("by ", summary.declinesByRule, to: &table)
        addTotal("ignored", summary.ignored, .notice, to: &table)
        addRules("by ", summary.ignoredByRule, to: &table)
        if summary.rejected > 0 {
            table.add(
                Table.Cell("rejected", .bad), Table.Cell(NumberText.grouped(summary.rejected)), Table.Cell(""),
                Table.Cell(summary.rejected == 1 ? "a line that is no transaction" : "lines that are no transactions"))
            for reason in summary.rejectsByReason {
                table.add(
                    Table.Cell("  \(TerminalText.escape(reason.code))"), Table.Cell(NumberText.grouped(reason.count)),
                    Table.Cell(""),
                    Table.Cell("\(reason.count == 1 ? "" : "first ")in line \(NumberText.grouped(reason.firstLine))"))
            }
        }
        return table
    }

    private func addTotal(_ name: String, _ count: Int, _ role: TextStyle.Role, to table: inout Table) {
        table.add(
            Table.Cell(name, count > 0 ? role : nil), Table.Cell(NumberText.grouped(count)),
            Table.Cell(NumberText.share(count, of: summary.transactions)))
    }

    private func addRules(_ prefix: String, _ rules: [RunSummary.RuleCount], to table: inout Table) {
        for rule in rules {
            table.add(
                Table.Cell("  \(prefix)\(TerminalText.escape(rule.rule))"), Table.Cell(NumberText.grouped(rule.count)),
                Table.Cell(NumberText.share(rule.count, of: summary.transactions)),
                Table.Cell(TerminalText.escape(rule.code), .faint))
        }
    }

    private var money: Table {
        var table = Table([.left, .right])
        table.add(Table.Cell("loaded"), Table.Cell(text(summary.loaded)))
        table.add(Table.Cell("withdrawn"), Table.Cell(text(summary.withdrawn)))
        return table
    }

    private func text(_ amount: Int64?) -> String {
        amount.map { ValueText(occasion.currency).text($0, .money) } ?? "more than can be shown"
    }
}

extension RunSummary {
    /// How many transactions were decided.
    package var transactions: Int { accepted + declined + ignored }
}
