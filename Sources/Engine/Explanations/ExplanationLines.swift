internal import RulesDSL

/// The explanations: one JSON object for each decline, each ignored repeat and each flagged transaction. The fields
/// are described in `docs/explanations.md`.
package struct ExplanationLines: Rendering {
    private let program: Program
    private let sentences: SentenceWriter
    private let windows: WindowText
    private let values: ValueText
    /// `"rule":"…","code":"` for each rule, and last for the balance.
    private let rulePrefixes: [[UInt8]]
    /// The codes of each rule by cause, escaped, and last those of the balance.
    private let codes: [[[UInt8]]]

    package init(_ program: Program) {
        self.program = program
        sentences = SentenceWriter(program, target: .json)
        windows = WindowText(program.policy)
        values = ValueText(program.policy.currency)
        let indexes = Array(0...program.rules.count)
        rulePrefixes = indexes.map { index in
            let output = OutputBuffer()
            output.append("\"rule\":\"")
            output.append(jsonEscaped: program.ruleName(index).utf8)
            output.append("\",\"code\":\"")
            return Array(output.text.utf8)
        }
        codes = indexes.map { index in
            Cause.allCases.map { cause in
                let output = OutputBuffer()
                output.append(jsonEscaped: program.code(index, cause).utf8)
                return Array(output.text.utf8)
            }
        }
    }

    package func render(_ events: EventBatch, into output: OutputBuffer) {
        guard let decisions = events.decisions.first else { return }
        let batch = events.transactions
        var cursor = EventCursor(batch)
        var first = 0
        while first < decisions.factCount {
            let row = Int(decisions.facts[first].row)
            var end = first + 1
            while end < decisions.factCount && Int(decisions.facts[end].row) == row { end += 1 }
            append(row, first..<end, batch, decisions, &cursor, output)
            first = end
        }
    }

    private func append(
        _ row: Int, _ range: Range<Int>, _ batch: TransactionBatch, _ decisions: DecisionBatch,
        _ cursor: inout EventCursor, _ output: OutputBuffer
    ) {
        output.append("{\"event\":")
        output.append(decimal: Int64(cursor.eventNumber(of: row)))
        output.append(",\"line\":")
        output.append(decimal: Int64(cursor.line(of: row)))
        output.append(UInt8(ascii: ","))
        // The prefix begins with a brace that is already there.
        output.append(prefixOf: row, batch, from: 1)
        output.append(",\"kind\":\"")
        output.append(batch.kind(of: row) == .load ? "load" : "withdrawal")
        output.append("\",\"amount\":\"")
        values.append(batch.amounts[row], .money, to: output)
        output.append("\",\"time\":\"")
        RFC3339.append(batch.times[row], to: output)
        output.append("\",\"decision\":\"")
        output.append(Self.decisionNames[Int(decisions.kinds[row].rawValue)])
        output.append("\",")
        let decisive = range.first { decisions.facts[$0].isDecisive } ?? range.lowerBound
        append(decisions.facts[decisive], to: output)
        output.append(",\"because\":\"")
        sentences.append(decisions.facts[decisive], batch, to: output)
        output.append("\",\"also\":[")
        var isFirst = true
        for index in range where index != decisive {
            output.append(isFirst ? "{" : ",{")
            append(decisions.facts[index], to: output)
            output.append(UInt8(ascii: "}"))
            isFirst = false
        }
        output.append("]}\n")
    }

    private static let decisionNames = DecisionKind.allCases.map { Array($0.name.utf8) }
    private static let causeNames = Cause.allCases.map { Array($0.name.utf8) }

    /// `"rule":…,"code":…,"cause":…` and the numbers that the failure has.
    private func append(_ fact: Fact, to output: OutputBuffer) {
        let index = fact.rule == Fact.balanceRule ? program.rules.count : Int(fact.rule)
        let cause = Int(fact.cause.rawValue) - 1
        output.append(rulePrefixes[index])
        output.append(codes[index][cause])
        output.append("\",\"cause\":\"")
        output.append(Self.causeNames[cause])
        output.append(UInt8(ascii: "\""))
        guard fact.rule != Fact.balanceRule else { return }
        let rule = program.rules[index]
        switch rule.kind {
        case .limit: append(limit: fact, rule, to: output)
        case .require: append(condition: fact, rule, to: output)
        case .unique: break
        }
    }

    private func append(limit fact: Fact, _ rule: ProgramRule, to output: OutputBuffer) {
        guard let aggregate = rule.aggregate, fact.window != 0 else { return }
        output.append(",\"window\":{\"unit\":\"")
        output.append(Array(aggregate.window.rawValue.utf8))
        if let bounds = windows.bounds(aggregate.window, fact.window) {
            output.append("\",\"from\":\"")
            RFC3339.append(bounds.lowerBound, to: output)
            output.append("\",\"until\":\"")
            RFC3339.append(bounds.upperBound, to: output)
        }
        output.append("\"}")
        guard fact.cause == .limit else { return }
        append(",\"used\":", fact.used, aggregate.type, to: output)
        append(",\"this\":", fact.added, aggregate.type, to: output)
        append(",\"limit\":", fact.bound, aggregate.type, to: output)
        let (excess, overflow) = (fact.used &+ fact.added).subtractingReportingOverflow(fact.bound)
        if !overflow { append(",\"excess\":", excess, aggregate.type, to: output) }
    }

    private func append(condition fact: Fact, _ rule: ProgramRule, to output: OutputBuffer) {
        guard let comparison = rule.comparison, fact.cause == .condition else { return }
        append(",\"left\":", fact.used, comparison.type, to: output)
        append(",\"right\":", fact.bound, comparison.type, to: output)
    }

    /// A number is a JSON number, every other value a text.
    private func append(_ key: StaticString, _ value: Int64, _ type: ValueType, to output: OutputBuffer) {
        output.append(key)
        if type == .number {
            values.append(value, type, to: output)
        } else {
            output.append(UInt8(ascii: "\""))
            values.append(value, type, to: output)
            output.append(UInt8(ascii: "\""))
        }
    }
}
