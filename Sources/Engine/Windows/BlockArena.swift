/// Blocks of words, each a power of two long, whose memory is used again when they are released.
final class BlockArena {
    private(set) var words: Column<Int64>
    /// Where the memory begins that no block took yet.
    private var used = BlockArena.line
    /// For each size the first word of a released block, which holds that of the next one; 0 where there is none.
    private var released = [Int](repeating: 0, count: 64)

    /// The binary logarithm of the words in the smallest block.
    static let smallest: UInt32 = 2
    private static let line = 8

    init() throws(CriticalError) {
        guard let words = Column<Int64>.mapped(capacity: 1 << 12) else { throw .outOfMemory }
        self.words = words
    }

    deinit {
        words.unmap()
    }

    /// The bytes that are reserved.
    var bytes: Int { words.bytes }

    /// The first word of a block, by its number.
    @inline(__always)
    static func start(_ block: UInt32) -> Int {
        Int(block) &<< Int(smallest)
    }

    /// A block of 2^size words, which may hold anything. Its number is never 0.
    func allocate(size: UInt32) throws(CriticalError) -> UInt32 {
        let reused = released[Int(size)]
        if reused != 0 {
            released[Int(size)] = Int(words[reused])
            return UInt32(truncatingIfNeeded: reused >> Int(Self.smallest))
        }
        let length = 1 << Int(size)
        if length >= Self.line { alignToLine() }
        guard let block = UInt32(exactly: used >> Int(Self.smallest)) else {
            throw CriticalError(.limit, "more than 128 GiB of transactions in the windows of one aggregate")
        }
        while used + length > words.capacity { try grow() }
        used += length
        return block
    }

    func release(_ block: UInt32, size: UInt32) {
        let start = Self.start(block)
        words[start] = Int64(released[Int(size)])
        released[Int(size)] = start
    }

    /// A block that fits into a cache line does not straddle two; the gap is a block too.
    private func alignToLine() {
        guard used % Self.line != 0, used < words.capacity else { return }
        release(UInt32(truncatingIfNeeded: used >> Int(Self.smallest)), size: Self.smallest)
        used += Self.line / 2
    }

    private func grow() throws(CriticalError) {
        guard let larger = Column<Int64>.mapped(capacity: words.capacity * 2) else { throw .outOfMemory }
        larger.copy(from: words, count: min(used, words.capacity))
        words.unmap()
        words = larger
    }
}
