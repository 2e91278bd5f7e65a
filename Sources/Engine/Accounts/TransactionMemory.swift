/// Remembers which customer sent which transaction id: the memory behind `key id per customer`.
///
/// A numeric id below 2³⁷ of one of the first 2²⁷ customers takes one exact 8-byte slot (id and customer packed), any
/// other 16 bytes and its text. A hash never decides. At most three quarters of the slots are taken.
package final class TransactionMemory {
    struct WideSlot: BitwiseCopyable {
        /// The number, or the hash of the text.
        var key: UInt64
        /// The customer's number plus one; 0 in an empty slot.
        var customer: UInt32
        /// Where the text is kept; 0 for a numeric id.
        var text: UInt32
    }

    /// How many ids are remembered.
    package var count: Int { smallCount + wideCount }
    private(set) var small: Column<UInt64>
    private(set) var smallCount = 0
    private(set) var smallShift: UInt64
    private(set) var wide: Column<WideSlot>
    private(set) var wideCount = 0
    private var wideShift: UInt64
    private(set) var texts: TextArena
    let seed: UInt64
    private let keys: Column<UInt64>
    private let places: Column<Int>
    /// Keeps the prefetching loads alive.
    private var touched: UInt64 = 0

    private static let customerBits: UInt64 = 27
    private static let smallIDs: UInt64 = 1 << 37
    private static let firstBits = 12

    /// A memory that is sized for about `expected` ids from the beginning.
    package init(expecting expected: Int) throws(CriticalError) {
        var bits = Self.firstBits
        while bits < 40 && (1 << bits) * 3 / 4 < expected { bits += 1 }
        var sized = Column<UInt64>.mapped(capacity: 1 << bits)
        if sized == nil {
            // The estimate can be far too large, as for a file with holes: grow as the ids come.
            bits = Self.firstBits
            sized = Column<UInt64>.mapped(capacity: 1 << bits)
        }
        guard let small = sized,
            let wide = Column<WideSlot>.mapped(capacity: 1 << Self.firstBits)
        else { throw .outOfMemory }
        self.small = small
        self.wide = wide
        smallShift = UInt64(64 - bits)
        wideShift = UInt64(64 - Self.firstBits)
        texts = try TextArena()
        seed = UInt64.random(in: .min ... .max)
        keys = Column(repeating: 0, capacity: CustomerDirectory.batch)
        places = Column(repeating: 0, capacity: CustomerDirectory.batch)
    }

    deinit {
        small.unmap()
        wide.unmap()
        keys.deallocate()
        places.deallocate()
    }

    /// Sets `repeats` of the rows and remembers all of them. Their customers must be numbered; at most
    /// `CustomerDirectory.batch` rows.
    package func remember(_ rows: Range<Int>, of batch: TransactionBatch) throws(CriticalError) {
        while (smallCount + rows.count) * 4 > small.capacity * 3 { try growSmall() }
        prefetch(rows, of: batch)
        let keys = self.keys
        let places = self.places
        let repeats = batch.repeats
        let small = self.small
        let mask = small.capacity - 1
        var added = 0
        for row in rows {
            let key = keys[row - rows.lowerBound]
            if key == 0 {
                repeats[row] = try rememberWide(row, of: batch) ? 0 : 1
                continue
            }
            var place = places[row - rows.lowerBound]
            while true {
                let slot = small[place]
                if slot == 0 {
                    small[place] = key
                    added += 1
                    repeats[row] = 0
                    break
                }
                if slot == key {
                    repeats[row] = 1
                    break
                }
                place = (place + 1) & mask
            }
        }
        smallCount += added
    }

    /// Packs the small keys (0 for a row that is not small) and touches their slots.
    private func prefetch(_ rows: Range<Int>, of batch: TransactionBatch) {
        let ids = batch.ids
        let flags = batch.flags
        let customers = batch.customerNumbers
        let keys = self.keys
        let places = self.places
        let seed = self.seed
        let shift = smallShift
        for row in rows {
            let customer = UInt64(customers[row]) + 1
            let isSmall =
                flags[row] & TransactionBatch.Flag.numericID != 0 && ids[row] < Self.smallIDs
                && customer >> Self.customerBits == 0
            let key = isSmall ? ids[row] << Self.customerBits | customer : 0
            keys[row - rows.lowerBound] = key
            places[row - rows.lowerBound] = Int(truncatingIfNeeded: mix(key, seed: seed) >> shift)
        }
        touched ^= small.touch(places, count: rows.count)
    }

    /// Whether the id was new.
    private func rememberWide(_ row: Int, of batch: TransactionBatch) throws(CriticalError) -> Bool {
        if (wideCount + 1) * 4 > wide.capacity * 3 { try growWide() }
        let key = batch.ids[row]
        let customer = batch.customerNumbers[row] + 1
        let isNumeric = batch.flags[row] & TransactionBatch.Flag.numericID != 0
        let mask = wide.capacity - 1
        var place = placeOfWide(key, customer)
        while wide[place].customer != 0 {
            let slot = wide[place]
            if slot.key == key && slot.customer == customer && (slot.text == 0) == isNumeric
                && (isNumeric || texts.holds(batch.idText(row), at: slot.text))
            {
                return false
            }
            place = (place + 1) & mask
        }
        let text = isNumeric ? 0 : try texts.append(batch.idText(row))
        wide[place] = WideSlot(key: key, customer: customer, text: text)
        wideCount += 1
        return true
    }

    func placeOfWide(_ key: UInt64, _ customer: UInt32) -> Int {
        let both = key ^ UInt64(customer) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mix(both, seed: seed) >> wideShift)
    }

    private func growSmall() throws(CriticalError) {
        guard let larger = Column<UInt64>.mapped(capacity: small.capacity * 2) else { throw .outOfMemory }
        smallShift -= 1
        let mask = larger.capacity - 1
        for index in 0..<small.capacity where small[index] != 0 {
            var place = Int(truncatingIfNeeded: mix(small[index], seed: seed) >> smallShift)
            while larger[place] != 0 { place = (place + 1) & mask }
            larger[place] = small[index]
        }
        small.unmap()
        small = larger
    }

    private func growWide() throws(CriticalError) {
        guard let larger = Column<WideSlot>.mapped(capacity: wide.capacity * 2) else { throw .outOfMemory }
        wideShift -= 1
        let mask = larger.capacity - 1
        for index in 0..<wide.capacity where wide[index].customer != 0 {
            var place = placeOfWide(wide[index].key, wide[index].customer)
            while larger[place].customer != 0 { place = (place + 1) & mask }
            larger[place] = wide[index]
        }
        wide.unmap()
        wide = larger
    }
}
