import RulesDSL
import Testing

/// Conditions that can't hold, or always do, by what is known of their parts.
struct ConditionLintTests {
    private static let fields = "field shop : text optional\nfield tier : text default \"basic\"\nfield fee : money\n"

    @Test(arguments: [
        ("amount > $5.00 and amount < $5.00", true), ("amount >= $5.00 and amount <= $5.00", false),
        ("amount > $5.00 and amount < $5.02", false), ("amount < $0.01", true), ("amount <= $0.01", false),
        ("hour > 23", true), ("hour >= 23", false), ("kind is withdrawal", true), ("kind is not withdrawal", false),
        ("customer is \"1\" and customer is \"2\"", true), ("customer is \"1\" or customer is \"2\"", false),
        ("customer in [\"1\", \"2\"] and customer not in [\"2\", \"1\", \"3\"]", true),
        ("(customer is \"1\" or customer is \"2\") and customer is \"3\"", true),
        ("weekday in [monday] and weekday is not monday", true), ("tier is \"gold\" and not (tier is \"gold\")", true),
        ("(shop or \"none\") is \"a\" and (shop or \"none\") is \"b\"", true),
        ("(shop or \"none\") is \"a\" and (shop or \"some\") is \"b\"", false),
        ("fee < $1.00 and amount < fee and amount > $2.00", true),
        ("fee < $3.00 and amount < fee and amount > $2.00", false),
        ("amount > $5.00 and (if hour > 5 then amount < $3.00 else amount < $4.00)", true),
        ("starts-with(tier, \"x\") and not starts-with(tier, \"x\")", true),
        ("min(amount, $5.00) > $5.00", true), ("min(amount, $5.00) >= $5.00", false),
        ("date < 2026-01-01 and date > 2026-12-31", true), ("length(tier) < 0", true),
        // What can't be computed is a failure of the rule, and so it is not certain that it never fails.
        ("amount * 2 > $5.00 and amount * 2 < $5.00", false),
    ])
    func `a where that can't hold`(condition: String, isFound: Bool) throws {
        let rules = Self.fields + "require a { on load where \(condition)  that balance > $1.00 and fee is fee }"
        #expect(try LintedText.codes(rules).filter { $0 == "R0703" } == (isFound ? ["R0703"] : []), "\(condition)")
    }

    @Test func `dates that the rule's own dates exclude`() throws {
        let rules = "require a { on load where date > 2027-01-05  that balance > $1.00  active until 2027-01-01 }"
        let said = "`a` never checks: no transaction in its `active` dates is as its `where` says"
        #expect(try LintedText.lints(rules).map { "\($0.code) \($0.message)" } == ["R0703 \(said)"])
        let near = "require a { on load where date > 2026-12-30  that balance > $1.00  active until 2027-01-01 }"
        #expect(try LintedText.codes(near) == [])
    }

    @Test(arguments: [
        ("amount > $5.00", "amount < $3.00", ["R0704"]), ("amount > $5.00", "amount < $6.00", []),
        ("amount > $5.00", "amount > $5.00", ["R0705"]), ("amount > $5.00", "amount >= $5.01", ["R0705"]),
        ("amount > $5.00", "amount >= $5.02", []), ("hour < 3", "hour is 4 or hour is 5", ["R0704"]),
        ("hour < 3", "hour is not 4", ["R0705"]), ("amount > $5.00", "amount * 2 > $0.00", []),
        ("amount > $5.00", "balance is balance", ["R0705"]),
    ])
    func `a condition that always says the same`(filter: String, condition: String, codes: [String]) throws {
        #expect(try LintedText.codes("require a { on load where \(filter)  that \(condition) }") == codes)
    }

    @Test(arguments: [
        ("amount > $4.00", ["R0706"]), ("amount > $5.00", ["R0706"]), ("amount > $5.01", []),
        ("balance > $4.00", []), ("amount > $4.00 and balance > $4.00", []), ("amount * 1 > $4.00", []),
    ])
    func `an unless that always holds`(exemption: String, codes: [String]) throws {
        let rules = "limit a { on load where amount > $5.00 count per customer per day at most 3 unless \(exemption) }"
        #expect(try LintedText.codes(rules) == codes)
    }

