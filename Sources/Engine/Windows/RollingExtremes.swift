/// Cells of rolling windows for the largest and the smallest, also of what comes late.
///
/// A cell takes 16 bytes and a block for the largest, or smallest, of each second that an open window can see: 16 bytes
/// for each, in blocks of powers of two. Where nothing comes late, most of those that something later outdid are
/// dropped. Questions and additions take a time that grows with the logarithm of their number.
struct RollingExtremes: ~Copyable {
    struct Cell: TimelineCell {
        var latest: Int64
        var steps: Timeline<ExtremeEntry>.Node
    }

    private let isSmallest: Bool
    private let seconds: Int64
    private let late: Int64
    let cells: TimelineCells<Cell>

    /// Cells that never counted, for `largest` or `smallest`.
    init(_ function: AggregateShape.Function, seconds: Int64, late: Int64) throws(CriticalError) {
        let cells = try TimelineCells<Cell>()
        isSmallest = function == .smallest
        self.seconds = seconds
        self.late = late
        self.cells = cells
    }

    var bytes: Int { cells.bytes }

    func makeRoom(for count: Int) throws(CriticalError) {
        try cells.makeRoom(for: count)
    }

    func touch(_ numbers: Column<Int>, count: Int) {
        cells.touch(numbers, count: count)
    }

    func value(of number: Int, at moment: Moment) -> AggregateValue {
        let cell = cells[number]
        if isClosed(cell, at: moment.time) { return .closed }
        return extreme(of: cell, at: moment.time).map { .value($0) } ?? .nothing
    }

    func measure(_ number: Int, at moment: Moment, adding: Int64?, atMost bound: Int64) -> Measurement {
        let cell = cells[number]
        let time = moment.time
        if isClosed(cell, at: time) { return Measurement(.closed, second: time) }
        let own = compare(cell, at: time, adding, bound)
        if own.finding != .within || !cell.isLate(time) { return own }
        let end = min(time + seconds - 1, cell.latest)
        let second =
            isSmallest
            ? firstWithoutSmall(cell, from: time, through: end, adding, bound)
            : firstLarge(cell, after: time, through: end, bound)
        return second.map { compare(cell, at: $0, adding, bound) } ?? own
    }

    func add(_ number: Int, at moment: Moment, _ added: Int64) throws(CriticalError) -> Bool {
        var cell = cells[number]
        if isClosed(cell, at: moment.time) { return false }
        if cell.advance(to: moment.time) {
            var dropped: Int64?
            let end = moment.time - late - seconds
            try cells.timelines.dropFirst(of: &cell.steps, through: end, to: &dropped)
        }
        let entry = ExtremeEntry(time: moment.time, rank: rank(added))
        // Where nothing comes late, every window that will be asked about and has one of those has this one, too.
        if late == 0 { cells.timelines.dropLast(of: &cell.steps) { $0.rank <= entry.rank } }
        try cells.timelines.insert(entry, into: &cell.steps)
        cells[number] = cell
        return true
    }

    @inline(__always)
    private func isClosed(_ cell: Cell, at time: Int64) -> Bool {
        cell.isLate(time + late)
    }

    /// What entries are compared by, the highest first: the bits of a value turned over are in the opposite order. The
    /// same turns a rank into its value.
    @inline(__always)
    private func rank(_ value: Int64) -> Int64 {
        isSmallest ? ~value : value
    }

    /// What the window that ends at an open second holds.
    @inline(__always)
    private func extreme(of cell: Cell, at time: Int64) -> Int64? {
        var highest: Int64?
        cells.timelines.apply(cell.steps, after: time - seconds, through: time, to: &highest)
        return highest.map { rank($0) }
    }

    private func compare(_ cell: Cell, at second: Int64, _ adding: Int64?, _ bound: Int64) -> Measurement {
        let used = extreme(of: cell, at: second)
        var total = used
        if let adding { total = rank(max(used.map { rank($0) } ?? .min, rank(adding))) }
        let isExceeded = total.map { $0 > bound } ?? false
        return Measurement(isExceeded ? .exceeded : .within, used: used, total: total, second: second)
    }

    /// The first second at which something above the bound comes.
    @inline(never)
    private func firstLarge(_ cell: Cell, after time: Int64, through end: Int64, _ bound: Int64) -> Int64? {
        var highest: Int64?
        return cells.timelines.first(of: cell.steps, after: time, through: end, from: &highest) { $1.highest > bound }
    }

    /// The first second whose window has nothing within the bound, although it has something. All windows contain
    /// `time`, so that the first to come within the bound is in all that follow.
    @inline(never)
    private func firstWithoutSmall(
        _ cell: Cell, from time: Int64, through end: Int64, _ adding: Int64?, _ bound: Int64
    ) -> Int64? {
        // What is added is in all of them.
        if let adding, adding <= bound { return nil }
        let small = rank(bound)
        let before = cells.timelines.last(of: cell.steps, through: time) { $0.highest >= small }
        var highest: Int64?
        let next = cells.timelines.first(of: cell.steps, after: time, through: end, from: &highest) {
            $1.highest >= small
        }
        let start = max(time, before.map { $0 + seconds } ?? time)
        let last = min(end, next.map { $0 - 1 } ?? end)
        if start > last { return nil }
        if adding != nil || extreme(of: cell, at: start) != nil { return start }
        var ignored: Int64?
        return cells.timelines.first(of: cell.steps, after: start, through: last, from: &ignored) { _, _ in true }
    }
}

/// The largest that was added at one second, or what stands for the smallest.
struct ExtremeEntry: TimelineStep {
    let time: Int64
    var rank: Int64

    mutating func merge(_ other: ExtremeEntry) {
        rank = max(rank, other.rank)
    }

    @inline(__always)
    func apply(to total: inout Int64?) {
        total = max(total ?? rank, rank)
    }

    struct Run: TimelineRun {
        private(set) var highest: Int64

        init(_ entry: ExtremeEntry) {
            highest = entry.rank
        }

        mutating func append(_ next: Run) {
            highest = max(highest, next.highest)
        }

        @inline(__always)
        func apply(to total: inout Int64?) {
            total = max(total ?? highest, highest)
        }
    }
}
