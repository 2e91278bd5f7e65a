/// What a window of the calendar holds that is still open. Its time is that of its end.
struct OpenWindow: TimelineStep {
    let time: Int64
    /// The total, whose 96 bits are enough for 2³² amounts.
    private let totalLow: UInt64
    private let totalHigh: Int32
    /// The window's number.
    let number: Int32
    private let count: Int64

    init(_ moment: Moment, _ content: WindowContent) {
        time = moment.windowEnd
        number = moment.window
        count = content.count
        totalLow = UInt64(truncatingIfNeeded: content.total)
        totalHigh = Int32(truncatingIfNeeded: content.total >> 64)
    }

    var content: WindowContent {
        WindowContent(count: count, total: Int128(totalHigh) << 64 | Int128(totalLow))
    }

    mutating func merge(_ other: OpenWindow) {
        self = other
    }

    /// Windows come to the last of them.
    @inline(__always)
    func apply(to total: inout OpenWindow?) {
        total = self
    }

    struct Run: TimelineRun {
        private var last: OpenWindow

        init(_ window: OpenWindow) {
            last = window
        }

        mutating func append(_ next: Run) {
            last = next.last
        }

        func apply(to total: inout OpenWindow?) {
            total = last
        }
    }
}
