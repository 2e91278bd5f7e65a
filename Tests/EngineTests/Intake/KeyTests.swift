import Engine
import Testing

/// Keys and ids: which are ours, what they may hold, and that each id goes out as it came in.
@Suite struct KeyTests {
    static let rest = #""load_amount":"$1.00","time":"2000-01-01T00:00:00Z""#

    @Test(
        arguments: [
            // Any order, white space, other keys.
            (
                #"{"time":"2000-01-01T00:00:00Z","load_amount":"$1.00","customer_id":"2","id":"1"}"#,
                "1|2|100|2000-01-01T00:00:00Z"
            ),
            (" { \"id\" : \"1\" ,\t\"customer_id\":\"2\" , " + rest + " } \r", "1|2|100|2000-01-01T00:00:00Z"),
            (#"{"x":[{"id":"9"}],"id":"1","customer_id":"2",\#(rest)}"#, "1|2|100|2000-01-01T00:00:00Z"),
            (#"{"ID":"9","Id":"8","id":"1","customer_id":"2",\#(rest)}"#, "1|2|100|2000-01-01T00:00:00Z"),
            (#"{"i\u0064":"1","customer\u005fid":"2",\#(rest)}"#, "1|2|100|2000-01-01T00:00:00Z"),
            (#"{"id ":"9","id":"1","customer_id":"2","customerid":"3",\#(rest)}"#, "1|2|100|2000-01-01T00:00:00Z"),
            (#"{"\u0456d":"9","id":"1","customer_id":"2",\#(rest)}"#, "1|2|100|2000-01-01T00:00:00Z"),
            (#"{"":"9","id":"1","customer_id":"2",\#(rest)}"#, "1|2|100|2000-01-01T00:00:00Z"),
            // Twice.
            (#"{"id":"1","id":"1","customer_id":"2",\#(rest)}"#, "duplicate-key@11"),
            (#"{"id":"1","\u0069d":"3","customer_id":"2",\#(rest)}"#, "duplicate-key@11"),
            (#"{"id":"1","customer_id":"2","customer_id":"2",\#(rest)}"#, "duplicate-key@29"),
            (#"{"id":"1","customer_id":"2",\#(rest),"time":"2000-01-01T00:00:00Z"}"#, "duplicate-key@81"),
            (#"{"id":"1","customer_id":"2","load_amount":"$1.00",\#(rest)}"#, "duplicate-key@51"),
            (#"{"x":1,"x":2,"id":"1","customer_id":"2",\#(rest)}"#, "1|2|100|2000-01-01T00:00:00Z"),
            // Missing: the closing brace is the column.
            (#"{"customer_id":"2",\#(rest)}"#, "missing-key@71"), (#"{"id":"1",\#(rest)}"#, "missing-key@62"),
            (#"{"id":"1","customer_id":"2"}"#, "missing-key@28"),
            (#"{"id":"1","customer_id":"2","load_amount":1}"#, "missing-key@44"),
            (#"{"Id":"1","customer_id":"2",\#(rest)}"#, "missing-key@80"),
            // Wrong type.
            (#"{"id":null,"customer_id":"2",\#(rest)}"#, "wrong-type@7"),
            (#"{"id":true,"customer_id":"2",\#(rest)}"#, "wrong-type@7"),
            (#"{"id":["1"],"customer_id":"2",\#(rest)}"#, "wrong-type@7"),
            (#"{"id":{"a":1},"customer_id":"2",\#(rest)}"#, "wrong-type@7"),
            (#"{"id":"1","customer_id":null,\#(rest)}"#, "wrong-type@25"),
            (#"{"id":"1","customer_id":false,\#(rest)}"#, "wrong-type@25"),
            (#"{"id":[1,],"customer_id":"2",\#(rest)}"#, "invalid-json@10"),
            (#"{"id":tru,"customer_id":"2",\#(rest)}"#, "invalid-json@7"),
            (#"{"id":"1","customer_id":"2","load_amount":null,"time":"2000-01-01T00:00:00Z"}"#, "wrong-type@43"),
            (#"{"id":"1","customer_id":"2","load_amount":["$1"],"time":"2000-01-01T00:00:00Z"}"#, "wrong-type@43"),
            (#"{"id":"1","customer_id":"2","load_amount":"$1.00","time":946684800}"#, "wrong-type@58"),
            (#"{"id":"1","customer_id":"2","load_amount":"$1.00","time":null}"#, "wrong-type@58"),
            // The first mistake from the left is the one that is told.
            (#"{"id":"","time":null"#, "id-empty@7"), (#"{"time":null,"id":""#, "wrong-type@9"),
        ])
    func `a line's keys`(line: String, expected: String) {
        #expect(Intake(line).outcome == expected)
        #expect(Intake(line, lanes: .completeOnly).outcome == expected)
    }

    /// JSON of an id, then its bytes as text or the reject's code, and whether it is kept as a number.
    static let ids: [(String, String, Bool)] = [
        (#""0""#, "0", true), (#""7""#, "7", true), (#""1234567""#, "1234567", true),
        (#""12345678""#, "12345678", true),
        (#""123456789012345""#, "123456789012345", true), (#""1234567890123456""#, "1234567890123456", false),
        (#""999999999999999""#, "999999999999999", true), (#""00""#, "00", false), (#""007""#, "007", false),
        (#""012345678""#, "012345678", false), (#""12345678a""#, "12345678a", false),
        (#""1234567a""#, "1234567a", false),
        ("0", "0", true), ("5", "5", true), ("-5", "-5", false), ("-0", "-0", false), ("90417", "90417", true),
        ("18446744073709551616", "18446744073709551616", false), ("1.0", "id-not-whole@7", false),
        ("1e3", "id-not-whole@7", false),
        ("-1.5", "id-not-whole@7", false), ("01", "invalid-json@8", false), (#""""#, "id-empty@7", false),
        (#"" ""#, " ", false), (#""1 ""#, "1 ", false), (#"" 1""#, " 1", false), (#""+1""#, "+1", false),
        (#""-1""#, "-1", false),
        (#""1.0""#, "1.0", false), (#""a\"b""#, "a\"b", false), (#""a\\b""#, "a\\b", false), (#""a\/b""#, "a/b", false),
        (#""\u0031""#, "1", true), (#""\u0030\u0031""#, "01", false), (#""\u0000""#, "\u{0}", false),
        (#""a\nb\r\n""#, "a\nb\r\n", false),
        (#""\u001b[2J""#, "\u{1b}[2J", false), (#""=cmd|' /C calc'!A0""#, "=cmd|' /C calc'!A0", false),
        (#""١٢""#, "١٢", false),
        (#""\u202E1""#, "\u{202e}1", false), (#""\uD83D\uDE00""#, "😀", false),
        (#""\u0007\b\f\t\u0085\u007f""#, "\u{7}\u{8}\u{c}\t\u{85}\u{7f}", false),
    ]

    @Test(arguments: ids)
    func `an id is kept byte for byte and goes out in one form`(json: String, expected: String, isNumeric: Bool) throws
    {
        for lanes in [Creator.Lanes.both, .completeOnly] {
            let asID = Intake(#"{"id":\#(json),"customer_id":"2",\#(Self.rest)}"# + "\n", lanes: lanes)
            let asCustomer = Intake(#"{"id":"2","customer_id":\#(json),\#(Self.rest)}"# + "\n", lanes: lanes)
            guard let row = asID.rows.first, let other = asCustomer.rows.first else {
                #expect(asID.outcome == expected)
                #expect(asCustomer.rows.isEmpty)
                return
            }
            #expect(row.id == Array(expected.utf8))
            #expect(other.customer == Array(expected.utf8))
            #expect(row.isNumeric == [isNumeric, true])
            #expect(other.isNumeric == [true, isNumeric])
            #expect(row.keys[0] == other.keys[1])
            if isNumeric { #expect(row.keys[0] == UInt64(expected)) }
            let escaped = Self.escaped(expected)
            #expect(row.prefix == Array(#"{"id":"\#(escaped)","customer_id":"2""#.utf8))
            #expect(other.prefix == Array(#"{"id":"2","customer_id":"\#(escaped)""#.utf8))
        }
    }

    /// An escaping written for this test alone.
    private static func escaped(_ text: String) -> String {
        let named: [Unicode.Scalar: String] = [
            "\"": "\\\"", "\\": "\\\\", "\u{8}": "\\b", "\u{c}": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t",
        ]
        return text.unicodeScalars.map { scalar in
            if let name = named[scalar] { return name }
            let hex = String(scalar.value, radix: 16)
            return scalar.value < 0x20 ? "\\u" + String(repeating: "0", count: 4 - hex.count) + hex : String(scalar)
        }.joined()
    }

    @Test(arguments: [("a", 1), ("é", 2), ("\\u00e9", 2), ("😀", 4), ("1", 1), ("\\n", 1)])
    func `an id has at most 256 bytes, decoded`(unit: String, length: Int) {
        for lanes in [Creator.Lanes.both, .completeOnly] {
            func outcome(_ count: Int) -> Intake {
                Intake(
                    #"{"id":"\#(String(repeating: unit, count: count))","customer_id":"2",\#(Self.rest)}"# + "\n",
                    lanes: lanes)
            }
            #expect(outcome(256 / length).rows.first?.id.count == 256)
            #expect(outcome(256 / length + 1).outcome == "id-too-long@7")
            #expect(outcome(256 / length - 1).rows.first?.id.count == 256 - length)
        }
    }

    @Test func `a text and a number with the same digits are one id, a decomposed letter is another`() {
        func keys(_ json: String) -> [UInt64]? {
            Intake(#"{"id":\#(json),"customer_id":"2",\#(Self.rest)}"#).rows.first?.keys
        }
        #expect(keys("17") == keys(#""17""#))
        #expect(keys(#""\u0031\u0037""#) == keys("17"))
        #expect(keys(#""017""#) != keys("17"))
        #expect(keys(#""\u00e9""#) != keys(#""e\u0301""#))
        #expect(keys(#""\u00e9""#) == keys("\"é\""))
    }
}
