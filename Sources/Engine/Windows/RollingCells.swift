/// Cells of rolling windows over what adds up: counts, sums, averages, and how many different values, also of what
/// comes late.
///
/// What the window ending at a second holds is the sum of all changes up to that second: each transaction brings one
/// when it comes and one, `seconds` later, when it leaves. A cell takes 32 bytes and a block for the changes that an
/// open window can still see: 24 bytes for each second with any, in blocks of powers of two. Where nothing can be late
/// those are the seconds at which something leaves. Questions and additions take a time that grows with the logarithm
/// of their number. For `distinct` see also `ValuePresence`.
struct RollingCells: ~Copyable {
    struct Cell: TimelineCell {
        /// What all changes come to that are not kept one by one.
        var base: PackedContent
        var latest: Int64
        /// The changes that an open window can still see.
        var steps: Timeline<WindowChange>.Node
    }

    private let function: AggregateShape.Function
    private let seconds: Int64
    private let late: Int64
    let cells: TimelineCells<Cell>
    /// Of a `distinct`.
    private let presence: ValuePresence

    /// Cells that never counted, for anything but a largest or smallest.
    init(_ function: AggregateShape.Function, seconds: Int64, late: Int64) throws(CriticalError) {
        let cells = try TimelineCells<Cell>()
        let presence = try ValuePresence(seconds: seconds)
        self.function = function
        self.seconds = seconds
        self.late = late
        self.cells = cells
        self.presence = presence
    }

    var bytes: Int { cells.bytes + presence.bytes }

    func makeRoom(for count: Int) throws(CriticalError) {
        try cells.makeRoom(for: count)
    }

    func touch(_ numbers: Column<Int>, count: Int) {
        cells.touch(numbers, count: count)
    }

    func value(of number: Int, at moment: Moment) -> AggregateValue {
        let cell = cells[number]
        return isClosed(cell, at: moment.time) ? .closed : content(of: cell, at: moment.time).value(function)
    }

    func measure(_ number: Int, at moment: Moment, adding: Int64?, atMost bound: Int64) -> Measurement {
        let cell = cells[number]
        if isClosed(cell, at: moment.time) { return Measurement(.closed, second: moment.time) }
        let time = moment.time
        let isLate = cell.isLate(time)
        // The last window that contains the moment and was counted in.
        let end = isLate ? min(time + seconds - 1, cell.latest) : time
        var absence = time..<time
        if function == .distinct, let adding {
            absence = presence.absence(of: adding, number, from: time, through: end)
        }
        let addition = Addition(function: function, adding: adding, isNew: absence.contains(time), bound: bound)
        let own = addition.measure(content(of: cell, at: time), second: time)
        if own.finding != .within || !isLate { return own }
        return firstFailing(cell, from: time, through: end, addition, absence) ?? own
    }

    func add(_ number: Int, at moment: Moment, _ added: Int64) throws(CriticalError) -> Bool {
        let time = moment.time
        var cell = cells[number]
        if isClosed(cell, at: time) { return false }
        if function == .sum && measure(number, at: moment, adding: added, atMost: .max).finding != .within {
            return false
        }
        if cell.advance(to: time) {
            var base = cell.base.content
            try cells.timelines.dropFirst(of: &cell.steps, through: time - late, to: &base)
            cell.base = try PackedContent(base)
        }
        if function == .distinct {
            try addValue(added, number, &cell, at: time)
        } else {
            try change(&cell, at: time, by: WindowContent(count: 1, total: Int128(added)))
            try change(&cell, at: time + seconds, by: WindowContent(count: -1, total: -Int128(added)))
        }
        cells[number] = cell
        return true
    }

    private func addValue(
        _ value: Int64, _ number: Int, _ cell: inout Cell, at time: Int64
    ) throws(CriticalError) {
        let cells = self.cells
        let (seconds, late) = (self.seconds, self.late)
        try presence.add(value, number, at: time, latest: cell.latest) { other, last in
            last + seconds > cells[other].latest - late
        } change: { (second, count) throws(CriticalError) in
            try change(&cell, at: second, by: WindowContent(count: count))
        }
    }

    /// Notes a change. One that every open window sees is kept with all others of that kind.
    @inline(__always)
    private func change(_ cell: inout Cell, at time: Int64, by content: WindowContent) throws(CriticalError) {
        if time <= cell.latest - late {
            cell.base = try PackedContent(cell.base.content + content)
        } else {
            try cells.timelines.insert(WindowChange(at: time, by: content), into: &cell.steps)
        }
    }

    @inline(__always)
    private func isClosed(_ cell: Cell, at time: Int64) -> Bool {
        cell.isLate(time + late)
    }

    /// What the window that ends at an open second holds.
    @inline(__always)
    private func content(of cell: Cell, at time: Int64) -> WindowContent {
        var content = cell.base.content
        cells.timelines.apply(cell.steps, through: time, to: &content)
        return content
    }

    /// Looks at the windows that end from `start` up to `end`, and gives what the first failing one says. `absence`
    /// tells in which of them the added value is new.
    @inline(never)
    private func firstFailing(
        _ cell: Cell, from start: Int64, through end: Int64, _ addition: Addition, _ absence: Range<Int64>
    ) -> Measurement? {
        var addition = addition
        var start = start
        while start <= end {
            addition.isNew = absence.contains(start)
            var last = end
            if start < absence.lowerBound { last = min(end, absence.lowerBound - 1) }
            if addition.isNew { last = min(end, absence.upperBound - 1) }
            if let found = firstFailing(cell, from: start, through: last, addition) { return found }
            start = last + 1
        }
        return nil
    }

    /// The same where the value is new in all of them or in none.
    private func firstFailing(
        _ cell: Cell, from start: Int64, through end: Int64, _ addition: Addition
    ) -> Measurement? {
        let first = addition.measure(content(of: cell, at: start), second: start)
        if first.finding != .within { return first }
        var content = cell.base.content
        let second = cells.timelines.first(of: cell.steps, after: start, through: end, from: &content) {
            addition.mayFail(after: $0, $1)
        }
        return second.map { addition.measure(content, second: $0) }
    }
}
