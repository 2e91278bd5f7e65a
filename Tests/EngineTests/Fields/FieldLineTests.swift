import Engine
import RulesDSL
import Testing

/// Declared fields as lines have them.
@Suite struct FieldLineTests {
    /// What follows the four keys, and the fields or the reject that come of it.
    static let lines: [(String, String)] = [
        // Nothing, and everything.
        ("}", ""), (" } ", ""), (#","x":1}"#, ""),
        (
            #","merchant":{"name":"ACME","place":{"country":"FR"}},"tier":"gold","risk":{"score":0.25},"fee":"$0.30","#
                + #""since":"2020-02-29T00:00:00Z","online":true}"#,
            "country=FR fee=30¢ online=true score=250000 shop=ACME since=2020-02-29T00:00:00Z tier=gold"
        ),
        // Missing: absent, null, an empty object, null on the way.
        (#","tier":null,"fee":null,"since":null,"online":null,"risk":{"score":null}}"#, ""),
        (#","merchant":{},"risk":null}"#, ""), (#","merchant":{"place":null}}"#, ""),
        (#","merchant":{"x":"ACME","place":{"x":{"country":"FR"}}}}"#, ""),
        // Texts.
        (#","tier":""}"#, "tier="), (#","tier":" gold "}"#, "tier= gold "), (#","tier":"é"}"#, "tier=é"),
        (#","tier":"\u00e9\n"}"#, "tier=é\n"), (#","ti\u0065r":"gold"}"#, "tier=gold"), (#","tier":17}"#, "tier=17"),
        (#","tier":-0}"#, "tier=-0"), (#","tier":1.5}"#, "field-text-not-whole@9"),
        (#","tier":1e3}"#, "field-text-not-whole@9"),
        (#","tier":true}"#, "field-wrong-type@9"), (#","tier":["gold"]}"#, "field-wrong-type@9"),
        (#","tier":{"a":1}}"#, "field-wrong-type@9"), (#","tier":{"a":1,}}"#, "invalid-json@16"),
        (#","tier":"\ud800"}"#, "lone-surrogate@10"),
        (#","Tier":"gold"," tier":"gold","tier ":"gold"}"#, ""),
        // Numbers.
        (#","risk":{"score":1}}"#, "score=1000000"), (#","risk":{"score":-0.000001}}"#, "score=-1"),
        (#","risk":{"score":1.0000000}}"#, "score=1000000"), (#","risk":{"score":0.0000001}}"#, "field-number@18"),
        (#","risk":{"score":1e-6}}"#, "score=1"), (#","risk":{"score":1.5e3}}"#, "score=1500000000"),
        (#","risk":{"score":9223372036854.775807}}"#, "score=9223372036854775807"),
        (#","risk":{"score":9223372036854.775808}}"#, "field-number@18"),
        (#","risk":{"score":1e999999999999}}"#, "field-number@18"), (#","risk":{"score":"1"}}"#, "field-wrong-type@18"),
        (#","risk":{"score":01}}"#, "invalid-json@19"),
        // Money.
        (#","fee":"$0.00"}"#, "fee=0¢"), (#","fee":"-$1.50"}"#, "fee=-150¢"), (#","fee":1.5}"#, "fee=150¢"),
        (#","fee":"€1"}"#, "field-money@8"), (#","fee":0.001}"#, "field-money@8"), (#","fee":""}"#, "field-money@8"),
        (#","fee":true}"#, "field-wrong-type@8"),
        // Times and booleans.
        (#","since":"2000-01-01T01:00:00+01:00"}"#, "since=2000-01-01T00:00:00Z"),
        (#","since":"2000-01-01"}"#, "field-time@10"), (#","since":0}"#, "field-wrong-type@10"),
        (#","online":false}"#, "online=false"), (#","online":"true"}"#, "field-wrong-type@11"),
        (#","online":1}"#, "field-wrong-type@11"), (#","online":tru}"#, "invalid-json@11"),
        // On the way.
        (#","merchant":"ACME"}"#, "field-wrong-type@13"), (#","merchant":[{"name":"ACME"}]}"#, "field-wrong-type@13"),
        (#","merchant":{"place":true}}"#, "field-wrong-type@22"), (#","risk":0}"#, "field-wrong-type@9"),
        (#", "merchant" : { "place" : { "country" : "FR" } , "name":"A" } }"#, "country=FR shop=A"),
        (#","merchant":{"name":"A"#, "line-incomplete@23"), (#","merchant":{"name":"A","}"#, "line-incomplete@27"),
        (#","merchant":{"name":"A",}}"#, "invalid-json@25"), (#","merchant":{,}}"#, "invalid-json@14"),
        (#","merchant":{"name" "A"}}"#, "invalid-json@21"), (#","merchant":{name:"A"}}"#, "invalid-json@14"),
        (#","merchant":{"name":"A"]}"#, "invalid-json@24"), (#","merchant":{"name":"A"}"#, "line-incomplete@25"),
        // Twice.
        (#","tier":"a","tier":"b"}"#, "field-duplicate@13"), (#","tier":"a","ti\u0065r":"a"}"#, "field-duplicate@13"),
        (#","tier":null,"tier":"b"}"#, "field-duplicate@14"),
        (#","merchant":{"name":"A","name":"A"}}"#, "field-duplicate@25"),
        (#","merchant":{"name":"A"},"merchant":{"place":{}}}"#, "field-duplicate@26"),
        (#","merchant":null,"merchant":null}"#, "field-duplicate@18"),
        (#","merchant":{"place":{"country":"A"},"place":null}}"#, "field-duplicate@38"),
        (#","x":{"tier":"a"},"merchant":{"tier":"b","x":1,"x":2},"tier":"c","x":3}"#, "tier=c"),
        // The four keys once more.
        (#","id":"3"}"#, "duplicate-key@2"), (#","tier":"gold","time":"2000-01-01T00:00:00Z"}"#, "duplicate-key@16"),
        (#","merchant":{"id":"3","time":4}}"#, ""),
    ]

    @Test(arguments: lines)
    func `a line's declared fields`(rest: String, expected: String) {
        #expect(FieldIntake.outcome(rest) == expected)
    }

    @Test(arguments: [
        ("}", "field-missing@1"), (#","tier":null}"#, "field-missing@13"),
        (#","risk":{"score":1}}"#, "field-missing@20"),
        (#","tier":"gold"}"#, "field-missing@15"), (#","tier":"gold","risk":{}}"#, "field-missing@25"),
        (#","tier":"gold","risk":{"score":1}}"#, "score=1000000 tier=gold"),
    ])
    func `a required field that is missing rejects the line, at its closing brace`(rest: String, expected: String) {
        let fields = FieldIntake.fields(("tier", .text, "tier", true), ("score", .number, "risk.score", true))
        #expect(FieldIntake.outcome(rest, fields) == expected)
    }

    @Test func `the four keys are missed first, and an amount of zero is told last`() {
        let fields = FieldIntake.fields(("tier", .text, "tier", true))
        func code(_ line: String) -> String? { Intake(line, fields: fields).rejects.first?.reason.code }
        #expect(code("{}") == "missing-key")
        #expect(code(FieldIntake.head.replacing("$1.00", with: "0.00") + "}") == "field-missing")
        #expect(code(FieldIntake.head.replacing("$1.00", with: "0.00") + #","tier":"a"}"#) == "amount-zero")
    }

    @Test(arguments: [("a", 1), ("é", 2), ("\\u00e9", 2), ("😀", 4), ("\\n", 1)])
    func `a text has at most 256 bytes, decoded`(unit: String, length: Int) {
        func outcome(_ count: Int) -> String {
            FieldIntake.outcome(#","tier":"\#(String(repeating: unit, count: count))"}"#)
        }
        #expect(outcome(256 / length).utf8.count == "tier=".utf8.count + 256)
        #expect(outcome(256 / length + 1) == "field-text-too-long@9")
    }

    @Test func `nesting counts from the line's own object`() {
        let path = (0..<64).map { "k\($0)" }
        let deep = InputFields(fields: [
            InputFields.Field(name: "deep", type: .text, isRequired: false, path: Array(path.prefix(64)))
        ])
        func line(_ levels: Int, _ value: String) -> String {
            "," + path.prefix(levels).map { #""\#($0)":"# }.joined(separator: "{") + value
                + String(repeating: "}", count: levels)
        }
        #expect(FieldIntake.outcome(line(64, #""x""#), deep) == "deep=x")
        #expect(FieldIntake.outcome(line(63, #"{"x":[]}"#), deep).hasPrefix("nested-too-deep"))
        #expect(FieldIntake.outcome(line(63, #"{"x":1}"#), deep) == "")
        #expect(FieldIntake.outcome(line(64, "{}"), deep).hasPrefix("nested-too-deep"))
    }

    @Test func `rows of one chunk do not see each other's fields, and a rejected line leaves none`() {
        let lines = [
            FieldIntake.head + #","tier":"a","fee":1}"#, FieldIntake.head + #","tier":"b","fee":"x"}"#,
            FieldIntake.head + "}", "", FieldIntake.head + #","tier":"c"}"#,
            #"{"tier":"\u0064","# + FieldIntake.head.dropFirst() + "}",
        ]
        let intake = Intake(lines.joined(separator: "\n"), fields: FieldIntake.all)
        #expect(
            intake.rows.map(\.fields) == [
                ["tier": "a", "fee": .money(minorUnits: 100)], [:], ["tier": "c"], ["tier": "d"],
            ])
        #expect(intake.rejects.map(\.lineInChunk) == [1])
    }
}
