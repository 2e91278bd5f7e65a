/// What one cell remembers of its past: entries in the order of their times, in a block that is used as a ring.
struct Ring: BitwiseCopyable {
    /// The latest time that was counted; meaningless while there are no entries.
    var latest: Int64
    /// Where the entries are; 0 where there were none yet.
    var block: UInt32
    /// The position of the oldest entry in the block.
    var first: UInt32
    var count: UInt32
    /// A part of the entries that its user keeps account of: from `low` up to `high`.
    var low: UInt32
    var high: UInt32
    /// The binary logarithm of the block's words.
    var size: UInt32
}

/// A ring's entries where they lie, until the ring's block changes.
struct RingEntries {
    let words: Column<Int64>
    /// The first word of the block, where a total is if there is one.
    let total: Int
    private let start: Int
    private let shift: Int
    private let first: Int
    private let capacity: Int

    @inline(__always)
    init(_ words: Column<Int64>, _ ring: Ring, shift: Int, headEntries: Int) {
        self.words = words
        self.shift = shift
        total = BlockArena.start(ring.block)
        start = total + headEntries &<< shift
        first = Int(ring.first)
        capacity = Rings.capacity(size: ring.size, shift: shift, headEntries: headEntries)
    }

    /// Where an entry is; the oldest one has index 0.
    @inline(__always)
    func place(of index: Int) -> Int {
        // Masking shifts and unchecked sums: this is the step of every loop, and nothing here comes near an overflow.
        let position = first &+ index
        return start &+ (position < capacity ? position : position &- capacity) &<< shift
    }

    /// What the entries are sorted by.
    @inline(__always)
    func key(_ index: Int) -> Int64 {
        words[place(of: index)]
    }

    /// The word behind an entry's key.
    @inline(__always)
    func value(_ index: Int) -> Int64 {
        words[place(of: index) + 1]
    }

    /// The first of `count` indices whose entry has a higher key, or `count`.
    func firstIndex(above key: Int64, count: Int) -> Int {
        var lower = 0
        var upper = count
        while lower < upper {
            let middle = (lower + upper) / 2
            if self.key(middle) > key { upper = middle } else { lower = middle + 1 }
        }
        return lower
    }

    @inline(__always)
    func copy(_ index: Int, to place: Int) {
        let source = self.place(of: index)
        for word in 0..<1 &<< shift {
            words[place + word] = words[source + word]
        }
    }
}

/// The rings of all cells of one aggregate: 32 bytes a cell, and a block for those that counted something.
///
/// An entry is a power of two of words; the first is what the entries are sorted by. A block may begin with words of its
/// own, as many as an entry has, in which the user keeps a total.
final class Rings {
    private var cells: Column<Ring>
    private let arena: BlockArena
    private let shift: Int
    private let headEntries: Int
    private let smallestSize: UInt32
    /// The binary logarithm of the words in the largest block that never shrinks.
    private static let keptSize = BlockArena.smallest + 2
    /// Keeps the prefetching loads alive.
    private var touched: Int64 = 0

    /// Rings without entries, each of which takes 1, 2 or 4 words. With `hasTotal` a block begins with words for a total.
    init(entryWords: Int, hasTotal: Bool) throws(CriticalError) {
        arena = try BlockArena()
        guard let cells = Column<Ring>.mapped(capacity: 1 << 7) else { throw .outOfMemory }
        self.cells = cells
        shift = entryWords.trailingZeroBitCount
        headEntries = hasTotal ? 1 : 0
        smallestSize = entryWords == 1 ? BlockArena.smallest : BlockArena.smallest + 1
    }

    deinit {
        cells.unmap()
    }

    /// The ring of a cell. Whoever changes it writes it back.
    subscript(cell: Int) -> Ring {
        @inline(__always) get { cells[cell] }
        @inline(__always) set { cells[cell] = newValue }
    }

    /// The bytes that are reserved.
    var bytes: Int { cells.bytes + arena.bytes }

    func makeRoom(for count: Int) throws(CriticalError) {
        guard let larger = try cells.grown(for: count) else { return }
        cells.unmap()
        cells = larger
    }

