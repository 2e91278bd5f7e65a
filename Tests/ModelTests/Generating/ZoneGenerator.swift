/// Makes time zones whose clocks change where it hurts.
enum ZoneGenerator {
    /// A zone with changes about the days of a stream.
    static func zone(anchorDay: Int64, pace: Int64, _ random: inout RandomSource) -> ModelZone {
        let first: Int64 = random.pick([
            0, 3600, 7200, -18_000, 20_700, 37_800, 50_400, -39_600, -43_200, 45_900, 1_172,
        ])
        var zone = ModelZone(name: "Model/Somewhere", first: first, changes: [])
        var offset = first
        var day = anchorDay - random.int(0...1)
        for _ in 0..<random.index(below: 7) {
            let delta: Int64 = random.pick([
                3600, 3600, -3600, -3600, 1800, -1800, 7200, -7200, 86_400, -86_400, 1_200, -561,
            ])
            let clock: Int64 = random.pick([0, 0, 3600, 7200, 7200, 10_800, 1, 1800, 82_800, 85_800, 43_200])
            let time = day * Calendar.secondsOfDay + clock - offset
            day += max(1, pace * random.pick([20, 100, 300]) / Calendar.secondsOfDay)
            guard abs(offset + delta) <= 16 * 3600, time > zone.changes.last?.time ?? .min,
                Setting.clamped(time) == time
            else { continue }
            offset += delta
            zone.changes.append(ModelZone.Change(time: time, offset: offset))
        }
        return zone
    }
}

extension ModelZone {
    /// Real zones, as far as their clocks were changed in some years.
    static let known = [
        ModelZone(
            name: "Europe/Paris", first: 3600,
            [
                ("2023-03-26 01:00", 7200), ("2023-10-29 01:00", 3600), ("2024-03-31 01:00", 7200),
                ("2024-10-27 01:00", 3600), ("2025-03-30 01:00", 7200), ("2025-10-26 01:00", 3600),
                ("2026-03-29 01:00", 7200), ("2026-10-25 01:00", 3600),
            ]),
        ModelZone(
            name: "America/New_York", first: -18_000,
            [
                ("2023-03-12 07:00", -14_400), ("2023-11-05 06:00", -18_000), ("2024-03-10 07:00", -14_400),
                ("2024-11-03 06:00", -18_000), ("2025-03-09 07:00", -14_400), ("2025-11-02 06:00", -18_000),
                ("2026-03-08 07:00", -14_400), ("2026-11-01 06:00", -18_000),
            ]),
        // Half an hour.
        ModelZone(
            name: "Australia/Lord_Howe", first: 39_600,
            [
                ("2023-04-01 15:00", 37_800), ("2023-09-30 15:30", 39_600), ("2024-04-06 15:00", 37_800),
                ("2024-10-05 15:30", 39_600), ("2025-04-05 15:00", 37_800), ("2025-10-04 15:30", 39_600),
                ("2026-04-04 15:00", 37_800), ("2026-10-03 15:30", 39_600),
            ]),
        // Where December 30, 2011 never was.
        ModelZone(
            name: "Pacific/Apia", first: -39_600,
            [
                ("2010-09-26 11:00", -36_000), ("2011-04-02 14:00", -39_600), ("2011-09-24 14:00", -36_000),
                ("2011-12-30 10:00", 50_400), ("2012-03-31 14:00", 46_800),
            ]),
    ]

    private init(name: String, first: Int64, _ changes: [(String, Int64)]) {
        self.init(
            name: name, first: first, changes: changes.map { Change(time: Self.time($0.0), offset: $0.1) })
    }

    /// A time in UTC, as `YYYY-MM-DD HH:MM`.
    private static func time(_ text: String) -> Int64 {
        let parts = text.split { "- :".contains($0) }.compactMap { Int($0) }
        let day = Calendar.dayNumber(year: parts[0], month: parts[1], day: parts[2])
        return day * Calendar.secondsOfDay + Int64(parts[3] * 3600 + parts[4] * 60)
    }
}
