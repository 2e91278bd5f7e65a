/// All cells of one aggregate: what was counted, for each scope key.
///
/// The caller numbers cells densely from 0 and makes room for them ahead; what a cell holds is asked and told with the
/// moment of the transaction at hand. Questions never change what a cell answers: only `add` does.
package final class AggregateCells {
    /// What the cells count.
    package let shape: AggregateShape
    private var histories: [History] = []

    private struct Entry {
        let moment: Moment
        let value: Int64
    }

    private struct History {
        var entries: [Entry] = []
        var latest: Int64?
    }

    /// Cells in which nothing was counted yet.
    package init(_ shape: AggregateShape) throws(CriticalError) {
        self.shape = shape
    }

    /// Makes sure that the first `cells` cells exist. Every other call is about one of them.
    package func makeRoom(for cells: Int) throws(CriticalError) {
        while histories.count < cells { histories.append(History()) }
    }

    /// What the window of the moment holds, as a `let` sees it: for a rolling one, what was counted in
    /// (time − seconds, time].
    package func value(of cell: Int, at moment: Moment) -> AggregateValue {
        if isClosed(cell, at: moment) { return .closed }
        guard let values = Self.values(shape, histories[cell].entries, moment, at: moment.time) else { return .nothing }
        return measure(values)
    }

    /// Whether a limit would hold with this transaction counted: its measure is at most `bound` in every window that
    /// contains the moment. The first window that fails gives the numbers, else the moment's own.
    package func measure(_ cell: Int, at moment: Moment, adding: Int64, atMost bound: Int64) -> Measurement {
        check(cell, moment, adding: adding, atMost: bound)
    }

    /// Whether a limit holds for what was counted earlier, this transaction not included. Nothing is within any bound.
    package func measureEarlier(_ cell: Int, at moment: Moment, atMost bound: Int64) -> Measurement {
        check(cell, moment, adding: nil, atMost: bound)
    }

    /// Counts a transaction. Nothing is added where the window is closed or the sum of a window that contains the moment
    /// does not fit 64 bits; the answer is whether it was.
    @discardableResult
    package func add(_ cell: Int, at moment: Moment, _ added: Int64) throws(CriticalError) -> Bool {
        switch check(cell, moment, adding: added, atMost: .max).finding {
        case .closed, .overflow: return false
        case .within, .exceeded: break
        }
        histories[cell].entries.append(Entry(moment: moment, value: added))
        histories[cell].latest = max(histories[cell].latest ?? moment.time, moment.time)
        return true
    }

    /// Loads what the next questions about these cells will read, so that they wait for memory once, not once for each.
    package func touch(_ cells: Column<Int>, count: Int) {}

    private func isClosed(_ cell: Int, at moment: Moment) -> Bool {
        guard let latest = histories[cell].latest else { return false }
        switch shape.window {
        case .calendar:
            if shape.late > 0 { return latest - shape.late >= moment.windowEnd }
            return histories[cell].entries.contains { $0.moment.window > moment.window }
        case .rolling: return latest > moment.time + shape.late
        }
    }

    private static func values(
        _ shape: AggregateShape, _ entries: [Entry], _ moment: Moment, at second: Int64
    ) -> [Int64]? {
        entries.filter { entry in
            switch shape.window {
            case .calendar: entry.moment.window == moment.window
            case .rolling(let seconds): entry.moment.time > second - seconds && entry.moment.time <= second
            }
        }.map(\.value)
    }

    private func check(_ cell: Int, _ moment: Moment, adding: Int64?, atMost bound: Int64) -> Measurement {
        if isClosed(cell, at: moment) { return Measurement(.closed, second: moment.time) }
        let entries = histories[cell].entries
        var seconds = [moment.time]
        if case .rolling(let length) = shape.window {
            let latest = max(histories[cell].latest ?? moment.time, moment.time)
            seconds = (seconds + entries.flatMap { [$0.moment.time, $0.moment.time + length] })
                .filter { $0 >= moment.time && $0 < moment.time + length && $0 <= latest }
                .sorted()
        }
        var first: Measurement?
        for second in seconds {
            let values = Self.values(shape, entries, moment, at: second) ?? []
            let used = measure(values)
            let total = adding.map { measure(values + [$0]) } ?? used
            if used == .overflow || total == .overflow { return Measurement(.overflow, second: second) }
            var found = Measurement(.within, second: second)
            if case .value(let value) = used { found.used = value }
            if case .value(let value) = total { found.total = value }
            if let value = found.total, value > bound {
                found.finding = .exceeded
                return found
            }
            first = first ?? found
        }
        return first ?? Measurement(.within, second: moment.time)
    }

    private func measure(_ values: [Int64]) -> AggregateValue {
        if values.isEmpty { return shape.isZeroWhenEmpty ? .value(0) : .nothing }
        let sum = values.reduce(Int128(0)) { $0 + Int128($1) }
        switch shape.function {
        case .count: return .value(Int64(values.count))
        case .sum: return Int64(exactly: sum).map { .value($0) } ?? .overflow
        case .average: return .value(sum.average(of: Int64(values.count)))
        case .largest: return .value(values.max() ?? 0)
        case .smallest: return .value(values.min() ?? 0)
        case .distinct: return .value(Int64(Set(values).count))
        }
    }
}
