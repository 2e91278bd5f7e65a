internal import RulesDSL

/// The explanations: one JSON object for each decline, each ignored repeat and each flagged transaction. The fields
/// are described in `docs/explanations.md`.
package struct ExplanationLines: Rendering {
    /// What is needed of a rule to write its failure's numbers.
    private struct Shape: Sendable {
        let kind: Step.Kind
        let type: ValueType
        /// The index of its window in the program, or -1.
        let window: Int
        let comparesValues: Bool
    }

    /// What is kept from line to line of a batch.
    private struct State {
        var windows: WindowCache
        var cursor: EventCursor
        var day = Int.min
        /// `2000-01-01T`.
        var dayText: [UInt8] = []
    }

    private let sentences: SentenceWriter
    private let values: ValueText
    private var pool = TextPool()
    /// `"rule":"…","code":"…"`, with `,"cause":"…"` where nothing else tells it, for each rule (and last for the balance)
    /// and cause.
    private var heads: [TextPool.Entry] = []
    /// `","decision":"…",` for each decision, and less for a decline: that is what the lines are about.
    private var decisions: [TextPool.Entry] = []
    private var shapes: [Shape] = []

    package init(_ program: Program) {
        sentences = SentenceWriter(program, target: .json)
        values = ValueText(program.policy.currency)
        for rule in 0...program.rules.count {
            for cause in Cause.allCases {
                let isTold =
                    cause == .limit
                    || cause == .condition && rule < program.rules.count
                        && program.rules[rule].comparison != nil
                heads.append(head(program.ruleName(rule), program.code(rule, cause), isTold ? nil : cause.name))
            }
        }
        decisions = DecisionKind.allCases.map { kind in
            pool.add(Array((kind == .declined ? "\"," : "\",\"decision\":\"\(kind.name)\",").utf8))
        }
        shapes = program.rules.map { rule in
            let window = rule.aggregate.flatMap { $0.calendarWindow.flatMap(program.windows.firstIndex) }
            return Shape(
                kind: rule.kind, type: rule.valueType ?? .number, window: window ?? -1,
                comparesValues: rule.comparison != nil)
        }
    }

    private mutating func head(_ rule: String, _ code: String, _ cause: String?) -> TextPool.Entry {
        var text = OutputBuffer(capacity: 128)
        text.append("\"rule\":\"")
        text.append(jsonEscaped: rule.utf8)
        text.append("\",\"code\":\"")
        text.append(jsonEscaped: code.utf8)
        if let cause {
            text.append("\",\"cause\":\"")
            text.append(Array(cause.utf8))
        }
        text.append(UInt8(ascii: "\""))
        return pool.add(Array(text.text.utf8))
    }

    package func render(_ events: EventBatch, into output: inout OutputBuffer) {
        guard let decisions = events.decisions.first else { return }
        let batch = events.transactions
        var state = State(windows: sentences.makeCache(), cursor: EventCursor(batch))
        let facts = decisions.facts
        let count = decisions.factCount
        var first = 0
        while first < count {
            let row = facts[first].row
            var end = first + 1
            while end < count && facts[end].row == row { end += 1 }
            append(Int(row), first..<end, batch, decisions, &state, to: &output)
            first = end
        }
    }

    private func append(
        _ row: Int, _ range: Range<Int>, _ batch: TransactionBatch, _ decisions: DecisionBatch, _ state: inout State,
        to output: inout OutputBuffer
    ) {
        let event = state.cursor.eventNumber(of: row)
        let line = state.cursor.line(of: row)
        output.append("{\"event\":")
        output.append(decimal: Int64(event))
        if line != event {
            output.append(",\"line\":")
            output.append(decimal: Int64(line))
        }
        output.append(UInt8(ascii: ","))
        // The prefix begins with a brace that is already there.
        output.append(prefixOf: row, batch, from: 1)
        output.append(",\"amount\":\"")
        values.append(batch.kind(of: row) == .load ? batch.amounts[row] : -batch.amounts[row], .money, to: &output)
        output.append("\",\"time\":\"")
        append(time: batch.times[row], &state, to: &output)
        pool.append(self.decisions[Int(decisions.kinds[row].rawValue)], to: &output)
        let decisive = range.first { decisions.facts[$0].isDecisive } ?? range.lowerBound
        let written = append(decisions.facts[decisive], &state, to: &output)
        output.append(",\"because\":\"")
        sentences.append(decisions.facts[decisive], batch, &state.windows, written: written, to: &output)
        var isFirst = true
        for index in range where index != decisive {
            output.append(isFirst ? "\",\"also\":[{" : ",{")
            append(decisions.facts[index], &state, to: &output)
            output.append(UInt8(ascii: "}"))
            isFirst = false
        }
        output.append(isFirst ? "\"}\n" : "]}\n")
    }

    private func append(time: Int64, _ state: inout State, to output: inout OutputBuffer) {
        let day = Int(CivilClock.day(of: time))
        if day != state.day {
            var text = OutputBuffer(capacity: 64)
            RFC3339.append(day: day, to: &text)
            text.append(UInt8(ascii: "T"))
            state.day = day
            state.dayText = Array(text.text.utf8)
        }
        output.append(state.dayText)
        let second = UInt64(time - Int64(day) * CivilClock.secondsPerDay)
        output.append(digits: second / 3_600, atLeast: 2)
        output.append(UInt8(ascii: ":"))
        output.append(digits: second / 60 % 60, atLeast: 2)
        output.append(UInt8(ascii: ":"))
        output.append(digits: second % 60, atLeast: 2)
        output.append(UInt8(ascii: "Z"))
    }

    /// `"rule":…,"code":…,"cause":…` and the numbers that the failure has.
    @discardableResult
    private func append(
        _ fact: Fact, _ state: inout State, to output: inout OutputBuffer
    ) -> SentenceWriter.WrittenValues {
        var written = SentenceWriter.WrittenValues()
        let isBalance = fact.rule == Fact.balanceRule
        let rule = isBalance ? shapes.count : Int(fact.rule)
        pool.append(heads[rule * Cause.allCases.count + Int(fact.cause.rawValue) - 1], to: &output)
        guard !isBalance else { return written }
        let shape = shapes[rule]
        switch shape.kind {
        case .limit: append(limit: fact, shape, &state, &written, to: &output)
        case .require: if shape.comparesValues { append(condition: fact, shape, &written, to: &output) }
        case .unique: break
        }
        return written
    }

    private func append(
        limit fact: Fact, _ shape: Shape, _ state: inout State, _ written: inout SentenceWriter.WrittenValues,
        to output: inout OutputBuffer
    ) {
        guard shape.window >= 0, fact.window != 0 else { return }
        output.append(",\"window\":\"")
        state.windows.append(periodOf: shape.window, fact.window, to: &output)
        output.append(UInt8(ascii: "\""))
        guard fact.cause == .limit else { return }
        written.used = append(",\"used\":", fact.used, shape.type, to: &output)
        written.added = append(",\"this\":", fact.added, shape.type, to: &output)
        written.bound = append(",\"limit\":", fact.bound, shape.type, to: &output)
        let (excess, overflow) = (fact.used &+ fact.added).subtractingReportingOverflow(fact.bound)
        if !overflow { written.excess = append(",\"excess\":", excess, shape.type, to: &output) }
    }

    private func append(
        condition fact: Fact, _ shape: Shape, _ written: inout SentenceWriter.WrittenValues,
        to output: inout OutputBuffer
    ) {
        guard fact.cause == .condition else { return }
        written.used = append(",\"left\":", fact.used, shape.type, to: &output)
        written.bound = append(",\"right\":", fact.bound, shape.type, to: &output)
    }

    /// Numbers and truth values are JSON's, every other value is a text. The answer is where the value stands.
    private func append(
        _ key: StaticString, _ value: Int64, _ type: ValueType, to output: inout OutputBuffer
    ) -> Range<Int> {
        let isText = type != .number && type != .boolean
        output.append(key)
        if isText { output.append(UInt8(ascii: "\"")) }
        let start = output.count
        values.append(value, type, to: &output)
        let range = start..<output.count
        if isText { output.append(UInt8(ascii: "\"")) }
        return range
    }
}
