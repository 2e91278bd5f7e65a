internal import RulesDSL

/// Puts the fields by which a conflict is told from a repeat behind each other as bytes, so that each can be compared
/// alone.
final class PayloadComposer {
    private let fields: [FieldIndex]
    private let composers: [KeyComposer]
    private var bytes: Column<UInt8>

    /// In front of each field stands how many bytes it has.
    private static let header = 4

    init(_ fields: [FieldIndex], of program: Program) {
        self.fields = fields
        composers = fields.map { KeyComposer([$0], in: program.fields, clock: program.calendar.clock) }
        bytes = Column(zeroed: 64 * max(1, fields.count))
    }

    deinit {
        bytes.deallocate()
    }

    /// The payload of a row; valid until the next one is composed.
    func compose(_ row: Int, of batch: TransactionBatch) -> TextSlice {
        var length = 0
        for composer in composers {
            let value = composer.compose(row, of: batch)
            makeRoom(for: length + Self.header + value.length, keeping: length)
            bytes.setHalfWord(UInt32(value.length), at: length)
            bytes.copy(from: value.bytes, sourceStart: value.offset, count: value.length, to: length + Self.header)
            length += Self.header + value.length
        }
        return TextSlice(bytes, offset: 0, length: length)
    }

    /// The fields in which a row differs from a payload, a bit for each `FieldIndex`.
    func differences(_ row: Int, of batch: TransactionBatch, from payload: TextSlice) -> UInt64 {
        var differing: UInt64 = 0
        var place = payload.offset
        for (field, composer) in zip(fields, composers) {
            let value = composer.compose(row, of: batch)
            let length = Int(payload.bytes.halfWord(at: place))
            let isSame =
                length == value.length
                && payload.bytes.matches(value.bytes, at: value.offset, count: length, from: place + Self.header)
            if !isSame { differing |= 1 << UInt64(field.index) }
            place += Self.header + length
        }
        return differing
    }

    private func makeRoom(for count: Int, keeping used: Int) {
        guard count > bytes.capacity else { return }
        let larger = Column<UInt8>(zeroed: max(count, bytes.capacity * 2))
        larger.copy(from: bytes, count: used)
        bytes.deallocate()
        bytes = larger
    }
}
