import RulesDSL
import Testing

/// When a limit is certain to be never reached, and when not quite.
struct NeverReachedLintTests {
    private static func limit(_ name: String, _ measure: String, _ bound: String, _ more: String = "") -> String {
        "limit \(name) { on load \(measure) at most \(bound) \(more) }\n"
    }

    private static let daily = limit("daily", "sum amount per customer per day", "$100.00")

    /// The other limit, its bound, and whether the daily one makes it needless.
    @Test(arguments: [
        ("per week", "$700.00", true), ("per week", "$699.99", false), ("per month", "$3,100.00", true),
        ("per month", "$3,099.99", false), ("per year", "$36,600.00", true), ("per year", "$36,599.99", false),
        ("per ever", "$1,000,000.00", false), ("per rolling 24 hours", "$200.00", true),
        ("per rolling 24 hours", "$199.99", false), ("per rolling 1500 minutes", "$200.00", false),
        ("per rolling 1500 minutes", "$300.00", true), ("per rolling 7 days", "$800.00", true),
        ("per rolling 7 days", "$799.99", false),
    ])
    func `days in a longer window`(window: String, bound: String, isNeedless: Bool) throws {
        let codes = try LintedText.codes(
            Self.daily + Self.limit("other", "sum amount per customer \(window)", bound))
        #expect(codes == (isNeedless ? ["R0701"] : []))
    }

    @Test(arguments: [
        ("week", "day", "$100.00", ["R0702"]), ("week", "day", "$99.99", []), ("month", "week", "$200.00", ["R0701"]),
        ("month", "week", "$199.99", []), ("year", "month", "$100.00", ["R0702"]),
        ("ever", "week", "$100.00", ["R0702"]),
        ("week", "month", "$600.00", ["R0701"]), ("week", "month", "$599.99", []),
        ("week", "year", "$5,400.00", ["R0701"]), ("week", "year", "$5,399.99", []),
        ("rolling 24 hours", "day", "$100.00", ["R0702"]), ("rolling 24 hours", "day", "$99.99", []),
        ("rolling 60 minutes", "rolling 90 minutes", "$200.00", ["R0701"]),
        ("rolling 60 minutes", "rolling 90 minutes", "$199.99", []), ("month", "rolling 30 days", "$300.00", ["R0701"]),
        ("month", "rolling 30 days", "$299.99", []), ("month", "rolling 28 days", "$200.00", ["R0701"]),
    ])
    func `one window in another`(other: String, own: String, bound: String, codes: [String]) throws {
        let rules =
            Self.limit("other", "sum amount per customer per \(other)", "$100.00")
            + Self.limit("own", "sum amount per customer per \(own)", bound)
        #expect(try LintedText.codes(rules).filter { $0 != "R0704" } == codes)
    }

    /// A limit that follows from the daily one, in front of it or behind it, and what is said of transactions that
    /// exceed both.
    @Test(arguments: [
        (true, "", "what exceeds it, `daily` declines too; `weekly` stands before `daily` and is named in its place"),
        (true, "else review as Much", nil), (false, "", nil),
        (true, "mode shadow", "it fails in shadow only where `daily` declines"),
        (false, "mode shadow", "it fails in shadow only where `daily` declines"),
    ])
    func `who is named for what exceeds both`(isFirst: Bool, clause: String, words: String?) throws {
        let weekly = Self.limit("weekly", "sum amount per customer per week", "$700.00", clause)
        let lints = try LintedText.lints(isFirst ? weekly + Self.daily : Self.daily + weekly)
        #expect(lints.map(\.code) == ["R0701"])
        #expect(lints.first?.help.dropFirst().first == words)
    }

    /// What makes the first limit say nothing of the second one.
    @Test(arguments: [
        "unless amount > $50.00", "mode shadow", "active from 2026-01-01", "else review as Much",
    ])
    func `only a limit that always declines counts`(clause: String) throws {
        let rules =
            Self.limit("daily", "sum amount per customer per day", "$100.00", clause)
            + Self.limit("weekly", "sum amount per customer per week", "$700.00")
        #expect(try LintedText.codes(rules) == [])
    }

