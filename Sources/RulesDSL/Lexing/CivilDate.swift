/// A day of the Gregorian calendar, in the years 0 to 9999.
package struct CivilDate: Sendable, Equatable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Nil where there is no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month) else { return nil }
        guard day >= 1, day <= Self.days(inMonth: month, of: year) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The date of a day that has one in those years; the first or last of them for any other.
    package init(daysSinceEpoch days: Int64) {
        // Years are counted from March, and days from 0000-03-01; a cycle of 400 years has 146,097 days.
        let sinceMarch = Int(min(max(days, -719_528), 2_932_896)) + 719_468
        let era = sinceMarch >= 0 ? sinceMarch / 146_097 : -1
        let dayOfEra = sinceMarch - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    }

    package static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// How many days a month from 1 to 12 has.
    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// `February` for 2; the empty text for what is no month.
    package static func name(ofMonth month: Int) -> String {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return names.indices.contains(month - 1) ? names[month - 1] : ""
    }

    /// Days since 1970-01-01.
    ///
    /// Years are counted from March, so that a leap day is the last day of its year; 719,468 days lie between
    /// 0000-03-01 and 1970-01-01.
    package var daysSinceEpoch: Int64 {
        let marchYear = month > 2 ? year : year - 1
        let marchMonth = month > 2 ? month - 3 : month + 9
        let leapDays = floorDivide(marchYear, 4) - floorDivide(marchYear, 100) + floorDivide(marchYear, 400)
        let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
        return Int64(marchYear * 365 + leapDays + dayOfYear - 719_468)
    }

    private func floorDivide(_ value: Int, _ divisor: Int) -> Int {
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
    }
}
