internal import RulesDSL

/// The changed decisions of a dry-run: one JSON object each, with what both policies say.
package struct ChangeLines: Rendering {
    private let values: ValueText
    private let sentences: [SentenceWriter]

    package init(old: Program, new: Program) {
        values = ValueText(old.policy.currency)
        sentences = [SentenceWriter(old, target: .json), SentenceWriter(new, target: .json)]
    }

    package func render(_ events: EventBatch, into output: inout OutputBuffer) {
        guard events.decisions.count == 2 else { return }
        let batch = events.transactions
        var cursor = EventCursor(batch)
        for row in 0..<batch.count where Comparison.differs(row, events.decisions[0], events.decisions[1]) {
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
            output.append("\",\"old\":")
            append(row, batch, events.decisions[0], sentences[0], to: &output)
            output.append(",\"new\":")
            append(row, batch, events.decisions[1], sentences[1], to: &output)
            output.append("}\n")
        }
    }

    private func append(
        _ row: Int, _ batch: TransactionBatch, _ decisions: DecisionBatch, _ sentences: SentenceWriter,
        to output: inout OutputBuffer
    ) {
        output.append("{\"decision\":\"")
        output.append(Array(decisions.kinds[row].name.utf8))
        output.append(UInt8(ascii: "\""))
        if decisions.kinds[row] == .reviewed { append(codes: Comparison.reviewCodes(row, decisions), to: &output) }
        let facts = Comparison.facts(of: row, decisions)
        if let fact = facts.first(where: \.isDecisive) ?? facts.first(where: { !$0.isShadow }) {
            output.append(",\"rule\":\"")
            output.append(jsonEscaped: decisions.program.ruleName(Int(fact.rule)).utf8)
            output.append("\",\"code\":\"")
            output.append(jsonEscaped: decisions.program.code(Int(fact.rule), fact.cause).utf8)
            output.append("\",\"because\":\"")
            output.append(Array(sentences.text(fact, batch).utf8))
            output.append(UInt8(ascii: "\""))
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
