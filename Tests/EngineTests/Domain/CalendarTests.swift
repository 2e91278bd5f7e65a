import Engine
import RulesDSL
import Testing

@Suite struct CalendarTests {
    @Test func `every day of the years 0 to 9999 has its number, its date and its weekday`() {
        var dayNumber = CivilDate(year: 0, month: 1, day: 1).dayNumber
        // 0000-01-01 was a Saturday.
        var weekday: Int64 = 5
        var mistakes = 0
        for year in 0...9999 {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            for (month, length) in zip(1..., lengths) {
                for day in 1...length {
                    let date = CivilDate(day: dayNumber)
                    if date.year != year || date.month != month || date.day != day || date.dayNumber != dayNumber
                        || !date.exists
                        || CivilClock.weekday(day: Int64(dayNumber)) != weekday
                    {
                        mistakes += 1
                    }
                    dayNumber += 1
                    weekday = (weekday + 1) % 7
                }
                if CivilDate(year: year, month: month, day: length + 1).exists { mistakes += 1 }
            }
        }
        #expect(mistakes == 0)
        #expect(CivilDate(day: dayNumber) == CivilDate(year: 10_000, month: 1, day: 1))
    }

    @Test(arguments: [
        (1970, 1, 1, 0), (2000, 3, 1, 11_017), (1969, 12, 31, -1), (0, 3, 1, -719_468), (9999, 12, 31, 2_932_896),
    ])
    func `a date has its number`(year: Int, month: Int, day: Int, number: Int) {
        #expect(CivilDate(year: year, month: month, day: day).dayNumber == number)
    }

    @Test(arguments: [
        (0, 1, 0), (0, 0, 1), (0, 13, 1), (1900, 2, 29), (2100, 2, 29), (2023, 2, 29), (2000, 2, 30), (2000, 4, 31),
        (2000, 1, -1),
    ])
    func `there is no such date`(year: Int, month: Int, day: Int) {
        #expect(CivilDate(year: year, month: month, day: day).exists == false)
    }

    @Test(
        arguments: [
            (0, 0, 0, 3), (86_399, 0, 23, 3), (86_400, 1, 0, 4), (-1, -1, 23, 2), (-86_400, -1, 0, 2),
            (-86_401, -2, 23, 1), (3_599, 0, 0, 3), (3_600, 0, 1, 3),
        ])
    func `a second belongs to its day, hour and weekday`(second: Int64, day: Int64, hour: Int64, weekday: Int64) {
        #expect(CivilClock.day(of: second) == day)
        #expect(CivilClock.hour(of: second) == hour)
        #expect(CivilClock.weekday(day: day) == weekday)
    }

    @Test(arguments: [Int64.min, Int64.min + 1, Int64.max])
    func `the last seconds of 64 bits have a date too`(second: Int64) {
        let day = Int(CivilClock.day(of: second))
        #expect(CivilDate(day: day).dayNumber == day)
        #expect(!RFC3339.text(second).isEmpty)
    }
}
