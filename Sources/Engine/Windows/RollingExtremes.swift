/// Cells of rolling windows for what can't be taken out again: the largest and the smallest.
///
/// A cell takes 32 bytes and a block for the entries that lead: those with nothing as large behind them, 16 bytes each. The
/// first that is not too old is the largest of all, so that a question about the latest time costs a binary search. With
/// `late` above zero a second ring has every entry of the last `seconds + late`, and a question about an earlier time looks
/// at all those in the windows that contain it.
struct RollingExtremes: ~Copyable {
    private let function: AggregateShape.Function
    private let seconds: Int64
    private let late: Int64
    private let leaders: Rings
    /// Every entry; unused where nothing can be late.
    private let all: Rings

    /// Cells that never counted, for `largest` or `smallest`.
    init(_ function: AggregateShape.Function, seconds: Int64, late: Int64) throws(CriticalError) {
        let leaders = try Rings(entryWords: 2, hasTotal: false)
        let all = try Rings(entryWords: 2, hasTotal: false)
        self.function = function
        self.seconds = seconds
        self.late = late
        self.leaders = leaders
        self.all = all
    }

    var bytes: Int { leaders.bytes + all.bytes }

    func makeRoom(for cells: Int) throws(CriticalError) {
        try leaders.makeRoom(for: cells)
        if late > 0 { try all.makeRoom(for: cells) }
    }

    func touch(_ cells: Column<Int>, count: Int) {
        leaders.touch(cells, count: count)
        if late > 0 { all.touch(cells, count: count) }
    }

    func value(of cell: Int, at moment: Moment) -> AggregateValue {
        let ring = leaders[cell]
        if isClosed(ring, at: moment.time) { return .closed }
        if isLate(ring, at: moment.time) {
            return LateWindow(all, cell, function, seconds: seconds, endingAt: moment.time).content.value(function)
        }
        return leader(ring, at: moment.time).value(function)
    }

    func measure(_ cell: Int, at moment: Moment, adding: Int64?, atMost bound: Int64) -> Measurement {
        let ring = leaders[cell]
        if isClosed(ring, at: moment.time) { return Measurement(.closed, second: moment.time) }
        if isLate(ring, at: moment.time) {
            var window = LateWindow(all, cell, function, seconds: seconds, endingAt: moment.time)
            return window.measure(adding: adding, atMost: bound)
        }
        let held = leader(ring, at: moment.time)
        let with = adding.map { held.adding($0, isNew: true, function) } ?? held
        return Measurement(without: held, with: with, function, atMost: bound, second: moment.time)
    }

    func add(_ cell: Int, at moment: Moment, _ added: Int64) throws(CriticalError) -> Bool {
        var ring = leaders[cell]
        if isClosed(ring, at: moment.time) { return false }
        let isLatest = !isLate(ring, at: moment.time)
        if isLatest { ring.latest = moment.time }
        if late > 0 { try addToAll(cell, moment.time, added, latest: ring.latest) }
        if moment.time > ring.latest - seconds { try addToLeaders(&ring, moment.time, added, isLatest: isLatest) }
        if isLatest { try forget(&ring, of: leaders, upTo: ring.latest - seconds) }
        leaders[cell] = ring
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

    /// What the window that ends at `time`, no earlier than the latest entry, holds.
    @inline(__always)
    private func leader(_ ring: Ring, at time: Int64) -> WindowContent {
        if ring.count == 0 { return WindowContent() }
        let entries = leaders.entries(of: ring)
        let start = time - seconds
        var index = 0
        if entries.key(0) <= start { index = entries.firstIndex(above: start, count: Int(ring.count)) }
        if index == Int(ring.count) { return WindowContent() }
        return WindowContent(count: 1, total: Int128(entries.value(index)))
    }

    @inline(__always)
    private func addToLeaders(
        _ ring: inout Ring, _ time: Int64, _ value: Int64, isLatest: Bool
    ) throws(CriticalError) {
        let count = Int(ring.count)
        let entries = leaders.entries(of: ring)
        let end = isLatest ? count : entries.firstIndex(above: time, count: count)
        if end < count && outdoes(entries.value(end), value) { return }
        var start = end
        while start > 0 && outdoes(value, entries.value(start - 1)) { start -= 1 }
        let place: Int
        if start < end {
            leaders.remove(start + 1..<end, of: &ring)
            place = entries.place(of: start)
        } else {
            place = try leaders.insert(into: &ring, at: end)
        }
        leaders.words[place] = time
        leaders.words[place + 1] = value
    }

    private func addToAll(_ cell: Int, _ time: Int64, _ value: Int64, latest: Int64) throws(CriticalError) {
        var ring = all[cell]
        let index = all.entries(of: ring).firstIndex(above: time, count: Int(ring.count))
        let place = try all.insert(into: &ring, at: index)
        all.words[place] = time
        all.words[place + 1] = value
        ring.latest = latest
        try forget(&ring, of: all, upTo: latest - late - seconds)
        all[cell] = ring
    }

    /// Drops the entries that no open window contains.
    @inline(__always)
    private func forget(_ ring: inout Ring, of rings: Rings, upTo end: Int64) throws(CriticalError) {
        let entries = rings.entries(of: ring)
        var count = 0
        while entries.key(count) <= end { count += 1 }
        rings.dropFirst(count, of: &ring)
        try rings.shrinkIfSparse(&ring)
    }
}
