package import RulesDSL

/// The wall clock of a policy's time zone, and the days it counts.
///
/// A day begins at the first second at which the clock shows its date, or a later one where the date is skipped. Once a
/// day has begun, an hour that is repeated from the day before belongs to the new one, so that a later second never
/// belongs to an earlier day.
package struct LocalClock: Sendable {
    /// A run of seconds in which the clock is the same distance from UTC.
    package struct Stretch: Sendable {
        /// The first second, and the first one after it.
        package let start: Int64
        package let end: Int64
        /// Local time is the time plus so many seconds.
        package let offset: Int64
        /// The last day that has begun before it.
        let reached: Int64

        /// Day and time of day on the wall clock, as seconds since 1970-01-01 00:00.
        @inline(__always)
        package func local(_ time: Int64) -> Int64 {
            time &+ offset
        }
    }

    /// Where each stretch begins; the first has no beginning.
    private let starts: [Int64]
    private let offsets: [Int64]
    private let reached: [Int64]
    /// The stretch that each part of the time since the beginning of the years lies in, so that few are looked at.
    private let hints: [Int32]
    /// The offset, where the zone has never had another one.
    private let fixed: Int64?

    /// The clock of a zone.
    ///
    /// - Complexity: Linear in the number of its transitions.
    package init(_ zone: ZoneRules) {
        var starts = [Int64.min]
        var offsets = [zone.first]
        var reached = [Int64.min]
        for transition in zone.transitions {
            let lastDay = CivilClock.day(of: transition.time - 1 + offsets[offsets.count - 1])
            reached.append(max(reached[reached.count - 1], lastDay))
            starts.append(transition.time)
            offsets.append(transition.offset)
        }
        self.starts = starts
        self.offsets = offsets
        self.reached = reached
        hints = Self.hints(starts)
        fixed = zone.transitions.isEmpty ? zone.first : nil
    }

    /// Day and time of day on the wall clock, as seconds since 1970-01-01 00:00.
    ///
    /// - Complexity: Logarithmic in the number of transitions within half a year.
    @inline(__always)
    package func local(_ time: Int64) -> Int64 {
        if let fixed { return time &+ fixed }
        return time &+ offsets[index(at: time)]
    }

    /// The stretch that a second lies in.
    package func stretch(at time: Int64) -> Stretch {
        let index = index(at: time)
        return Stretch(
            start: starts[index], end: index + 1 < starts.count ? starts[index + 1] : .max, offset: offsets[index],
            reached: reached[index])
    }

    /// The day that a second belongs to, as days since 1970-01-01.
    package func day(of time: Int64) -> Int64 {
        day(of: time, in: stretch(at: time))
    }

    /// The day that a second of the stretch belongs to.
    @inline(__always)
    package func day(of time: Int64, in stretch: Stretch) -> Int64 {
        max(stretch.reached, CivilClock.day(of: stretch.local(time)))
    }

    /// The first second that belongs to a day or, where the clock skips it, to a later one.
    package func start(ofDay day: Int64) -> Int64 {
        // The day begins in the last stretch before which it hasn't begun.
        var lower = 0
        var upper = reached.count
        while lower < upper {
            let middle = lower + (upper - lower) / 2
            if reached[middle] >= day { upper = middle } else { lower = middle + 1 }
        }
        let index = max(0, lower - 1)
        return max(starts[index], day * CivilClock.secondsPerDay - offsets[index])
    }

    /// The seconds that belong to a day, of which the stretch holds one.
    package func seconds(ofDay day: Int64, in stretch: Stretch) -> Range<Int64> {
        let start = day * CivilClock.secondsPerDay - stretch.offset
        let end = start + CivilClock.secondsPerDay
        // At the very end of the stretch the clock may go back into the day.
        if start >= stretch.start && end < stretch.end && day > stretch.reached { return start..<end }
        return self.start(ofDay: day)..<self.start(ofDay: day + 1)
    }

    // MARK: Finding a stretch

    /// The years 0000 to 9999.
    private static let years: ClosedRange<Int64> = -62_167_219_200...253_402_300_799
    /// A part has about half a year.
    private static let partBits: Int64 = 24

    /// The stretch that a second lies in: the last one that has begun by then.
    private func index(at time: Int64) -> Int {
        if fixed != nil { return 0 }
        let part = Self.part(of: time)
        var lower = Int(hints[part])
        var upper = Int(hints[part + 1])
        while lower < upper {
            let middle = upper - (upper - lower) / 2
            if starts[middle] > time { upper = middle - 1 } else { lower = middle }
        }
        return lower
    }

    /// The part that a second lies in; the first and the last one have no end.
    private static func part(of time: Int64) -> Int {
        if time < years.lowerBound { return 0 }
        return Int((min(time, years.upperBound) - years.lowerBound) >> partBits) + 1
    }

    /// The stretch at the beginning of each part, and the last of all.
    private static func hints(_ starts: [Int64]) -> [Int32] {
        let last = Int32(starts.count - 1)
        guard last > 0 else { return [] }
        var hints: [Int32] = [0]
        var index = 0
        for part in 0..<part(of: .max) {
            let begin = years.lowerBound + Int64(part) << partBits
            while index + 1 < starts.count, starts[index + 1] <= begin { index += 1 }
            hints.append(Int32(index))
        }
        return hints + [last]
    }
}
