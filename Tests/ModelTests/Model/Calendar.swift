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

    /// The number of January 1 of each year from 0 to 10,001, counted from 1970-01-01.
    private static let firstDays: [Int64] = {
        var days: [Int64] = []
        var day: Int64 = 0
        for year in 0...10_001 {
            days.append(day)
            day += isLeap(year) ? 366 : 365
        }
        let epoch = days[1970]
        return days.map { $0 - epoch }
    }()

    static func dayNumber(year: Int, month: Int, day: Int) -> Int64 {
        var number = firstDays[year]
        for earlier in 1..<month {
            number += Int64(days(inMonth: earlier, of: year))
        }
        return number + Int64(day - 1)
    }

    /// The date of a day from 0000-01-01 to 9999-12-31.
    static func date(ofDay number: Int64) -> (year: Int, month: Int, day: Int) {
        var low = 0
        var high = 10_000
        while low < high {
            let middle = (low + high + 1) / 2
            if firstDays[middle] <= number { low = middle } else { high = middle - 1 }
        }
        var day = Int(number - firstDays[low])
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

    /// The window that a time belongs to, from its first second to the first one after it; nil for `ever`, which has
    /// no end.
    static func span(_ window: Window, containing time: Int64, weekStart: Int) -> (begin: Int64, end: Int64)? {
        let today = dayNumber(of: time)
        let first: Int64
        let next: Int64
        switch window {
        case .ever: return nil
        case .day:
            first = today
            next = today + 1
        case .week:
            var day = today
            while weekday(ofDay: day) != weekStart { day -= 1 }
            first = day
            next = day + 7
        case .month:
            let (year, month, day) = date(ofDay: today)
            first = today - Int64(day - 1)
            next = first + Int64(days(inMonth: month, of: year))
        case .year:
            let year = date(ofDay: today).year
            first = firstDays[year]
            next = firstDays[year + 1]
        }
        return (first * secondsOfDay, next * secondsOfDay)
    }
}
