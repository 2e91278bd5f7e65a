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

/// The rings of all cells of one aggregate: 32 bytes a cell, and a block for those that counted something.
///
/// An entry is a power of two of words; the first is what the entries are sorted by. A block may begin with words of its
/// own, as many as an entry has, in which the user keeps a total.
struct Rings: ~Copyable {
    var cells: Column<Ring>
    private var arena: BlockArena
    private let entryShift: Int
    private let headEntries: Int
    private let smallestSize: UInt32

    /// Rings without entries, each of which takes 1, 2 or 4 words. With `hasTotal` a block begins with words for a total.
    init(entryWords: Int, hasTotal: Bool) throws(CriticalError) {
        let arena = try BlockArena()
        guard let cells = Column<Ring>.mapped(capacity: 1 << 7) else { throw .outOfMemory }
        self.arena = arena
        self.cells = cells
        entryShift = entryWords.trailingZeroBitCount
        headEntries = hasTotal ? 1 : 0
        smallestSize = entryWords == 1 ? BlockArena.smallest : BlockArena.smallest + 1
    }

    deinit {
        cells.unmap()
    }

    /// The memory that places are of.
    var words: Column<Int64> {
        @inline(__always) get { arena.words }
    }

    mutating func makeRoom(for count: Int) throws(CriticalError) {
        guard let larger = try cells.grown(for: count) else { return }
        cells.unmap()
        cells = larger
    }

    /// Where the block's own words are.
    @inline(__always)
    func total(of ring: Ring) -> Int {
        BlockArena.start(ring.block)
    }

    /// Where an entry is; the oldest one has index 0.
    @inline(__always)
    func place(of index: Int, in ring: Ring) -> Int {
        let capacity = capacity(ring)
        var position = Int(ring.first) + index
        if position >= capacity { position -= capacity }
        return BlockArena.start(ring.block) + ((position + headEntries) << entryShift)
    }

    /// What the entries are sorted by.
    @inline(__always)
    func key(_ index: Int, in ring: Ring) -> Int64 {
        words[place(of: index, in: ring)]
    }

    /// The first index whose entry has a higher key, or the number of entries.
    func firstIndex(above key: Int64, in ring: Ring) -> Int {
        var lower = 0
        var upper = Int(ring.count)
        while lower < upper {
            let middle = (lower + upper) / 2
            if self.key(middle, in: ring) > key { upper = middle } else { lower = middle + 1 }
        }
        return lower
    }

    /// Makes room for an entry in front of the one at `index`; the answer is its place, where it is to be written.
    @inline(__always)
    mutating func insert(into ring: inout Ring, at index: Int) throws(CriticalError) -> Int {
        if ring.block == 0 || Int(ring.count) == capacity(ring) { try grow(&ring) }
        ring.count += 1
        if index + 1 < Int(ring.count) { openGap(at: index, in: ring) }
        return place(of: index, in: ring)
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
    func remove(_ range: Range<Int>, of ring: inout Ring) {
        let words = self.words
        for index in range.upperBound..<Int(ring.count) {
            copy(place(of: index, in: ring), to: place(of: index - range.count, in: ring), words)
        }
        ring.count -= UInt32(truncatingIfNeeded: range.count)
    }

    /// Gives memory back that a much longer past needed.
    @inline(__always)
    mutating func shrinkIfSparse(_ ring: inout Ring) throws(CriticalError) {
        if ring.size > smallestSize && Int(ring.count) * 4 < capacity(ring) {
            try resize(&ring, to: ring.size - 1)
        }
    }

    @inline(__always)
    private func capacity(_ ring: Ring) -> Int {
        ((1 << Int(ring.size)) >> entryShift) - headEntries
    }

    @inline(never)
    private mutating func grow(_ ring: inout Ring) throws(CriticalError) {
        if ring.block != 0 { return try resize(&ring, to: ring.size + 1) }
        ring.size = smallestSize
        ring.block = try arena.allocate(size: smallestSize)
        let start = BlockArena.start(ring.block)
        for word in start..<start + headEntries << entryShift { words[word] = 0 }
    }

    @inline(never)
    private mutating func resize(_ ring: inout Ring, to size: UInt32) throws(CriticalError) {
        guard Int(size) - entryShift < 32 else {
            throw CriticalError(.limit, "more than 2,147,483,647 transactions in the window of one counter")
        }
        var resized = ring
        resized.block = try arena.allocate(size: size)
        resized.size = size
        resized.first = 0
        let words = self.words
        if headEntries > 0 { copy(total(of: ring), to: total(of: resized), words) }
        for index in 0..<Int(ring.count) {
            copy(place(of: index, in: ring), to: place(of: index, in: resized), words)
        }
        arena.release(ring.block, size: ring.size)
        ring = resized
    }

    /// Moves the entries from `index` on by one; the last of them is not there yet.
    @inline(never)
    private func openGap(at index: Int, in ring: Ring) {
        let words = self.words
        var last = Int(ring.count) - 1
        while last > index {
            copy(place(of: last - 1, in: ring), to: place(of: last, in: ring), words)
            last -= 1
        }
    }

    @inline(__always)
    private func copy(_ source: Int, to place: Int, _ words: Column<Int64>) {
        for word in 0..<1 << entryShift {
            words[place + word] = words[source + word]
        }
    }
}

extension Rings {
    /// Loads the cells, then the oldest and the newest entry of each: two waits for memory instead of two for each cell.
    func touch(_ cells: Column<Int>, count: Int) -> Int64 {
        let rings = self.cells
        var mixed: Int64 = 0
        for index in 0..<count {
            mixed ^= Int64(rings[cells[index]].block)
        }
        for index in 0..<count {
            let ring = rings[cells[index]]
            guard ring.count > 0 else { continue }
            mixed ^= key(0, in: ring) ^ key(Int(ring.count) - 1, in: ring)
        }
        return mixed
    }
}