    @Test(arguments: [
        ("limit a { sum amount per customer per day at most $100.00 }", true),
        ("limit a { on withdrawal sum amount per customer per day at most $100.00 }", false),
        ("limit a { on load where hour < 12 sum amount per customer per day at most $100.00 }", false),
        ("limit a { on load where amount > $1.00 sum amount per customer per day at most $100.00 }", true),
        ("limit a { on load sum amount per customer, shop per day at most $100.00 }", false),
        ("limit a { on load sum amount across everyone per day at most $100.00 }", true),
        ("limit a { on load sum 2 * amount per customer per day at most $100.00 }", false),
        ("limit a { on load sum amount of attempts per customer per day at most $100.00 }", true),
        ("limit a { on load sum amount of declined per customer per day at most $100.00 }", false),
        ("limit a { on load largest amount per customer per day at most $100.00 }", false),
    ])
    func `its counters hold all that the other one counts`(other: String, isNeedless: Bool) throws {
        let rules = """
            field shop : text default ""
            \(other)
            limit b {
              on load where amount > $1.00 and shop is "x"
              sum amount per customer per week
              at most $700.00
            }
            """
        let codes = try LintedText.lints(rules).filter { $0.message.hasPrefix("`b`") }.map(\.code)
        #expect(codes == (isNeedless ? ["R0701"] : []))
    }

    @Test func `what is needless makes nothing else needless, and the later one of two is`() throws {
        let twice = Self.daily + Self.limit("again", "sum amount per customer per day", "$100.00")
        #expect(try LintedText.lints(twice).map { $0.message.prefix(7) } == ["`again`"])
    }

    @Test func `a sum that may shrink is left alone`() throws {
        let rules = """
            field fee : money
            limit a { on load  sum fee per customer per day   at most $100.00 }
            limit b { on load  sum fee per customer per week  at most $700.00 }
            """
        #expect(try LintedText.codes(rules) == [])
    }

    @Test(arguments: ["", "active from 2026-01-01", "active from 2026-01-01 until 2027-01-01"])
    func `what was counted before its dates counts`(active: String) throws {
        let rules = """
            limit number {
              on load where date < 2026-01-01 or amount <= $100.00  count per customer per ever  at most 3
            }
            limit much {
              on load where date < 2026-01-01 or amount <= $100.00
              sum amount per customer per ever
              at most $300.00
              \(active)
            }
            """
        #expect(try LintedText.codes(rules) == [])
    }

    @Test func `nobody is told to allow less than nothing`() throws {
        let rules =
            Self.limit("none", "count per customer per day", "0") + Self.limit("few", "count per customer per day", "3")
        #expect(try LintedText.lints(rules).filter { $0.code == "R0701" }.map(\.help) == [["leave it out"]])
    }

