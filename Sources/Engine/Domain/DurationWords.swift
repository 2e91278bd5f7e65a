/// Lengths of time in words: `2 days`, `90 minutes`, `1 second`.
enum DurationWords {
    private static let units: [(seconds: Int64, name: String)] = [
        (86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second"),
    ]

    /// A length in the largest unit that divides it.
    static func text(_ seconds: Int64) -> String {
        let unit = units.first { seconds % $0.seconds == 0 && seconds != 0 } ?? (1, "second")
        let count = seconds / unit.seconds
        return "\(count) \(unit.name)\(count.magnitude == 1 ? "" : "s")"
    }
}
