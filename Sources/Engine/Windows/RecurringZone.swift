internal import RulesDSL

/// What the clocks of a zone do year after year: the text at the end of a zone file, in the form of POSIX's `TZ`, with
/// the hours beyond a day that RFC 9636 allows.
///
///     CET-1CEST,M3.5.0,M10.5.0/3
struct RecurringZone {
    /// A day of each year.
    enum YearDay {
        /// `J60`: from 1, in a year without its leap day.
        case withoutLeapDay(Int)
        /// `59`: from 0, the leap day included.
        case withLeapDay(Int)
        /// `M10.5.0`: the fifth, that is the last, Sunday of October.
        case weekday(month: Int, week: Int, day: Int)
    }

    /// When the clocks change each year, by the clock as it is then.
    struct Change {
        let day: YearDay
        /// Seconds from that day's midnight; below zero and beyond a day too.
        let time: Int64
    }

    struct Summer {
        let offset: Int64
        let start: Change
        let end: Change
    }

    /// The distance of standard time from UTC.
    let standard: Int64
    let summer: Summer?

    /// The changes of some years, ascending. Two at one second mean the later one.
    func transitions(years: ClosedRange<Int>) -> [ZoneRules.Transition] {
        guard let summer else { return [] }
        var transitions: [ZoneRules.Transition] = []
        for year in years {
            let start = summer.start.time(year) - standard
            let end = summer.end.time(year) - summer.offset
            transitions.append(ZoneRules.Transition(time: start, offset: summer.offset))
            let next = Self.firstDay(of: year + 1) * CivilClock.secondsPerDay
            let length = next - Self.firstDay(of: year) * CivilClock.secondsPerDay
            // A summer as long as a year never ends.
            if end - start < length {
                transitions.append(ZoneRules.Transition(time: end, offset: standard))
            }
        }
        return transitions.enumerated()
            .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
            .map(\.element)
    }

    /// The offset at a second.
    func offset(at time: Int64) -> Int64 {
        let year = CivilDate(day: Int(CivilClock.day(of: time))).year
        return transitions(years: year - 1...year + 1).last { $0.time <= time }?.offset ?? standard
    }

    fileprivate static func firstDay(of year: Int) -> Int64 {
        Int64(CivilDate(year: year, month: 1, day: 1).dayNumber)
    }
}

extension RecurringZone.Change {
    /// The change of a year on the clock that it changes, as seconds since 1970-01-01 00:00.
    fileprivate func time(_ year: Int) -> Int64 {
        day.number(year) * CivilClock.secondsPerDay + time
    }
}

extension RecurringZone.YearDay {
    /// Days since 1970-01-01.
    fileprivate func number(_ year: Int) -> Int64 {
        switch self {
        case .withoutLeapDay(let day):
            return RecurringZone.firstDay(of: year) + Int64(day - 1 + (day >= 60 && CivilDate.isLeap(year) ? 1 : 0))
        case .withLeapDay(let day):
            return RecurringZone.firstDay(of: year) + Int64(day)
        case .weekday(let month, let week, let day):
            let first = Int64(CivilDate(year: year, month: month, day: 1).dayNumber)
            // POSIX counts weekdays from Sunday.
            let weekday = (CivilClock.weekday(day: first) + 1) % 7
            var date = (Int64(day) - weekday + 7) % 7 + Int64(week - 1) * 7
            if date >= Int64(CivilDate.days(inMonth: month, of: year)) { date -= 7 }
            return first + date
        }
    }
}
