/// The cells of `RollingTotals` where they lie, for those who look often: plain numbers, nothing to own.
///
/// A cell is eight words, a cache line. The first has the number of entries and, above that, the number of the block in
/// which they stand; without a block they stand in the cell itself, from its third word on, the oldest first. An entry
/// is its time and, of a sum, the running total that ends with it: what a window holds is the difference of two. The
/// second word is the running total in front of the oldest entry, just where an entry before the third word would have
/// its own. With a block, whose entries are a ring, the third word tells where that begins and how large it is.
struct RollingView: BitwiseCopyable {
    /// What the window of one moment holds, and what would become of the cell if that counted.
    struct Content {
        var count: Int64 = 0
        var sum: Int64 = 0
        /// How many of the entries no window will hold any more.
        var expired = 0
        /// Whether the cell can take another entry as it is: it is not full, and its block not far too large.
        var hasRoom = true
    }

    /// A cell's entries.
    struct Entries {
        let words: Column<Int64>
        let count: Int
        let capacity: Int
        let isInBlock: Bool
        let first: Int
        fileprivate let start: Int
        fileprivate let mask: Int
        fileprivate let shift: Int

        /// Where an entry is; the oldest one has index 0.
        @inline(__always)
        func place(of index: Int) -> Int {
            start &+ ((first &+ index) & mask) &<< shift
        }

        @inline(__always)
        func time(_ index: Int) -> Int64 {
            words[place(of: index)]
        }

        /// How many entries are not later than a time. Mostly none or one is asked about.
        @inline(__always)
        func count(upTo time: Int64) -> Int {
            var found = 0
            while found < count && self.time(found) <= time {
                found &+= 1
                if found == Entries.searched { return count(upTo: time, from: found) }
            }
            return found
        }

        /// How many entries are looked at one by one.
        private static let searched = 8

        @inline(never)
        private func count(upTo time: Int64, from start: Int) -> Int {
            var lower = start
            var upper = count
            while lower < upper {
                let middle = (lower + upper) / 2
                if self.time(middle) <= time { lower = middle + 1 } else { upper = middle }
            }
            return lower
        }
    }

    var cells: Column<Int64>
    /// The memory of the blocks.
    var words: Column<Int64>
    let seconds: Int64
    /// The binary logarithm of an entry's words: 0 for a time alone, 1 with a running total.
    let shift: Int

    /// The binary logarithm of a cell's words.
    static let cellShift = 3
    /// How many words of a cell its own entries can take.
    static let ownWords = 6

    @inline(__always)
    static func start(of cell: Int) -> Int { cell &<< cellShift }

    /// How many entries a cell has in itself at most.
    var ownCapacity: Int {
        @inline(__always) get { Self.ownWords &>> shift }
    }

    @inline(__always)
    func entries(of cell: Int) -> Entries {
        let start = Self.start(of: cell)
        let head = cells[start]
        let count = Int(head & 0xFFFF_FFFF)
        let block = UInt32(truncatingIfNeeded: head &>> 32)
        if block == 0 {
            return Entries(
                words: cells, count: count, capacity: ownCapacity, isInBlock: false, first: 0, start: start &+ 2,
                mask: -1, shift: shift)
        }
        let ring = cells[start &+ 2]
        let capacity = 1 &<< (Int(ring &>> 32) &- shift)
        return Entries(
            words: words, count: count, capacity: capacity, isInBlock: true, first: Int(ring & 0xFFFF_FFFF),
            start: BlockArena<Int64>.start(block), mask: capacity &- 1, shift: shift)
    }

    /// What the window that ends at `time` holds; nil where it is closed, since something later was counted.
    @inline(__always)
    func content(of cell: Int, at time: Int64) -> Content? {
        let entries = entries(of: cell)
        let count = entries.count
        if count == 0 { return Content() }
        let newest = entries.place(of: count &- 1)
        if entries.words[newest] > time { return nil }
        let expired = entries.count(upTo: time - seconds)
        let held = count &- expired
        var sum: Int64 = 0
        if shift != 0 { sum = entries.words[newest &+ 1] &- total(before: expired, entries, cell) }
        let isSparse = entries.isInBlock && (held &+ 1) &* 4 < entries.capacity
        return Content(
            count: Int64(held), sum: sum, expired: expired, hasRoom: held < entries.capacity && !isSparse)
    }

    /// The running total in front of an entry.
    @inline(__always)
    func total(before index: Int, _ entries: Entries, _ cell: Int) -> Int64 {
        index == 0
            ? cells[Self.start(of: cell) &+ 1] : entries.words[entries.place(of: index &- 1) &+ 1]
    }

    /// Drops the oldest entries and adds one, for which there must be room.
    @inline(__always)
    func append(to cell: Int, at time: Int64, _ added: Int64, dropping expired: Int) {
        let entries = entries(of: cell)
        let start = Self.start(of: cell)
        let held = entries.count &- expired
        var newest: Int64 = 0
        if shift != 0 {
            newest = total(before: entries.count, entries, cell)
            cells[start &+ 1] = total(before: expired, entries, cell)
        }
        let place: Int
        if entries.isInBlock {
            place = entries.place(of: entries.count)
            let first = (entries.first &+ expired) & entries.mask
            cells[start &+ 2] = cells[start &+ 2] & ~0xFFFF_FFFF | Int64(first)
        } else {
            for word in 0..<(expired == 0 ? 0 : held &<< shift) {
                cells[start &+ 2 &+ word] = cells[start &+ 2 &+ word &+ expired &<< shift]
            }
            place = entries.place(of: held)
        }
        entries.words[place] = time
        if shift != 0 { entries.words[place &+ 1] = newest &+ added }
        cells[start] = cells[start] & ~0xFFFF_FFFF | Int64(held &+ 1)
    }
}
