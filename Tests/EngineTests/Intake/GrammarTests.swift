import Engine
import Testing

/// JSON's grammar, as the value of a key that is ignored: the kinds of cases are those of the public JSON test suite
/// ("Parsing JSON is a Minefield"), the cases are our own.
@Suite struct GrammarTests {
    /// What becomes of a value: `ok`, or the code and the column within the value.
    private func outcome(_ value: String) -> String {
        let start = #"{"id":"1","customer_id":"2","load_amount":"$1.00","time":"2000-01-01T00:00:00Z","x":"#
        let intake = Intake(start + value + "}")
        guard let reject = intake.rejects.first else { return intake.rows.count == 1 ? "ok" : "nothing" }
        return "\(reject.reason.code)@\(reject.column - start.utf8.count)"
    }

    static let accepted: [String] = [
        // Numbers.
        "0", "-0", "7", "-7", "123", "1234567890123456789012345678901234567890", "0.5", "-0.5", "0.0", "10.01",
        "1e5", "1E5", "1e+5", "1e-5", "1E+05", "0e1", "0E0", "1.5e300", "123e65", "1e999999999999", "-1.23456789e-400",
        "0.000000000000000000000000000000000000000000001", " 1", "1 ",
        // Literals.
        "true", "false", "null", " true ", "\tnull\t", "\r1\r",
        // Texts.
        #""""#, #""a""#, #"" ""#, #""\"\\\/\b\f\n\r\t""#, #""\u0061""#, #""\u00e9""#, #""\u0000""#, #""\u001f""#,
        #""\uD834\uDD1E""#, #""\ud83d\ude00""#, #""\uDBFF\uDFFF""#, #""\uFFFF""#, #""\uFEFF""#, #""\u2028""#,
        #""\"id\"""#, #""\\u0000""#, #""/*comment*/""#, "\"é\"", "\"€\"", "\"😀\"", "\"\u{2028}\"", "\"\u{7f}\"",
        "\"\u{feff}\"", "\"\u{10ffff}\"", "\"\u{e000}\"", "\"asd\u{ffff}\"", "\"e\u{301}\"",
        // Arrays and objects.
        "[]", "[ ]", "[[]]", "[1]", "[1,2,3]", "[ 1 , 2 ]", "[null,1,\"a\",{}]", "[[],[[]]]", "[\"\"]", "[false]",
        "{}", "{ }", #"{"a":1}"#, #"{"a":{"b":{"c":[]}}}"#, #"{"":0}"#, #"{"a":1,"a":2}"#, #"{"a":1,"a":1}"#,
        #"{ "a" : 1 , "b" : 2 }"#, #"{"id":"9","time":null}"#, #"{"a\u0000b":1}"#, #"{"title":"\u041f\u043e"}"#,
        "[-1,-0,0,0.1e-1]", #"[{"a":[{"b":[{}]}]}]"#,
        String(repeating: "[", count: 63) + String(repeating: "]", count: 63),
        String(repeating: #"{"a":"#, count: 62) + "{}" + String(repeating: "}", count: 62),
    ]

    @Test(arguments: accepted)
    func `a valid value of another key is ignored`(value: String) {
        #expect(outcome(value) == "ok")
    }

    static let rejected: [(String, String)] = [
        // Numbers.
        ("01", "invalid-json@2"), ("-01", "invalid-json@3"), ("00", "invalid-json@2"), ("-", "invalid-json@2"),
        ("+1", "invalid-json@1"), (".5", "invalid-json@1"), ("-.5", "invalid-json@2"), ("5.", "invalid-json@3"),
        ("0.e1", "invalid-json@3"), ("1.e5", "invalid-json@3"), ("1e", "invalid-json@3"), ("1e+", "invalid-json@4"),
        ("1eE2", "invalid-json@3"), ("1e1.5", "invalid-json@4"), ("0x10", "invalid-json@2"),
        ("1_000", "invalid-json@2"),
        ("1 000", "invalid-json@3"), ("--1", "invalid-json@2"), ("++1", "invalid-json@1"), ("-+1", "invalid-json@2"),
        ("1+2", "invalid-json@2"), ("1a", "invalid-json@2"), ("-1x", "invalid-json@3"), ("0.1.2", "invalid-json@4"),
        ("- 1", "invalid-json@2"), ("１", "invalid-json@1"), ("1.2a", "invalid-json@4"), ("1,000", "invalid-json@3"),
        // Literals.
        ("NaN", "invalid-json@1"), ("Infinity", "invalid-json@1"), ("-Infinity", "invalid-json@2"),
        ("-NaN", "invalid-json@2"), ("nan", "invalid-json@1"), ("Inf", "invalid-json@1"), ("True", "invalid-json@1"),
        ("TRUE", "invalid-json@1"), ("tru", "invalid-json@1"), ("truee", "invalid-json@5"), ("nul", "invalid-json@1"),
        ("fals", "invalid-json@1"), ("undefined", "invalid-json@1"), ("nill", "invalid-json@1"),
        ("true false", "invalid-json@6"),
        // Texts.
        ("'a'", "invalid-json@1"), ("a", "invalid-json@1"), (#"""#, "line-incomplete@3"), (#""a"#, "line-incomplete@4"),
        (#""\a""#, "invalid-json@3"), (#""\x00""#, "invalid-json@3"), (#""\'""#, "invalid-json@3"),
        (#""\U0041""#, "invalid-json@3"), (#""\0""#, "invalid-json@3"), (#""\ ""#, "invalid-json@3"),
        (#""\é""#, "invalid-json@3"), (#""\u""#, "invalid-json@4"), (#""\u00""#, "invalid-json@6"),
        (#""\u00A""#, "invalid-json@7"), (#""\u00G0""#, "invalid-json@6"), (#""\u 041""#, "invalid-json@4"),
        (#""\u+041""#, "invalid-json@4"), (#""\"#, "invalid-json@3"),
        (#""\uD800""#, "lone-surrogate@2"), (#""\uDC00""#, "lone-surrogate@2"), (#""\uD800\n""#, "lone-surrogate@2"),
        (#""\uD800\uD800""#, "lone-surrogate@2"), (#""\uDC00\uD800""#, "lone-surrogate@2"),
        (#""\uD800x""#, "lone-surrogate@2"),
        (#""\uD800\u0061""#, "lone-surrogate@2"), (#""\uD800\u00""#, "invalid-json@12"),
        (#""a\uDFFFb""#, "lone-surrogate@3"),
        (#""\uD834\\uDD1E""#, "lone-surrogate@2"),
        ("\"a\tb\"", "control-character@3"), ("\"a\rb\"", "control-character@3"), ("\"\u{0}\"", "control-character@2"),
        ("\"\u{1f}\"", "control-character@2"), ("\"\u{1b}[31m\"", "control-character@2"),
        ("\"abcdefgh\u{8}\"", "control-character@10"),
        (#""a"b"#, "invalid-json@4"), (#""a""b""#, "invalid-json@4"),
        // Arrays.
        ("[", "invalid-json@2"), ("[1", "invalid-json@3"), ("[1,", "invalid-json@4"), ("]", "invalid-json@1"),
        ("[1,]", "invalid-json@4"), ("[,1]", "invalid-json@2"), ("[,]", "invalid-json@2"), ("[1,,2]", "invalid-json@4"),
        ("[1 2]", "invalid-json@4"), ("[1:2]", "invalid-json@3"), ("[1;2]", "invalid-json@3"),
        ("[1]]", "invalid-json@4"),
        ("[}", "invalid-json@2"), ("[1}", "invalid-json@3"), ("[-]", "invalid-json@3"),
        ("[\"a\",\n4]", "line-incomplete@6"),
        ("[\u{b}]", "invalid-json@2"), ("[\u{c}]", "invalid-json@2"), ("[\u{a0}]", "invalid-json@2"),
        ("[\u{2060}]", "invalid-json@2"),
        ("[a]", "invalid-json@2"), ("[*]", "invalid-json@2"), ("[\"", "line-incomplete@4"),
        ("[1,\u{feff}2]", "invalid-json@4"),
        // Objects.
        ("{", "line-incomplete@3"), (#"{"a""#, "invalid-json@5"), (#"{"a":"#, "invalid-json@6"),
        (#"{"a":1"#, "line-incomplete@8"),
        (#"{"a":1,}"#, "invalid-json@8"), (#"{"a":1,,"b":2}"#, "invalid-json@8"), (#"{"a" 1}"#, "invalid-json@6"),
        (#"{"a",1}"#, "invalid-json@5"), (#"{"a"::1}"#, "invalid-json@6"), (#"{a:1}"#, "invalid-json@2"),
        (#"{'a':1}"#, "invalid-json@2"), (#"{1:1}"#, "invalid-json@2"), (#"{null:1}"#, "invalid-json@2"),
        (#"{[]:1}"#, "invalid-json@2"), (#"{"a":1 "b":2}"#, "invalid-json@8"), (#"{"a":1]"#, "invalid-json@7"),
        (#"{,"a":1}"#, "invalid-json@2"), (#"{"a":}"#, "invalid-json@6"), (#"{:1}"#, "invalid-json@2"),
        (#"{"a"=1}"#, "invalid-json@5"), (#"{"a":1;"b":2}"#, "invalid-json@7"), (#"{"\uD800":1}"#, "lone-surrogate@3"),
        ("{\"a\u{1}\":1}", "control-character@4"), (#"{"a":1}#"#, "invalid-json@8"),
        // Comments and what other languages allow.
        ("1/*c*/", "invalid-json@2"), ("//c", "invalid-json@1"), ("#c", "invalid-json@1"), ("/**/1", "invalid-json@1"),
        ("<null>", "invalid-json@1"), ("*", "invalid-json@1"), ("$1", "invalid-json@1"), ("", "invalid-json@1"),
        (" ", "invalid-json@2"),
        (",", "invalid-json@1"), ("1,", "invalid-json@3"), ("1,2", "invalid-json@3"), ("1:2", "invalid-json@2"),
        // Nesting: the line's own object is the first of 64 levels.
        (String(repeating: "[", count: 64) + String(repeating: "]", count: 64), "nested-too-deep@64"),
        (String(repeating: "[", count: 60_000), "nested-too-deep@64"),
        (String(repeating: #"{"a":"#, count: 63) + "{}" + String(repeating: "}", count: 63), "nested-too-deep@316"),
    ]

    @Test(arguments: rejected)
    func `an invalid value of another key rejects the line`(value: String, expected: String) {
        #expect(outcome(value) == expected)
    }

    @Test(
        arguments: [
            ("[]", "not-an-object@1"), ("  [1]", "not-an-object@3"), ("\"a\"", "not-an-object@1"),
            ("5", "not-an-object@1"),
            ("-5", "not-an-object@1"), ("true", "not-an-object@1"), ("null", "not-an-object@1"),
            ("nothing", "invalid-json@1"),
            ("hello", "invalid-json@1"), ("id,customer_id", "invalid-json@1"), ("}", "invalid-json@1"),
            (",", "invalid-json@1"),
            ("\u{feff}{}", "invalid-json@1"), ("#", "invalid-json@1"), ("\u{0}", "invalid-json@1"),
            ("\u{b}", "invalid-json@1"),
            ("{", "line-incomplete@2"), ("{ ", "line-incomplete@3"), ("{}", "missing-key@2"), ("{ }", "missing-key@3"),
            ("{}x", "text-after-object@3"), ("{} {}", "text-after-object@4"), ("{}}", "text-after-object@3"),
            ("{},", "text-after-object@3"), ("{}\u{0}", "text-after-object@3"), ("{\u{0}}", "invalid-json@2"),
            ("{\"", "line-incomplete@3"),
            ("{,}", "invalid-json@2"), ("{\"a\":1,}", "invalid-json@8"), ("{\"a\":1}", "missing-key@7"),
            ("\u{1f}\u{8b}", "invalid-json@1"),
        ])
    func `a line is one object`(line: String, expected: String) {
        #expect(Intake(line).outcome == expected)
    }
}
