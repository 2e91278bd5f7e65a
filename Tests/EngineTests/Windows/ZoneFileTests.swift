import Engine
import RulesDSL
import Testing

@Suite struct ZoneFileTests {
    private static func rules(_ file: ZoneFileBytes) throws -> ZoneRules {
        try ZoneRules(zoneFile: file.bytes)
    }

    private static func mistake(_ bytes: [UInt8]) -> ZoneFileMistake? {
        do throws(ZoneFileMistake) {
            _ = try ZoneRules(zoneFile: bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [UInt8(ascii: "2"), UInt8(ascii: "3"), UInt8(ascii: "4"), UInt8(ascii: "9")])
    func `the second part of a file counts, whatever its version`(version: UInt8) throws {
        let file = ZoneFileBytes(
            version: version, first: 561, transitions: [(-1 << 40, 0), (0, 3600), (1 << 40, 7200)],
            oldTransitions: [(0, -3600)])
        let rules = try Self.rules(file)
        #expect(rules.first == 561)
        #expect(rules.transitions.map(\.time) == [-1 << 40, 0, 1 << 40])
        #expect(rules.transitions.map(\.offset) == [0, 3600, 7200])
    }

    @Test func `a file of the first version has short times and nothing behind them`() throws {
        let rules = try Self.rules(
            ZoneFileBytes(version: 0, first: -3600, transitions: [(-2_147_483_648, 0), (2_147_483_647, -3600)]))
        #expect(rules.first == -3600)
        #expect(rules.transitions.map(\.time) == [-2_147_483_648, 2_147_483_647])
    }

    @Test func `a transition that changes no offset is none`() throws {
        let rules = try Self.rules(ZoneFileBytes(first: 60, transitions: [(10, 60), (20, 120), (30, 120), (40, 60)]))
        #expect(rules.transitions.map(\.time) == [20, 40])
    }

    @Test(arguments: ["UTC0", "<-00>0", "<+0530>-5:30", "LMT-0:09:21", "<A1+>24", "abc-24:59:59"])
    func `a zone can have one offset for ever`(footer: String) throws {
        let expected: [String: Int64] = [
            "UTC0": 0, "<-00>0": 0, "<+0530>-5:30": 19_800, "LMT-0:09:21": 561, "<A1+>24": -86_400,
            "abc-24:59:59": 89_999,
        ]
        #expect(
            try Self.rules(ZoneFileBytes(footer: footer)) == ZoneRules(first: expected[footer] ?? -1, transitions: []))
    }

    /// The text at the end of a file, and the first changes of a year by it.
    static let recurring: [(footer: String, year: String, changes: [String])] = [
        ("CET-1CEST,M3.5.0,M10.5.0/3", "2026", ["2026-03-29T01:00:00Z +7200", "2026-10-25T01:00:00Z +3600"]),
        ("EST5EDT,M3.2.0,M11.1.0", "2026", ["2026-03-08T07:00:00Z +-14400", "2026-11-01T06:00:00Z +-18000"]),
        // Summer over the turn of the year, half an hour long.
        (
            "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "9999",
            ["9999-04-03T15:00:00Z +37800", "9999-10-02T15:30:00Z +39600"]
        ),
        // Winter is the exception there.
        ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026", ["2026-03-29T01:00:00Z +3600", "2026-10-25T01:00:00Z +0"]),
        // Times before midnight and beyond a day.
        ("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "2026", ["2026-03-29T01:00:00Z +-7200", "2026-10-25T01:00:00Z +-10800"]),
        ("EET-2EEST,M3.4.4/50,M10.4.4/50", "2026", ["2026-03-28T00:00:00Z +10800", "2026-10-23T23:00:00Z +7200"]),
        ("EET-2EEST,M3.4.4/-167,M10.4.4/167", "2026", ["2026-03-18T23:00:00Z +10800", "2026-10-28T20:00:00Z +7200"]),
        // Days of the year, without the leap day and with it.
        ("XXX0YYY,J60,J300", "2028", ["2028-03-01T02:00:00Z +3600", "2028-10-27T01:00:00Z +0"]),
        ("XXX0YYY,59,299", "2028", ["2028-02-29T02:00:00Z +3600", "2028-10-26T01:00:00Z +0"]),
        ("XXX0YYY,59,299", "2027", ["2027-03-01T02:00:00Z +3600", "2027-10-27T01:00:00Z +0"]),
        // The fifth Sunday is the last one, and its own length of summer.
        ("XXX-1YYY-3,M2.5.0/0:30:15,M10.5.6", "2026", ["2026-02-21T23:30:15Z +10800", "2026-10-30T23:00:00Z +3600"]),
    ]

    @Test(arguments: recurring)
    func `future years are written out by the text at the end`(footer: String, year: String, changes: [String]) throws {
        let rules = try Self.rules(ZoneFileBytes(first: -7, transitions: [(-5_000_000_000, 86)], footer: footer))
        let start = Ledger.seconds("\(year)-01-01T00:00:00Z")
        let found = rules.transitions.filter { $0.time >= start && $0.time < start + 366 * 86_400 }
            .prefix(2).map { "\(RFC3339.text($0.time)) +\($0.offset)" }
        #expect(found == changes)
        // Before the last transition that is listed, the list counts.
        #expect(rules.offset(at: -5_000_000_001) == -7)
        #expect(rules.transitions[0].time == -5_000_000_000)
        let pairs = zip(rules.transitions, rules.transitions.dropFirst())
        let areAscending = pairs.allSatisfy { $0.time < $1.time && $0.offset != $1.offset }
        let last = rules.transitions.last?.time ?? 0
        #expect(areAscending && last < Ledger.seconds("9999-12-31T23:59:59Z") + 86_400)
    }

    @Test func `a zone whose last transition is the beginning of all times is no long work`() throws {
        let footer = "CET-1CEST,M3.5.0,M10.5.0/3"
        let rules = try Self.rules(ZoneFileBytes(first: 86, transitions: [(-1 << 59, 60)], footer: footer))
        #expect(rules.transitions.prefix(2).map(\.time) == [-1 << 59, Ledger.seconds("0000-03-26T01:00:00Z")])
        #expect(rules.offset(at: Ledger.seconds("0000-01-01T00:00:00Z")) == 3600)
    }

    @Test func `a text at the end without transitions counts for all times`() throws {
        let rules = try Self.rules(ZoneFileBytes(first: 86, footer: "CET-1CEST,M3.5.0,M10.5.0/3"))
        #expect(rules.first == 3600)
        #expect(rules.transitions.first.map { RFC3339.text($0.time) } == "0000-03-26T01:00:00Z")
        #expect(rules.offset(at: Ledger.seconds("1500-07-01T00:00:00Z")) == 7200)
    }

    @Test(arguments: ["EST5EDT,0/0,J365/25", "EST5EDT,J1/0,J365/167"])
    func `a summer that never ends is one offset`(footer: String) throws {
        let rules = try Self.rules(ZoneFileBytes(first: -18_000, transitions: [(0, -14_400)], footer: footer))
        #expect(rules.transitions == [ZoneRules.Transition(time: 0, offset: -14_400)])
    }

    @Test(
        arguments: [
            "UTC", "5", "UT0", "<UTC0", "UTC25", "UTC0:60", "UTC0:00:60", "UTC+-1", "CET-1CEST", "CET-1CEST,M3.5.0",
            "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M0.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0",
            "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J365", "CET-1CEST,J366,J1", "CET-1CEST,366,1",
            "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0/3 ", "CET-1CEST,M3.5.0,M10.5.0/",
            "CET-1CEST,M3.5.0,M10.5.0,", "CET--1", " UTC0", "UTC0\u{0}", ":Europe/Paris", "CET-1CEST,M3.5.0000,M10.5.0",
        ])
    func `a text at the end that means nothing is damage`(footer: String) {
        let mistake = Self.mistake(ZoneFileBytes(footer: footer).bytes)
        #expect(mistake == .damaged("an unknown rule for future years"))
    }

    @Test func `what is no zone file is refused, with the reason`() {
        #expect(Self.mistake([]) == .notAZoneFile)
        #expect(Self.mistake(Array("# tzdb timezone descriptions\n".utf8)) == .notAZoneFile)
        #expect(Self.mistake(Array("TZif2".utf8)) == .tooShort)
        #expect(Self.mistake(ZoneFileBytes(footer: nil).bytes) == .tooShort)
        #expect(Self.mistake(ZoneFileBytes(leapSeconds: 1).bytes) == .leapSeconds)
        #expect(Self.mistake(ZoneFileBytes(first: 93_600).bytes) == .damaged("an impossible offset"))
        #expect(Self.mistake(ZoneFileBytes(first: -90_000).bytes) == .damaged("an impossible offset"))
        let backwards = ZoneFileBytes(transitions: [(5, 0), (5, 60)])
        #expect(Self.mistake(backwards.bytes) == .damaged("times out of order"))
        #expect(Self.mistake(ZoneFileBytes(transitions: [(.min, 60)]).bytes) == .damaged("times out of order"))
        #expect(Self.mistake(ZoneFileBytes(transitions: [(.max, 60)]).bytes) == .damaged("times out of order"))
    }

    @Test func `a file cut anywhere is refused`() {
        let bytes = ZoneFileBytes(first: 60, transitions: [(0, 0), (9, 60)], footer: "CET-1").bytes
        #expect(Self.mistake(bytes) == nil)
        for count in 0..<bytes.count { #expect(Self.mistake(Array(bytes.prefix(count))) != nil, "\(count) bytes") }
    }

    @Test func `a damaged file is refused or makes a zone, and never harms`() {
        let bytes = ZoneFileBytes(first: 60, transitions: [(0, 0), (9, 60)], footer: "CET-1").bytes
        for place in bytes.indices {
            for value in [0, 1, 0x7F, 0x80, 0xFF, bytes[place] ^ 1] as [UInt8] where value != bytes[place] {
                var damaged = bytes
                damaged[place] = value
                guard let rules = try? ZoneRules(zoneFile: damaged) else { continue }
                let clock = LocalClock(rules)
                #expect(clock.day(of: 0) <= clock.day(of: 86_400))
            }
        }
    }
}
