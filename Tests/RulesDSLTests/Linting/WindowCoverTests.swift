import Engine
import RulesDSL
import Testing

/// How many windows reach into another one: held to the windows themselves, counted one by one.
struct WindowCoverTests {
    private static let windows: [CheckedWindow] =
        CalendarWindow.allCases.filter { $0 != .ever }.map { .calendar($0) }
        + [3_600, 5_400, 86_399, 86_400, 86_401, 86_402, 7 * 86_400, 30 * 86_400].map { .rolling(seconds: $0) }

    /// UTC, and a zone with days of 23 and 25 hours.
    private static let zones = [ZoneRules.utc, TestResources.paris]

    @Test(arguments: zones.indices)
    func `no window holds more of others than is said`(zone: Int) {
        let zone = Self.zones[zone]
        let cover = WindowCover(zone)
        for large in Self.windows {
            for small in Self.windows {
                guard let said = cover.count(of: small, in: large) else { continue }
                let met = Self.most(of: small, in: large, zone)
                #expect(met <= said, "\(small.name) in \(large.name): \(met)")
            }
        }
    }

    @Test(arguments: [
        ("day", "week", 7), ("day", "month", 31), ("day", "year", 366), ("week", "month", 6), ("week", "year", 54),
        ("month", "week", 2), ("month", "year", 12), ("year", "day", 1), ("week", "day", 1),
    ])
    func `of whole days, as many as are said are met`(small: String, large: String, count: Int64) throws {
        let small = CheckedWindow.calendar(try #require(CalendarWindow(rawValue: small)))
        let large = CheckedWindow.calendar(try #require(CalendarWindow(rawValue: large)))
        #expect(WindowCover(.utc).count(of: small, in: large) == count)
        #expect(Self.most(of: small, in: large, .utc) == count)
    }

    @Test(
        arguments: [
            (86_400, 2), (86_401, 2), (86_402, 3), (3_600, 2), (7 * 86_400, 8),
        ] as [(Int64, Int64)])
    func `days that a rolling window reaches into`(seconds: Int64, count: Int64) {
        let rolling = CheckedWindow.rolling(seconds: seconds)
        #expect(WindowCover(.utc).count(of: .calendar(.day), in: rolling) == count)
        #expect(Self.most(of: .calendar(.day), in: rolling, .utc) == count)
    }

    @Test func `nothing fills all time, which holds everything`() {
        #expect(WindowCover(.utc).count(of: .calendar(.year), in: .calendar(.ever)) == nil)
        #expect(WindowCover(.utc).count(of: .calendar(.ever), in: .rolling(seconds: 60)) == 1)
    }

    /// The most windows that are met in many windows of the years 2025 to 2028, which begin at all sorts of seconds.
    private static func most(of small: CheckedWindow, in large: CheckedWindow, _ zone: ZoneRules) -> Int64 {
        let numbering = CalendarNumbering(weekStart: .sunday, clock: LocalClock(zone))
        var most: Int64 = 0
        for index in 0..<1_600 as Range<Int64> {
            let around = 1_735_689_600 + index * 86_400 * 7 / 10
            // Just before the end of a day or just on it: as a window is cut worst.
            let end = numbering.end(of: .day, number: numbering.number(of: .day, at: around))
            for start in [end - 1, end, around] {
                most = max(most, count(of: small, in: seconds(of: large, from: start, numbering), numbering))
            }
        }
        return most
    }

    private static func seconds(
        of window: CheckedWindow, from start: Int64, _ numbering: CalendarNumbering
    ) -> Range<Int64> {
        switch window {
        case .rolling(let seconds): return start..<start + seconds
        case .calendar(let window):
            let number = numbering.number(of: window, at: start)
            return numbering.seconds(of: window, number: number) ?? start..<start + 1
        }
    }

    private static func count(
        of window: CheckedWindow, in seconds: Range<Int64>, _ numbering: CalendarNumbering
    ) -> Int64 {
        switch window {
        case .rolling(let length): return (Int64(seconds.count) + length - 1) / length
        case .calendar(let window):
            let first = numbering.number(of: window, at: seconds.lowerBound)
            return numbering.number(of: window, at: seconds.upperBound - 1) - first + 1
        }
    }
}
