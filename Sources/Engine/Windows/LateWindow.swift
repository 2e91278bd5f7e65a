/// A rolling window of a largest or smallest that ends before the latest entry: all entries of the windows that contain the
/// time are looked at.
struct LateWindow {
    private let function: AggregateShape.Function
    private let seconds: Int64
    private let time: Int64
    private let entries: RingEntries
    private let count: Int
    private let latest: Int64
    /// The window that is looked at: the entries from `low` up to `high`.
    private var low: Int
    private var high: Int

    /// The window of `seconds` that ends at `time`, among all entries of a cell.
    init(
        _ rings: Rings, _ cell: Int, _ function: AggregateShape.Function, seconds: Int64, endingAt time: Int64
    ) {
        let ring = rings[cell]
        self.function = function
        self.seconds = seconds
        self.time = time
        entries = rings.entries(of: ring)
        count = Int(ring.count)
        latest = ring.latest
        low = entries.firstIndex(above: time - seconds, count: count)
        high = entries.firstIndex(above: time, count: count)
    }

    /// The largest or smallest in it.
    var content: WindowContent {
        if low == high { return WindowContent() }
        var best = entries.value(low)
        for index in low..<high {
            let value = entries.value(index)
            best = function == .largest ? max(best, value) : min(best, value)
        }
        return WindowContent(count: 1, total: Int128(best))
    }

    /// Looks at every window that contains the time: its own, then those at whose last second an entry comes or leaves.
    mutating func measure(adding: Int64?, atMost bound: Int64) -> Measurement {
        let own = compare(adding: adding, atMost: bound, second: time)
        if own.finding != .within { return own }
        // A smallest that includes this one is never above it.
        if function == .smallest, let adding, adding <= bound { return own }
        var above = (low..<high).count { entries.value($0) > bound }
        let end = min(time + seconds - 1, latest)
        while true {
            let comes = high < count ? entries.key(high) : .max
            let leaves = low < high ? entries.key(low) + seconds : .max
            let second = min(comes, leaves)
            if second > end { return own }
            advance(to: second, above: &above, bound)
            if fails(above: above, isIncluded: adding != nil) {
                return compare(adding: adding, atMost: bound, second: second)
            }
        }
    }

    private func compare(adding: Int64?, atMost bound: Int64, second: Int64) -> Measurement {
        let held = content
        let with = adding.map { held.adding($0, isNew: true, function) } ?? held
        return Measurement(without: held, with: with, function, atMost: bound, second: second)
    }

    private mutating func advance(to second: Int64, above: inout Int, _ bound: Int64) {
        while high < count && entries.key(high) <= second {
            if entries.value(high) > bound { above += 1 }
            high += 1
        }
        while low < high && entries.key(low) <= second - seconds {
            if entries.value(low) > bound { above -= 1 }
            low += 1
        }
    }

    /// Whether the window exceeds the bound, with `above` of its entries above it and the transaction itself not at fault.
    private func fails(above: Int, isIncluded: Bool) -> Bool {
        if function == .largest { return above > 0 }
        return above == high - low && (isIncluded || above > 0)
    }
}
