/// What a window holds, or by how much that changes, in two words: a count below 2³¹ and the total of so many amounts.
struct PackedContent: BitwiseCopyable {
    /// The most that may be counted in one window.
    private static let most: Int64 = 2_147_483_647

    private let totalLow: UInt64
    private let totalHigh: Int32
    private let count: Int32

    @inline(__always)
    init(_ content: WindowContent) {
        totalLow = UInt64(truncatingIfNeeded: content.total)
        totalHigh = Int32(truncatingIfNeeded: content.total >> 64)
        count = Int32(truncatingIfNeeded: content.count)
    }

    var content: WindowContent {
        @inline(__always) get {
            WindowContent(count: Int64(count), total: Int128(totalHigh) << 64 | Int128(totalLow))
        }
    }

    /// Makes sure that one more can be counted in a window.
    @inline(__always)
    static func checkRoom(in content: WindowContent) throws(CriticalError) {
        guard content.count < most else {
            throw CriticalError(.limit, "more than 2,147,483,647 transactions in the window of one counter")
        }
    }
}
