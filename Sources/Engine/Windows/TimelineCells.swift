/// A cell whose past is a timeline. All zeros are one that never counted.
protocol TimelineCell: BitwiseCopyable {
    associatedtype Step: TimelineStep

    /// The latest time that was counted.
    var latest: Int64 { get set }
    var steps: Timeline<Step>.Node { get set }
}

extension TimelineCell {
    /// Whether something later was counted already.
    @inline(__always)
    func isLate(_ time: Int64) -> Bool {
        !steps.isUnused && time < latest
    }

    /// Makes the time the latest one if nothing later was counted; whether it is later than all.
    @inline(__always)
    mutating func advance(to time: Int64) -> Bool {
        if !steps.isUnused && time <= latest { return false }
        latest = time
        return true
    }
}

/// All cells of one aggregate, and their timelines.
final class TimelineCells<Cell: TimelineCell> {
    let timelines: Timeline<Cell.Step>
    private(set) var cells: Column<Cell>
    /// Keeps the prefetching loads alive.
    private var touched: Int64 = 0

    init() throws(CriticalError) {
        timelines = try Timeline()
        guard let cells = Column<Cell>.mapped(capacity: 1 << 7) else { throw .outOfMemory }
        self.cells = cells
    }

    deinit {
        cells.unmap()
    }

    /// Whoever changes a cell writes it back.
    subscript(number: Int) -> Cell {
        @inline(__always) get { cells[number] }
        @inline(__always) set { cells[number] = newValue }
    }

    /// The bytes that are reserved.
    var bytes: Int { cells.bytes + timelines.bytes }

    /// Makes sure that the first `count` cells exist.
    func makeRoom(for count: Int) throws(CriticalError) {
        guard let larger = try cells.grown(for: count) else { return }
        cells.unmap()
        cells = larger
    }

    /// Loads the cells, then where the timeline of each begins.
    func touch(_ numbers: Column<Int>, count: Int) {
        let cells = self.cells
        let steps = timelines.steps.elements
        var mixed: Int64 = 0
        for index in 0..<count { mixed ^= cells[numbers[index]].latest }
        for index in 0..<count {
            let node = cells[numbers[index]].steps
            guard node.height == 0 else { continue }
            mixed ^= steps[node.place(of: 0)].time ^ steps[node.place(of: max(Int(node.count), 1) - 1)].time
        }
        touched ^= mixed
    }
}
