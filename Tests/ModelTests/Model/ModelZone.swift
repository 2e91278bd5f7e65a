/// A time zone, as a list of the moments at which its clocks were changed.
struct ModelZone: Hashable, Sendable {
    /// From a second on, local time is that time plus so many seconds.
    struct Change: Hashable, Sendable {
        var time: Int64
        var offset: Int64
    }

    var name: String
    /// The offset before the first change.
    var first: Int64
    /// Ascending.
    var changes: [Change]

    static let utc = ModelZone(name: "UTC", first: 0, changes: [])

    /// What the wall clock shows at a second, as seconds since 1970-01-01 00:00 on it.
    func local(_ time: Int64) -> Int64 {
        time + (changes.last { $0.time <= time }?.offset ?? first)
    }

    /// The latest that the wall clock has ever shown up to a second: where clocks are put back, a day that began goes
    /// on.
    func latestLocal(_ time: Int64) -> Int64 {
        var latest = local(time)
        for change in changes where change.time <= time {
            latest = max(latest, local(change.time - 1))
        }
        return latest
    }

    /// The day that a second belongs to, counted from 1970-01-01.
    func day(of time: Int64) -> Int64 {
        Calendar.floorDivide(latestLocal(time), Calendar.secondsOfDay)
    }

    /// The first second at which the wall clock shows a date, or a later one where the date is skipped.
    func begin(ofDay day: Int64) -> Int64 {
        let midnight = day * Calendar.secondsOfDay
        var offset = first
        var start = Int64.min
        for change in changes {
            if let found = Self.first(midnight - offset, from: start, before: change.time) { return found }
            start = change.time
            offset = change.offset
        }
        return max(start, midnight - offset)
    }

    /// The first second of a stretch without changes that is not before a wanted one.
    private static func first(_ wanted: Int64, from start: Int64, before end: Int64) -> Int64? {
        let found = max(start, wanted)
        return found < end ? found : nil
    }
}
