import RulesDSL
import Testing

/// Rules that look like versions of one rule, by their dates.
struct VersionLintTests {
    private static func limit(_ name: String, _ active: String, at most: Int = 3, _ more: String = "") -> String {
        "limit \(name) { on load count per customer per day at most \(most) \(active) \(more) }\n"
    }

    @Test(arguments: [
        ("active until 2026-07-01", "active from 2026-07-01", []),
        ("active until 2026-07-02", "active from 2026-07-01", ["R0707"]),
        ("active from 2026-01-01", "active from 2026-07-01", ["R0707"]),
        ("active from 2026-01-01 until 2027-01-01", "active from 2026-01-01 until 2028-01-01", ["R0707"]),
        // A month within a year is an exception that is meant.
        ("active from 2026-01-01 until 2027-01-01", "active from 2026-11-01 until 2026-12-01", []),
        ("active until 2026-06-30", "active from 2026-07-01", ["R0708"]),
        ("active until 2026-06-25", "active from 2026-07-01", ["R0708"]),
        ("active until 2026-06-24", "active from 2026-07-01", []),
        ("active until 2026-06-30T12:00:00Z", "active from 2026-06-30T12:00:01Z", ["R0708"]),
        ("", "active from 2026-07-01", ["R0701"]),
    ])
    func `two versions`(first: String, second: String, codes: [String]) throws {
        #expect(try LintedText.codes(Self.limit("a", first) + Self.limit("b", second, at: 5)) == codes)
        // In the other order, too.
        #expect(try LintedText.codes(Self.limit("b", second, at: 5) + Self.limit("a", first)) == codes)
    }

    @Test func `what is no version of it`() throws {
        let first = Self.limit("a", "active until 2026-07-02")
        #expect(try LintedText.codes(first + Self.limit("b", "active from 2026-07-01")) == [])
        #expect(try LintedText.codes(first + Self.limit("b", "active from 2026-07-01", at: 5, "mode shadow")) == [])
        #expect(
            try LintedText.codes(
                first + "limit b { on load count per customer per week at most 9 active from 2026-07-01 }") == [])
    }

    @Test func `two that must not be are no versions of one rule`() throws {
        let rules = """
            require a { on load  that customer is not "17"  active from 2026-01-01 until 2026-07-02 }
            require b { on load  that customer is not "18"  active from 2026-07-01 until 2026-09-01 }
            require c { on load  that customer is not "19"  active from 2026-09-03 }
            """
        #expect(try LintedText.codes(rules) == [])
    }

    @Test func `conditions have versions, too`() throws {
        let rules = """
            require a { on load  that amount <= $50.00  active until 2026-07-02 }
            require b { on load  that amount <= $80.00  active from 2026-07-01 }
            """
        let lint = try #require(try LintedText.lints(rules).first)
        #expect(lint.message == "`a` and `b` both check from 2026-07-01 until 2026-07-02")
        #expect(lint.help == ["end `a` where `b` begins: `until 2026-07-01`"])
    }
}
