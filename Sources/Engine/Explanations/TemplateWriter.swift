internal import RulesDSL

/// Writes templates with the values of a batch's rows. One is made for each batch: what is kept from row to row, the
/// texts of windows and of the day, belongs to one thread.
struct TemplateWriter: ~Copyable {
    private let book: TemplateBook
    private let batch: TransactionBatch
    private let values: ValueText
    private let shortMoney: ShortMoney?
    private let windows: WindowCache
    /// Where the texts of the row's scalars stand: each is written once and copied from there.
    private let starts: Column<Int>
    private let lengths: Column<Int>
    private let load = ShortText("load")
    private let withdrawal = ShortText("withdrawal")
    private var day = DayText()
    private let memory: MachineMemory
    private let machine: Machine

    /// The row's event and line, and what became of it; a sentence needs neither.
    var event = 0
    var line = 0
    var decision = DecisionKind.declined

    init(_ book: TemplateBook, _ batch: TransactionBatch) {
        self.book = book
        self.batch = batch
        values = ValueText(book.program.policy.currency)
        shortMoney = values.shortMoney
        windows = WindowCache(book.program)
        starts = Column(zeroed: TemplateValue.count)
        lengths = Column(zeroed: TemplateValue.count)
        memory = MachineMemory(book.program)
        machine = Machine(book.program, memory)
    }

    deinit {
        starts.deallocate()
        lengths.deallocate()
        memory.deallocate()
    }

    /// Appends a template with the values of a fact and its row.
    mutating func write(_ template: Template, _ fact: Fact, to output: inout OutputBuffer) {
        let parts = book.parts
        let text = book.text
        // A local: a call that reads it from `self` copies all of `self`.
        let shortMoney = self.shortMoney
        // Bit by bit, by the raw value of `TemplateValue`: which scalars stand in this row already.
        var written: UInt32 = 0
        let room = template.room + Int(batch.prefixLengths[Int(fact.row)])
        let amount = Int(TemplateValue.amount.rawValue)
        var cursor = output.open(room)
        for index in template.parts {
            let part = parts[index]
            cursor.put(text, offset: Int(part.offset), length: Int(part.length))
            let place = Int(part.value.rawValue)
            if !part.value.isScalar {
                if put(part.value, template, fact, to: &cursor) { continue }
                output.close(cursor)
                appendLong(part, fact, to: &output)
                cursor = output.open(room)
            } else if written & Self.bit(part.value) != 0 && lengths[place] <= 16 {
                cursor.put(again: starts[place], length: lengths[place])
            } else {
                let start = cursor.end
                let value = scalar(part.value, fact)
                let isMoney = part.value.isMoney || template.isMoney
                let isNumber = !isMoney && template.isNumber
                if isMoney && written & Self.bit(.amount) != 0 && value == batch.amounts[Int(fact.row)]
                    && lengths[amount] <= 16
                {
                    cursor.put(again: starts[amount], length: lengths[amount])
                } else if !Self.putShort(value, isMoney ? shortMoney : nil, isNumber, to: &cursor) {
                    output.close(cursor)
                    values.append(value, isMoney ? .money : template.type, to: &output)
                    cursor = output.open(room)
                }
                note(part.value, start, cursor.end &- start, &written)
                if part.value == .signedAmount {
                    // Without its sign it is the amount, which often is one of the rule's values, too.
                    let sign = value < 0 ? 1 : 0
                    note(.amount, start &+ sign, cursor.end &- start &- sign, &written)
                }
            }
        }
        output.close(cursor)
    }

    @inline(__always)
    private static func bit(_ value: TemplateValue) -> UInt32 {
        1 &<< UInt32(truncatingIfNeeded: value.rawValue)
    }

    @inline(__always)
    private func note(_ value: TemplateValue, _ start: Int, _ length: Int, _ written: inout UInt32) {
        written |= Self.bit(value)
        starts[Int(value.rawValue)] = start
        lengths[Int(value.rawValue)] = length
    }

    /// Writes what is not long: an amount if it is given how, else a number.
    @inline(__always)
    private static func putShort(
        _ value: Int64, _ money: ShortMoney?, _ isNumber: Bool, to cursor: inout OutputCursor
    ) -> Bool {
        if let money { return money.put(value, to: &cursor) }
        guard isNumber, let number = ShortText(number: value) else { return false }
        cursor.put(number)
        return true
    }

    @inline(__always)
    private func scalar(_ value: TemplateValue, _ fact: Fact) -> Int64 {
        let row = Int(fact.row)
        switch value {
        case .amount: return batch.amounts[row]
        case .signedAmount: return batch.kind(of: row) == .load ? batch.amounts[row] : -batch.amounts[row]
        case .balance: return fact.balance
        case .used: return fact.used
        case .added: return fact.added
        case .total: return fact.total
        case .bound: return fact.bound
        case .excess: return fact.excess ?? 0
        case .none, .event, .prefix, .decision, .time, .kind, .id, .customer, .windowName, .windowPeriod,
            .second, .differing, .differingNames, .field, .computed, .hugeExcess:
            return 0
        }
    }

