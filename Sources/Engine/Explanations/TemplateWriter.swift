internal import RulesDSL

/// Writes templates with the values of a batch's rows. One is made for each batch: what is kept from row to row, the
/// texts of windows and of the day, belongs to one thread.
struct TemplateWriter: ~Copyable {
    private let book: TemplateBook
    private let batch: TransactionBatch
    private let values: ValueText
    private let windows: WindowCache
    /// Where the texts of the row's scalars stand: each is written once and copied from there.
    private let starts: Column<Int>
    private let lengths: Column<Int>
    /// Bit by bit, by the raw value of `TemplateValue`: whether a scalar stands somewhere.
    private var ready: UInt32 = 0
    private var day = DayText()

    /// The row's event and line, and what became of it; a sentence needs neither.
    var event = 0
    var line = 0
    var decision = DecisionKind.declined

    init(_ book: TemplateBook, _ batch: TransactionBatch) {
        self.book = book
        self.batch = batch
        values = ValueText(book.program.policy.currency)
        windows = WindowCache(book.program)
        starts = Column(zeroed: TemplateValue.count)
        lengths = Column(zeroed: TemplateValue.count)
    }

    deinit {
        starts.deallocate()
        lengths.deallocate()
    }

    /// Appends a template with the values of a fact and its row.
    mutating func write(_ template: Template, _ fact: Fact, to output: inout OutputBuffer) {
        ready = 0
        let parts = book.parts
        let text = book.text
        for index in template.parts {
            let part = parts[index]
            output.append(words: text, offset: Int(part.offset), length: Int(part.length))
            append(part.value, template, fact, to: &output)
        }
    }

    @inline(__always)
    private mutating func append(
        _ value: TemplateValue, _ template: Template, _ fact: Fact, to output: inout OutputBuffer
    ) {
        let row = Int(fact.row)
        switch value {
        case .none: break
        case .event: output.append(decimal: Int64(event))
        case .line: if line != event { appendLine(to: &output) }
        case .prefix: output.append(prefixOf: row, batch, from: 1)
        case .decision: if decision != .declined { appendDecision(to: &output) }
        case .time: day.append(batch.times[row], to: &output)
        case .kind: output.append(batch.kind(of: row) == .load ? "load" : "withdrawal")
        case .id: append(id: batch.idText(row), of: row, to: &output)
        case .customer: append(id: batch.customerText(row), of: row, to: &output)
        case .windowName: if template.window >= 0 { output.append(words: windows.name(template.window, fact.window)) }
        case .windowPeriod:
            if template.window >= 0 { output.append(words: windows.period(template.window, fact.window)) }
        case .amount: append(value, batch.amounts[row], .money, to: &output)
        case .signedAmount:
            let amount = batch.amounts[row]
            append(value, batch.kind(of: row) == .load ? amount : -amount, .money, to: &output)
        case .balance: append(value, fact.balance, .money, to: &output)
        case .used: append(value, fact.used, template.type, to: &output)
        case .added: append(value, fact.added, template.type, to: &output)
        case .total: append(value, fact.total, template.type, to: &output)
        case .bound: append(value, fact.bound, template.type, to: &output)
        case .excess:
            if let excess = fact.excess {
                append(value, excess, template.type, to: &output)
            } else {
                output.append("more than can be shown")
            }
        }
    }

    /// Appends a scalar's text: a copy of it, if it stood in this row before.
    @inline(__always)
    private mutating func append(
        _ name: TemplateValue, _ value: Int64, _ type: ValueType, to output: inout OutputBuffer
    ) {
        let index = Int(name.rawValue)
        if ready & 1 << index == 0 {
            ready |= 1 << index
            let start = output.count
            if !values.appendShort(value, type, to: &output) { appendLong(value, type, to: &output) }
            starts[index] = start
            lengths[index] = output.count - start
        } else {
            output.append(again: starts[index], length: lengths[index])
        }
    }

    @inline(never)
    private func appendLong(_ value: Int64, _ type: ValueType, to output: inout OutputBuffer) {
        values.append(value, type, to: &output)
    }

    @inline(__always)
    private func append(id text: TextSlice, of row: Int, to output: inout OutputBuffer) {
        // In the fast lane's lines nothing needs escaping.
        if book.target == .json && batch.flags[row] & TransactionBatch.Flag.inSide != 0 {
            output.append(jsonEscaped: text)
        } else {
            output.append(text)
        }
    }

    @inline(never)
    private func appendLine(to output: inout OutputBuffer) {
        output.append(",\"line\":")
        output.append(decimal: Int64(line))
    }

    @inline(never)
    private func appendDecision(to output: inout OutputBuffer) {
        output.append(",\"decision\":\"")
        output.append(Array(decision.name.utf8))
        output.append(UInt8(ascii: "\""))
    }
}

/// Writes times; most are of the day of the one before.
struct DayText {
    private var midnight = Int64.min
    /// `2000-01-01T`.
    private var date = ShortText(low: 0, length: 0)

    private static let lettersOfDate = 11

    /// Appends `2000-01-01T18:00:00Z`.
    @inline(__always)
    mutating func append(_ time: Int64, to output: inout OutputBuffer) {
        let second = UInt64(bitPattern: time &- midnight)
        guard second < UInt64(CivilClock.secondsPerDay) else { return learn(time, to: &output) }
        output.append(date)
        output.append(ShortText(low: ShortText(clock: second).low, high: UInt64(UInt8(ascii: "Z")), length: 9))
    }

    @inline(never)
    private mutating func learn(_ time: Int64, to output: inout OutputBuffer) {
        let start = output.count
        RFC3339.append(time, to: &output)
        // Years of more than four digits take more.
        guard output.count - start == Self.lettersOfDate + 9, output.bytes[start] != UInt8(ascii: "-") else { return }
        midnight = CivilClock.day(of: time) * CivilClock.secondsPerDay
        date = ShortText(
            low: output.bytes.word(at: start), high: UInt64(output.bytes.halfWord(at: start + 8)),
            length: Self.lettersOfDate)
    }
}
