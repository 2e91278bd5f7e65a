import Engine
import RulesDSL
import Testing

/// The part that the line of a failure names where an `if` chose a constant: what chose it.
@Suite struct ChosenPartTests {
    /// A condition that a load of $2.00 at 01:30 fails, the part that is named, and how the sentence goes on behind it.
    static let cases: [(condition: String, part: String?, reason: String)] = [
        (
            "if amount > $1.00 then false else hour < 1", "amount > $1.00",
            "does not hold, but its part `amount > $1.00` does: amount is $2.00"
        ),
        (
            "if amount > $5.00 then hour < 9 else false", "amount > $5.00",
            "does not hold, nor does its part `amount > $5.00`: amount is $2.00"
        ),
        (
            "if amount > $1.00 then hour < 1 else true", "hour < 1",
            "does not hold, nor does its part `hour < 1`: hour is 1"
        ),
        (
            "not (if amount > $5.00 then hour < 1 else true)", "amount > $5.00",
            "does not hold, nor does its part `amount > $5.00`: amount is $2.00"
        ),
        (
            "not (if amount > $1.00 then true else false)", "amount > $1.00",
            "does not hold, but its part `amount > $1.00` does: amount is $2.00"
        ),
        (
            "if not (hour < 1 or amount > $1.00) then true else false", "amount > $1.00",
            "does not hold, but its part `amount > $1.00` does: amount is $2.00"
        ),
        (
            "if (if amount > $1.00 then true else hour < 1) then false else hour < 2", "amount > $1.00",
            "does not hold, but its part `amount > $1.00` does: amount is $2.00"
        ),
        ("if amount > $1.00 then false else false", nil, "does not hold"),
        ("if amount > $5.00 then false else false", nil, "does not hold"),
    ]

    @Test(arguments: cases.indices) func `a constant is no reason, what chose it is`(index: Int) throws {
        let (condition, part, reason) = Self.cases[index]
        let line = #"{"id":"a","customer_id":"1","load_amount":"$2.00","time":"2000-01-01T01:30:00Z"}"#
        let run = try Run("require early { that \(condition) }", Array(line.utf8))
        #expect(StrictJSON.isObject(String(run.explanations.prefix { $0 != "\n" })), "\(run.explanations)")
        #expect(run.explanations.contains(#""part":""#) == (part != nil), "\(run.explanations)")
        if let part { #expect(run.explanations.contains("\"part\":\"\(part)\","), "\(run.explanations)") }
        #expect(run.explanations.contains("\"because\":\"`\(condition)` \(reason)\"}"), "\(run.explanations)")
    }
}
