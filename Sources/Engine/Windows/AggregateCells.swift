/// All cells of one aggregate: what was counted, for each scope key.
///
/// The caller numbers cells densely from 0 and makes room for them ahead; what a cell holds is asked and told with the
/// moment of the transaction at hand. Questions never change what a cell answers: only `add` does. What each shape
/// costs stands with the types that keep it.
package final class AggregateCells {
    enum Cells: ~Copyable {
        case calendar(CalendarCells)
        case openWindows(OpenWindowCells)
        case totals(RollingTotals)
        case rolling(RollingCells)
        case extremes(RollingExtremes)
    }

    /// What the cells count.
    package let shape: AggregateShape
    let cells: Cells

    /// Cells in which nothing was counted yet.
    ///
    /// - Throws: Where the system has no more memory.
    package init(_ shape: AggregateShape) throws(CriticalError) {
        self.shape = shape
        switch (shape.window, shape.function) {
        case (.calendar, _):
            cells =
                shape.late == 0
                ? .calendar(try CalendarCells(shape.function))
                : .openWindows(try OpenWindowCells(shape.function, late: shape.late))
        case (.rolling(let seconds), _) where shape.hasRunningTotals:
            cells = .totals(try RollingTotals(shape.function, seconds: seconds))
        case (.rolling(let seconds), .largest), (.rolling(let seconds), .smallest):
            cells = .extremes(try RollingExtremes(shape.function, seconds: seconds, late: shape.late))
        case (.rolling(let seconds), _):
            cells = .rolling(try RollingCells(shape.function, seconds: seconds, late: shape.late))
        }
    }

    /// How many bytes are reserved for all cells; what is not used of them takes no memory.
    package var bytes: Int {
        switch cells {
        case .calendar(let cells): cells.bytes
        case .openWindows(let cells): cells.bytes
        case .totals(let cells): cells.bytes
        case .rolling(let cells): cells.bytes
        case .extremes(let cells): cells.bytes
        }
    }

    /// Makes sure that the first `count` cells exist. Every other call is about one of them.
    package func makeRoom(for count: Int) throws(CriticalError) {
        guard UInt32(exactly: count) != nil else {
            throw CriticalError(.limit, "more than 4,294,967,295 counters of one aggregate")
        }
        switch cells {
        case .calendar(let cells): try cells.makeRoom(for: count)
        case .openWindows(let cells): try cells.makeRoom(for: count)
        case .totals(let cells): try cells.makeRoom(for: count)
        case .rolling(let cells): try cells.makeRoom(for: count)
        case .extremes(let cells): try cells.makeRoom(for: count)
        }
    }

    /// What the window of the moment holds, as a `let` sees it: for a rolling one, what was counted in
    /// (time − seconds, time].
    package func value(of cell: Int, at moment: Moment) -> AggregateValue {
        switch cells {
        case .calendar(let cells): cells.value(of: cell, at: moment)
        case .openWindows(let cells): cells.value(of: cell, at: moment)
        case .totals(let cells): cells.value(of: cell, at: moment)
        case .rolling(let cells): cells.value(of: cell, at: moment)
        case .extremes(let cells): cells.value(of: cell, at: moment)
        }
    }

    /// Whether a limit would hold with this transaction counted: its measure is at most `bound` in every window that
    /// contains the moment. The first window that fails gives the numbers, else the moment's own.
    package func measure(_ cell: Int, at moment: Moment, adding: Int64, atMost bound: Int64) -> Measurement {
        check(cell, at: moment, adding: adding, atMost: bound)
    }

    /// The same for a limit on how many were counted, where the cells are those of a sum with running totals.
    package func measureCount(_ cell: Int, at moment: Moment, atMost bound: Int64) -> Measurement {
        switch cells {
        case .totals(let cells): cells.measure(cell, at: moment, adding: 1, atMost: bound, isCount: true)
        case .calendar: check(cell, at: moment, adding: 1, atMost: bound)
        case .openWindows: check(cell, at: moment, adding: 1, atMost: bound)
        case .rolling: check(cell, at: moment, adding: 1, atMost: bound)
        case .extremes: check(cell, at: moment, adding: 1, atMost: bound)
        }
    }

    /// Whether a limit holds for what was counted earlier, this transaction not included. Nothing is within any bound.
    package func measureEarlier(_ cell: Int, at moment: Moment, atMost bound: Int64) -> Measurement {
        check(cell, at: moment, adding: nil, atMost: bound)
    }

    @inline(__always)
    private func check(_ cell: Int, at moment: Moment, adding: Int64?, atMost bound: Int64) -> Measurement {
        switch cells {
        case .calendar(let cells): cells.measure(cell, at: moment, adding: adding, atMost: bound)
        case .totals(let cells): cells.measure(cell, at: moment, adding: adding, atMost: bound)
        case .openWindows(let cells): cells.measure(cell, at: moment, adding: adding, atMost: bound)
        case .rolling(let cells): cells.measure(cell, at: moment, adding: adding, atMost: bound)
        case .extremes(let cells): cells.measure(cell, at: moment, adding: adding, atMost: bound)
        }
    }

    /// Counts a transaction. Nothing is added where the window is closed or the sum of a window that contains the
    /// moment does not fit 64 bits; the answer is whether it was.
    @discardableResult
    package func add(_ cell: Int, at moment: Moment, _ added: Int64) throws(CriticalError) -> Bool {
        switch cells {
        case .calendar(let cells): try cells.add(cell, at: moment, added)
        case .openWindows(let cells): try cells.add(cell, at: moment, added)
        case .totals(let cells): try cells.add(cell, at: moment, added)
        case .rolling(let cells): try cells.add(cell, at: moment, added)
        case .extremes(let cells): try cells.add(cell, at: moment, added)
        }
    }

    /// The cells with running totals as they lie, for a loop that looks at them without a call; nil for all others.
    var runningTotals: Column<RollingView>? {
        switch cells {
        case .totals(let cells): cells.view
        case .calendar: nil
        case .openWindows: nil
        case .rolling: nil
        case .extremes: nil
        }
    }

    /// Loads what the next questions about these cells will read, so that they wait for memory once, not once for each.
    package func touch(_ numbers: Column<Int>, count: Int) {
        switch cells {
        case .calendar(let cells): cells.touch(numbers, count: count)
        case .openWindows(let cells): cells.touch(numbers, count: count)
        case .totals(let cells): cells.touch(numbers, count: count)
        case .rolling(let cells): cells.touch(numbers, count: count)
        case .extremes(let cells): cells.touch(numbers, count: count)
        }
    }
}
