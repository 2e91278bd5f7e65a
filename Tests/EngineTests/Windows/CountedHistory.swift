import Engine

/// What an aggregate says, the slow way: everything that was ever counted, and every second looked at.
struct CountedHistory {
    struct Entry {
        let moment: Moment
        let value: Int64
    }

    let shape: AggregateShape
    private var counted: [[Entry]]

    init(_ shape: AggregateShape, cells: Int) {
        self.shape = shape
        counted = Array(repeating: [], count: cells)
    }

    func value(of cell: Int, at moment: Moment) -> AggregateValue {
        isClosed(cell, at: moment) ? .closed : measure(values(counted[cell], moment, second: moment.time))
    }

    /// What a limit finds, in the order of seconds: `adding` is nil where the transaction is not included.
    func check(_ cell: Int, at moment: Moment, adding: Int64?, atMost bound: Int64) -> Found {
        if isClosed(cell, at: moment) { return Found(.closed, second: moment.time) }
        var own: Found?
        let near = near(cell, moment)
        for second in secondsToLookAt(cell, moment) {
            let values = values(near, moment, second: second)
            let used = measure(values)
            let total = measure(values + (adding.map { [$0] } ?? []))
            if total == .overflow { return Found(.overflow, second: second) }
            if case .value(let number) = total, number > bound {
                return Found(.exceeded, used: used, total: total, second: second)
            }
            own = own ?? Found(.within, used: used, total: total, second: second)
        }
        return own ?? Found(.within, second: moment.time)
    }

    mutating func add(_ cell: Int, at moment: Moment, _ added: Int64) -> Bool {
        switch check(cell, at: moment, adding: added, atMost: .max).finding {
        case .closed, .overflow: return false
        case .within, .exceeded: break
        }
        counted[cell].append(Entry(moment: moment, value: added))
        return true
    }

    private func latest(_ cell: Int) -> Int64? {
        counted[cell].map(\.moment.time).max()
    }

    private func isClosed(_ cell: Int, at moment: Moment) -> Bool {
        guard let latest = latest(cell) else { return false }
        switch shape.window {
        case .calendar: return moment.windowEnd != .max && latest >= moment.windowEnd + shape.late
        case .rolling: return latest > moment.time + shape.late
        }
    }

    private func secondsToLookAt(_ cell: Int, _ moment: Moment) -> ClosedRange<Int64> {
        switch shape.window {
        case .calendar: return moment.time...moment.time
        case .rolling(let seconds):
            return moment.time...min(moment.time + seconds - 1, max(latest(cell) ?? .min, moment.time))
        }
    }

    /// Those that are in a window with the moment.
    private func near(_ cell: Int, _ moment: Moment) -> [Entry] {
        guard case .rolling(let seconds) = shape.window else { return counted[cell] }
        return counted[cell].filter { abs($0.moment.time - moment.time) < seconds }
    }

    private func values(_ entries: [Entry], _ moment: Moment, second: Int64) -> [Int64] {
        entries.filter { entry in
            switch shape.window {
            case .calendar: entry.moment.window == moment.window
            case .rolling(let seconds): entry.moment.time > second - seconds && entry.moment.time <= second
            }
        }.map(\.value)
    }

    private func measure(_ values: [Int64]) -> AggregateValue {
        let sum = values.reduce(Int128(0)) { $0 + Int128($1) }
        switch shape.function {
        case .count: return .value(Int64(values.count))
        case .sum: return Int64(exactly: sum).map { .value($0) } ?? .overflow
        case .average: return values.isEmpty ? .nothing : .value(Self.halfEven(sum, by: Int128(values.count)))
        case .largest: return values.max().map { .value($0) } ?? .nothing
        case .smallest: return values.min().map { .value($0) } ?? .nothing
        case .distinct: return .value(Int64(Set(values).count))
        }
    }

    /// The nearest of the two whole numbers around the quotient, the even one between two.
    private static func halfEven(_ sum: Int128, by count: Int128) -> Int64 {
        var below = sum / count
        if below * count > sum { below -= 1 }
        let distance = 2 * (sum - below * count)
        let isAbove = distance > count || (distance == count && below % 2 != 0)
        return Int64(isAbove ? below + 1 : below)
    }
}

/// A `Measurement` as the model makes it.
struct Found: Equatable, CustomStringConvertible {
    let finding: Measurement.Finding
    let used: Int64?
    let total: Int64?
    let second: Int64

    init(
        _ finding: Measurement.Finding, used: AggregateValue = .nothing, total: AggregateValue = .nothing,
        second: Int64
    ) {
        self.finding = finding
        self.used = Self.number(used)
        self.total = Self.number(total)
        self.second = second
    }

    init(_ measurement: Measurement) {
        finding = measurement.finding
        used = measurement.used
        total = measurement.total
        second = measurement.second
    }

    var description: String {
        "\(finding) used \(used.map(String.init) ?? "-") total \(total.map(String.init) ?? "-") at \(second)"
    }

    private static func number(_ value: AggregateValue) -> Int64? {
        if case .value(let number) = value { number } else { nil }
    }
}
