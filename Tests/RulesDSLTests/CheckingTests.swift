import Engine
package import RulesDSL
import TestSupport
import Testing

/// What the checker makes of a text: short forms for tests.
package enum CheckedText {
    package static let header = "policy \"Test\"\ncurrency USD\ntimezone UTC\nweek starts monday\n"

    package static func check(_ text: String, named name: String = "test.rules") -> CheckResult {
        let sources = SourceMap([SourceFile(name: name, text: text)])
        return Checker.check(
            sources, vocabulary: AccountVocabulary.vocabulary, resources: TestResources.resources)
    }

    /// The codes of what is wrong with declarations under a header that is right.
    package static func codes(_ declarations: String) -> [String] {
        check(header + declarations).diagnostics.map(\.code)
    }
}

struct CheckingTests {
    @Test func `the default rules make a policy`() throws {
        let sources = SourceMap([try RulesFiles.defaultRules()])
        let result = Checker.check(sources, vocabulary: AccountVocabulary.vocabulary)
        #expect(result.diagnostics == [])
        let policy = try #require(result.policy)
        #expect(policy.name == "Prepaid account limits")
        #expect(policy.currency == Currency(code: "USD", exponent: 2, symbol: "$"))
        #expect(policy.timezone == "UTC")
        #expect(policy.weekStart == .monday)
        #expect(
            policy.rules.map(\.name) == [
                "duplicate-transaction", "daily-load-count", "daily-load-amount", "weekly-load-amount",
                "sufficient-funds",
            ])
        #expect(policy.rules.map(\.position.line) == [7, 12, 19, 27, 34])
        #expect(policy.rules.map(\.outcome) == [.ignore, .decline, .decline, .decline, .decline])
        #expect(policy.rules.map(\.kinds) == [[0, 1], [0], [0], [0], [1]])
        #expect(policy.tests.map(\.entries.count) == [5, 7, 6, 9, 6, 3])
        #expect(policy.tests[0].entries[3].expected == .declined(rule: "daily-load-count"))
        #expect(policy.tests[0].entries[0].time == 946_717_200)
        #expect(policy.tests[0].entries[0].amount == 10_000)
    }

    @Test func `a limit counts what it says in the unit of its measure`() throws {
        let text = """
            limit a { count of attempts across everyone per month  at most 3 }
            limit b { sum amount per customer per day  at most $5,000.00 }
            """
        let policy = try #require(CheckedText.check(CheckedText.header + text).policy)
        guard case .limit(let count, atMost: let three) = policy.rules[0].check,
            case .limit(let sum, atMost: let money) = policy.rules[1].check
        else {
            Issue.record("two limits were expected")
            return
        }
        #expect(count.counted == .attempts)
        #expect(count.scope == .everyone)
        #expect(count.window == .calendar(.month))
        #expect(count.type == .number)
        #expect(three.constant == .scalar(3_000_000))
        #expect(sum.counted == .accepted)
        #expect(sum.scope == .fields([FieldIndex(1)]))
        #expect(sum.window == .calendar(.day))
        #expect(sum.type == .money)
        #expect(money.constant == .scalar(500_000))
        #expect(policy.rules[0].code == "a")
        #expect(policy.rules[0].outcome == .decline)
    }

    @Test func `a sentence is taken apart into texts and placeholders`() throws {
        let text = """
            limit a {
              sum amount per customer per day  at most $5
              because "{used}: {{\\u{e9}}} {this}\\n"
            }
            """
        let policy = try #require(CheckedText.check(CheckedText.header + text).policy)
        #expect(
            policy.rules[0].sentence?.parts == [
                .placeholder(.used), .text(": {é} "), .placeholder(.this), .text("\n"),
            ])
    }

    @Test(
        arguments: [
            ("1 + 2 * 3", 7_000_000), ("-(1 - 2.5)", 1_500_000), ("2 / 3", 666_667), ("1 / 8 / 1000000", 0),
            ("$10.00 / $4.00", 2_500_000), ("if 1 < 2 then 5 else 6", 5_000_000), ("0.0000005 * 0 + 1.5", 1_500_000),
        ] as [(String, Int64)])
    func `constants are computed when the policy is checked`(expression: String, expected: Int64) throws {
        let result = CheckedText.check(
            CheckedText.header + "limit a { count per customer per day  at most \(expression) }")
        guard expression.contains("0.0000005") == false else {
            #expect(result.diagnostics.map(\.code) == ["R0303"])
            return
        }
        guard case .limit(_, atMost: let bound) = try #require(result.policy).rules[0].check else {
            Issue.record("a limit was expected")
            return
        }
        #expect(bound.constant == .scalar(expected))
    }

    @Test func `money is rounded half-even where it becomes money`() throws {
        for (expression, cents) in [("$0.05 * 0.5", 2), ("$0.07 * 0.5", 4), ("-$0.05 * 0.5", -2), ("$10 / 3", 333)] {
            let result = CheckedText.check(
                CheckedText.header + "limit a { sum amount * 1 per customer per day  at most \(expression) }")
            guard case .limit(_, atMost: let bound) = try #require(result.policy).rules[0].check else {
                Issue.record("a limit was expected")
                return
            }
            #expect(bound.constant == .scalar(Int64(cents)), "\(expression)")
        }
    }

    @Test func `what the host does not offer is unknown`() {
        let small = Vocabulary(
            kinds: ["load"],
            fields: [
                Vocabulary.Field(name: "customer", type: .text, origin: .transaction, isScope: true),
                Vocabulary.Field(name: "amount", type: .money, origin: .transaction),
            ],
            windows: [.day])
        let text = """
            limit a { on withdrawal  count per customer per year  at most 3 }
            require b { that balance > $5 }
            """
        let sources = SourceMap([SourceFile(name: "test.rules", text: CheckedText.header + text)])
        let result = Checker.check(sources, vocabulary: small)
        #expect(result.diagnostics.map(\.code) == ["R0211", "R0221", "R0201"])
        #expect(result.policy == nil)
    }

    @Test func `the files of a policy are checked together`() throws {
        let sources = SourceMap([
            SourceFile(name: "a.rules", text: CheckedText.header + "require a { that amount < cap }\n"),
            SourceFile(name: "b.rules", text: "let cap = $5\nrequire a { that amount < cap }\ncurrency EUR\n"),
        ])
        let result = Checker.check(sources, vocabulary: AccountVocabulary.vocabulary)
        #expect(result.diagnostics.map(\.code) == ["R0207", "R0606"])
        let positions = result.diagnostics.map { sources.position(of: $0.primary.range) }
        #expect(positions.map(\.file) == ["b.rules", "b.rules"])
        #expect(positions.map(\.line) == [2, 3])
    }

    @Test func `a fix-it mends what it is about`() {
        let wrong = [
            "require a { that amount > 5 }", "require a { that weekday is \"sunday\" }",
            "let Cap = $5\nrequire a { that amount < $5 }",
            "require a { that hour >= $9 }", "require a { that time >= 2026-01-01 }", "require a { that blance > $5 }",
            "limit a { sum amount per customer per day  at most 500 }", "require a { that customer in [17] }",
            "limit a { on lod  count per custmer per day  at most 3  because \"{usd}\" }",
        ]
        for text in wrong {
            let source = CheckedText.header + text
            let diagnostics = CheckedText.check(source).diagnostics
            #expect(!diagnostics.isEmpty)
            var bytes = Array(source.utf8)
            for fixIt in diagnostics.flatMap(\.fixIts).sorted(by: { $0.range.lower > $1.range.lower }) {
                bytes.replaceSubrange(fixIt.range.lower..<fixIt.range.upper, with: fixIt.replacement.utf8)
            }
            let mended = String(decoding: bytes, as: UTF8.self)
            #expect(CheckedText.check(mended).policy != nil, "\(mended.dropFirst(CheckedText.header.count))")
        }
    }

    @Test func `a value that only a test uses is used, and a field that only a test names is not`() {
        let rule = "require a { that amount < $5 }\n"
        let test = "test \"a\" { given balance start\n2026-01-01 09:00 load second customer name accepted }\n"
        let lets = "let start = first\nlet first = $2\nlet second = $3\nlet name = \"7\"\n"
        #expect(CheckedText.codes(lets + rule + test) == [])
        let entry = "test \"a\" { 2026-01-01 09:00 load $5 shop \"x\" accepted }\n"
        #expect(CheckedText.codes("field shop : text\n" + rule + entry) == ["R0501"])
    }

    @Test func `texts are compared as bytes`() {
        #expect(CheckedText.codes("require a { that \"\u{E9}\" is not \"e\u{301}\" }") == ["R0504"])
        #expect(CheckedText.codes("require a { that \"a\" is \"a\" }") == ["R0504"])
    }

    @Test func `many rules are checked in linear time`() {
        let growth = Growth.ofFourfold(1_000) { size in
            let rules = (0..<size).map { index in
                "limit rule-\(index) { on load where amount > $5 and hour < 12\n sum amount * 2 per customer per day\n"
                    + " at most $\(index + 1).00 }\n"
            }
            #expect(CheckedText.check(CheckedText.header + rules.joined()).policy?.rules.count == size)
        }
        #expect(growth < Growth.linear)
    }

    @Test func `thousands of unknown names do not take quadratic time`() {
        let growth = Growth.ofFourfold(1_000) { size in
            let codes = CheckedText.codes(
                (0..<size).map { "require rule-\($0) { that nothing-\($0) > $5 }\n" }.joined())
            #expect(codes.count == 101)
            #expect(codes.last == "R0099")
        }
        #expect(growth < Growth.linear)
    }

    @Test func `a chain of lets is checked without exhausting the stack`() {
        let chain = (0..<9_999).map { "let step-\($0) = step-\($0 + 1)\n" }.joined() + "let step-9999 = $5.00\n"
        #expect(CheckedText.codes(chain + "require a { that amount > step-0 }") == [])
        let growing =
            (0..<600).map { "let step-\($0) = -step-\($0 + 1)\n" }.joined() + "let step-600 = amount\n"
        #expect(CheckedText.codes(growing + "require a { that amount > step-0 }") == ["R0319"])
        let circle = (0..<9_999).map { "let step-\($0) = step-\($0 + 1)\n" }.joined() + "let step-9999 = step-0\n"
        #expect(CheckedText.codes(circle + "require a { that amount > step-0 }") == ["R0210"])
    }
}

extension CheckedExpression {
    /// The value of a constant.
    fileprivate var constant: Constant? {
        guard case .constant(let value) = kind else { return nil }
        return value
    }
}
