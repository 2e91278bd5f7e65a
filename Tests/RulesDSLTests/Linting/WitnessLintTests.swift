import Engine
import RulesDSL
import Testing

/// Findings that are shown only if transactions are found that the other rules let pass.
struct WitnessLintTests {
    private static let limits = """
        limit daily  { on load  sum amount per customer per day   at most $100.00 }
        limit weekly { on load  sum amount per customer per week  at most $700.00 }

        """

    /// What stands in the way of a transaction that says nothing of it.
    @Test(arguments: [
        "field tier : text\nrequire known { that tier in [\"gold\", \"silver\"] }",
        "field tier : text optional\nrequire known { that (tier or \"none\") is not \"none\" }",
        "field tier : text\nlist tiers : text [\"gold\", \"silver\"]\nrequire known { that tier in tiers }",
        "field iban : text\nrequire french { that starts-with(iban, \"FR\") }",
        "field iban : text\nrequire french { that matches(iban, \"FR*76\") and length(iban) > 3 }",
        "field kept : boolean default true\nrequire free { that not kept }",
        "field fee : money\nrequire paid { that fee >= $0.30 }",
        "field fee : money\nrequire paid { that fee * 2 is $0.60 }",
        "field score : number\nrequire safe { on load where score > 0.2  that score > 0.9 }",
        "field seen : time\nrequire fresh { that seen > 2026-01-01T00:00:00Z }",
        """
        field tier : text\ntable least by tier { \"gold\": $1.00  else: $200.00 }\nrequire much { that amount >= \
        least }
        """,
        "field tier : text\nfield kept : boolean\nrequire one { that tier is \"gold\" and not kept }",
        "require open { that hour >= 8 and hour < 20 and weekday is not sunday }",
        "require weekend { that weekday in [saturday, sunday] }",
        "require future { that date >= 2027-03-01 }",
        "require known { that customer in [\"7\", \"8\"] }",
        "require others { that customer is not \"1\" }",
        "limit blocked { on load where amount >= $99.00  count per customer per ever  at most 0 }",
    ])
    func `a transaction is found that other rules let pass`(rules: String) throws {
        #expect(try LintedText.lints(rules + "\n" + Self.limits).filter { $0.message.hasPrefix("`weekly`") }.count == 1)
    }

    /// What the limits themselves are about.
    @Test(arguments: [
        "tier is \"gold\"", "tier not in [\"gold\"]", "customer in vip", "customer is not \"1\"", "hour is 5",
        "weekday is tuesday and hour > 22", "starts-with(tier, \"g\")", "contains(tier, \"old\")", "kept", "not kept",
        "score > 0.5 and score < 0.6", "fee < $0.00", "amount > fee",
    ])
    func `a transaction is found that limits are about`(condition: String) throws {
        let rules = """
            field tier  : text
            field kept  : boolean
            field score : number
            field fee   : money
            list vip : text ["17", "42"]

            """
        let limits = Self.limits.replacing("on load", with: "on load where \(condition)")
        #expect(try LintedText.codes(rules + limits) == ["R0701"], "\(condition)")
    }

    /// What makes a difference to rules, and is not to be seen in a witness, is as it is in a test.
    @Test(arguments: [
        "require known { on load  that id is not \"entry-9\" }", "require odd { that not ends-with(id, \"3\") }",
        "limit few { on load where id in [\"entry-1\", \"entry-2\"]  count per customer per day  at most 5 }",
        "limit first { on load where id is \"entry-1\"  count per customer per ever  at most 0  mode shadow }",
        "field memo : text\nrequire torn { that memo is \"a\\u{1}\\n\\\"\\\\\" }",
    ])
    func `a witness is a test that passes`(rules: String) throws {
        for limits in [Self.limits, Self.limits.replacing("on load", with: "on load where id is not \"entry-4\"")] {
            for lint in try LintedText.lints(rules + "\n" + limits) {
                guard let witness = lint.witness else { continue }
                let lines = witness.lines(isWhole: true)
                #expect(lines.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } })
                let test = "\ntest \"witness\" {\n" + lines.joined(separator: "\n") + "\n}\n"
                let result = CheckedText.check(CheckedText.header + rules + "\n" + limits + test)
                let policy = try #require(Policy(result), "\(result.diagnostics.map(\.message))\n\(test)")
                var coverage = TestCoverage(policy)
                let last = try #require(policy.program.policy.tests.last)
                #expect(try TestRunner(policy).run(last, covering: &coverage).isAsExpected, "\(rules)\(test)")
            }
        }
    }

