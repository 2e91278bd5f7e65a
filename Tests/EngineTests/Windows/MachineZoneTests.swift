import Engine
import Foundation
import RulesDSL
import Testing

/// The time zones of the machine that runs the tests, where it has any.
@Suite struct MachineZoneTests {
    private static let directory = "/usr/share/zoneinfo"
    static let isThere = FileManager.default.fileExists(atPath: directory + "/Europe/Paris")

    private static func rules(_ name: String) throws -> ZoneRules? {
        guard let data = FileManager.default.contents(atPath: "\(directory)/\(name)") else { return nil }
        return try ZoneRules(zoneFile: Array(data))
    }

    /// Half an hour, days skipped and repeated, gaps and repetitions at midnight, rules of all kinds.
    private static let names = [
        "Africa/Casablanca", "America/Caracas", "America/Havana", "America/Juneau", "America/Nuuk", "America/New_York",
        "America/Sao_Paulo", "America/St_Johns", "Antarctica/Troll", "Asia/Beirut", "Asia/Gaza", "Asia/Kathmandu",
        "Asia/Pyongyang", "Asia/Tehran", "Australia/Lord_Howe", "Etc/GMT+12", "Europe/Dublin", "Europe/Paris",
        "Pacific/Apia", "Pacific/Chatham", "Pacific/Kiritimati", "Pacific/Kwajalein",
    ]

    @Test(.enabled(if: isThere), arguments: names)
    func `every hour around a change is counted as a watched clock counts it`(name: String) throws {
        guard let all = try Self.rules(name) else { return }
        let clock = LocalClock(all)
        let years = Ledger.seconds("1900-01-01T00:00:00Z")...Ledger.seconds("2100-12-31T23:59:59Z")
        var mistakes: [Int64] = []
        for change in all.transitions.map(\.time) where years.contains(change) {
            var watched = WallClock(all)
            var last = Int64.min
            for time in stride(from: change - 3 * 86_400, through: change + 2 * 86_400, by: 3600) {
                watched.walk(to: time)
                guard time >= change - 2 * 86_400 else { continue }
                let local = clock.local(time)
                let day = clock.day(of: time)
                let isRight =
                    CivilClock.day(of: local) == watched.shown.day
                    && CivilClock.hour(of: local) == watched.shown.second / 3600 && day == watched.day && day >= last
                    && clock.start(ofDay: day) <= time && time < clock.start(ofDay: day + 1)
                if !isRight { mistakes.append(time) }
                last = day
            }
        }
        #expect(mistakes == [])
    }

    @Test(
        .enabled(if: isThere),
        arguments: [
            ("Europe/Paris", "2024-07-14T12:00:00Z", 7200), ("Europe/Paris", "9999-12-31T23:59:59Z", 3600),
            ("Europe/Paris", "9999-07-01T00:00:00Z", 7200), ("America/New_York", "2007-03-11T06:59:59Z", -18_000),
            ("America/New_York", "2007-03-11T07:00:00Z", -14_400), ("Asia/Kolkata", "2024-01-01T00:00:00Z", 19_800),
            ("Pacific/Apia", "2011-12-30T09:59:59Z", -36_000), ("Pacific/Apia", "2011-12-30T10:00:00Z", 50_400),
        ] as [(String, String, Int64)])
    func `a zone has its offset`(name: String, time: String, offset: Int64) throws {
        guard let rules = try Self.rules(name) else { return }
        #expect(rules.offset(at: Ledger.seconds(time)) == offset)
    }
}