    @Test(arguments: [
        ("amount < $5.00", true), ("amount <= $5.00", true), ("amount <= $5.01", false), ("amount < $5.02", false),
        ("date >= 2026-12-31 and date <= 2026-12-01", true), ("date >= 2026-12-01 and date <= 2026-12-31", false),
        ("kind is withdrawal", true), ("tier is \"gold\" and tier is \"basic\"", true), ("tier is \"gold\"", false),
        ("balance > $4.00", false), ("customer in [\"1\"] and customer is not \"1\"", true),
        ("date < 2026-01-01", true), ("date < 2026-01-02", false), ("date >= 2027-01-01", true),
        ("date >= 2026-12-31", false), ("amount * 1 < $4.00", false),
    ])
    func `an unless that never holds`(exemption: String, isFound: Bool) throws {
        let rules = """
            limit a {
              on load where amount > $5.00
              count per customer per day
              at most 3
              unless \(exemption)
              active from 2026-01-01 until 2027-01-01
            }
            """
        #expect(try LintedText.codes(Self.fields + rules) == (isFound ? ["R0710"] : []), "\(exemption)")
    }

    @Test(arguments: [
        ("load", "amount > $0.00", true), ("load", "amount > $0.01", false), ("load", "kind is load", true),
        ("load, withdrawal", "kind is load", false), ("load", "hour < 22 or hour >= 6", true),
        ("load", "hour < 6 or hour >= 22", false), ("load", "tier is \"a\" or tier is not \"a\"", true),
        ("load", "(shop or \"\") is \"a\" or (shop or \"b\") is not \"a\"", false),
        // Outside of its dates a rule counts, too.
        ("load", "date >= 2026-01-01", false), ("load", "length(tier) >= 0", true),
        ("load", "amount * 1 > $0.00", false),
    ])
    func `a where that always holds`(kinds: String, condition: String, isFound: Bool) throws {
        let rules = """
            limit a {
              on \(kinds) where \(condition)
              count per customer per day
              at most 3
              active from 2026-01-01 until 2027-01-01
            }
            """
        #expect(try LintedText.codes(Self.fields + rules) == (isFound ? ["R0711"] : []), "\(condition)")
    }

    @Test(arguments: [
        ("on load that amount <= $5.00", "on load that amount <= $9.00", true),
        ("on load that amount <= $5.00", "on load that amount <= $5.00", true),
        ("on load that amount <= $9.00", "on load that amount <= $5.00", false),
        ("on load that amount < $5.00", "on load that $4.99 >= amount", true),
        ("on load that amount <= $5.00", "on load that amount < $5.00", false),
        ("on load that amount <= $5.00", "on load that amount < $5.01", true),
        ("that amount <= $5.00", "on load where hour < 6 that amount <= $9.00 unless customer is \"1\"", true),
        ("on load where hour < 6 that amount <= $5.00", "on load that amount <= $9.00", false),
        ("on withdrawal that amount <= $5.00", "on load that amount <= $9.00", false),
        ("on load that amount <= $5.00 and hour < 6", "on load that amount <= $9.00", true),
        ("on load that amount <= $5.00 or hour < 6", "on load that amount <= $9.00", false),
        ("on load that amount <= $5.00 unless hour < 6", "on load that amount <= $9.00", false),
        ("on load that amount <= $5.00 else review", "on load that amount <= $9.00", false),
        ("on load that amount <= $5.00", "on load that amount <= $9.00 else review", true),
        ("on load that amount <= $5.00", "on load that amount <= $9.00 mode shadow", false),
        ("on load that amount <= $5.00", "on load that amount <= fee", false),
        ("on load that fee <= $5.00", "on load that fee <= $9.00", true),
    ])
    func `a rule that another one decides before`(first: String, second: String, isFound: Bool) throws {
        let rules = "require a { \(first) }\nrequire b { \(second) }"
        #expect(try LintedText.codes(Self.fields + rules) == (isFound ? ["R0712"] : []), "\(first), \(second)")
    }

    @Test func `no test is asked for of a rule that can't fail`() throws {
        let rules = """
            require all  { on load  that amount > $0.00 }
            require some { on load  that amount > $1.00 }
            test "a load" { 2026-01-01 09:00  load  $2.00  accepted }
            """
        #expect(
            try LintedText.lints(rules).map { "\($0.code) \($0.message)" } == [
                "R0705 no transaction that `all` is about fails it", "R0709 no test makes `some` fail",
            ])
    }
}
