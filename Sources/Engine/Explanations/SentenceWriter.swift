internal import RulesDSL

/// Writes the sentence an auditor reads: the rule's own `because` with its placeholders filled in, or a good one where
/// the rule has none. Templates are taken apart once; a sentence is then copied together.
package struct SentenceWriter: Sendable {
    /// Whether the text will stand inside a JSON string or be shown as it is.
    package enum Target: Sendable {
        case json
        case plain
    }

    /// A text of the pool, or a placeholder.
    private struct Part: Sendable {
        var text: TextPool.Entry
        var placeholder: SentenceTemplate.Placeholder?
    }

    /// What is needed of a rule to fill in its numbers.
    private struct Shape: Sendable {
        let type: ValueType
        /// The index of its window in the program, or -1.
        let window: Int
        let name: TextPool.Entry
        let code: TextPool.Entry
    }

    private let program: Program
    private let target: Target
    private let values: ValueText
    private let windows: WindowText
    private var pool = TextPool()
    private var parts: [Part] = []
    /// The parts of each rule's ordinary sentence; behind them, those of the sentences that all rules share.
    private var sentences: [Range<Int>] = []
    private var shapes: [Shape] = []

    private var tooLate: Range<Int> { sentences[shapes.count] }
    private var arithmetic: Range<Int> { sentences[shapes.count + 1] }
    private var balance: Range<Int> { sentences[shapes.count + 2] }

    package init(_ program: Program, target: Target) {
        self.program = program
        self.target = target
        values = ValueText(program.policy.currency)
        windows = WindowText(program)
        for rule in program.rules {
            let window = rule.aggregate.flatMap { $0.calendarWindow.flatMap(program.windows.firstIndex) }
            shapes.append(
                Shape(
                    type: rule.valueType ?? .money, window: window ?? -1, name: add(rule.name), code: add(rule.code)))
            add(rule.sentence ?? DefaultSentence.ordinary(rule))
        }
        add(DefaultSentence.tooLate)
        add(DefaultSentence.arithmetic)
        add(DefaultSentence.balance)
    }

    private mutating func add(_ template: SentenceTemplate) {
        let start = parts.count
        for part in template.parts {
            switch part {
            case .text(let text): parts.append(Part(text: add(text), placeholder: nil))
            case .placeholder(let placeholder): parts.append(Part(text: pool.add([]), placeholder: placeholder))
            }
        }
        sentences.append(start..<parts.count)
    }

    private mutating func add(_ text: String) -> TextPool.Entry {
        switch target {
        case .json: pool.add(jsonEscaped: text)
        case .plain: pool.add(Array(text.utf8))
        }
    }

    /// A cache to be used for any number of sentences, by one thread at a time.
    func makeCache() -> WindowCache {
        WindowCache(windows, program.windows)
    }

    /// Values of the failure that stand in the output already, so that the sentence copies them: writing a number is
    /// far slower than copying its text.
    struct WrittenValues {
        var used = 0..<0
        var added = 0..<0
        var bound = 0..<0
        var excess = 0..<0

        func range(_ placeholder: SentenceTemplate.Placeholder) -> Range<Int> {
            switch placeholder {
            case .used: used
            case .this: added
            case .limit: bound
            case .excess: excess
            case .total, .window, .id, .customer, .amount, .kind, .time, .balance, .rule, .code: 0..<0
            }
        }
    }

    /// Appends the sentence of a failure of a row.
    func append(
        _ fact: Fact, _ batch: TransactionBatch, _ cache: inout WindowCache, written: WrittenValues = WrittenValues(),
        to output: inout OutputBuffer
    ) {
        for index in sentence(of: fact) {
            let part = parts[index]
            guard let placeholder = part.placeholder else {
                pool.append(part.text, to: &output)
                continue
            }
            let range = written.range(placeholder)
            if range.isEmpty {
                append(placeholder, fact, batch, &cache, to: &output)
            } else {
                output.append(again: range)
            }
        }
    }

    /// The sentence of a failure of a row.
    package func text(_ fact: Fact, _ batch: TransactionBatch) -> String {
        var output = OutputBuffer(capacity: 256)
        var cache = makeCache()
        append(fact, batch, &cache, to: &output)
        return output.text
    }

    private func sentence(of fact: Fact) -> Range<Int> {
        guard fact.rule != Fact.balanceRule else { return balance }
        switch fact.cause {
        case .condition, .limit, .duplicate: return sentences[Int(fact.rule)]
        case .tooLate: return tooLate
        case .arithmetic: return arithmetic
        }
    }

    private func append(
        _ placeholder: SentenceTemplate.Placeholder, _ fact: Fact, _ batch: TransactionBatch,
        _ cache: inout WindowCache, to output: inout OutputBuffer
    ) {
        let row = Int(fact.row)
        let shape = fact.rule == Fact.balanceRule ? nil : shapes[Int(fact.rule)]
        let type = shape?.type ?? .money
        switch placeholder {
        case .used: values.append(fact.used, type, to: &output)
        case .this: values.append(fact.added, type, to: &output)
        case .total: values.append(fact.used &+ fact.added, type, to: &output)
        case .limit: values.append(fact.bound, type, to: &output)
        case .excess: append(excessOf: fact, type, to: &output)
        case .window:
            if let shape, shape.window >= 0 { cache.append(nameOf: shape.window, fact.window, to: &output) }
        case .id: append(batch.idText(row), to: &output)
        case .customer: append(batch.customerText(row), to: &output)
        case .amount: values.append(batch.amounts[row], .money, to: &output)
        case .kind: values.append(Int64(batch.kind(of: row).rawValue), .kind, to: &output)
        case .time: RFC3339.append(batch.times[row], to: &output)
        case .balance: values.append(fact.balance, .money, to: &output)
        case .rule: if let shape { pool.append(shape.name, to: &output) }
        case .code: if let shape { pool.append(shape.code, to: &output) }
        }
    }

    /// How far the total is over the bound. It can be beyond 64 bits where the bound is far below zero.
    private func append(excessOf fact: Fact, _ type: ValueType, to output: inout OutputBuffer) {
        let (excess, overflow) = (fact.used &+ fact.added).subtractingReportingOverflow(fact.bound)
        guard !overflow else { return output.append("more than can be shown") }
        values.append(excess, type, to: &output)
    }

    private func append(_ text: TextSlice, to output: inout OutputBuffer) {
        switch target {
        case .json: output.append(jsonEscaped: text)
        case .plain: output.append(text.bytes, offset: text.offset, length: text.length)
        }
    }
}
