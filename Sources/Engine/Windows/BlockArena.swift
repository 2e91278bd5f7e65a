/// Blocks of elements, each a power of two long, whose memory is used again when they are released.
final class BlockArena<Element: BitwiseCopyable> {
    private(set) var elements: Column<Element>
    /// Where the memory begins that no block took yet.
    private(set) var used = firstUsed
    /// For each size the blocks that are free again.
    private(set) var released: [[UInt32]] = Array(repeating: [], count: 64)

    /// The binary logarithm of the elements in the smallest block.
    static var smallest: Int { 2 }
    /// Words begin where a cache line does: no small block straddles two.
    static var firstUsed: Int { 8 }

    init() throws(CriticalError) {
        guard let elements = Column<Element>.mapped(capacity: 1 << 10) else { throw .outOfMemory }
        self.elements = elements
    }

    deinit {
        elements.unmap()
    }

    /// The bytes that are reserved.
    var bytes: Int { elements.bytes }

    /// The first element of a block, by its number.
    @inline(__always)
    static func start(_ block: UInt32) -> Int {
        Int(block) &<< smallest
    }

    /// A block of 2^size elements, which may hold anything. Its number is never 0.
    func allocate(size: UInt32) throws(CriticalError) -> UInt32 {
        if let reused = released[Int(size)].popLast() { return reused }
        let length = 1 << Int(size)
        guard let block = UInt32(exactly: used >> Self.smallest) else {
            throw CriticalError(.limit, "more than 17,179,869,184 entries in the windows of one aggregate")
        }
        while used + length > elements.capacity { try grow() }
        used += length
        return block
    }

    func release(_ block: UInt32, size: UInt32) {
        released[Int(size)].append(block)
    }

    private func grow() throws(CriticalError) {
        guard let larger = Column<Element>.mapped(capacity: elements.capacity * 2) else { throw .outOfMemory }
        larger.copy(from: elements, count: min(used, elements.capacity))
        elements.unmap()
        elements = larger
    }
}
