extension BlockArena {
    /// Checks that the blocks in use and those that are free again lie side by side and are all that was ever taken:
    /// none lies on another, and none is lost.
    ///
    /// - Parameter blocks: The number of each block in use and the binary logarithm of its elements.
    /// - Throws: What is wrong.
    func checkInvariants(inUse blocks: [(block: UInt32, size: Int)]) throws(BrokenInvariant) {
        let free = released.enumerated().flatMap { size, blocks in blocks.map { (block: $0, size: size) } }
        var end = Self.firstUsed
        for (block, size) in (blocks + free).sorted(by: { $0.block < $1.block }) {
            guard Self.start(block) == end else {
                throw BrokenInvariant(
                    Self.start(block) < end ? "block \(block) lies on another" : "what is before \(block) is lost")
            }
            end += 1 << size
        }
        guard end == used else { throw BrokenInvariant("the blocks end at \(end), not at \(used)") }
    }
}
