package import RulesDSL

/// Numbers the calendar's windows, so that two times lie in one window exactly if their numbers are equal, and a
/// later time never has a lower number.
package struct CalendarNumbering: Sendable {
    /// The first day of the week.
    package let weekStart: Weekday
    /// Whose days are counted.
    package let clock: LocalClock

    package init(weekStart: Weekday, clock: LocalClock) {
        self.weekStart = weekStart
        self.clock = clock
    }

    /// The number of the window that a second lies in.
    ///
    /// - Complexity: Logarithmic in the number of the zone's transitions.
    package func number(of window: CalendarWindow, at time: Int64) -> Int64 {
        number(of: window, day: clock.day(of: time))
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
        window == .ever ? nil : firstDay(of: window, number)..<firstDay(of: window, number + 1)
    }

    /// The first second of a window and the first one after it, or nil for `ever`. Of a window whose days are all
    /// skipped both are the same.
    package func seconds(of window: CalendarWindow, number: Int64) -> Range<Int64>? {
        days(of: window, number: number).map {
            clock.start(ofDay: $0.lowerBound)..<clock.start(ofDay: $0.upperBound)
        }
    }

    /// The first second after a window; the greatest there is for `ever`.
    ///
    /// - Complexity: Logarithmic in the number of the zone's transitions.
    package func end(of window: CalendarWindow, number: Int64) -> Int64 {
        window == .ever ? .max : clock.start(ofDay: firstDay(of: window, number + 1))
    }

    /// A day on which a week begins: 1969-12-29, a Monday, or one of the six days after it.
    private var firstWeekDay: Int64 { Int64(weekStart.rawValue) - 3 }

    private func monthNumber(_ day: Int64) -> Int64 {
        let date = CivilDate(day: Int(day))
        return Int64(date.year * 12 + date.month - 1)
    }

    private func firstDay(of window: CalendarWindow, _ number: Int64) -> Int64 {
        switch window {
        case .day: number
        case .week: number * 7 + firstWeekDay
        case .month: firstDay(month: number)
        case .year: firstDay(month: number * 12)
        case .ever: 0
        }
    }

    private func firstDay(month number: Int64) -> Int64 {
        let year = number.floorDivided(by: 12)
        return Int64(CivilDate(year: Int(year), month: Int(number - year * 12) + 1, day: 1).dayNumber)
    }
}