    /// Loads the cells, then the total, the oldest and the newest entry of each: two waits for memory instead of several
    /// for each cell.
    func touch(_ numbers: Column<Int>, count: Int) {
        let cells = self.cells
        var mixed: Int64 = 0
        for index in 0..<count {
            mixed ^= Int64(cells[numbers[index]].block)
        }
        for index in 0..<count {
            let ring = cells[numbers[index]]
            let entries = entries(of: ring)
            mixed ^= entries.words[entries.total] ^ entries.key(0) ^ entries.key(max(Int(ring.count), 1) - 1)
        }
        touched ^= mixed
    }

    /// The memory that places are of, until a block is made.
    var words: Column<Int64> {
        @inline(__always) get { arena.words }
    }

    @inline(__always)
    func entries(of ring: Ring) -> RingEntries {
        RingEntries(arena.words, ring, shift: shift, headEntries: headEntries)
    }

    /// Makes room for an entry in front of the one at `index`; the answer is its place, where it is to be written.
    @inline(__always)
    func insert(into ring: inout Ring, at index: Int) throws(CriticalError) -> Int {
        if ring.block == 0 || Int(ring.count) == capacity(ring) { try grow(&ring) }
        let entries = entries(of: ring)
        if index < Int(ring.count) { openGap(at: index, entries, count: Int(ring.count)) }
        ring.count += 1
        return entries.place(of: index)
    }

    /// Drops the oldest entries.
    @inline(__always)
    func dropFirst(_ count: Int, of ring: inout Ring) {
        ring.first += UInt32(truncatingIfNeeded: count)
        ring.count -= UInt32(truncatingIfNeeded: count)
        let capacity = UInt32(truncatingIfNeeded: capacity(ring))
        if ring.first >= capacity { ring.first -= capacity }
    }

    /// Drops entries in the middle.
    @inline(__always)
    func remove(_ range: Range<Int>, of ring: inout Ring) {
        let entries = entries(of: ring)
        for index in range.upperBound..<Int(ring.count) {
            entries.copy(index, to: entries.place(of: index - range.count))
        }
        ring.count -= UInt32(truncatingIfNeeded: range.count)
    }

    /// Gives memory back that a much longer past needed; whether it did. A small block is kept: it is soon full again.
    @inline(__always)
    @discardableResult
    func shrinkIfSparse(_ ring: inout Ring) throws(CriticalError) -> Bool {
        if ring.size <= Self.keptSize || Int(ring.count) * 4 >= capacity(ring) { return false }
        try shrink(&ring)
        return true
    }

    @inline(never)
    private func shrink(_ ring: inout Ring) throws(CriticalError) {
        var size = ring.size - 1
        while size > Self.keptSize
            && Int(ring.count) * 4 < Self.capacity(size: size, shift: shift, headEntries: headEntries)
        {
            size -= 1
        }
        try resize(&ring, to: size)
    }

    /// How many entries a block of 2^size words has room for.
    @inline(__always)
    static func capacity(size: UInt32, shift: Int, headEntries: Int) -> Int {
        (1 &<< Int(size)) &>> shift &- headEntries
    }

    @inline(__always)
    private func capacity(_ ring: Ring) -> Int {
        Self.capacity(size: ring.size, shift: shift, headEntries: headEntries)
    }

    @inline(never)
    private func grow(_ ring: inout Ring) throws(CriticalError) {
        if ring.block != 0 { return try resize(&ring, to: ring.size + 1) }
        ring.size = smallestSize
        ring.block = try arena.allocate(size: smallestSize)
        let start = BlockArena.start(ring.block)
        for word in start..<start + headEntries &<< shift { arena.words[word] = 0 }
    }

    @inline(never)
    private func resize(_ ring: inout Ring, to size: UInt32) throws(CriticalError) {
        guard Int(size) - shift < 32 else {
            throw CriticalError(.limit, "more than 2,147,483,647 transactions in the window of one counter")
        }
        var resized = ring
        resized.block = try arena.allocate(size: size)
        resized.size = size
        resized.first = 0
        let (old, new) = (entries(of: ring), entries(of: resized))
        for word in 0..<headEntries &<< shift {
            new.words[new.total + word] = old.words[old.total + word]
        }
        for index in 0..<Int(ring.count) {
            old.copy(index, to: new.place(of: index))
        }
        arena.release(ring.block, size: ring.size)
        ring = resized
    }

    /// Moves the entries from `index` on by one.
    @inline(never)
    private func openGap(at index: Int, _ entries: RingEntries, count: Int) {
        var last = count
        while last > index {
            entries.copy(last - 1, to: entries.place(of: last))
            last -= 1
        }
    }
}
