import Engine
import Testing

/// Times: the moment in UTC, or the code of the reject.
@Suite struct TimeTests {
    static let cases: [(String, String)] = [
        // Plain, and what the calendar has.
        ("2000-01-01T18:00:00Z", "2000-01-01T18:00:00Z"), ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"),
        ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"), ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z"),
        ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"), ("0000-02-29T12:00:00Z", "0000-02-29T12:00:00Z"),
        ("2000-02-29T00:00:00Z", "2000-02-29T00:00:00Z"), ("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"),
        ("2023-02-29T00:00:00Z", "time-no-such-date"), ("1900-02-29T00:00:00Z", "time-no-such-date"),
        ("2100-02-29T00:00:00Z", "time-no-such-date"),
        ("2000-02-30T00:00:00Z", "time-no-such-date"), ("2000-04-31T00:00:00Z", "time-no-such-date"),
        ("2000-06-31T00:00:00Z", "time-no-such-date"),
        ("2000-09-31T00:00:00Z", "time-no-such-date"), ("2000-11-31T00:00:00Z", "time-no-such-date"),
        ("2000-01-32T00:00:00Z", "time-no-such-date"),
        ("2000-12-32T00:00:00Z", "time-no-such-date"), ("2000-00-01T00:00:00Z", "time-no-such-date"),
        ("2000-13-01T00:00:00Z", "time-no-such-date"),
        ("2000-01-00T00:00:00Z", "time-no-such-date"), ("2000-99-99T00:00:00Z", "time-no-such-date"),
        ("1582-10-10T00:00:00Z", "1582-10-10T00:00:00Z"),
        ("2011-12-30T12:00:00Z", "2011-12-30T12:00:00Z"), ("2020-12-31T23:59:59Z", "2020-12-31T23:59:59Z"),
        ("2038-01-19T03:14:08Z", "2038-01-19T03:14:08Z"),
        // Time of day.
        ("2000-01-01T00:00:00Z", "2000-01-01T00:00:00Z"), ("2000-01-01T23:59:59Z", "2000-01-01T23:59:59Z"),
        ("2000-01-01T24:00:00Z", "time-no-such-time"),
        ("2000-01-01T25:00:00Z", "time-no-such-time"), ("2000-01-01T00:60:00Z", "time-no-such-time"),
        ("2000-01-01T00:00:61Z", "time-no-such-time"),
        ("2000-01-01T99:99:99Z", "time-no-such-time"), ("2000-01-01T12:00:99Z", "time-no-such-time"),
        // Leap seconds: at the end of June or December in UTC.
        ("1998-12-31T23:59:60Z", "1998-12-31T23:59:59Z"), ("2012-06-30T23:59:60Z", "2012-06-30T23:59:59Z"),
        ("2016-12-31T23:59:60.5Z", "2016-12-31T23:59:59Z"),
        ("1999-01-01T00:59:60+01:00", "1998-12-31T23:59:59Z"), ("1998-12-31T15:59:60-08:00", "1998-12-31T23:59:59Z"),
        ("1999-01-01T05:29:60+05:30", "1998-12-31T23:59:59Z"),
        ("1998-12-31T23:59:60+01:00", "time-no-leap-second"), ("2000-01-01T00:00:60Z", "time-no-leap-second"),
        ("2000-03-31T23:59:60Z", "time-no-leap-second"),
        ("2000-06-29T23:59:60Z", "time-no-leap-second"), ("2000-12-30T23:59:60Z", "time-no-leap-second"),
        ("2000-12-31T12:59:60Z", "time-no-leap-second"), ("2000-12-31T23:58:60Z", "time-no-leap-second"),
        // Fractions.
        ("2000-01-01T18:00:00.1Z", "2000-01-01T18:00:00Z"), ("2000-01-01T18:00:00.999999999Z", "2000-01-01T18:00:00Z"),
        ("2000-01-01T18:00:00.000Z", "2000-01-01T18:00:00Z"),
        ("1969-12-31T23:59:59.9Z", "1969-12-31T23:59:59Z"),
        ("2000-01-01T18:00:00.123456789012345678901234567890+00:00", "2000-01-01T18:00:00Z"),
        ("2000-01-01T18:00:00.Z", "time-malformed"), ("2000-01-01T18:00:00,5Z", "time-malformed"),
        ("2000-01-01T18:00:00.5", "time-without-offset"), ("2000-01-01T18:00:00.5.5Z", "time-malformed"),
        // Offsets.
        ("2000-01-01T18:00:00+00:00", "2000-01-01T18:00:00Z"), ("2000-01-01T18:00:00-00:00", "2000-01-01T18:00:00Z"),
        ("2000-01-01T18:00:00+01:30", "2000-01-01T16:30:00Z"),
        ("2000-01-01T18:00:00-01:30", "2000-01-01T19:30:00Z"), ("2000-01-01T00:00:00+14:00", "1999-12-31T10:00:00Z"),
        ("1999-12-31T23:00:00-12:00", "2000-01-01T11:00:00Z"),
        ("2000-03-01T00:30:00+01:00", "2000-02-29T23:30:00Z"), ("2000-01-01T18:00:00+23:59", "1999-12-31T18:01:00Z"),
        ("2000-01-01T18:00:00+24:00", "time-no-such-offset"),
        ("2000-01-01T18:00:00+01:60", "time-no-such-offset"), ("2000-01-01T18:00:00+99:99", "time-no-such-offset"),
        ("2000-01-01T18:00:00+0100", "time-malformed"), ("2000-01-01T18:00:00+01", "time-malformed"),
        ("2000-01-01T18:00:00+1:00", "time-malformed"), ("2000-01-01T18:00:00+01:0", "time-malformed"),
        ("2000-01-01T18:00:00 +01:00", "time-malformed"), ("2000-01-01T18:00:00+01:00Z", "time-malformed"),
        ("2000-01-01T18:00:00−01:00", "time-malformed"), ("2000-01-01T18:00:00", "time-without-offset"),
        ("2000-01-01T18:00:00+", "time-malformed"), ("2000-01-01T18:00:00UTC", "time-malformed"),
        ("2000-01-01T18:00:00ZZ", "time-malformed"), ("2000-01-01T18:00:00Z ", "time-malformed"),
        ("2000-01-01T18:00:00[UTC]", "time-malformed"), ("2000-10-29T02:30:00+02:00", "2000-10-29T00:30:00Z"),
        ("2000-10-29T02:30:00+01:00", "2000-10-29T01:30:00Z"), ("2000-01-01T18:00:00+10:30", "2000-01-01T07:30:00Z"),
        // Beyond the years that four digits can write, in UTC.
        ("0000-01-01T00:00:00+00:01", "time-out-of-range"), ("9999-12-31T23:59:59-00:01", "time-out-of-range"),
        ("0000-01-01T00:00:00-00:01", "0000-01-01T00:01:00Z"), ("9999-12-31T23:59:59+00:01", "9999-12-31T23:58:59Z"),
        // Layout.
        ("2000-01-01t18:00:00z", "2000-01-01T18:00:00Z"), ("2000-01-01 18:00:00Z", "time-malformed"),
        ("2000-01-01_18:00:00Z", "time-malformed"), ("2000-1-1T18:00:00Z", "time-malformed"),
        ("2000-01-01T8:00:00Z", "time-malformed"), ("00-01-01T18:00:00Z", "time-malformed"),
        ("10000-01-01T00:00:00Z", "time-malformed"), ("-0001-01-01T00:00:00Z", "time-malformed"),
        ("+2000-01-01T18:00:00Z", "time-malformed"),
        ("2000-01-01T18:00Z", "time-malformed"), ("2000-01-01", "time-malformed"), ("18:00:00Z", "time-malformed"),
        ("20000101T180000Z", "time-malformed"), ("2000-W01-1T18:00:00Z", "time-malformed"),
        ("2000-001T18:00:00Z", "time-malformed"),
        ("2000/01/01T18:00:00Z", "time-malformed"), ("01/01/2000", "time-malformed"),
        ("2000-01-01T18.00.00Z", "time-malformed"), ("946749600", "time-malformed"), ("", "time-malformed"),
        (" 2000-01-01T18:00:00Z", "time-malformed"),
        ("2000-01-01T18:00:0xZ", "time-malformed"), ("２000-01-01T18:00:00Z", "time-malformed"),
        ("now", "time-malformed"), ("2000-01-01T18:00:00\\u005a", "2000-01-01T18:00:00Z"),
        ("2000-01-01T18:00:00Z\\u0000", "time-malformed"),
        ("2000-01--1T18:00:00Z", "time-malformed"), ("2000-01-01T-1:00:00Z", "time-malformed"),
        ("2000-01-01T+1:00:00Z", "time-malformed"), ("Sat, 01 Jan 2000 18:00:00 GMT", "time-malformed"),
    ]

    @Test(arguments: cases)
    func `a time`(text: String, expected: String) {
        for lanes in [Creator.Lanes.both, .completeOnly] {
            let intake = Intake(
                #"{"id":"1","customer_id":"2","load_amount":"$1.00","time":"\#(text)"}"# + "\n", lanes: lanes)
            let outcome = intake.rows.first.map { RFC3339.text($0.time) } ?? intake.rejects.first?.reason.code
            #expect(outcome == expected)
        }
    }

    @Test func `a new date in each line, and back again, is read like one that stays`() {
        let dates = ["2000-02-29", "2000-03-01", "2000-02-29", "2001-02-29", "2000-02-29", "1969-12-31"]
        let lines = dates.map { #"{"id":"1","customer_id":"2","load_amount":"$1.00","time":"\#($0)T00:00:00Z"}"# }
        let intake = Intake(lines.joined(separator: "\n") + "\n")
        #expect(intake.rows.map { String(RFC3339.text($0.time).prefix(10)) } == dates.filter { $0 != "2001-02-29" })
        #expect(intake.rejects.map(\.lineInChunk) == [3])
    }
}
