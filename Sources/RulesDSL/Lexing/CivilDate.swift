/// A date of the proleptic Gregorian calendar, and its number among all days.
///
/// The arithmetic follows Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"
/// (<https://howardhinnant.github.io/date_algorithms.html>): years begin in March, so that the leap day is the last
/// one, and 400 years, an era, always have 146,097 days.
package struct CivilDate: Sendable, Hashable {
    package let year: Int
    /// From 1 to 12.
    package let month: Int
    /// From 1 to the month's last day.
    package let day: Int

    @usableFromInline static let daysOfEra = 146_097
    /// From 0000-03-01, where an era begins, to 1970-01-01.
    @usableFromInline static let daysBeforeEpoch = 719_468

    /// The date with these parts, which need not exist: see `exists`.
    @inlinable
    @inline(__always)
    package init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The date of a day number; any that a time of 64 bits can have.
    @inlinable
    package init(day number: Int) {
        let sinceMarch = number + Self.daysBeforeEpoch
        let era = (sinceMarch >= 0 ? sinceMarch : sinceMarch - (Self.daysOfEra - 1)) / Self.daysOfEra
        let dayOfEra = sinceMarch - era * Self.daysOfEra
        // Takes out the leap days passed, after which each year has 365.
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        // From March on, months of 31, 30, 31, 30, 31 days repeat: 153 days in 5 months.
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        self.init(
            year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// Whether the calendar has such a date.
    @inlinable
    @inline(__always)
    package var exists: Bool {
        month >= 1 && month <= 12 && day >= 1 && day <= Self.days(inMonth: month, of: year)
    }

    /// Days since 1970-01-01, for a date that exists.
    @inlinable
    @inline(__always)
    package var dayNumber: Int {
        let marchYear = month <= 2 ? year - 1 : year
        let marchMonth = month <= 2 ? month + 9 : month - 3
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * Self.daysOfEra + dayOfEra - Self.daysBeforeEpoch
    }

    /// How many days a month from 1 to 12 has.
    @inlinable
    @inline(__always)
    package static func days(inMonth month: Int, of year: Int) -> Int {
        if month == 2 { return isLeap(year) ? 29 : 28 }
        // 31 in odd months up to July and in even ones after it.
        return 30 + ((month + (month >> 3)) & 1)
    }

    /// Whether the year has a 29th of February.
    @inlinable
    @inline(__always)
    package static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }
}

extension CivilDate {
    /// The date that was written with these parts, in the years 0 to 9999; nil where there is no such day.
    static func written(year: Int, month: Int, day: Int) -> CivilDate? {
        let date = CivilDate(year: year, month: month, day: day)
        return (0...9999).contains(year) && date.exists ? date : nil
    }

    /// `February` for 2; the empty text for what is no month.
    static func name(ofMonth month: Int) -> String {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return names.indices.contains(month - 1) ? names[month - 1] : ""
    }
}
