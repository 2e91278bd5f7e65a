/// One transaction that an aggregate counted.
struct Counted: Sendable {
    let time: Int64
    /// What it added to a count, sum and the like.
    let size: Int64
    /// The value of a `distinct` field; nil where it is missing.
    var value: Value?
}

/// Everything that an aggregate counted under one key of its scope.
struct Cell: Sendable {
    /// In the order of their times.
    private(set) var counted: [Counted] = []
    /// The latest time of all that was counted.
    var latest: Int64? { counted.last?.time }

    mutating func add(_ one: Counted) {
        counted.insert(one, at: end(through: one.time))
    }

    /// Behind the last one that is not later than a time.
    private func end(through time: Int64) -> Int {
        var end = counted.count
        while end > 0, counted[end - 1].time > time { end -= 1 }
        return end
    }

    /// Whether the window that a time belongs to still takes and answers.
    func isOpen(_ window: Window, at time: Int64, under policy: Policy) -> Bool {
        guard let latest else { return true }
        switch window {
        case .ever: return true
        case .rolling: return latest <= time + policy.late
        case .day, .week, .month, .year:
            let span = Calendar.span(window, containing: time, in: policy.zone, weekStart: policy.weekStart)
            return span.map { latest < $0.end + policy.late } ?? true
        }
    }

    /// What was counted in the window that ends with a time, or holds it.
    func held(in window: Window, at time: Int64, under policy: Policy) -> ArraySlice<Counted> {
        switch window {
        case .ever: return counted[...]
        case .rolling(let length): return counted[end(through: time - length)..<end(through: time)]
        case .day, .week, .month, .year:
            let span = Calendar.span(window, containing: time, in: policy.zone, weekStart: policy.weekStart)
            guard let (begin, end) = span else { return counted[...] }
            return counted[self.end(through: begin - 1)..<self.end(through: end - 1)]
        }
    }

    /// Every window that a transaction of a time has to keep within a limit, earliest first: one of the calendar, but
    /// of the rolling ones each that contains it, up to the latest counted one.
    func windows(_ window: Window, around time: Int64, under policy: Policy) -> [ArraySlice<Counted>] {
        guard case .rolling(let length) = window else { return [held(in: window, at: time, under: policy)] }
        let last = min(max(latest ?? time, time), time + length - 1)
        return ends(time...last, length).map { held(in: window, at: $0, under: policy) }
    }

    /// The ends of rolling windows between which nothing changes: the first one, those at which something comes in, and
    /// those at which something falls out.
    private func ends(_ seconds: ClosedRange<Int64>, _ length: Int64) -> [Int64] {
        guard seconds.count > 1 else { return [seconds.lowerBound] }
        let changes = counted.flatMap { [$0.time, $0.time + length] }.filter { seconds.contains($0) }
        return Set(changes + [seconds.lowerBound]).sorted()
    }
}

extension Aggregate {
    /// The function's value over what was counted, and one more; nil where there is nothing, as for the average of
    /// none.
    func measure(_ held: ArraySlice<Counted>, and one: Counted? = nil) throws -> Int64? {
        let count = held.count + (one == nil ? 0 : 1)
        switch function {
        case .count: return Int64(count) * 1_000_000
        case .sum: return try Arithmetic.fitted(Self.sum(held, and: one))
        case .average:
            if count == 0 { return nil }
            return try Arithmetic.fitted(try Arithmetic.nearest(Self.sum(held, and: one), over: Int128(count)))
        case .largest: return (held.map(\.size) + [one?.size].compactMap(\.self)).max()
        case .smallest: return (held.map(\.size) + [one?.size].compactMap(\.self)).min()
        case .distinct:
            var values = Set(held.map(\.value))
            if let one { values.insert(one.value) }
            return Int64(values.count) * 1_000_000
        }
    }

    private static func sum(_ held: ArraySlice<Counted>, and one: Counted?) -> Int128 {
        var sum = Int128(one?.size ?? 0)
        for index in held.indices { sum += Int128(held[index].size) }
        return sum
    }
}
