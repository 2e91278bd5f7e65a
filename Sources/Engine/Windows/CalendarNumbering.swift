package import RulesDSL

/// Numbers the calendar's windows, so that two times lie in one window exactly if their numbers are equal, and a
/// later window has a higher number.
package struct CalendarNumbering: Sendable {
    /// The first day of the week.
    package let weekStart: Weekday

    package init(weekStart: Weekday) {
        self.weekStart = weekStart
    }

    /// The number of the window that a day lies in.
    package func number(of window: CalendarWindow, day: Int64) -> Int64 {
        switch window {
        case .day: day
        case .week: (day - firstWeekDay).floorDivided(by: 7)
        case .month: monthNumber(day)
        case .year: monthNumber(day).floorDivided(by: 12)
        case .ever: 0
        }
    }

    /// The days from the window's first to the one after its last, or nil for `ever`.
    package func days(of window: CalendarWindow, number: Int64) -> Range<Int64>? {
        switch window {
        case .day: return number..<number + 1
        case .week:
            let first = number * 7 + firstWeekDay
            return first..<first + 7
        case .month: return firstDay(month: number)..<firstDay(month: number + 1)
        case .year: return firstDay(month: number * 12)..<firstDay(month: (number + 1) * 12)
        case .ever: return nil
        }
    }

    /// A day on which a week begins: 1969-12-29, a Monday, or one of the six days after it.
    private var firstWeekDay: Int64 { Int64(weekStart.rawValue) - 3 }

    private func monthNumber(_ day: Int64) -> Int64 {
        let date = CivilDate(day: Int(day))
        return Int64(date.year * 12 + date.month - 1)
    }

    private func firstDay(month number: Int64) -> Int64 {
        let year = number.floorDivided(by: 12)
        return Int64(CivilDate(year: Int(year), month: Int(number - year * 12) + 1, day: 1).dayNumber)
    }
}
