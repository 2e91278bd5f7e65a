/// Lengths of time as people say them: `2 days`, `90 minutes`, `1 second`, and what is no small number of one unit
/// `29 days 23 h 59 min 59 s`.
package enum DurationWords {
    private static let units: [(seconds: Int64, name: String, short: String)] = [
        (86_400, "day", "days"), (3_600, "hour", "h"), (60, "minute", "min"), (1, "second", "s"),
    ]
    /// Of a unit but days, more than so many are hard to imagine.
    private static let mostOfUnit = 99

    /// A length of so many seconds: in one unit if that gives a small whole number.
    package static func text(_ seconds: Int64) -> String { text(seconds, ofAtLeast: 1) }

    /// The length of a window, which is several of something: `24 hours`, not `1 day`.
    package static func text(window seconds: Int64) -> String { text(seconds, ofAtLeast: 2) }

    private static func text(_ seconds: Int64, ofAtLeast least: Int) -> String {
        for unit in units where seconds % unit.seconds == 0 {
            let count = (seconds / unit.seconds).magnitude
            let isSmall = unit.seconds == 86_400 || count <= mostOfUnit
            if count >= least && isSmall { return several(seconds / unit.seconds, unit.name) }
        }
        return seconds.magnitude < 60 ? several(seconds, "second") : mixed(seconds)
    }

    private static func several(_ count: Int64, _ name: String) -> String {
        "\(count) \(name)\(count.magnitude == 1 ? "" : "s")"
    }

    private static func mixed(_ seconds: Int64) -> String {
        var rest = seconds.magnitude
        var parts: [String] = []
        for unit in units {
            let (count, remainder) = rest.quotientAndRemainder(dividingBy: unit.seconds.magnitude)
            rest = remainder
            if count > 0 { parts.append(count == 1 && unit.name == "day" ? "1 day" : "\(count) \(unit.short)") }
        }
        return (seconds < 0 ? "-" : "") + parts.joined(separator: " ")
    }
}
