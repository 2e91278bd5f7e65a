/// Remembers the composite keys of one `unique`: any fields of the transaction, compared exactly.
///
/// An open-addressing table of 16 bytes a slot and the key's bytes; at most half full.
final class KeyMemory {
    struct Slot: BitwiseCopyable {
        var hash: UInt64
        /// Where the key is kept; 0 in an empty slot.
        var text: UInt32
    }

    private let fields: [AccountField]
    private let clock: LocalClock
    private var slots: Column<Slot>
    private var count = 0
    private var keys: TextArena
    private let seed: UInt64
    /// The key last composed.
    private let key: Column<UInt8>
    private var keyLength = 0

    /// The most bytes that one field takes in a key: a text with its length in front.
    private static let fieldBytes = TransactionBatch.longestID + 8

    init(_ key: Program.UniqueKey, clock: LocalClock) throws(CriticalError) {
        fields = key.fields
        self.clock = clock
        guard let slots = Column<Slot>.mapped(capacity: 1 << 10) else { throw .outOfMemory }
        self.slots = slots
        keys = try TextArena()
        seed = UInt64.random(in: .min ... .max)
        self.key = Column(repeating: 0, capacity: max(1, key.fields.count * Self.fieldBytes))
    }

    deinit {
        slots.unmap()
        key.deallocate()
    }

    /// Whether the row's key is remembered.
    func contains(_ row: Int, of batch: TransactionBatch) -> Bool {
        let hash = compose(row, of: batch)
        return slots[place(hash)].text != 0
    }

    /// Remembers the row's key if it isn't remembered yet.
    func remember(_ row: Int, of batch: TransactionBatch) throws(CriticalError) {
        if (count + 1) * 2 > slots.capacity { try grow() }
        let hash = compose(row, of: batch)
        let place = place(hash)
        guard slots[place].text == 0 else { return }
        slots[place] = Slot(hash: hash, text: try keys.append(TextSlice(key, offset: 0, length: keyLength)))
        count += 1
    }

    /// The slot that holds the composed key, or the empty one where it belongs.
    private func place(_ hash: UInt64) -> Int {
        let mask = slots.capacity - 1
        let composed = TextSlice(key, offset: 0, length: keyLength)
        var place = Int(truncatingIfNeeded: hash) & mask
        while slots[place].text != 0 {
            if slots[place].hash == hash && keys.holds(composed, at: slots[place].text) { break }
            place = (place + 1) & mask
        }
        return place
    }

    private func compose(_ row: Int, of batch: TransactionBatch) -> UInt64 {
        keyLength = 0
        for field in fields {
            switch field {
            case .id: append(batch.idText(row))
            case .customer: append(batch.customerText(row))
            case .amount: append(batch.amounts[row])
            case .kind: append(Int64(batch.kind(of: row).rawValue))
            case .time: append(batch.times[row])
            case .weekday: append(CivilClock.weekday(day: CivilClock.day(of: clock.local(batch.times[row]))))
            case .hour: append(CivilClock.hour(of: clock.local(batch.times[row])))
            case .date: append(CivilClock.day(of: clock.local(batch.times[row])))
            // The checker allows no state in a unique.
            case .balance: break
            }
        }
        var hash = UInt64(keyLength)
        for index in 0..<keyLength {
            hash = mix(hash ^ UInt64(key[index]), seed: seed)
        }
        return hash
    }

    private func append(_ value: Int64) {
        for index in 0..<8 {
            key[keyLength + index] = UInt8(truncatingIfNeeded: value >> (8 * Int64(index)))
        }
        keyLength += 8
    }

    private func append(_ text: TextSlice) {
        append(Int64(text.length))
        key.copy(from: text.bytes, sourceStart: text.offset, count: text.length, to: keyLength)
        keyLength += text.length
    }

    private func grow() throws(CriticalError) {
        guard let larger = Column<Slot>.mapped(capacity: slots.capacity * 2) else { throw .outOfMemory }
        let mask = larger.capacity - 1
        for index in 0..<slots.capacity where slots[index].text != 0 {
            var place = Int(truncatingIfNeeded: slots[index].hash) & mask
            while larger[place].text != 0 { place = (place + 1) & mask }
            larger[place] = slots[index]
        }
        slots.unmap()
        slots = larger
    }
}
