/// How many windows of one kind hold, together, all that a window of another kind holds.
package struct WindowCover {
    private static let day: Int64 = 86_400

    private let slack: Int64

    package init(_ zone: ZoneRules) {
        slack = OffsetRange(zone).slack
    }

    /// So many windows `small` always reach to hold one window `large`; nil where no number does.
    package func count(of small: CheckedWindow, in large: CheckedWindow) -> Int64? {
        switch (small, large) {
        case (.calendar(.ever), _): 1
        case (_, .calendar(.ever)): nil
        case (.calendar(let small), .calendar(let large)): Self.count(of: small, in: large)
        case (.rolling(let seconds), .calendar(let large)):
            Self.longestDays(large).map { Self.divideUp($0 * Self.day + slack, by: seconds) }
        case (.rolling(let small), .rolling(let large)): Self.divideUp(large, by: small)
        case (.calendar(let small), .rolling(let seconds)): touched(small, by: seconds)
        }
    }

    /// Windows of the calendar are made of whole days, however long these are.
    private static func count(of small: CalendarWindow, in large: CalendarWindow) -> Int64? {
        switch (small, large) {
        case (.ever, _): 1
        case (_, .ever): nil
        case (.day, .day), (.week, .day), (.month, .day), (.year, .day): 1
        case (.day, .week): 7
        case (.week, .week): 1
        // A week may begin in one and end in the next.
        case (.month, .week), (.year, .week): 2
        case (.day, .month): 31
        // The last day of a week, four whole ones, and two days.
        case (.week, .month): 6
        case (.month, .month), (.year, .month): 1
        case (.day, .year): 366
        // The last day of a week, 52 whole ones, and a day.
        case (.week, .year): 54
        case (.month, .year): 12
        case (.year, .year): 1
        }
    }

    private static func longestDays(_ window: CalendarWindow) -> Int64? {
        switch window {
        case .day: 1
        case .week: 7
        case .month: 31
        case .year: 366
        case .ever: nil
        }
    }

    /// How many windows of the calendar so many seconds in a row touch: the first and the last one, and as many whole
    /// ones as there is room for between a second of each.
    private func touched(_ window: CalendarWindow, by seconds: Int64) -> Int64? {
        guard let days = Self.shortestDays(window) else { return nil }
        guard seconds > 1 else { return 1 }
        return (seconds - 2 + slack) / (days * Self.day) + 2
    }

    private static func shortestDays(_ window: CalendarWindow) -> Int64? {
        switch window {
        case .day: 1
        case .week: 7
        case .month: 28
        case .year: 365
        case .ever: nil
        }
    }

    private static func divideUp(_ value: Int64, by divisor: Int64) -> Int64 {
        (value + divisor - 1) / divisor
    }
}
