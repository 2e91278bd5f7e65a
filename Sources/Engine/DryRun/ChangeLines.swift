internal import RulesDSL

/// The changed decisions of a dry-run: one JSON object each, with what both policies say.
package struct ChangeLines: Rendering {
    private let values: ValueText
    /// For each policy and `Failure`, what stands behind the decision: the rule, its code and the sentence.
    private let old: TemplateBook
    private let new: TemplateBook

    package init(old: Program, new: Program) {
        values = ValueText(old.policy.currency)
        self.old = Self.failures(of: old)
        self.new = Self.failures(of: new)
    }

    private static func failures(of program: Program) -> TemplateBook {
        var builder = TemplateBuilder(program, .json)
        for failure in Failure.all(of: program) {
            guard let failure else {
                builder.skip(1)
                continue
            }
            builder.add(",\"rule\":\"")
            builder.add(text: failure.rule?.name ?? Program.balanceName)
            builder.add("\",\"code\":\"")
            builder.add(text: failure.code)
            builder.add("\",\"because\":\"")
            builder.add(sentenceOf: failure)
            builder.add("\"")
            builder.finish(failure)
        }
        return TemplateBook(builder)
    }

    package func render(_ events: EventBatch, into output: inout OutputBuffer) {
        guard events.decisions.count == 2 else { return }
        let batch = events.transactions
        let (oldDecisions, newDecisions) = (events.decisions[0], events.decisions[1])
        var oldWriter = TemplateWriter(old, batch)
        var newWriter = TemplateWriter(new, batch)
        var cursor = EventCursor(batch)
        for row in Comparison.changedRows(of: batch.count, oldDecisions, newDecisions) {
            append(row, batch, &cursor, to: &output)
            output.append(",\"old\":")
            append(row, oldDecisions, old, &oldWriter, to: &output)
            output.append(",\"new\":")
            append(row, newDecisions, new, &newWriter, to: &output)
            output.append("}\n")
        }
    }

    /// Appends the transaction.
    private func append(
        _ row: Int, _ batch: TransactionBatch, _ cursor: inout EventCursor, to output: inout OutputBuffer
    ) {
        let event = cursor.eventNumber(of: row)
        let line = cursor.line(of: row)
        output.append("{\"event\":")
        output.append(decimal: Int64(event))
        if line != event {
            output.append(",\"line\":")
            output.append(decimal: Int64(line))
        }
        output.append(UInt8(ascii: ","))
        output.append(prefixOf: row, batch, from: 1)
        output.append(",\"amount\":\"")
        values.append(batch.kind(of: row) == .load ? batch.amounts[row] : -batch.amounts[row], .money, to: &output)
        output.append("\",\"time\":\"")
        RFC3339.append(batch.times[row], to: &output)
        output.append(UInt8(ascii: "\""))
    }

    /// Appends what one policy says of it.
    private func append(
        _ row: Int, _ decisions: DecisionBatch, _ book: TemplateBook, _ writer: inout TemplateWriter,
        to output: inout OutputBuffer
    ) {
        let kind = decisions.kinds[row]
        output.append("{\"decision\":\"")
        output.append(Array(kind.name.utf8))
        output.append(UInt8(ascii: "\""))
        if kind == .reviewed { append(codes: Comparison.reviewCodes(row, decisions), to: &output) }
        let facts = Comparison.facts(of: row, decisions)
        let shown =
            facts.first { decisions.facts[$0].isDecisive } ?? facts.first { !decisions.facts[$0].isShadow }
        if let shown {
            let fact = decisions.facts[shown]
            writer.write(book.templates[Failure.index(of: fact, book.program)], fact, to: &output)
        }
        output.append(UInt8(ascii: "}"))
    }

    /// All flags: two reviewed decisions can differ in any of them.
    private func append(codes: [String], to output: inout OutputBuffer) {
        var separator: StaticString = ",\"review\":[\""
        for code in codes {
            output.append(separator)
            output.append(jsonEscaped: code.utf8)
            separator = "\",\""
        }
        output.append("\"]")
    }
}
