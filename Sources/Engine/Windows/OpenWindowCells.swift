/// Cells of a calendar's windows that stay open for a while after their end: what each open window holds.
///
/// A cell takes 32 bytes and, once it counted, 32 for each open window, in blocks of powers of two. A question looks at the
/// open windows from the newest on. `distinct` takes 32 to 128 bytes more for each value of the open windows.
final class OpenWindowCells {
    private let function: AggregateShape.Function
    private let late: Int64
    /// The windows that are still open or were when the cell last counted, by their ends.
    private var rings: Rings
    /// What a `distinct` counted.
    private var values: ValueTable<SeenValue>
    /// Keeps the prefetching loads alive.
    private var touched: Int64 = 0

    /// The words of a window behind its end.
    private enum Word {
        static let count = 1
        static let low = 2
        /// Of an average, whose sum takes two words.
        static let high = 3
        /// Of any other: the window's number.
        static let window = 3
    }

    init(_ function: AggregateShape.Function, late: Int64) throws(CriticalError) {
        self.function = function
        self.late = late
        rings = try Rings(entryWords: 4, hasTotal: false)
        values = try ValueTable()
    }

    func makeRoom(for cells: Int) throws(CriticalError) {
        try rings.makeRoom(for: cells)
    }

    func touch(_ cells: Column<Int>, count: Int) {
        touched ^= rings.touch(cells, count: count)
    }

    func value(of cell: Int, at moment: Moment) -> AggregateValue {
        content(rings.cells[cell], at: moment)?.value(function) ?? .closed
    }

    func measure(_ cell: Int, at moment: Moment, adding: Int64?, atMost bound: Int64) -> Measurement {
        guard let held = content(rings.cells[cell], at: moment) else {
            return Measurement(.closed, second: moment.time)
        }
        let result = adding.map { with($0, cell, moment, held) } ?? held
        return Measurement(without: held, with: result, function, atMost: bound, second: moment.time)
    }

    func add(_ cell: Int, at moment: Moment, _ added: Int64) throws(CriticalError) -> Bool {
        var ring = rings.cells[cell]
        guard let held = content(ring, at: moment) else { return false }
        let result = with(added, cell, moment, held)
        if result.value(function) == .overflow { return false }
        if ring.count == 0 || moment.time > ring.latest { ring.latest = moment.time }
        forget(&ring)
        let index = index(of: moment.windowEnd, in: ring)
        let isHeld = index > 0 && rings.key(index - 1, in: ring) == moment.windowEnd
        let place =
            isHeld ? rings.place(of: index - 1, in: ring) : try rings.insert(into: &ring, at: index)
        write(result, moment, to: place)
        try rings.shrinkIfSparse(&ring)
        rings.cells[cell] = ring
        if function == .distinct && result.count > held.count { try remember(added, cell, moment.window) }
        return true
    }

    private func write(_ content: WindowContent, _ moment: Moment, to place: Int) {
        let words = rings.words
        words[place] = moment.windowEnd
        words[place + Word.count] = content.count
        words[place + Word.low] = content.total.lowWord
        words[place + Word.high] = function == .average ? content.total.highWord : Int64(moment.window)
    }

    /// Drops the windows that closed.
    private func forget(_ ring: inout Ring) {
        var closed = 0
        while closed < Int(ring.count) && rings.key(closed, in: ring) <= ring.latest - late { closed += 1 }
        rings.dropFirst(closed, of: &ring)
    }

    /// What the moment's window holds; nil where it is closed.
    @inline(__always)
    private func content(_ ring: Ring, at moment: Moment) -> WindowContent? {
        if ring.count == 0 { return WindowContent() }
        if ring.latest - late >= moment.windowEnd { return nil }
        let index = index(of: moment.windowEnd, in: ring)
        guard index > 0, rings.key(index - 1, in: ring) == moment.windowEnd else { return WindowContent() }
        let words = rings.words
        let place = rings.place(of: index - 1, in: ring)
        let low = words[place + Word.low]
        let total = function == .average ? Int128(low: low, high: words[place + Word.high]) : Int128(low)
        return WindowContent(count: words[place + Word.count], total: total)
    }

    /// How many of the windows end no later than `end`; most questions are about the newest.
    @inline(__always)
    private func index(of end: Int64, in ring: Ring) -> Int {
        var index = Int(ring.count)
        while index > 0 && rings.key(index - 1, in: ring) > end { index -= 1 }
        return index
    }

    @inline(__always)
    private func with(_ added: Int64, _ cell: Int, _ moment: Moment, _ held: WindowContent) -> WindowContent {
        var isNew = false
        if function == .distinct {
            isNew = values[values.place(of: SeenValue(cell, added, moment.window))].isEmpty
        }
        return held.adding(added, isNew: isNew, function)
    }

    private func remember(_ value: Int64, _ cell: Int, _ window: Int32) throws(CriticalError) {
        if values.isFull { try rebuildValues() }
        let slot = SeenValue(cell, value, window)
        values.put(slot, at: values.place(of: slot))
    }

    private func rebuildValues() throws(CriticalError) {
        let words = rings.words
        try values.rebuild { slot in
            let ring = rings.cells[Int(slot.cell)]
            return (0..<Int(ring.count)).contains { index in
                words[rings.place(of: index, in: ring) + Word.window] == Int64(slot.window)
            }
        }
    }
}
