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
    private(set) var counted: [Counted] = []
    /// The latest time of all that was counted.
    private(set) var latest: Int64?

    mutating func add(_ one: Counted) {
        counted.append(one)
        latest = max(latest ?? one.time, one.time)
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
    func held(in window: Window, at time: Int64, under policy: Policy) -> [Counted] {
        switch window {
        case .ever: return counted
        case .rolling(let length): return counted.filter { $0.time > time - length && $0.time <= time }
        case .day, .week, .month, .year:
            let span = Calendar.span(window, containing: time, in: policy.zone, weekStart: policy.weekStart)
            guard let (begin, end) = span else { return counted }
            return counted.filter { $0.time >= begin && $0.time < end }
        }
    }

    /// Every window that a transaction of a time has to keep within a limit, earliest first: one of the calendar, but of
    /// the rolling ones each that contains it, up to the latest counted one.
    func windows(_ window: Window, around time: Int64, under policy: Policy) -> [[Counted]] {
        guard case .rolling(let length) = window else { return [held(in: window, at: time, under: policy)] }
        let last = min(max(latest ?? time, time), time + length - 1)
        return Self.ends(time...last, counted, length).map { held(in: window, at: $0, under: policy) }
    }

    /// The ends of rolling windows between which nothing changes: the first one, those at which something comes in, and
    /// those at which something falls out.
    private static func ends(_ seconds: ClosedRange<Int64>, _ counted: [Counted], _ length: Int64) -> [Int64] {
        guard seconds.count > 1 else { return [seconds.lowerBound] }
        let changes = counted.flatMap { [$0.time, $0.time + length] }.filter { seconds.contains($0) }
        return Set(changes + [seconds.lowerBound]).sorted()
    }
}

extension Aggregate {
    /// The function's value over what was counted; nil where there is none, as for the average of nothing.
    func measure(_ counted: [Counted]) throws -> Int64? {
        switch function {
        case .count: return Int64(counted.count) * 1_000_000
        case .sum: return try Arithmetic.fitted(Self.sum(counted))
        case .average:
            if counted.isEmpty { return nil }
            return try Arithmetic.fitted(try Arithmetic.nearest(Self.sum(counted), over: Int128(counted.count)))
        case .largest: return counted.map(\.size).max()
        case .smallest: return counted.map(\.size).min()
        case .distinct: return Int64(Set(counted.map(\.value)).count) * 1_000_000
        }
    }

    private static func sum(_ counted: [Counted]) -> Int128 {
        counted.reduce(0) { $0 + Int128($1.size) }
    }
}
