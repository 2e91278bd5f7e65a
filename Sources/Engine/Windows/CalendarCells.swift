/// Cells of a calendar's windows that close as soon as a later one was counted in: what the current window holds.
///
/// A cell is the number of the window it last counted in and what that holds: 16 bytes, for an average 32. Nothing is
/// ever reset: a later window reads as empty. `distinct` takes 32 to 128 bytes more for each value of the current
/// windows.
struct CalendarCells: ~Copyable {
    private let function: AggregateShape.Function
    private let memory: GrowingWords
    private let stride: Int
    /// What a `distinct` counted.
    private let values: ValueTable<SeenValue>

    init(_ function: AggregateShape.Function) throws(CriticalError) {
        let memory = try GrowingWords()
        let values = try ValueTable<SeenValue>()
        self.values = values
        self.memory = memory
        self.function = function
        stride = function == .average ? 4 : 2
    }

    var bytes: Int { memory.bytes + values.bytes }

    func makeRoom(for cells: Int) throws(CriticalError) {
        try memory.makeRoom(for: cells * stride)
    }

    func touch(_ cells: Column<Int>, count: Int) {
        memory.touch(cells, count: count, stride: stride)
    }

    func value(of cell: Int, at moment: Moment) -> AggregateValue {
        content(of: cell, at: moment)?.value(function) ?? .closed
    }

    func measure(_ cell: Int, at moment: Moment, adding: Int64?, atMost bound: Int64) -> Measurement {
        guard let held = content(of: cell, at: moment) else { return Measurement(.closed, second: moment.time) }
        let result = adding.map { with($0, cell, moment, held) } ?? held
        return Measurement(without: held, with: result, function, atMost: bound, second: moment.time)
    }

    func add(_ cell: Int, at moment: Moment, _ added: Int64) throws(CriticalError) -> Bool {
        guard let held = content(of: cell, at: moment) else { return false }
        let result = with(added, cell, moment, held)
        if result.value(function) == .overflow { return false }
        if function == .distinct && result.count > held.count { try remember(added, cell, moment.window) }
        let words = memory.words
        let place = cell * stride
        words[place] = Self.stored(moment.window)
        switch function {
        case .count, .distinct: words[place + 1] = result.count
        case .sum, .largest, .smallest: words[place + 1] = result.total.lowWord
        case .average:
            words[place + 1] = result.count
            words[place + 2] = result.total.lowWord
            words[place + 3] = result.total.highWord
        }
        return true
    }

    /// What the moment's window holds; nil where it is closed.
    @inline(__always)
    private func content(of cell: Int, at moment: Moment) -> WindowContent? {
        let words = memory.words
        let place = cell * stride
        let counted = words[place]
        let asked = Self.stored(moment.window)
        if counted > asked { return nil }
        if counted < asked { return WindowContent() }
        switch function {
        case .count, .distinct: return WindowContent(count: words[place + 1])
        case .sum, .largest, .smallest: return WindowContent(count: 1, total: Int128(words[place + 1]))
        case .average:
            return WindowContent(
                count: words[place + 1], total: Int128(low: words[place + 2], high: words[place + 3]))
        }
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
        if values.isFull {
            let words = memory.words
            let stride = self.stride
            try values.rebuild { words[Int($0.cell) * stride] == Self.stored($0.window) }
        }
        let slot = SeenValue(cell, value, window)
        values.put(slot, at: values.place(of: slot))
    }

    /// A window's number as it is stored: above zero, so that zeroed memory is a cell that never counted.
    @inline(__always)
    private static func stored(_ window: Int32) -> Int64 {
        Int64(window) + (1 << 32)
    }
}
