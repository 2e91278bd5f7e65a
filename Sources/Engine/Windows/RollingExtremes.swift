/// Cells of rolling windows for what can't be taken out again: the largest and the smallest.
///
/// A cell takes 32 bytes and a block for the entries that lead: those with nothing as large behind them, 16 bytes each. The
/// first that is not too old is the largest of all, so that a question about the latest time costs a binary search. With
/// `late` above zero a second ring has every entry of the last `seconds + late`, and a question about an earlier time looks
/// at all those in the windows that contain it.
final class RollingExtremes {
    private let function: AggregateShape.Function
    private let seconds: Int64
    private let late: Int64
    private var leaders: Rings
    /// Every entry; empty where nothing can be late.
    private var all: Rings
    /// Keeps the prefetching loads alive.
    private var touched: Int64 = 0

    /// Cells that never counted, for `largest` or `smallest`.
    init(_ function: AggregateShape.Function, seconds: Int64, late: Int64) throws(CriticalError) {
        self.function = function
        self.seconds = seconds
        self.late = late
        leaders = try Rings(entryWords: 2, hasTotal: false)
        all = try Rings(entryWords: 2, hasTotal: false)
    }

    func makeRoom(for cells: Int) throws(CriticalError) {
        try leaders.makeRoom(for: cells)
        if late > 0 { try all.makeRoom(for: cells) }
    }

    func touch(_ cells: Column<Int>, count: Int) {
        touched ^= leaders.touch(cells, count: count)
        if late > 0 { touched ^= all.touch(cells, count: count) }
    }

    func value(of cell: Int, at moment: Moment) -> AggregateValue {
        let ring = leaders.cells[cell]
        if isClosed(ring, at: moment.time) { return .closed }
        if isLate(ring, at: moment.time) {
            let history = all.cells[cell]
            return extreme(entries(of: history, upTo: moment.time), of: history).value(function)
        }
        return leader(ring, at: moment.time).value(function)
    }

    func measure(_ cell: Int, at moment: Moment, adding: Int64?, atMost bound: Int64) -> Measurement {
        let ring = leaders.cells[cell]
        if isClosed(ring, at: moment.time) { return Measurement(.closed, second: moment.time) }
        if isLate(ring, at: moment.time) {
            return measureLate(cell, at: moment.time, adding: adding, atMost: bound)
        }
        return compare(leader(ring, at: moment.time), adding: adding, atMost: bound, second: moment.time)
    }

    func add(_ cell: Int, at moment: Moment, _ added: Int64) throws(CriticalError) -> Bool {
        var ring = leaders.cells[cell]
        if isClosed(ring, at: moment.time) { return false }
        let isLatest = !isLate(ring, at: moment.time)
        if isLatest { ring.latest = moment.time }
        if late > 0 { try addToAll(cell, moment.time, added, latest: ring.latest) }
        if moment.time > ring.latest - seconds { try addToLeaders(&ring, moment.time, added, isLatest: isLatest) }
        if isLatest { try forget(&ring, of: &leaders, olderThan: ring.latest - seconds) }
        leaders.cells[cell] = ring
        return true
    }

    @inline(__always)
    private func isClosed(_ ring: Ring, at time: Int64) -> Bool {
        ring.count > 0 && ring.latest > time + late
    }

    @inline(__always)
    private func isLate(_ ring: Ring, at time: Int64) -> Bool {
        ring.count > 0 && ring.latest > time
    }

    /// Whether one entry makes another that is not later meaningless.
    @inline(__always)
    private func outdoes(_ value: Int64, _ other: Int64) -> Bool {
        function == .largest ? value >= other : value <= other
    }

    @inline(__always)
    private func compare(
        _ held: WindowContent, adding: Int64?, atMost bound: Int64, second: Int64
    ) -> Measurement {
        let with = adding.map { held.adding($0, isNew: true, function) } ?? held
        return Measurement(without: held, with: with, function, atMost: bound, second: second)
    }

    // MARK: - Leaders

    /// What the window that ends at `time`, no earlier than the latest entry, holds.
    @inline(__always)
    private func leader(_ ring: Ring, at time: Int64) -> WindowContent {
        let start = time - seconds
        var index = 0
        if ring.count > 0 && leaders.key(0, in: ring) <= start { index = leaders.firstIndex(above: start, in: ring) }
        if index == Int(ring.count) { return WindowContent() }
        return WindowContent(count: 1, total: Int128(leaders.words[leaders.place(of: index, in: ring) + 1]))
    }

