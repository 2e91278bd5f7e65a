import RulesDSL
import Testing

/// Limits that a single transaction exceeds, whatever came before.
struct AlwaysFailsLintTests {
    private static let fields = """
        field shop : text   optional
        field tier : text   default "basic"
        field fee  : money  default $0.00
        table cap by tier { "gold": $50.00  else: $20.00 }

        """

    @Test(arguments: [
        ("count per customer per day", "0", true), ("count per customer per ever", "0.5", true),
        ("count per customer per day", "1", false), ("count of attempts across everyone per day", "0", true),
        ("count of declined per customer per day", "0", false), ("distinct shop per customer per week", "0", true),
        ("distinct shop per customer per week", "1", false), ("sum amount per customer per day", "$0.00", true),
        ("sum amount per customer per day", "$0.01", false), ("sum amount * 2 per customer per day", "$0.01", true),
        ("sum fee per customer per day", "$0.00", false), ("sum amount - fee per customer per day", "$0.00", false),
        ("sum amount of declined per customer per day", "$0.00", false),
        ("largest amount per customer per rolling 24 hours", "$0.00", true),
        ("largest amount per customer per day", "$0.01", false), ("largest fee per customer per day", "$0.00", false),
        ("smallest amount per customer per day", "$0.00", true),
        ("average amount per customer per ever", "$0.00", true),
    ])
    func `a limit of nothing`(measure: String, bound: String, isFound: Bool) throws {
        let rules = Self.fields + "limit a { on load  \(measure)  at most \(bound) }"
        #expect(try LintedText.codes(rules) == (isFound ? ["R0704"] : []), "\(measure) at most \(bound)")
    }

    @Test(arguments: [
        ("amount > $100.00", "sum amount", "$50.00", true), ("amount > $50.00", "sum amount", "$50.00", true),
        ("amount >= $50.00", "sum amount", "$50.00", false), ("amount > $100.00", "largest amount", "$100.00", true),
        ("amount > $100.00", "smallest amount", "$100.00", true),
        ("amount > $100.00", "average amount", "$100.01", false),
        ("amount in [$70.00, $60.00]", "sum amount", "$59.99", true),
        ("amount in [$70.00, $60.00]", "sum amount", "$60.00", false),
        ("tier is \"gold\" and (amount > $80.00 or amount > $60.00)", "sum amount", "$50.00", true),
        ("tier is \"gold\" or amount > $60.00", "sum amount", "$50.00", false),
        ("amount > $50.00", "sum amount", "cap", true), ("amount > $40.00", "sum amount", "cap", false),
        ("fee >= $1.00", "sum fee", "$0.50", true), ("fee * 2 > $9.00", "sum fee * 2", "$9.00", true),
        ("amount > $100.00", "sum amount", "amount", false),
    ])
    func `a limit below what it is about`(filter: String, measure: String, bound: String, isFound: Bool) throws {
        let rules =
            Self.fields + "limit a { on load where \(filter)  \(measure) per customer per day  at most \(bound) }"
        #expect(try LintedText.codes(rules) == (isFound ? ["R0704"] : []), "\(filter): \(measure) at most \(bound)")
    }

    /// Of what was counted before its dates an average knows nothing, and a sum may be below zero.
    @Test(arguments: [
        ("sum amount", true), ("largest amount", true), ("average amount", false), ("smallest amount", false),
        ("sum fee", false),
    ])
    func `what is counted outside of its dates may be less`(measure: String, isFound: Bool) throws {
        let rules =
            Self.fields + """
                limit a {
                  on load where date < 2026-01-01 or (amount > $100.00 and fee > $100.00)
                  \(measure) per customer per ever
                  at most $50.00
                  active from 2026-01-01
                }
                """
        #expect(try LintedText.codes(rules) == (isFound ? ["R0704"] : []), "\(measure)")
    }

    @Test(arguments: [
        ("on load", "count per customer per day at most 0", "a single load is more than 0 loads a day", "1 load"),
        (
            "on load", "distinct shop per customer per week at most 0",
            "a single load has more than 0 values of `shop` a week", "1 value of `shop`"
        ),
        (
            "", "sum amount per customer per ever at most $0.00",
            "a single transaction is at least $0.01, and `a` allows $0.00 ever", "$0.01"
        ),
        (
            "on withdrawal where amount > $100.00", "largest amount per customer per rolling 7 days at most cap",
            "a single withdrawal is at least $100.01, and `a` allows $50.00 in 7 days", "$100.01"
        ),
    ])
    func `it says by how much`(on: String, measure: String, reason: String, least: String) throws {
        let lint = try #require(try LintedText.lints(Self.fields + "limit a { \(on)  \(measure) }").first)
        #expect(lint.message == "every transaction that `a` is about fails it: \(reason)")
        #expect(
            lint.help == ["allow \(least) at least", "if that is meant, a `require` with `that false` says so"])
    }

    @Test func `a require that says so is left alone`() throws {
        #expect(try LintedText.codes("require a { on load where amount > $100.00  that false }") == [])
    }
}
