package import RulesDSL

/// Puts values of a transaction's fields behind each other as bytes, so that two keys of one composer are the same
/// bytes exactly if all their values are the same.
///
/// What a field's bytes mean follows from its place: a scalar has eight, a text its length in four and then its own. A
/// field that may be missing has a mark in front of a scalar, or a length that no text has. Texts count byte by byte.
/// It keeps one key at a time, in memory that is allocated once.
package final class KeyComposer {
    /// How one field is appended; plain, so that composing a key touches no reference count.
    private enum Part: BitwiseCopyable {
        case account(AccountField)
        case scalar(column: Int32)
        case scalarOr(Int64, column: Int32)
        case optionalScalar(column: Int32)
        case text(column: Int32)
        /// The text that stands for a missing one lies in `defaults`.
        case textOr(offset: Int32, length: Int32, column: Int32)
        case optionalText(column: Int32)
    }

    private let parts: Column<Part>
    private let clock: LocalClock
    private let count: Int
    private let defaults: Column<UInt8>
    private let bytes: Column<UInt8>
    /// How many bytes the key has.
    private var length = 0

    private static let missing: UInt32 = .max
    /// What a hash may read behind a key.
    private static let slack = 8

    /// A composer of keys of these fields, in this order.
    ///
    /// - Parameters:
    ///   - fields: Any fields of a transaction but those of its account's state.
    ///   - table: The fields of the policy.
    ///   - clock: The policy's wall clock, for fields that are read from it.
    ///   - prefix: How many scalars may be appended before the fields.
    package init(_ fields: [FieldIndex], in table: FieldTable, clock: LocalClock, prefix: Int = 0) {
        self.clock = clock
        var texts: [UInt8] = []
        var capacity = prefix * 8 + Self.slack
        let made = fields.map { Self.part(table[$0], &texts, &capacity) }
        count = made.count
        parts = Column(repeating: .scalar(column: 0), capacity: max(1, count))
        parts.copy(from: made, to: 0)
        defaults = Column(zeroed: texts.count)
        defaults.copy(from: texts, to: 0)
        bytes = Column(zeroed: capacity)
    }

    deinit {
        parts.deallocate()
        defaults.deallocate()
        bytes.deallocate()
    }

    /// How a field is appended; its default's text goes to `texts`, and the bytes it can need are added to `capacity`.
    private static func part(_ field: TransactionField, _ texts: inout [UInt8], _ capacity: inout Int) -> Part {
        guard case .declared(let declared) = field else {
            capacity += 4 + TransactionBatch.longestID
            guard case .account(let field) = field else { return .scalar(column: 0) }
            return .account(field)
        }
        let column = Int32(truncatingIfNeeded: declared.column)
        switch (declared.presence, declared.type) {
        case (.required, .text), (.optional, .text):
            capacity += 4 + Transaction.longestText
            return declared.presence == .required ? .text(column: column) : .optionalText(column: column)
        case (.defaults(.text(let text)), _):
            let part = Part.textOr(
                offset: Int32(texts.count), length: Int32(text.utf8.count), column: column)
            texts += text.utf8
            capacity += 4 + max(Transaction.longestText, text.utf8.count)
            return part
        case (.defaults(.scalar(let value)), _):
            capacity += 8
            return .scalarOr(value, column: column)
        case (.required, _):
            capacity += 8
            return .scalar(column: column)
        case (.optional, _):
            capacity += 9
            return .optionalScalar(column: column)
        }
    }

    /// The key that is there now; valid until another one is begun.
    package var key: TextSlice { TextSlice(bytes, offset: 0, length: length) }

    /// The key of a row's fields; valid until another one is begun.
    package func compose(_ row: Int, of batch: TransactionBatch) -> TextSlice {
        begin()
        append(row, of: batch)
        return key
    }

    /// Begins another key.
    package func begin() {
        length = 0
    }

    /// Appends a scalar of the caller's own, such as a rule's index or a window.
    package func append(_ value: Int64) {
        bytes.setWord(UInt64(bitPattern: value), at: length)
        length += 8
    }

    /// Appends all fields of a row.
    package func append(_ row: Int, of batch: TransactionBatch) {
        for index in 0..<count {
            switch parts[index] {
            case .account(let field): append(field, row, batch)
            case .scalar(let column): append(batch.fieldValue(Int(column), row))
            case .scalarOr(let other, let column):
                append(batch.hasField(Int(column), row) ? batch.fieldValue(Int(column), row) : other)
            case .optionalScalar(let column):
                let isThere = batch.hasField(Int(column), row)
                append(mark: isThere ? 1 : 0)
                if isThere { append(batch.fieldValue(Int(column), row)) }
            case .text(let column): append(batch.fieldText(Int(column), row))
            case .textOr(let offset, let length, let column):
                append(
                    batch.hasField(Int(column), row)
                        ? batch.fieldText(Int(column), row)
                        : TextSlice(defaults, offset: Int(offset), length: Int(length)))
            case .optionalText(let column):
                if batch.hasField(Int(column), row) {
                    append(batch.fieldText(Int(column), row))
                } else {
                    append(length: Self.missing)
                }
            }
        }
    }

    private func append(_ field: AccountField, _ row: Int, _ batch: TransactionBatch) {
        switch field {
        case .id: append(batch.idText(row))
        case .customer: append(batch.customerText(row))
        case .amount: append(batch.amounts[row])
        case .kind: append(Int64(batch.kind(of: row).rawValue))
        case .time: append(batch.times[row])
        case .weekday: append(CivilClock.weekday(day: CivilClock.day(of: clock.local(batch.times[row]))))
        case .hour: append(CivilClock.hour(of: clock.local(batch.times[row])))
        case .date: append(CivilClock.day(of: clock.local(batch.times[row])))
        // The checker allows no state in a key.
        case .balance: break
        }
    }

    private func append(_ text: TextSlice) {
        append(length: UInt32(truncatingIfNeeded: text.length))
        bytes.copy(from: text.bytes, sourceStart: text.offset, count: text.length, to: length)
        length += text.length
    }

    private func append(length count: UInt32) {
        bytes.setHalfWord(count, at: length)
        length += 4
    }

    private func append(mark: UInt8) {
        bytes[length] = mark
        length += 1
    }
}