    /// What bounds each amount, and how much a day it makes needless.
    @Test(arguments: [
        ("on load  largest amount per customer per day  at most $1,000.00", "$3,000.00", true),
        ("on load  largest amount per customer per day  at most $1,000.00", "$2,999.99", false),
        ("largest amount across everyone per ever  at most $1,000.00", "$5,000.00", true),
        ("on load  largest amount per shop per rolling 5 minutes  at most $1,000.00", "$5,000.00", true),
        ("on load  largest amount of attempts per customer per week  at most $1,000.00", "$5,000.00", true),
        ("on load where amount > $1.00  largest amount per customer per day  at most cap", "$3,000.00", true),
        ("on load where amount > $2.00  largest amount per customer per day  at most $1,000.00", "$5,000.00", false),
        ("on withdrawal  largest amount per customer per day  at most $1,000.00", "$5,000.00", false),
        ("on load  largest amount of declined per customer per day  at most $1,000.00", "$5,000.00", false),
        ("on load  smallest amount per customer per day  at most $1,000.00", "$5,000.00", false),
        ("on load  average amount per customer per day  at most $1,000.00", "$5,000.00", false),
        ("on load  largest amount * 2 per customer per day  at most $1,000.00", "$5,000.00", false),
        ("on load  largest amount per customer per day  at most $1,000.00  mode shadow", "$5,000.00", false),
        ("on load  largest amount per customer per day  at most $1,000.00  unless hour is 3", "$5,000.00", false),
        ("on load  largest amount per customer per day  at most $1,000.00  else review as Large", "$5,000.00", false),
    ])
    func `so many of the largest amount`(other: String, bound: String, isNeedless: Bool) throws {
        let rules = """
            field shop : text default ""
            table cap by shop { "x": $1,000.00  else: $500.00 }
            limit number  { on load  count per customer per day  at most 3 }
            limit big     { \(other) }
            limit much {
              on load where amount > $1.00 and hour < 20
              sum amount per customer per day
              at most \(bound)
            }
            """
        let codes = try LintedText.lints(rules).filter { $0.message.hasPrefix("`much`") }.map(\.code)
        #expect(codes == (isNeedless ? ["R0701"] : []))
    }

