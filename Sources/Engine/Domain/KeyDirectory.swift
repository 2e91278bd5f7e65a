/// Gives each key, a run of bytes, the next free number, from 0, when first seen: scope keys, and values to tell apart.
///
/// An open-addressing table of 16 bytes a slot, at most half full, indexed by the top bits of the hash, and the keys'
/// bytes. A hash never decides: keys are compared byte for byte.
package final class KeyDirectory {
    struct Slot: BitwiseCopyable {
        var hash: UInt64
        /// The key's number plus one; 0 in an empty slot.
        var number: UInt32
        /// Where the key is kept.
        var text: UInt32
    }

    /// How many keys there are.
    package private(set) var count = 0
    private(set) var slots: Column<Slot>
    private(set) var shift: UInt64
    private(set) var texts: TextArena
    private let hash: ByteHash
    /// Keeps the prefetching loads alive.
    private var touched: UInt64 = 0

    private static let firstBits = 10

    /// An empty directory.
    package init(hash: ByteHash = .process) throws(CriticalError) {
        guard let slots = Column<Slot>.mapped(capacity: 1 << Self.firstBits) else { throw .outOfMemory }
        self.slots = slots
        shift = UInt64(64 - Self.firstBits)
        texts = try TextArena()
        self.hash = hash
    }

    deinit {
        slots.unmap()
    }

    /// The hash by which a key is found. The key's column must go on for 7 bytes behind it, whose values don't matter.
    @inline(__always)
    package func hash(of key: TextSlice) -> UInt64 {
        hash.hash(key)
    }

    /// Loads the places of keys with these hashes, so that looking them up waits for memory once, not once for each.
    package func touch(_ hashes: Column<UInt64>, count: Int) {
        let slots = self.slots
        let shift = self.shift
        var mixed: UInt64 = 0
        for index in 0..<count {
            mixed ^= slots[Int(truncatingIfNeeded: hashes[index] >> shift)].hash
        }
        touched ^= mixed
    }

    /// The key's number, or nil if it was never numbered.
    package func number(ifKnown key: TextSlice) -> UInt32? {
        let slot = slots[place(of: key, hash: hash.hash(key))]
        return slot.number == 0 ? nil : slot.number - 1
    }

    /// The key's number; the next free one if the key is new.
    package func number(of key: TextSlice) throws(CriticalError) -> UInt32 {
        try number(of: key, hash: hash.hash(key))
    }

    /// The number of a key whose hash is known already.
    package func number(of key: TextSlice, hash: UInt64) throws(CriticalError) -> UInt32 {
        var place = place(of: key, hash: hash)
        if slots[place].number != 0 { return slots[place].number - 1 }
        if (count + 1) * 2 > slots.capacity {
            try grow()
            place = self.place(of: key, hash: hash)
        }
        guard let number = UInt32(exactly: count + 1) else { throw Self.tooMany }
        slots[place] = Slot(hash: hash, number: number, text: try texts.append(key))
        count += 1
        return number - 1
    }

    /// The slot that holds the key, or the empty one where it belongs.
    @inline(__always)
    private func place(of key: TextSlice, hash: UInt64) -> Int {
        let slots = self.slots
        let mask = slots.capacity - 1
        var place = Int(truncatingIfNeeded: hash >> shift)
        while slots[place].number != 0 {
            if slots[place].hash == hash && texts.holds(key, at: slots[place].text) { break }
            place = (place + 1) & mask
        }
        return place
    }

    private func grow() throws(CriticalError) {
        guard let larger = Column<Slot>.mapped(capacity: slots.capacity * 2) else { throw .outOfMemory }
        shift -= 1
        let mask = larger.capacity - 1
        for index in 0..<slots.capacity where slots[index].number != 0 {
            var place = Int(truncatingIfNeeded: slots[index].hash >> shift)
            while larger[place].number != 0 { place = (place + 1) & mask }
            larger[place] = slots[index]
        }
        slots.unmap()
        slots = larger
    }

    private static let tooMany = CriticalError(.limit, "more than 4,294,967,294 different keys")
}
