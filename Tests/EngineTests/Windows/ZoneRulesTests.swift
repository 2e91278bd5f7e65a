import Engine
import RulesDSL
import Testing

@Suite struct ZoneRulesTests {
    @Test(arguments: OddZone.allCases)
    func `a local time comes as often as there are offsets that make it`(zone: OddZone) {
        let rules = zone.rules
        let offsets = Set(rules.transitions.map(\.offset) + [rules.first])
        for place in LocalClockTests.places(rules) {
            for time in stride(from: place - 2 * 86_400, through: place + 2 * 86_400, by: 300) {
                for offset in offsets { check(local: time + offset, rules, offsets) }
            }
        }
    }

    private func check(local: Int64, _ rules: ZoneRules, _ offsets: Set<Int64>) {
        let times = offsets.map { local - $0 }.filter { rules.offset(at: $0) == local - $0 }.sorted()
        switch rules.occurrence(ofLocal: local) {
        case .once(let time): #expect(times == [time])
        case .twice(let first, let second): #expect(times.count > 1 && times.first == first && times.last == second)
        case .never(let skippedAt):
            #expect(times.isEmpty)
            #expect(rules.transitions.contains { $0.time == skippedAt })
            #expect(local >= skippedAt + rules.offset(at: skippedAt - 1))
            #expect(local < skippedAt + rules.offset(at: skippedAt))
        }
    }

    @Test(arguments: OddZone.allCases)
    func `a day starts where the clock that counts it says`(zone: OddZone) {
        let clock = LocalClock(zone.rules)
        for place in LocalClockTests.places(zone.rules) {
            let today = clock.day(of: place)
            for day in today - 3...today + 3 { #expect(zone.rules.start(ofDay: day) == clock.start(ofDay: day)) }
        }
    }

    @Test(arguments: [
        (OddZone.paris, "2024-03-31T01:59:59Z", ZoneRules.Occurrence.once(1_711_846_799)),
        (.paris, "2024-03-31T02:00:00Z", .never(skippedAt: 1_711_846_800)),
        (.paris, "2024-03-31T02:59:59Z", .never(skippedAt: 1_711_846_800)),
        (.paris, "2024-03-31T03:00:00Z", .once(1_711_846_800)),
        (.paris, "2024-10-27T02:00:00Z", .twice(1_729_987_200, 1_729_990_800)),
        (.paris, "2024-10-27T02:59:59Z", .twice(1_729_990_799, 1_729_994_399)),
        (.paris, "2024-10-27T03:00:00Z", .once(1_729_994_400)),
        (.apia, "2011-12-30T12:00:00Z", .never(skippedAt: 1_325_239_200)),
        (.lordHowe, "2024-10-06T02:15:00Z", .never(skippedAt: 1_728_142_200)),
        (.lordHowe, "2025-04-06T01:45:00Z", .twice(1_743_864_300, 1_743_866_100)),
    ])
    func `the clock shows a time then`(zone: OddZone, local: String, expected: ZoneRules.Occurrence) {
        #expect(zone.rules.occurrence(ofLocal: Ledger.seconds(local)) == expected)
    }
}
