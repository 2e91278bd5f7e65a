import Engine
import RulesDSL
import Testing

/// Amounts as text and as JSON numbers: minor units, or the code of the reject.
@Suite struct AmountTests {
    private func outcome(_ json: String, _ currency: Currency) -> String {
        var outcomes: Set<String> = []
        for lanes in [Creator.Lanes.both, .completeOnly] {
            let intake = Intake(
                #"{"id":"1","customer_id":"2","load_amount":\#(json),"time":"2000-01-01T00:00:00Z"}"# + "\n",
                currency: currency, lanes: lanes)
            outcomes.insert(intake.rows.first.map { String($0.amount) } ?? intake.rejects[0].reason.code)
        }
        return outcomes.sorted().joined(separator: " and ")
    }

    static let texts: [(String, String)] = [
        // Forms.
        ("$1,234.56", "123456"), ("$1234.56", "123456"), ("1234.56", "123456"), ("1,234.56", "123456"), ("$5", "500"),
        ("5", "500"), ("$5.1", "510"), ("$0.01", "1"), ("$0.5", "50"), ("USD 12.30", "1230"), ("USD12.30", "1230"),
        ("USD$12.30", "1230"), ("$007.00", "700"), ("$0000000001.00", "100"), ("$1,000,000.00", "100000000"),
        ("$999.99", "99999"), ("$9999999.99", "999999999"), ("$99999999.99", "9999999999"), ("$0,001.00", "100"),
        // Signs.
        ("-$3.10", "-310"), ("$-3.10", "-310"), ("-3.10", "-310"), ("USD -3.10", "-310"), ("-USD 3.10", "-310"),
        ("USD-3.10", "-310"), ("USD$-3.10", "-310"), ("-USD$3.10", "-310"), ("-$-3.10", "amount-sign"),
        ("--$3.10", "amount-sign"), ("+$3.10", "amount-sign"), ("$+3.10", "amount-sign"), ("+3", "amount-sign"),
        ("($3.10)", "amount-sign"), ("$3.10-", "amount-sign"), ("−$3.10", "amount-unexpected-text"),
        ("$−3.10", "amount-unexpected-text"),
        ("–3.10", "amount-unexpected-text"), ("-", "amount-digit-missing"), ("$-", "amount-digit-missing"),
        // Commas and points.
        ("$1,23.45", "amount-grouping"), ("$12,34,567.00", "amount-grouping"), ("$1,2345.00", "amount-grouping"),
        ("$1234,567.00", "amount-grouping"), ("$,123.00", "amount-grouping"), ("$1,,234.00", "amount-grouping"),
        ("$1,", "amount-grouping"),
        ("$1,234,56", "amount-grouping"), ("1.234,56", "amount-too-many-decimals"),
        ("$1'234.56", "amount-unexpected-text"),
        ("$1_234", "amount-unexpected-text"), ("$1 234.56", "amount-space"),
        ("$1\u{a0}234.56", "amount-unexpected-text"),
        ("$.50", "amount-digit-missing"), ("$5.", "amount-digit-missing"), (".5", "amount-digit-missing"),
        ("$.", "amount-digit-missing"),
        ("$5..0", "amount-digit-missing"), ("$5.0.0", "amount-digit-missing"), ("$5.001", "amount-too-many-decimals"),
        ("$5.000", "amount-too-many-decimals"), ("$0.005", "amount-too-many-decimals"), ("$5.1,000", "amount-grouping"),
        // Spaces and other text.
        ("", "amount-empty"), (" ", "amount-space"), (" $5.00", "amount-space"), ("$5.00 ", "amount-space"),
        ("$ 5.00", "amount-space"),
        ("USD  5.00", "amount-space"), ("USD 5.00 ", "amount-space"), ("USD\\t5", "amount-unexpected-text"),
        ("$5\\n", "amount-unexpected-text"),
        ("$", "amount-digit-missing"), ("USD", "amount-digit-missing"), ("USD ", "amount-digit-missing"),
        ("USD $5", "amount-unexpected-text"),
        ("$USD5", "amount-unexpected-text"), ("$$5", "amount-unexpected-text"), ("5$", "amount-unexpected-text"),
        ("5.00 USD", "amount-space"),
        ("usd 5.00", "amount-unexpected-text"), ("5USD", "amount-unexpected-text"), ("abc", "amount-unexpected-text"),
        ("$5abc", "amount-unexpected-text"),
        ("0x10", "amount-unexpected-text"), ("1e3", "amount-unexpected-text"), ("$1e3", "amount-unexpected-text"),
        ("NaN", "amount-unexpected-text"),
        ("Infinity", "amount-unexpected-text"), ("null", "amount-unexpected-text"), ("$５.00", "amount-unexpected-text"),
        ("٥", "amount-unexpected-text"),
        ("＄5.00", "amount-unexpected-text"), ("$5\\u0000", "amount-unexpected-text"), ("\\u00245.00", "500"),
        ("$1/2", "amount-unexpected-text"), ("5%", "amount-unexpected-text"),
        // Other currencies.
        ("€5.00", "amount-other-currency"), ("EUR 5.00", "amount-other-currency"), ("-€5.00", "amount-other-currency"),
        ("£5", "amount-other-currency"),
        ("¥500", "amount-other-currency"), ("CAD$5.00", "amount-other-currency"),
        ("USD €5.00", "amount-other-currency"), ("5.00€", "amount-other-currency"),
        ("5.00EUR", "amount-other-currency"), ("CA$5.00", "amount-unexpected-text"),
        ("US$5.00", "amount-unexpected-text"), ("XXX 5.00", "amount-unexpected-text"),
        // Zero and the edges of 64 bits.
        ("$0", "amount-zero"), ("$0.00", "amount-zero"), ("-$0.00", "amount-zero"), ("$0000000.00", "amount-zero"),
        ("0", "amount-zero"),
        ("$92233720368547758.07", "9223372036854775807"), ("-$92233720368547758.07", "-9223372036854775807"),
        ("$92,233,720,368,547,758.07", "9223372036854775807"), ("$92233720368547758.08", "amount-overflow"),
        ("-$92233720368547758.08", "amount-overflow"), ("$184467440737095516.17", "amount-overflow"),
        ("$99999999999999999999999999", "amount-overflow"),
        ("$99999999999999999999999999x", "amount-unexpected-text"), ("$92233720368547758", "9223372036854775800"),
    ]

