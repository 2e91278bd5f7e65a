package import RulesDSL

/// Names windows: `Saturday 2000-01-01 UTC`, `the week from Monday 1999-12-27 UTC`, `January 2000 UTC`, `2000 UTC`.
package struct WindowText: Sendable {
    private let numbering: CalendarNumbering
    private let zone: [UInt8]

    package init(_ program: Program) {
        numbering = program.calendar
        zone = Array((" " + program.policy.timezone).utf8)
    }

    /// The first second of a window and the first one after it, or nil for `ever`. `number` has the program's bias.
    package func bounds(_ window: CalendarWindow, _ number: Int32) -> Range<Int64>? {
        numbering.seconds(of: window, number: Int64(number - Program.windowBias))
    }

    /// Appends the window's name. `number` has the program's bias.
    package func append(_ window: CalendarWindow, _ number: Int32, to output: inout OutputBuffer) {
        guard let days = numbering.days(of: window, number: Int64(number - Program.windowBias)) else {
            return output.append("all time")
        }
        let first = CivilDate(day: Int(days.lowerBound))
        switch window {
        case .week: output.append("the week from ")
        case .day, .month, .year, .ever: break
        }
        switch window {
        case .day, .week:
            let weekday = Weekday(rawValue: Int(CivilClock.weekday(day: days.lowerBound)))
            output.append(Array((weekday?.name ?? "").utf8))
            output.append(UInt8(ascii: " "))
            RFC3339.append(day: Int(days.lowerBound), to: &output)
        case .month:
            output.append(Self.months[(first.month - 1) % 12])
            output.append(UInt8(ascii: " "))
            output.append(decimal: Int64(first.year))
        case .year: output.append(decimal: Int64(first.year))
        case .ever: break
        }
        output.append(zone)
    }

    /// Appends the window in ISO 8601: `2000-01-01`, `1999-12-27/P1W`, `2000-01`, `2000`; `ever` has no end. `number`
    /// has the program's bias. The dates are those of the policy's zone.
    package func append(periodOf window: CalendarWindow, _ number: Int32, to output: inout OutputBuffer) {
        guard let days = numbering.days(of: window, number: Int64(number - Program.windowBias)) else {
            return output.append("ever")
        }
        let first = CivilDate(day: Int(days.lowerBound))
        switch window {
        case .day, .week:
            RFC3339.append(day: Int(days.lowerBound), to: &output)
            if window == .week { output.append("/P1W") }
        case .month, .year:
            RFC3339.append(year: first.year, to: &output)
            guard window == .month else { return }
            output.append(UInt8(ascii: "-"))
            output.append(digits: UInt64(first.month), atLeast: 2)
        case .ever: break
        }
    }

    /// Appends the name of a rolling window by its last second: `the 24 hours to 2000-01-01T10:00:00Z`.
    package func append(rolling seconds: Int64, to last: Int64, to output: inout OutputBuffer) {
        output.append(Array("the \(DurationWords.text(window: seconds)) to ".utf8))
        RFC3339.append(last, to: &output)
    }

    /// Appends a rolling window in ISO 8601: `PT24H/2000-01-01T10:00:00Z`. Its last second belongs to it.
    package func append(periodOfRolling seconds: Int64, to last: Int64, to output: inout OutputBuffer) {
        output.append(Array((Self.period(ofRolling: seconds) + "/").utf8))
        RFC3339.append(last, to: &output)
    }

    /// The length of a rolling window in ISO 8601: `PT24H`, `PT90M`. Days would be those of a calendar.
    package static func period(ofRolling seconds: Int64) -> String {
        if seconds % 3_600 == 0 { return "PT\(seconds / 3_600)H" }
        return seconds % 60 == 0 ? "PT\(seconds / 60)M" : "PT\(seconds)S"
    }

    private static let months: [[UInt8]] = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ].map { Array($0.utf8) }
}
