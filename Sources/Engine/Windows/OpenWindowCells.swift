/// Cells of a calendar's windows that stay open for a while after their end: what each open window holds.
///
/// A cell takes 32 bytes and, once it counted, 32 for each open window, in blocks of powers of two. A question looks at the
/// open windows from the newest on. `distinct` takes 32 to 128 bytes more for each value of the open windows.
struct OpenWindowCells: ~Copyable {
    private let function: AggregateShape.Function
    private let late: Int64
    /// The windows that are still open or were when the cell last counted, by their ends.
    private let rings: Rings
    /// What a `distinct` counted.
    private let values: ValueTable<SeenValue>

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
        let rings = try Rings(entryWords: 4, hasTotal: false)
        let values = try ValueTable<SeenValue>()
        self.function = function
        self.late = late
        self.rings = rings
        self.values = values
    }

    var bytes: Int { rings.bytes + values.bytes }

    func makeRoom(for cells: Int) throws(CriticalError) {
        try rings.makeRoom(for: cells)
    }

    func touch(_ cells: Column<Int>, count: Int) {
        rings.touch(cells, count: count)
    }

    func value(of cell: Int, at moment: Moment) -> AggregateValue {
        content(rings[cell], at: moment)?.value(function) ?? .closed
    }

    func measure(_ cell: Int, at moment: Moment, adding: Int64?, atMost bound: Int64) -> Measurement {
        guard let held = content(rings[cell], at: moment) else {
            return Measurement(.closed, second: moment.time)
        }
        let result = adding.map { with($0, cell, moment, held) } ?? held
        return Measurement(without: held, with: result, function, atMost: bound, second: moment.time)
    }

    func add(_ cell: Int, at moment: Moment, _ added: Int64) throws(CriticalError) -> Bool {
        var ring = rings[cell]
        guard let held = content(ring, at: moment) else { return false }
        let result = with(added, cell, moment, held)
        if result.value(function) == .overflow { return false }
        if ring.count == 0 || moment.time > ring.latest {
            ring.latest = moment.time
            forget(&ring)
        }
        let entries = rings.entries(of: ring)
        let index = index(of: moment.windowEnd, entries, count: Int(ring.count))
        if held.count > 0 {
            write(result, moment, to: entries.place(of: index - 1))
        } else {
            let place = try rings.insert(into: &ring, at: index)
            write(result, moment, to: place)
            try rings.shrinkIfSparse(&ring)
        }
        rings[cell] = ring
        if function == .distinct && result.count > held.count { try remember(added, cell, moment.window) }
        return true
    }

    @inline(__always)
    private func write(_ content: WindowContent, _ moment: Moment, to place: Int) {
        let words = rings.words
        words[place] = moment.windowEnd
        words[place + Word.count] = content.count
        words[place + Word.low] = content.total.lowWord
        words[place + Word.high] = function == .average ? content.total.highWord : Int64(moment.window)
    }

    /// Drops the windows that closed.
    private func forget(_ ring: inout Ring) {
        let entries = rings.entries(of: ring)
        var closed = 0
        while closed < Int(ring.count) && entries.key(closed) <= ring.latest - late { closed += 1 }
        rings.dropFirst(closed, of: &ring)
    }

    /// What the moment's window holds; nil where it is closed.
    @inline(__always)
    private func content(_ ring: Ring, at moment: Moment) -> WindowContent? {
        if ring.count == 0 { return WindowContent() }
        if ring.latest - late >= moment.windowEnd { return nil }
        let entries = rings.entries(of: ring)
        let index = index(of: moment.windowEnd, entries, count: Int(ring.count))
        if index == 0 || entries.key(index - 1) != moment.windowEnd { return WindowContent() }
        let place = entries.place(of: index - 1)
        let low = entries.words[place + Word.low]
        let total =
            function == .average ? Int128(low: low, high: entries.words[place + Word.high]) : Int128(low)
        return WindowContent(count: entries.words[place + Word.count], total: total)
    }

    /// How many of the windows end no later than `end`; most questions are about the newest.
    @inline(__always)
    private func index(of end: Int64, _ entries: RingEntries, count: Int) -> Int {
        var index = count
        while index > 0 && entries.key(index - 1) > end { index -= 1 }
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
            let ring = rings[Int(slot.cell)]
            let entries = rings.entries(of: ring)
            return (0..<Int(ring.count)).contains {
                words[entries.place(of: $0) + Word.window] == Int64(slot.window)
            }
        }
    }
}