    @Test(arguments: texts)
    func `an amount as text`(text: String, expected: String) {
        #expect(outcome("\"\(text)\"", Intake.dollars) == expected)
    }

    @Test(
        arguments: [
            ("5", "500"), ("-5", "-500"), ("5.1", "510"), ("5.10", "510"), ("5.100", "510"),
            ("5.000000000000000000000", "500"), ("5.001", "amount-too-many-decimals"),
            ("0.005", "amount-too-many-decimals"), ("0.005e1", "5"), ("1e2", "10000"), ("1E+2", "10000"),
            ("100e-2", "100"), ("1e-2", "1"), ("1e-3", "amount-too-many-decimals"),
            ("10e-3", "1"), ("1.5e1", "1500"), ("123456789e-9", "amount-too-many-decimals"), ("12000000000e-9", "1200"),
            ("0", "amount-zero"), ("-0", "amount-zero"), ("0.00", "amount-zero"),
            ("0e5", "amount-zero"), ("0e999999999999999999999", "amount-zero"), ("1e17", "amount-overflow"),
            ("1e16", "1000000000000000000"), ("1e400", "amount-overflow"), ("1e-400", "amount-too-many-decimals"),
            ("1e999999999999999999999", "amount-overflow"), ("-1e999999999999999999999", "amount-overflow"),
            ("1e-999999999999999999999", "amount-too-many-decimals"),
            ("92233720368547758.07", "9223372036854775807"), ("-92233720368547758.07", "-9223372036854775807"),
            ("92233720368547758.08", "amount-overflow"),
            ("9223372036854775807", "amount-overflow"), ("4.35", "435"), ("0.1", "10"), ("1.10", "110"), ("0.29", "29"),
            ("1234567.89", "123456789"),
            ("100000000000000000000e-20", "100"), ("0.00000000000000000000100e23", "10000"), ("1000", "100000"),
            ("01", "invalid-json"), ("+1", "invalid-json"), (".5", "invalid-json"), ("5.", "invalid-json"),
            ("0x10", "invalid-json"), ("NaN", "invalid-json"), ("1,000", "invalid-json"), ("true", "wrong-type"),
            ("null", "wrong-type"), ("[5]", "wrong-type"), (#"{"value":5}"#, "wrong-type"),
        ])
    func `an amount as a JSON number`(json: String, expected: String) {
        #expect(outcome(json, Intake.dollars) == expected)
    }

    @Test(
        arguments: [
            ("JPY", #""¥1,234""#, "1234"), ("JPY", #""¥1,234.0""#, "amount-too-many-decimals"),
            ("JPY", #""¥5.""#, "amount-digit-missing"), ("JPY", "12.0", "12"),
            ("JPY", "12.5", "amount-too-many-decimals"),
            ("JPY", "9223372036854775807", "9223372036854775807"), ("JPY", #""JPY¥5""#, "5"),
            ("JPY", #""$5""#, "amount-other-currency"), ("CHF", #""CHF 12.30""#, "1230"),
            ("CHF", #""CHF12.30""#, "1230"),
            ("CHF", #""-CHF 1,000.00""#, "-100000"), ("CHF", #""$5.00""#, "amount-other-currency"),
            ("CHF", #""5.00""#, "500"), ("KWD", #""KWD 1.234""#, "1234"),
            ("KWD", #""1.2345""#, "amount-too-many-decimals"),
            ("CLF", #""CLF 1.2345""#, "12345"), ("EUR", #""€300.00""#, "30000"), ("EUR", #""-€300.00""#, "-30000"),
            ("EUR", #""€-300.00""#, "-30000"), ("EUR", #""EUR€5""#, "500"), ("EUR", #""\u20ac5""#, "500"),
            ("EUR", #""$5.00""#, "amount-other-currency"), ("MXN", #""$5.00""#, "500"),
            ("MXN", #""USD 5.00""#, "amount-other-currency"), ("CLP", #""$5.00""#, "amount-too-many-decimals"),
            ("CLP", #""$500""#, "500"),
        ])
    func `an amount in another policy's currency`(code: String, json: String, expected: String) throws {
        #expect(outcome(json, try #require(Currency.withCode(code))) == expected)
    }
}
