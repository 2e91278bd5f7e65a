/// Cells of a calendar's windows that stay open for a while after their end: what each open window holds.
///
/// A cell takes 16 bytes and, once it counted, 32 for each open window, in blocks of powers of two. `distinct` takes 32
/// to 128 bytes more for each value of the open windows.
struct OpenWindowCells: ~Copyable {
    struct Cell: TimelineCell {
        var latest: Int64
        var steps: Timeline<OpenWindow>.Node
    }

    private let function: AggregateShape.Function
    private let late: Int64
    /// The windows that are still open or were when the cell last counted.
    let cells: TimelineCells<Cell>
    /// What a `distinct` counted.
    private let values: ValueTable<SeenValue>

    init(_ function: AggregateShape.Function, late: Int64) throws(CriticalError) {
        let cells = try TimelineCells<Cell>()
        let values = try ValueTable<SeenValue>()
        self.function = function
        self.late = late
        self.cells = cells
        self.values = values
    }

    var bytes: Int { cells.bytes + values.bytes }

    func makeRoom(for count: Int) throws(CriticalError) {
        try cells.makeRoom(for: count)
    }

    func touch(_ numbers: Column<Int>, count: Int) {
        cells.touch(numbers, count: count)
    }

    func value(of cell: Int, at moment: Moment) -> AggregateValue {
        content(cells[cell], at: moment)?.value(function) ?? .closed
    }

    func measure(_ cell: Int, at moment: Moment, adding: Int64?, atMost bound: Int64) -> Measurement {
        guard let held = content(cells[cell], at: moment) else {
            return Measurement(.closed, second: moment.time)
        }
        let result = adding.map { with($0, cell, moment, held) } ?? held
        return Measurement(without: held, with: result, function, atMost: bound, second: moment.time)
    }

    func add(_ number: Int, at moment: Moment, _ added: Int64) throws(CriticalError) -> Bool {
        var cell = cells[number]
        guard let held = content(cell, at: moment) else { return false }
        let result = with(added, number, moment, held)
        if result.value(function) == .overflow { return false }
        let window = try OpenWindow(moment, result)
        if cell.advance(to: moment.time) {
            var dropped: OpenWindow?
            try cells.timelines.dropFirst(of: &cell.steps, through: cell.latest - late, to: &dropped)
        }
        try cells.timelines.insert(window, into: &cell.steps)
        cells[number] = cell
        if function == .distinct && result.count > held.count { try remember(added, number, moment.window) }
        return true
    }

    /// What the moment's window holds; nil where it is closed.
    @inline(__always)
    private func content(_ cell: Cell, at moment: Moment) -> WindowContent? {
        if cell.steps.isUnused { return WindowContent() }
        if cell.latest - late >= moment.windowEnd { return nil }
        var window: OpenWindow?
        cells.timelines.apply(cell.steps, after: moment.windowEnd - 1, through: moment.windowEnd, to: &window)
        return window?.content ?? WindowContent()
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

    /// Forgets the values of windows that were dropped: they are older than all others.
    private func rebuildValues() throws(CriticalError) {
        try values.rebuild { slot in
            cells.timelines.firstStep(of: cells[Int(slot.cell)].steps).map { $0.number <= slot.window } ?? false
        }
    }
}