    private func addToLeaders(
        _ ring: inout Ring, _ time: Int64, _ value: Int64, isLatest: Bool
    ) throws(CriticalError) {
        let end = isLatest ? Int(ring.count) : leaders.firstIndex(above: time, in: ring)
        if end < Int(ring.count) && outdoes(leaderValue(end, ring), value) { return }
        var start = end
        while start > 0 && outdoes(value, leaderValue(start - 1, ring)) { start -= 1 }
        let place: Int
        if start < end {
            leaders.remove(start + 1..<end, of: &ring)
            place = leaders.place(of: start, in: ring)
        } else {
            place = try leaders.insert(into: &ring, at: end)
        }
        leaders.words[place] = time
        leaders.words[place + 1] = value
    }

    @inline(__always)
    private func leaderValue(_ index: Int, _ ring: Ring) -> Int64 {
        leaders.words[leaders.place(of: index, in: ring) + 1]
    }

    private func forget(_ ring: inout Ring, of rings: inout Rings, olderThan start: Int64) throws(CriticalError) {
        var count = 0
        while rings.key(count, in: ring) <= start { count += 1 }
        rings.dropFirst(count, of: &ring)
        try rings.shrinkIfSparse(&ring)
    }

    // MARK: - Earlier windows

    private func addToAll(
        _ cell: Int, _ time: Int64, _ value: Int64, latest: Int64
    ) throws(CriticalError) {
        var ring = all.cells[cell]
        let place = try all.insert(into: &ring, at: all.firstIndex(above: time, in: ring))
        all.words[place] = time
        all.words[place + 1] = value
        ring.latest = latest
        try forget(&ring, of: &all, olderThan: latest - late - seconds)
        all.cells[cell] = ring
    }

    private func value(_ index: Int, _ ring: Ring) -> Int64 {
        all.words[all.place(of: index, in: ring) + 1]
    }

    /// The entries of the window that ends at `time`.
    private func entries(of ring: Ring, upTo time: Int64) -> Range<Int> {
        all.firstIndex(above: time - seconds, in: ring)..<all.firstIndex(above: time, in: ring)
    }

    private func extreme(_ entries: Range<Int>, of ring: Ring) -> WindowContent {
        guard var best = entries.first.map({ value($0, ring) }) else { return WindowContent() }
        for index in entries {
            let value = value(index, ring)
            if outdoes(value, best) { best = value }
        }
        return WindowContent(count: Int64(entries.count), total: Int128(best))
    }

    /// Looks at every window that contains the time: its own, then those at whose last second an entry comes or leaves.
    private func measureLate(_ cell: Int, at time: Int64, adding: Int64?, atMost bound: Int64) -> Measurement {
        let ring = all.cells[cell]
        var entries = self.entries(of: ring, upTo: time)
        let own = compare(extreme(entries, of: ring), adding: adding, atMost: bound, second: time)
        if own.finding != .within { return own }
        // A smallest that includes this one is never above it.
        if function == .smallest, let adding, adding <= bound { return own }
        var above = entries.count { value($0, ring) > bound }
        let end = min(time + seconds - 1, ring.latest)
        while let second = nextChange(entries, of: ring), second <= end {
            advance(&entries, of: ring, to: second, above: &above, bound)
            if fails(entries, above: above, isIncluded: adding != nil) {
                return compare(extreme(entries, of: ring), adding: adding, atMost: bound, second: second)
            }
        }
        return own
    }

    /// The second at which the next entry comes or leaves.
    private func nextChange(_ entries: Range<Int>, of ring: Ring) -> Int64? {
        let comes = entries.upperBound < Int(ring.count) ? all.key(entries.upperBound, in: ring) : .max
        let leaves = entries.isEmpty ? .max : all.key(entries.lowerBound, in: ring) + seconds
        let change = min(comes, leaves)
        return change == .max ? nil : change
    }

    private func advance(
        _ entries: inout Range<Int>, of ring: Ring, to second: Int64, above: inout Int, _ bound: Int64
    ) {
        var (low, high) = (entries.lowerBound, entries.upperBound)
        while high < Int(ring.count) && all.key(high, in: ring) <= second {
            if value(high, ring) > bound { above += 1 }
            high += 1
        }
        while low < high && all.key(low, in: ring) <= second - seconds {
            if value(low, ring) > bound { above -= 1 }
            low += 1
        }
        entries = low..<high
    }

    /// Whether a window is above the bound, with `above` of its entries above it and the transaction not the reason.
    private func fails(_ entries: Range<Int>, above: Int, isIncluded: Bool) -> Bool {
        if function == .largest { return above > 0 }
        return above == entries.count && (isIncluded || above > 0)
    }
}
