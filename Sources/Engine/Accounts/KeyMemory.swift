internal import RulesDSL

/// Remembers the composite keys of one `unique`: any fields of the transaction, compared exactly.
///
/// An open-addressing table of 16 bytes a slot and the key's bytes; at most half full.
final class KeyMemory {
    struct Slot: BitwiseCopyable {
        var hash: UInt64
        /// Where the key is kept; 0 in an empty slot.
        var text: UInt32
    }

    private let composer: KeyComposer
    private let hash = ByteHash(seed: UInt64.random(in: .min ... .max))
    private var slots: Column<Slot>
    private var count = 0
    private var keys: TextArena

    init(_ key: Program.UniqueKey, of program: Program) throws(CriticalError) {
        composer = KeyComposer(key.fields, in: program.fields, clock: program.calendar.clock)
        guard let slots = Column<Slot>.mapped(capacity: 1 << 10) else { throw .outOfMemory }
        self.slots = slots
        keys = try TextArena()
    }

    deinit {
        slots.unmap()
    }

    /// Whether the row's key is remembered.
    func contains(_ row: Int, of batch: TransactionBatch) -> Bool {
        let key = composer.compose(row, of: batch)
        return slots[place(of: key, hash.hash(key))].text != 0
    }

    /// Remembers the row's key if it isn't remembered yet.
    func remember(_ row: Int, of batch: TransactionBatch) throws(CriticalError) {
        if (count + 1) * 2 > slots.capacity { try grow() }
        let key = composer.compose(row, of: batch)
        let hash = hash.hash(key)
        let place = place(of: key, hash)
        guard slots[place].text == 0 else { return }
        slots[place] = Slot(hash: hash, text: try keys.append(key))
        count += 1
    }

    /// The slot that holds the key, or the empty one where it belongs.
    private func place(of key: TextSlice, _ hash: UInt64) -> Int {
        let mask = slots.capacity - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while slots[place].text != 0 {
            if slots[place].hash == hash && keys.holds(key, at: slots[place].text) { break }
            place = (place + 1) & mask
        }
        return place
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
