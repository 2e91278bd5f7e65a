import Engine
import RulesDSL
import Testing

@Suite struct LocalClockTests {
    private static let day: Int64 = 86_400

    /// The places to look at closely: around each transition, and around a year without any.
    static func places(_ zone: ZoneRules) -> [Int64] {
        zone.transitions.map(\.time) + [Ledger.seconds("1999-12-31T00:00:00Z"), Ledger.seconds("0004-02-28T00:00:00Z")]
    }

    /// The second at which a day begins, which is one of the next sixty.
    private static func start(ofDay day: Int64, _ watched: WallClock, from time: Int64) -> Int64? {
        (time...time + 59).first { second in
            var later = watched
            later.walk(to: second)
            return later.day >= day
        }
    }

    @Test(arguments: OddZone.allCases)
    func `days, dates and hours are those of a clock that was watched`(zone: OddZone) {
        let clock = LocalClock(zone.rules)
        var mistakes: [Int64] = []
        for place in Self.places(zone.rules) {
            var watched = WallClock(zone.rules)
            var before: WallClock?
            for time in stride(from: place - 3 * Self.day, through: place + 3 * Self.day, by: 60) {
                watched.walk(to: time)
                // A clock that goes back a whole day is watched from before it.
                guard time > place - 2 * Self.day else { continue }
                if !Self.agree(clock, watched, time) { mistakes.append(time) }
                if let before, before.day < watched.day {
                    let start = Self.start(ofDay: watched.day, before, from: time - 59)
                    for day in before.day + 1...watched.day { #expect(clock.start(ofDay: day) == start) }
                }
                before = watched
            }
        }
        #expect(mistakes == [])
    }

    private static func agree(_ clock: LocalClock, _ watched: WallClock, _ time: Int64) -> Bool {
        let local = clock.local(time)
        let stretch = clock.stretch(at: time)
        let seconds = clock.seconds(ofDay: watched.day, in: stretch)
        return CivilClock.day(of: local) == watched.shown.day
            && CivilClock.hour(of: local) == watched.shown.second / 3600
            && clock.day(of: time) == watched.day && stretch.offset == watched.offset
            && stretch.start <= time && time < stretch.end && seconds.contains(time)
            && seconds.lowerBound == clock.start(ofDay: watched.day)
            && seconds.upperBound == clock.start(ofDay: watched.day + 1)
    }

    @Test(arguments: OddZone.allCases, CalendarWindow.allCases)
    func `a window's number never goes down, and its seconds are those that have the number`(
        zone: OddZone, window: CalendarWindow
    ) {
        let numbering = CalendarNumbering(weekStart: .sunday, clock: LocalClock(zone.rules))
        var mistakes: [Int64] = []
        for place in Self.places(zone.rules) {
            var last = Int64.min
            for time in stride(from: place - 40 * Self.day, through: place + 40 * Self.day, by: 1800) {
                let number = numbering.number(of: window, at: time)
                if number < last || !Self.bounds(numbering, window, number, time) { mistakes.append(time) }
                last = number
            }
        }
        #expect(mistakes == [])
    }

    private static func bounds(
        _ numbering: CalendarNumbering, _ window: CalendarWindow, _ number: Int64, _ time: Int64
    ) -> Bool {
        let end = numbering.end(of: window, number: number)
        guard let seconds = numbering.seconds(of: window, number: number) else { return window == .ever && end == .max }
        return seconds.contains(time) && seconds.upperBound == end
            && numbering.number(of: window, at: seconds.lowerBound) == number
            && numbering.number(of: window, at: seconds.lowerBound - 1) < number
            && numbering.number(of: window, at: seconds.upperBound - 1) == number
            && numbering.number(of: window, at: seconds.upperBound) > number
    }

    @Test(arguments: [
        (OddZone.paris, "2024-03-30T23:00:00Z", 23), (.paris, "2024-10-26T22:00:00Z", 25),
        (.paris, "2024-10-27T23:00:00Z", 24), (.saoPaulo, "2018-11-04T03:00:00Z", 23),
        (.saoPaulo, "2019-02-16T02:00:00Z", 25), (.apia, "2011-12-29T10:00:00Z", 24),
        (.apia, "2011-12-30T10:00:00Z", 24),
    ])
    func `a day has its hours`(zone: OddZone, start: String, hours: Int) {
        let clock = LocalClock(zone.rules)
        let day = clock.day(of: Ledger.seconds(start))
        #expect(clock.start(ofDay: day) == Ledger.seconds(start))
        #expect(clock.start(ofDay: day + 1) == Ledger.seconds(start) + Int64(hours) * 3600)
    }

    @Test func `a skipped day is a window without seconds`() {
        let numbering = CalendarNumbering(weekStart: .monday, clock: LocalClock(OddZone.apia.rules))
        let skipped = Int64(CivilDate(year: 2011, month: 12, day: 30).dayNumber)
        let seconds = numbering.seconds(of: .day, number: skipped)
        #expect(seconds?.isEmpty == true && seconds?.lowerBound == Ledger.seconds("2011-12-30T10:00:00Z"))
    }

    @Test func `an hour repeated from the day before belongs to the day that has begun`() {
        let clock = LocalClock(OddZone.stJohns.rules)
        let begun = Int64(CivilDate(year: 2006, month: 10, day: 29).dayNumber)
        #expect(clock.day(of: Ledger.seconds("2006-10-29T02:29:59Z")) == begun - 1)
        #expect(clock.day(of: Ledger.seconds("2006-10-29T02:30:00Z")) == begun)
        // Here the clock shows 23:15 of the 28th again.
        let repeated = Ledger.seconds("2006-10-29T02:45:00Z")
        #expect(CivilClock.day(of: clock.local(repeated)) == begun - 1)
        #expect(clock.day(of: repeated) == begun)
    }
}
