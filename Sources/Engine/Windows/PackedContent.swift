/// What a window holds, or by how much that changes, in two words: a count below 2³¹ and the total of so many amounts.
struct PackedContent: BitwiseCopyable {
    private let totalLow: UInt64
    private let totalHigh: Int32
    private let count: Int32

    /// - Throws: Where there is more than fits.
    @inline(__always)
    init(_ content: WindowContent) throws(CriticalError) {
        guard let count = Int32(exactly: content.count),
            let totalHigh = Int32(exactly: Int64(truncatingIfNeeded: content.total >> 64))
        else { throw Self.tooMany }
        totalLow = UInt64(truncatingIfNeeded: content.total)
        self.totalHigh = totalHigh
        self.count = count
    }

    var content: WindowContent {
        @inline(__always) get {
            WindowContent(count: Int64(count), total: Int128(totalHigh) << 64 | Int128(totalLow))
        }
    }

    private static var tooMany: CriticalError {
        CriticalError(.limit, "more than 2,147,483,647 transactions in the window of one counter")
    }
}
