/// The offsets of a time zone from UTC: what the wall clock shows at each second, and when it shows a time.
public struct ZoneRules: Sendable, Equatable {
    /// From a second on (since 1970-01-01T00:00:00Z), local time is that time plus so many seconds.
    package struct Transition: Sendable, Equatable {
        package let time: Int64
        package let offset: Int64

        package init(time: Int64, offset: Int64) {
            self.time = time
            self.offset = offset
        }
    }

    /// When a wall clock shows a time.
    package enum Occurrence: Sendable, Equatable {
        /// Once, at this second.
        case once(Int64)
        /// Never: the clocks were put forward over it, at this second.
        case never(skippedAt: Int64)
        /// Twice: the clocks were put back.
        case twice(Int64, Int64)
    }

    /// The offset before the first transition.
    package let first: Int64
    /// Ascending by time; each changes the offset.
    package let transitions: [Transition]

    /// The zone whose clocks show the time itself.
    public static let utc = ZoneRules(first: 0, transitions: [])

    /// A zone by its offsets.
    ///
    /// - Parameters:
    ///   - first: The offset before the first transition, in seconds.
    ///   - transitions: All others, ascending by time.
    package init(first: Int64, transitions: [Transition]) {
        self.first = first
        self.transitions = transitions
    }

    /// The offset at a second since 1970-01-01T00:00:00Z.
    ///
    /// - Complexity: Logarithmic in the number of transitions.
    package func offset(at time: Int64) -> Int64 {
        let after = transitions.firstIndex(where: { $0.time > time }, from: 0)
        return after == 0 ? first : transitions[after - 1].offset
    }

    /// The first second at which the wall clock shows a date, given as days since 1970-01-01, or a later one where the
    /// clocks are put forward over it.
    ///
    /// - Complexity: Linear in the number of transitions.
    package func start(ofDay day: Int64) -> Int64 {
        var begin = Int64.min
        var offset = first
        for transition in transitions {
            let start = max(begin, day * 86_400 - offset)
            if start < transition.time { return start }
            begin = transition.time
            offset = transition.offset
        }
        return max(begin, day * 86_400 - offset)
    }

    /// When the wall clock shows a local time, which is given as seconds since 1970-01-01 00:00 on it.
    ///
    /// - Complexity: Logarithmic in the number of transitions.
    package func occurrence(ofLocal local: Int64) -> Occurrence {
        // No offset reaches two days, so the transitions that matter lie around the time as if it were UTC.
        let reach: Int64 = 2 * 86_400
        var index = transitions.firstIndex(where: { $0.time > local - reach }, from: 0)
        var before = index == 0 ? first : transitions[index - 1].offset
        var start = Int64.min
        var found: [Int64] = []
        var skippedAt: Int64?
        while true {
            let next = index < transitions.count ? transitions[index] : nil
            let time = local - before
            if time >= start && time < next?.time ?? .max { found.append(time) }
            guard let next, next.time <= local + reach else { break }
            if local >= next.time + before && local < next.time + next.offset { skippedAt = next.time }
            start = next.time
            before = next.offset
            index += 1
        }
        switch (found.first, found.last, found.count) {
        case (let one?, _, 1): return .once(one)
        case (let one?, let other?, _): return .twice(one, other)
        default: return .never(skippedAt: skippedAt ?? local)
        }
    }
}

extension [ZoneRules.Transition] {
    /// The first index whose element has a property that all after it have too.
    fileprivate func firstIndex(where isBehind: (ZoneRules.Transition) -> Bool, from start: Int) -> Int {
        var lower = start
        var upper = count
        while lower < upper {
            let middle = lower + (upper - lower) / 2
            if isBehind(self[middle]) { upper = middle } else { lower = middle + 1 }
        }
        return lower
    }
}