    @Test(arguments: ["largest", "smallest", "average"])
    func `nothing is above the largest amount`(function: String) throws {
        let rules =
            Self.limit("big", "largest amount per customer per day", "$100.00")
            + Self.limit("other", "\(function) amount per customer per week", "$150.00")
        #expect(
            try LintedText.lints(rules).map(\.message) == [
                "`other` is never reached: no single load is more than $100.00, and `other` allows "
                    + (function == "largest" ? "" : function == "average" ? "an average of " : "a smallest of ")
                    + "$150.00 a week"
            ])
    }

    @Test(arguments: [
        ("on load  sum amount per customer per day  at most $100.00", "amount", true),
        ("on load  sum amount of attempts across everyone per ever  at most $100.00", "amount", true),
        ("on load  sum amount of declined per customer per day  at most $100.00", "amount", false),
        ("on load  sum amount per customer per day  at most $100.00  unless hour is 3", "amount", false),
        ("on load  sum amount per customer per day  at most $100.00  mode shadow", "amount", false),
        ("on load  sum amount per customer per day  at most $100.00  else review as Much", "amount", false),
        ("on load where hour < 3  sum amount per customer per day  at most $100.00", "amount", false),
        ("on withdrawal  sum amount per customer per day  at most $100.00", "amount", false),
        ("on load  sum fee per customer per day  at most $100.00", "fee", false),
        ("on load  sum fee * 0 per customer per day  at most $100.00", "fee", false),
    ])
    func `a single transaction is no more than the sum that it is part of`(
        other: String, expression: String, isNeedless: Bool
    ) throws {
        let rules =
            "field fee : money\nlimit total { \(other) }\n"
            + Self.limit("other", "largest \(expression) per customer per week", "$150.00")
        let messages = try LintedText.lints(rules).map(\.message).filter { $0.hasPrefix("`other`") }
        let expected =
            "`other` is never reached: no single load is more than $100.00, and `other` allows $150.00 a week"
        #expect(messages == (isNeedless ? [expected] : []))
    }

    @Test(arguments: [
        ("amount <= $50.00", "largest amount", "$50.00", true), ("amount < $50.00", "average amount", "$49.99", true),
        ("amount <= $50.00", "largest amount", "$49.99", false), ("amount <= $50.00", "sum amount", "$50.00", false),
        ("amount <= $50.00 or hour < 3", "largest amount", "$50.00", false),
        ("hour < 3", "largest amount", "$50.00", false),
        ("amount <= $50.00", "largest amount * 2", "$50.00", false),
        ("amount <= $50.00", "largest amount of declined", "$50.00", false),
    ])
    func `a limit can be kept from failing by its own condition`(
        condition: String, measure: String, bound: String, isNeedless: Bool
    ) throws {
        let rules = "limit own { on load where \(condition)  \(measure) per customer per day  at most \(bound) }\n"
        let messages = try LintedText.lints(rules).map(\.message)
        #expect(messages.count == (isNeedless ? 1 : 0), "\(messages)")
        #expect(messages.allSatisfy { $0.hasPrefix("`own` is never reached: by its own `where`, no single load is ") })
    }

    @Test(arguments: ["on load", "on load where amount > $5.00", "on load where hour <= 23"])
    func `what no transaction exceeds anyway is not said to be so by the condition`(about: String) throws {
        let rules = "limit own { \(about)  largest hour per customer per day  at most 23 }\n"
        #expect(
            try LintedText.lints(rules).filter { $0.code == "R0701" }.map(\.message) == [
                "`own` is never reached: no single load counts more than 23, and `own` allows 23 a day"
            ])
    }

    /// Rules that no other one makes needless, and what is said of transactions that come too late.
    @Test(arguments: [
        ("per customer per day  at most $50.00", "it still declines what comes too late"),
        ("per customer per rolling 24 hours  at most $50.00", "it still declines what comes too late"),
        ("per customer per day  at most $50.00  else review as Large", "it still reviews what comes too late"),
        ("per customer per day  at most $50.00  mode shadow", "in shadow, it still fails for what comes too late"),
        ("per customer per ever  at most $50.00", nil),
        ("per customer per ever  at most $50.00  mode shadow", nil),
    ])
    func `a limit whose windows close still has something to say`(limit: String, help: String?) throws {
        let rules = "limit own { on load where amount <= $50.00  largest amount \(limit) }\n"
        let least = "leave it out, or allow less than $50.00"
        #expect(try LintedText.lints(rules).map(\.help) == [[least] + (help.map { [$0] } ?? [])])
    }

    @Test func `of two largest amounts that are the same only the later one is needless`() throws {
        let rules =
            Self.limit("one", "largest amount per customer per day", "$100.00")
            + Self.limit("two", "largest amount per customer per week", "$100.00")
            + Self.limit("number", "count per customer per day", "2")
            + Self.limit("much", "sum amount per customer per day", "$200.00")
        let lints = try LintedText.lints(rules)
        #expect(lints.map { $0.message.prefix(6) } == ["`two` ", "`much`"])
    }

    @Test(arguments: [("48 hours", "48 hours"), ("2 days", "2 days"), ("2  days", "2 days"), ("span", "2 days")])
    func `a length of time is as it is written`(written: String, said: String) throws {
        let rules = """
            let span = 48 hours
            limit few  { on load  count per customer per rolling \(written)  at most 5 }
            limit many { on load  count per customer per rolling 12 hours  at most 6 }
            """
        let lint = try #require(try LintedText.lints(rules).first)
        #expect(
            lint.message
                == "`many` is never reached: `few` allows 5 loads in \(said), and `many` allows 6 loads in 12 hours")
    }

    @Test func `the sentence proves it`() throws {
        let rules = """
            require small { on load  that amount <= $1,000.00 }
            limit number  { on load  count per customer per day  at most 3 }
            limit much    { on load  sum amount per customer per day  at most $5,000.00 }
            """
        let lint = try #require(try LintedText.lints(rules).first)
        #expect(
            lint.message
                == "`much` is never reached: 3 loads of at most $1,000.00 a day are at most $3,000.00, and `much` "
                + "allows $5,000.00")
        #expect(
            lint.witness?.lines(isWhole: true) == [
                "2026-01-02 00:00  load  $1,000.00  accepted", "2026-01-02 00:00  load  $1,000.00  accepted",
                "2026-01-02 00:00  load  $1,000.00  accepted", "2026-01-02 00:00  load      $0.01  declined by number",
            ])
    }
}
