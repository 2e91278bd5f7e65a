import RulesDSL

/// A slow wall clock: it looks at one transition after the other, and knows days only by having walked through the
/// seconds before.
struct WallClock {
    let zone: ZoneRules
    /// Days since 1970-01-01 and seconds of that day, as the clock shows them.
    private(set) var shown: (day: Int64, second: Int64) = (0, 0)
    /// The day that counts: the latest that the clock has shown.
    private(set) var day: Int64 = .min
    /// The transitions that are behind it.
    private var passed = 0

    init(_ zone: ZoneRules) {
        self.zone = zone
    }

    var offset: Int64 {
        passed == 0 ? zone.first : zone.transitions[passed - 1].offset
    }

    mutating func walk(to time: Int64) {
        while passed < zone.transitions.count, zone.transitions[passed].time <= time {
            look(at: zone.transitions[passed].time - 1)
            passed += 1
        }
        look(at: time)
    }

    private mutating func look(at time: Int64) {
        let local = time + offset
        var day = local / 86_400
        if local % 86_400 < 0 { day -= 1 }
        shown = (day, local - day * 86_400)
        self.day = max(self.day, day)
    }
}

/// Zones with everything that clocks have ever done, as tables of offsets.
enum OddZone: String, CaseIterable {
    case utc
    case eastOfUTC
    case halfHourWest
    case paris
    case lordHowe
    case apia
    case saoPaulo
    case stJohns
    case juneau
    case kwajalein
    case twiceInADay

    var rules: ZoneRules {
        switch self {
        case .utc: .utc
        case .eastOfUTC: ZoneRules(first: 45_900, transitions: [])
        case .halfHourWest: ZoneRules(first: -12_600, transitions: [])
        case .paris:
            Self.zone(
                561, "1911-03-10T23:50:39Z", 0, "1940-06-14T22:00:00Z", 3600, "2024-03-31T01:00:00Z", 7200,
                "2024-10-27T01:00:00Z", 3600,
                "2025-03-30T01:00:00Z", 7200)
        // Half an hour in summer.
        case .lordHowe:
            Self.zone(
                38_180, "1895-01-31T13:23:40Z", 37_800, "2024-10-05T15:30:00Z", 39_600, "2025-04-05T15:00:00Z", 37_800)
        // 2011-12-30 was no day there.
        case .apia: Self.zone(-36_000, "2011-12-30T10:00:00Z", 50_400, "2012-03-31T14:00:00Z", 46_800)
        // Summer begins at midnight: the day begins at 01:00; and ends at midnight: 23:00 comes twice.
        case .saoPaulo: Self.zone(-10_800, "2018-11-04T03:00:00Z", -7200, "2019-02-17T02:00:00Z", -10_800)
        // The clock goes back over midnight: 00:01 becomes 23:01 of the day before.
        case .stJohns: Self.zone(-12_600, "2006-04-02T03:31:00Z", -9000, "2006-10-29T02:31:00Z", -12_600)
        // Bought by a country on the other side of the date line: one day twice.
        case .juneau: Self.zone(54_139, "1867-10-19T00:31:41Z", -32_261, "1900-08-20T20:57:41Z", -28_800)
        case .kwajalein: Self.zone(39_600, "1969-09-30T13:00:00Z", -43_200, "1993-08-21T12:00:00Z", 43_200)
        case .twiceInADay: Self.zone(0, "2000-01-01T23:30:00Z", 3600, "2000-01-01T23:45:00Z", -3600)
        }
    }

    private static func zone(_ first: Int64, _ parts: any ZonePart...) -> ZoneRules {
        var transitions: [ZoneRules.Transition] = []
        for (time, offset) in zip(parts, parts.dropFirst()) {
            guard let time = time as? String, let offset = offset as? Int else { continue }
            transitions.append(ZoneRules.Transition(time: Ledger.seconds(time), offset: Int64(offset)))
        }
        return ZoneRules(first: first, transitions: transitions)
    }
}

/// A time, or the offset from then on.
protocol ZonePart {}
extension String: ZonePart {}
extension Int: ZonePart {}
