/// Dates by plain counting: no formula, a list of the first day of each year.
enum Calendar {
    static let secondsOfDay: Int64 = 86_400

    static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The years that any zone can show of the times that there are.
    private static let years = -2...10_003

    /// The number of January 1 of each of these years, counted from 1970-01-01.
    private static let firstDays: [Int64] = {
        var days: [Int64] = []
        var day: Int64 = 0
        for year in years {
            days.append(day)
            day += isLeap(year) ? 366 : 365
        }
        let epoch = days[1970 - years.lowerBound]
        return days.map { $0 - epoch }
    }()

    private static func firstDay(of year: Int) -> Int64 {
        firstDays[year - years.lowerBound]
    }

    static func dayNumber(year: Int, month: Int, day: Int) -> Int64 {
        var number = firstDay(of: year)
        for earlier in 1..<month {
            number += Int64(days(inMonth: earlier, of: year))
        }
        return number + Int64(day - 1)
    }

    /// The date of a day.
    static func date(ofDay number: Int64) -> (year: Int, month: Int, day: Int) {
        var low = years.lowerBound
        var high = years.upperBound
        while low < high {
            let middle = (low + high + 1) / 2
            if firstDay(of: middle) <= number { low = middle } else { high = middle - 1 }
        }
        var day = Int(number - firstDay(of: low))
        var month = 1
        while day >= days(inMonth: month, of: low) {
            day -= days(inMonth: month, of: low)
            month += 1
        }
        return (low, month, day + 1)
    }

    static func floorDivide(_ left: Int64, _ right: Int64) -> Int64 {
        let quotient = left / right
        return left % right < 0 ? quotient - 1 : quotient
    }

    static func dayNumber(of time: Int64) -> Int64 {
        floorDivide(time, secondsOfDay)
    }

    /// From Monday, 0. The epoch was a Thursday.
    static func weekday(ofDay number: Int64) -> Int {
        let weekday = Int((number + 3) % 7)
        return weekday < 0 ? weekday + 7 : weekday
    }

    static func hour(of time: Int64) -> Int64 {
        (time - dayNumber(of: time) * secondsOfDay) / 3600
    }

    /// The window of the calendar that a time belongs to, from its first second to the first one after it; nil for the
    /// others, which have no end.
    static func span(
        _ window: Window, containing time: Int64, in zone: ModelZone, weekStart: Int
    ) -> (begin: Int64, end: Int64)? {
        guard let days = days(of: window, containing: zone.day(of: time), weekStart: weekStart) else { return nil }
        return (zone.begin(ofDay: days.first), zone.begin(ofDay: days.next))
    }

    /// The first day of the window that a day belongs to, and the first one after it.
    private static func days(
        of window: Window, containing today: Int64, weekStart: Int
    ) -> (first: Int64, next: Int64)? {
        switch window {
        case .ever, .rolling: return nil
        case .day: return (today, today + 1)
        case .week:
            var day = today
            while weekday(ofDay: day) != weekStart { day -= 1 }
            return (day, day + 7)
        case .month:
            let (year, month, day) = date(ofDay: today)
            let first = today - Int64(day - 1)
            return (first, first + Int64(days(inMonth: month, of: year)))
        case .year:
            let year = date(ofDay: today).year
            return (firstDay(of: year), firstDay(of: year + 1))
        }
    }
}
