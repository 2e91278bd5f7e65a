/// Gives each customer the next free number, from 0, when first seen.
///
/// An open-addressing table of 16 bytes a slot, at most half full, indexed by the top bits of the hash. A hash never
/// decides: numeric ids are compared as numbers, others byte for byte.
package final class CustomerDirectory {
    struct Slot: BitwiseCopyable {
        var key: UInt64
        /// The customer's number plus one; 0 in an empty slot.
        var number: UInt32
        /// Where the text is kept; 0 for a numeric id, whose key says it all.
        var text: UInt32
    }

    /// How many customers there are.
    package private(set) var count = 0
    private(set) var slots: Column<Slot>
    private(set) var shift: UInt64
    private(set) var texts: TextArena
    let seed: UInt64
    private let places: Column<Int>
    /// Keeps the prefetching loads alive.
    private var touched: UInt64 = 0

    private static let firstBits = 16
    /// The most rows that are numbered in one call.
    package static let batch = 256

    /// An empty directory.
    package init() throws(CriticalError) {
        guard let slots = Column<Slot>.mapped(capacity: 1 << Self.firstBits) else { throw .outOfMemory }
        self.slots = slots
        shift = UInt64(64 - Self.firstBits)
        texts = try TextArena()
        seed = UInt64.random(in: .min ... .max)
        places = Column(repeating: 0, capacity: Self.batch)
    }

    deinit {
        slots.unmap()
        places.deallocate()
    }

    /// Sets `customerNumbers` of the rows, at most `batch` of them.
    package func number(_ rows: Range<Int>, of batch: TransactionBatch) throws(CriticalError) {
        while (count + rows.count) * 2 > slots.capacity { try grow() }
        prefetch(rows, of: batch)
        let keys = batch.customers
        let flags = batch.flags
        let numbers = batch.customerNumbers
        let slots = self.slots
        let places = self.places
        let mask = slots.capacity - 1
        // A local, since a class's property is checked for overlapping access each time.
        var count = self.count
        defer { self.count = count }
        for row in rows {
            var place = places[row - rows.lowerBound]
            let key = keys[row]
            let isNumeric = flags[row] & TransactionBatch.Flag.numericCustomer != 0
            while true {
                let slot = slots[place]
                if slot.number == 0 {
                    count += 1
                    guard let number = UInt32(exactly: count) else { throw Self.tooMany }
                    slots[place] = Slot(key: key, number: number, text: isNumeric ? 0 : try keep(row, batch))
                    numbers[row] = number - 1
                    break
                }
                if slot.key == key && (isNumeric ? slot.text == 0 : holds(slot, row, batch)) {
                    numbers[row] = slot.number - 1
                    break
                }
                place = (place + 1) & mask
            }
        }
    }

    /// The number of a row's customer, or nil for one who was never seen. Changes nothing.
    package func number(ifKnown row: Int, of batch: TransactionBatch) -> UInt32? {
        let key = batch.customers[row]
        let isNumeric = batch.flags[row] & TransactionBatch.Flag.numericCustomer != 0
        var place = Int(truncatingIfNeeded: mix(key, seed: seed) >> shift)
        while slots[place].number != 0 {
            let slot = slots[place]
            if slot.key == key && (isNumeric ? slot.text == 0 : holds(slot, row, batch)) { return slot.number - 1 }
            place = (place + 1) & (slots.capacity - 1)
        }
        return nil
    }

    @inline(never)
    private func keep(_ row: Int, _ batch: TransactionBatch) throws(CriticalError) -> UInt32 {
        try texts.append(batch.customerText(row))
    }

    @inline(never)
    private func holds(_ slot: Slot, _ row: Int, _ batch: TransactionBatch) -> Bool {
        slot.text != 0 && texts.holds(batch.customerText(row), at: slot.text)
    }

    private func prefetch(_ rows: Range<Int>, of batch: TransactionBatch) {
        let keys = batch.customers
        let places = self.places
        let seed = self.seed
        let shift = self.shift
        for row in rows {
            places[row - rows.lowerBound] = Int(truncatingIfNeeded: mix(keys[row], seed: seed) >> shift)
        }
        touched ^= touchSlots(count: rows.count)
    }

    @inline(never)
    private func touchSlots(count: Int) -> UInt64 {
        let slots = self.slots
        let places = self.places
        var mixed: UInt64 = 0
        for index in 0..<count {
            mixed ^= slots[places[index]].key
        }
        return mixed
    }

    private func grow() throws(CriticalError) {
        guard let larger = Column<Slot>.mapped(capacity: slots.capacity * 2) else { throw .outOfMemory }
        shift -= 1
        let mask = larger.capacity - 1
        for index in 0..<slots.capacity where slots[index].number != 0 {
            var place = Int(truncatingIfNeeded: mix(slots[index].key, seed: seed) >> shift)
            while larger[place].number != 0 { place = (place + 1) & mask }
            larger[place] = slots[index]
        }
        slots.unmap()
        slots = larger
    }

    private static let tooMany = CriticalError(.limit, "more than 4,294,967,295 customers")
}
