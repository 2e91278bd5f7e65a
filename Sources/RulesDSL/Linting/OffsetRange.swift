/// How far the clocks of a zone have ever been, and will ever be, from UTC.
struct OffsetRange {
    let least: Int64
    let greatest: Int64

    init(_ zone: ZoneRules) {
        let offsets = zone.transitions.map(\.offset) + [zone.first]
        least = offsets.min() ?? 0
        greatest = offsets.max() ?? 0
    }

    /// By how many seconds so and so many days together may be longer or shorter than days of 24 hours. A day begins
    /// once the clock shows its date: no earlier than the greatest offset says, no later than the least one.
    var slack: Int64 { greatest - least }
}