    @Test func `the customer is named where it matters`() throws {
        let rules = "limit a { on load where customer in [\"7\"]  count per customer per day  at most 0 }\n"
        let again = "limit b { on load where customer in [\"7\"]  count per customer per day  at most 1 }\n"
        let lint = try #require(try LintedText.lints(rules + again).first { $0.code == "R0701" })
        #expect(
            lint.witness?.lines(isWhole: true) == ["2026-01-02 00:00  load  $0.01  customer \"7\"  declined by a"])
    }

    @Test(arguments: [
        // That there is no such transaction is shown by none.
        ("require a { on load where amount > $5.00 and amount < $3.00  that hour < 5 }", []),
        ("require a { on load where amount > $5.00  that hour < 5  unless amount > $4.00 }", ["accepted"]),
        // Another rule stops them all, or those without a balance.
        (
            "require a { on load where amount > $5.00  unless amount > $4.00  that hour < 5 }\nrequire b { that false }",
            []
        ),
        ("require a { that hour >= 0 }\nrequire b { that balance >= $5.00 }", ["accepted"]),
        ("require b { that false }\nrequire a { on load where amount > $5.00  that amount <= $3.00 }", []),
        ("require a { on load where amount > $5.00  that amount <= $3.00 }", ["declined by a"]),
        ("require a { on load where amount > $5.00  that amount <= $3.00  mode shadow }", ["accepted shadow a"]),
    ])
    func `a witness is shown where it shows the finding`(rules: String, results: [String]) throws {
        let lint = try #require(try LintedText.lints(rules).first { $0.message.contains("`a`") })
        let shown = lint.witness?.entries.map { String($0.result) } ?? []
        #expect(shown == results, "\(lint.message)")
    }

    @Test func `of histories that confirm it, one is shown that another limit ends`() throws {
        let limits = """
            require funds { on withdrawal  that balance >= amount }
            limit daily   { on withdrawal  sum amount per customer per day  at most $100.00 }
            limit again   { on withdrawal  sum amount per customer per day  at most $200.00 }
            """
        let lint = try #require(try LintedText.lints(limits).first)
        #expect(
            lint.witness?.lines(isWhole: true) == [
                "given balance $100,000,000.00", "2026-01-02 00:00  withdrawal  $100.00  accepted",
                "2026-01-02 00:00  withdrawal    $0.01  declined by daily",
            ])
    }

    @Test func `where the best reason is not confirmed, the next one is tried`() throws {
        let rules = """
            limit   few    { on load  count per customer per day  at most 2  unless balance > $500,000,000.00 }
            limit   three  { on load  count per customer per day  at most 3 }
            require each   { on load  that amount <= $100.00 }
            limit   weekly { on load  sum amount per customer per week  at most $350.00 }
            limit   much   { on load  sum amount per customer per day  at most $5,000.00 }
            """
        // Three loads of $100.00 would be less, but a third one is never tried: another rule is in the way.
        let messages = try LintedText.lints(rules).map(\.message)
        #expect(messages.count == 1)
        #expect(messages[0].hasSuffix(" allows $350.00 a week, and `much` allows $5,000.00 a day"))
    }

    // MARK: Bounds that vary

    private static let table = """
        field tier : text default "basic"
        table cap by tier { "gold": $500.00  else: $100.00 }
        let usual = average amount on load per customer per rolling 30 days or $5.00

        """

    private static func limit(_ name: String, _ measure: String, _ bound: String) -> String {
        "limit \(name) { on load  \(measure)  at most \(bound) }\n"
    }

    @Test(arguments: [
        ("per customer per week", "per customer per day", "cap", true),
        ("across everyone per day", "per customer per day", "cap", true),
        ("per customer per day", "per customer per day", "cap", true),
        ("per customer per day", "per customer per week", "cap", false),
        ("per customer per day", "across everyone per day", "cap", false),
        ("per customer per week", "per customer per day", "3 * usual", true),
        ("per customer per week", "per customer per day", "if tier is \"gold\" then $7.00 else $5.00", true),
    ])
    func `the same bound is equal, whatever it is`(
        other: String, own: String, bound: String, isNeedless: Bool
    ) throws {
        let rules =
            Self.table + Self.limit("wide", "sum amount \(other)", bound)
            + Self.limit("own", "sum amount \(own)", bound)
        let found = try LintedText.lints(rules).filter { $0.message.hasPrefix("`own`") }
        #expect(found.count == (isNeedless ? 1 : 0), "\(found.map(\.message))")
    }

    @Test func `what allows the same is named`() throws {
        let rules =
            Self.table + Self.limit("weekly", "sum amount per customer per week", "cap")
            + Self.limit("daily", "sum amount per customer per day", "cap")
            + Self.limit("double", "sum amount per customer per day", "cap * 2")
        let lints = try LintedText.lints(rules)
        #expect(
            lints.map { "\($0.code) \($0.message)" } == [
                "R0702 `daily` is never reached: `weekly` allows the same `cap` a week"
            ])
        #expect(
            lints.first?.witness?.lines(isWhole: true) == [
                "2026-01-02 00:00  load  $500.00  tier \"gold\"  accepted",
                "2026-01-02 00:00  load    $0.01  tier \"gold\"  declined by weekly",
            ])
    }

    // MARK: Different values

    @Test(arguments: [
        (
            "count per customer per day at most 3", "week", "21",
            "`other` allows 3 loads a day over 7 days, at most 21 values of `shop` a week, and `own` allows no less"
        ),
        (
            "count per customer per week at most 3", "day", "5",
            "`other` allows 3 loads a week, and `own` allows 5 values of `shop` a day"
        ),
        (
            "distinct shop per customer per week at most 3", "day", "5",
            "`other` allows 3 values of `shop` a week, and `own` allows 5 values of `shop` a day"
        ),
        (
            "distinct shop per customer per day at most 1", "week", "7",
            """
            `other` allows 1 value of `shop` a day over 7 days, at most 7 values of `shop` a week, and `own` \
            allows no less
            """
        ),
    ])
    func `values are counted as values`(other: String, window: String, bound: String, said: String) throws {
        let rules = """
            field shop : text
            limit other { on load  \(other) }
            limit own   { on load  distinct shop per customer per \(window)  at most \(bound) }
            """
        #expect(try LintedText.lints(rules).map(\.message) == ["`own` is never reached: \(said)"])
    }
}