    /// Writes a text, unless it is a rare one: those are for `appendLong`.
    @inline(__always)
    private mutating func put(
        _ value: TemplateValue, _ template: Template, _ fact: Fact, to cursor: inout OutputCursor
    ) -> Bool {
        let row = Int(fact.row)
        switch value {
        case .none: return true
        case .event:
            guard line == event, UInt64(event) < DecimalDigits.limit else { return false }
            cursor.put(ShortText(smallDecimal: UInt64(event)))
            return true
        case .prefix:
            cursor.put(prefixOf: row, batch, from: 1)
            return true
        case .decision: return decision == .declined
        case .time: return day.put(batch.times[row], to: &cursor)
        case .kind:
            cursor.put(batch.kind(of: row) == .load ? load : withdrawal)
            return true
        case .id, .customer:
            // In a line of the fast lane nothing needs escaping, and the bytes go on behind it.
            guard batch.flags[row] & TransactionBatch.Flag.inSide == 0 else { return false }
            cursor.put(value == .id ? batch.idText(row) : batch.customerText(row))
            return true
        case .windowName:
            if template.window >= 0 { cursor.put(windows.name(template.window, fact.window)) }
            return true
        case .windowPeriod:
            if template.window >= 0 { cursor.put(windows.period(template.window, fact.window)) }
            return true
        case .second: return day.put(fact.second, to: &cursor)
        case .differing, .differingNames, .field, .computed, .hugeExcess, .amount, .signedAmount, .balance, .used,
            .added, .total, .bound, .excess:
            return false
        }
    }

    /// Appends what is long, or seldom.
    @inline(never)
    private mutating func appendLong(_ part: TemplateBook.Part, _ fact: Fact, to output: inout OutputBuffer) {
        let row = Int(fact.row)
        switch part.value {
        case .event:
            output.append(decimal: Int64(event))
            guard line != event else { break }
            output.append(",\"line\":")
            output.append(decimal: Int64(line))
        case .decision:
            output.append(",\"decision\":\"")
            output.append(Array(decision.name.utf8))
            output.append(UInt8(ascii: "\""))
        case .time: day.learn(batch.times[row], to: &output)
        case .id, .customer:
            append(part.value == .id ? batch.idText(row) : batch.customerText(row), to: &output)
        case .second: day.learn(fact.second, to: &output)
        case .differing: append(differing: fact, last: " and ", to: &output)
        case .differingNames: append(differing: fact, separator: ",", last: ",", quote: "\"", to: &output)
        case .field: append(FieldIndex(Int(part.index)), of: row, to: &output)
        case .computed: append(computed: part, fact, to: &output)
        case .hugeExcess: output.append("more than can be shown")
        case .none, .prefix, .kind, .windowName, .windowPeriod, .amount, .signedAmount, .balance, .used, .added, .total,
            .bound, .excess:
            break
        }
    }

    /// Appends a value that a condition reads. What is shown so can't fail.
    private func append(computed part: TemplateBook.Part, _ fact: Fact, to output: inout OutputBuffer) {
        let input = MachineInput(batch: batch, row: Int(fact.row), balance: fact.balance)
        let code = Code(start: Int(part.index))
        if part.type == .text {
            if let text = try? machine.text(of: code, input) { append(text, to: &output) }
        } else if let value = try? machine.value(of: code, input) {
            values.append(value, part.type, to: &output)
        }
    }

    private func append(_ text: TextSlice, to output: inout OutputBuffer) {
        switch book.target {
        case .json: output.append(jsonEscaped: text)
        case .plain: output.append(text)
        }
    }

    /// Appends the names of the fields in which a repeat differs; none of them needs escaping.
    private func append(
        differing fact: Fact, separator: String = ", ", last: String, quote: String = "", to output: inout OutputBuffer
    ) {
        let names = (0..<64).filter { fact.differing >> UInt64($0) & 1 != 0 }.map { index in
            quote + book.program.fields[FieldIndex(index)].name + quote
        }
        let start = names.dropLast().joined(separator: separator)
        output.append(Array((start + (names.count > 1 ? last : "") + (names.last ?? "")).utf8))
    }

    /// Appends a declared field of a row; `(none)` where it is missing.
    private func append(_ index: FieldIndex, of row: Int, to output: inout OutputBuffer) {
        guard case .declared(let field) = book.program.fields[index] else { return }
        let isThere = batch.hasField(field.column, row)
        switch (field.type, isThere, field.fallback) {
        case (.text, true, _): append(batch.fieldText(field.column, row), to: &output)
        case (_, true, _): values.append(batch.fieldValue(field.column, row), field.type, to: &output)
        case (_, false, .scalar(let value)): values.append(value, field.type, to: &output)
        case (_, false, .text(let text)):
            switch book.target {
            case .json: output.append(jsonEscaped: text.utf8)
            case .plain: output.append(Array(text.utf8))
            }
        case (_, false, nil): output.append("(none)")
        }
    }
}

/// Writes times; most are of the day of the one before.
struct DayText {
    private var midnight = Int64.min
    /// `2000-01-01T`.
    private var date = ShortText(low: 0, length: 0)

    private static let lettersOfDate = 11

    /// Writes `2000-01-01T18:00:00Z` if the day is the one last learnt.
    @inline(__always)
    func put(_ time: Int64, to cursor: inout OutputCursor) -> Bool {
        let second = UInt64(bitPattern: time &- midnight)
        guard second < UInt64(CivilClock.secondsPerDay) else { return false }
        cursor.put(date)
        cursor.put(ShortText(low: ShortText(clock: second).low, high: UInt64(UInt8(ascii: "Z")), length: 9))
        return true
    }

    /// Appends a time of any day, and learns the day.
    mutating func learn(_ time: Int64, to output: inout OutputBuffer) {
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
