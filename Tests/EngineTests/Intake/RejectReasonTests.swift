import Engine
import Foundation
import RulesDSL
import Testing

/// What people and machines are told about a line that is no transaction.
@Suite struct RejectReasonTests {
    /// Each reason at least once, as a line gives rise to it.
    static let sentences: [(String, String)] = [
        ("5", #"expected one object, such as `{"id":"1",…}`, on each line, but found a number"#),
        ("hello", "not valid JSON: expected an object in braces"),
        (#"{"id":1"#, "the line ends too early: expected `,` or `}`"),
        ("{} {}", "expected nothing after the object; put each transaction on a line of its own"),
        ("{\"\u{1b}\":1}", "a text holds the control character 0x1b; write it as `\\u001b`"),
        (
            #"{"\ud800":1}"#,
            #"expected both halves of a surrogate pair, `\ud800` to `\udbff` and then `\udc00` to `\udfff`"#
        ),
        (#"{"a":"# + String(repeating: "[", count: 70), "values are nested more than 64 deep"),
        ("{}", "there is no `id`"), (#"{"id":1,"id":2}"#, "there is more than one `id`; keep the one that is meant"),
        (#"{"id":null}"#, "expected `id` to be a text or a whole number, but found null"),
        (#"{"time":1}"#, "expected `time` to be a text, but found a number"),
        (#"{"load_amount":{}}"#, "expected `load_amount` to be a text or a number, but found an object"),
        (#"{"customer_id":""}"#, "`customer_id` is empty; expected 1 to 256 bytes"),
        (#"{"id":1.5}"#, "expected `id` to be a text or a whole number without point and exponent"),
        (#"{"load_amount":""}"#, "the amount is empty; expected one such as `$1,234.56`"),
        (#"{"load_amount":"$ 5"}"#, "there is a space in `$ 5`; expected an amount such as `$1,234.56`"),
        (
            #"{"load_amount":"+5"}"#,
            "the sign of `+5` is not understood; write one minus in front of a withdrawal and no plus"
        ),
        (#"{"load_amount":"1,5"}"#, "a comma in `1,5` is not followed by exactly three digits; expected `$1,234.56`"),
        (#"{"load_amount":"$"}"#, "a digit is missing in `$`; expected an amount such as `$1,234.56`"),
        (#"{"load_amount":"abc"}"#, "`abc` is not understood; expected an amount such as `$1,234.56`"),
        (#"{"load_amount":"€5"}"#, "`€5` is in `€`; the policy's currency is USD"),
        (#"{"load_amount":0.001}"#, "`0.001` has more decimals than USD, which has 2"),
        (#"{"load_amount":1e99}"#, "`1e99` is too large; the largest amount is $92,233,720,368,547,758.07"),
        (
            CreatorTests.canonical.replacing("318.40", with: "0.00"),
            "the amount is zero; a load is above zero and a withdrawal below it"
        ),
        (#"{"time":"now"}"#, "`now` is not understood; expected a time such as `2000-01-01T18:00:00Z`"),
        (
            #"{"time":"2000-01-01T18:00:00"}"#,
            "`2000-01-01T18:00:00` says no zone; put `Z` or an offset such as `+01:00` behind it"
        ),
        (#"{"time":"2000-02-30T18:00:00Z"}"#, "there is no such date as in `2000-02-30T18:00:00Z`"),
        (
            #"{"time":"2000-01-01T24:00:00Z"}"#,
            "there is no such time of day as in `2000-01-01T24:00:00Z`; expected 00:00:00 to 23:59:59"
        ),
        (
            #"{"time":"2000-01-01T18:00:60Z"}"#,
            "`2000-01-01T18:00:60Z` has a second 60, which only the last minute of a June or December in UTC can have"
        ),
        (
            #"{"time":"2000-01-01T18:00:00+24:00"}"#,
            "there is no such offset as in `2000-01-01T18:00:00+24:00`; expected at most `±23:59`"
        ),
        (
            #"{"time":"0000-01-01T00:00:00+01:00"}"#,
            "`0000-01-01T00:00:00+01:00` is not in the years 0000 to 9999 in UTC"
        ),
        // What the input holds is made fit to be shown.
        (
            #"{"load_amount":"a\u001b[31m`\u202eb\\\u200b"}"#,
            #"`a\u{1b}[31m\u{60}\u{202e}b\u{5c}\u{200b}` is not understood; expected an amount such as `$1,234.56`"#
        ),
        (
            #"{"time":"\#(String(repeating: "é", count: 41))"}"#,
            "`\(String(repeating: "é", count: 40))…` is not understood; expected a time such as `2000-01-01T18:00:00Z`"
        ),
    ]

    @Test(arguments: sentences)
    func `a reason says what is wrong and what was expected`(line: String, sentence: String) throws {
        let reject = try #require(Intake(line).rejects.first)
        #expect(reject.reason.sentence(Intake.dollars) == sentence)
    }

    /// Each reason about a declared field, as the rest of a line behind its four keys gives rise to it.
    static let fieldSentences: [(String, String)] = [
        ("}", "there is no `must`; if lines may lack it, declare the field `optional` or with a `default`"),
        (#","must":1,"tier":"a","tier":"a"}"#, "there is more than one `tier`; keep the one that is meant"),
        (
            #","merchant":{"place":{},"place":{}}}"#,
            "there is more than one `merchant.place`; keep the one that is meant"
        ),
        (#","tier":true}"#, "expected `tier` to be a text or a whole number, but found true or false"),
        (
            #","risk":{"score":"1"}}"#,
            "expected `risk.score` (the field `score`) to be a number, but found a text"
        ),
        (#","fee":[]}"#, "expected `fee` to be a text or a number, but found an array"),
        (#","since":1}"#, "expected `since` to be a text, but found a number"),
        (#","online":1}"#, "expected `online` to be true or false, but found a number"),
        (
            #","merchant":"A"}"#,
            "expected `merchant` to be an object that holds `merchant.name` (the field `shop`), but found a text"
        ),
        (#","tier":"\#(String(repeating: "x", count: 257))"}"#, "`tier` is longer than 256 bytes"),
        (#","tier":1.5}"#, "expected `tier` to be a text or a whole number without point and exponent"),
        (
            #","risk":{"score":0.1234567}}"#,
            "`risk.score` (the field `score`): `0.1234567` has more than six decimals"
        ),
        (
            #","risk":{"score":1e99}}"#,
            "`risk.score` (the field `score`): `1e99` is too large; the largest number is 9,223,372,036,854.775807"
        ),
        (
            #","fee":"5 USD"}"#, "`fee`: there is a space in `5 USD`; expected an amount such as `$1,234.56`"
        ),
        (
            #","since":"now"}"#, "`since`: `now` is not understood; expected a time such as `2000-01-01T18:00:00Z`"
        ),
    ]

    private static let fields = InputFields(
        fields: Array(FieldIntake.all) + [
            InputFields.Field(name: "must", type: .number, isRequired: true, path: ["must"])
        ])

    @Test(arguments: fieldSentences)
    func `a reason names the declared field and where it stands`(rest: String, sentence: String) throws {
        let reject = try #require(Intake(FieldIntake.head + rest, fields: Self.fields).rejects.first)
        #expect(reject.reason.sentence(Intake.dollars) == sentence)
    }

    @Test func `the long ones and those without UTF-8 say it too`() {
        #expect(
            Intake(String(repeating: "x", count: 65_537)).rejects.first?.reason.sentence(Intake.dollars)
                == "the line is longer than 65,536 bytes; the rest of it was skipped")
        #expect(
            Intake([0x7b, 0x22, 0xff]).rejects.first?.reason.sentence(Intake.dollars)
                == "the line is not valid UTF-8; convert the input to UTF-8")
        #expect(RejectReason.idTooLong(.id).sentence(Intake.dollars) == "`id` is longer than 256 bytes")
    }

    @Test func `docs_input_md lists exactly the codes there are`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let document = try String(contentsOf: root.appendingPathComponent("docs/input.md"), encoding: .utf8)
        let rows = document.split(separator: "\n").drop { $0 != "## Reasons" }.filter { $0.hasPrefix("| `") }
        let codes = rows.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
        #expect(codes == RejectCode.allCases.map(\.rawValue))
    }

    @Test func `each code is given by some line of these tests`() {
        var missing = Set(RejectCode.allCases)
        for (line, _) in Self.sentences { missing.subtract(Intake(line).rejects.map(\.reason.rejectCode)) }
        for (rest, _) in Self.fieldSentences {
            missing.subtract(Intake(FieldIntake.head + rest, fields: Self.fields).rejects.map(\.reason.rejectCode))
        }
        // The last one is given by `TimeHorizon`, which sees lines in order.
        #expect(missing == [.lineTooLong, .invalidUTF8, .idTooLong, .timeTooFarAhead])
    }
}
