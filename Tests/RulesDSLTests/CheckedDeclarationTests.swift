import RulesDSL
import Testing

/// What declarations become: the values and the indexes that the engine reads.
struct CheckedDeclarationTests {
    private static func policy(_ declarations: String) throws -> CheckedPolicy {
        let result = CheckedText.check(CheckedText.header + declarations)
        return try #require(result.policy, "\(result.diagnostics.map(\.message))")
    }

    private static func condition(_ expression: String, _ declarations: String = "") throws -> CheckedExpression {
        let policy = try policy(declarations + "\nrequire last { that \(expression) }")
        var condition: CheckedExpression?
        if case .require(let checked) = try #require(policy.rules.last).check { condition = checked }
        return try #require(condition)
    }

    @Test func `fields have their types, what absent ones are, and their paths`() throws {
        let policy = try Self.policy(
            """
            field merchant : text optional from "merchant.name"
            field tier : text default "basic"
            field fee : money default -$0.05 from "a.b.fee"
            field tries : number
            field sent : time default 2026-01-01T00:00:00Z
            field is-new : boolean default not false
            require a { that (merchant or tier) is "x" and fee < $1 and tries < 3 and sent < time and is-new }
            """)
        #expect(policy.fields.map(\.name) == ["merchant", "tier", "fee", "tries", "sent", "is-new"])
        #expect(policy.fields.map(\.type) == [.text, .text, .money, .number, .time, .boolean])
        #expect(
            policy.fields.map(\.presence) == [
                .optional, .defaults(to: .text("basic")), .defaults(to: .scalar(-5)), .required,
                .defaults(to: .scalar(1_767_225_600)), .defaults(to: .scalar(1)),
            ])
        #expect(
            policy.fields.map(\.path) == [
                ["merchant", "name"], ["tier"], ["a", "b", "fee"], ["tries"], ["sent"], ["is-new"],
            ])
    }

    @Test func `the indexes of declared fields follow those of the vocabulary`() throws {
        let policy = try Self.policy(
            """
            field merchant : text optional
            field tier : text
            late up to 1 days
            limit a { distinct merchant per tier, merchant per day  at most 3 }
            unique b { key tier, id per merchant  conflict decline as C }
            """)
        guard case .limit(let measure, _) = policy.rules[0].check, case .unique(let unique) = policy.rules[1].check,
            case .distinct(let distinct) = measure.function
        else {
            Issue.record("a limit and a unique were expected")
            return
        }
        #expect(distinct == FieldIndex(9))
        #expect(measure.scope == .fields([FieldIndex(10), FieldIndex(9)]))
        #expect(unique.key == [FieldIndex(10), FieldIndex(0)])
        #expect(unique.scope == .fields([FieldIndex(9)]))
        // The amount and the kind; the declared fields are in the key.
        #expect(unique.conflict?.fields == [FieldIndex(2), FieldIndex(3)])
        #expect(unique.conflict?.code == "C")
        #expect(unique.within == nil)
    }

    @Test func `an optional field, or what stands for it`() throws {
        let fields = "field a : text optional\nfield b : text optional\n"
        guard case .compare(.equal, let left, _) = try Self.condition("(a or b or customer) is \"x\"", fields).kind,
            case .fallback(FieldIndex(9), let second) = left.kind,
            case .fallback(FieldIndex(10), let third) = second.kind, case .field(FieldIndex(1)) = third.kind
        else {
            Issue.record("a chain of fallbacks was expected")
            return
        }
        #expect(left.type == .text)
        let flag = try Self.condition(
            "a or b or amount > $5", "field a : boolean optional\nfield b : boolean default true\n")
        guard case .or(let fallback, _) = flag.kind, case .fallback(FieldIndex(9), _) = fallback.kind else {
            Issue.record("a fallback within an `or` was expected")
            return
        }
    }

    @Test func `lists hold each value once, wherever they come from`() throws {
        let policy = try Self.policy(
            """
            list vip : text from "lists/vip.txt"
            list fees : money from "lists/amounts.txt"
            list days : date from "lists/days.txt"
            list nobody : text from "lists/empty.txt"
            list odd : number [1, base + 2, -0.5]
            let base = 1
            require a { that customer in vip or id in nobody or amount in fees or date in days or hour not in odd }
            """)
        #expect(policy.lists.map(\.name) == ["vip", "fees", "days", "nobody", "odd"])
        #expect(policy.lists[0].members == [.text("17"), .text("42"), .text("€uro shop")])
        #expect(policy.lists[1].members == [.scalar(500), .scalar(-100_000), .scalar(0)])
        #expect(policy.lists[2].members == [.scalar(20_454), .scalar(20_812)])
        #expect(policy.lists[3].members == [])
        #expect(policy.lists[4].members == [.scalar(1_000_000), .scalar(3_000_000), .scalar(-500_000)])
    }

    @Test func `a table has a value for each key and one for all others`() throws {
        let policy = try Self.policy(
            """
            field tier : text optional
            let base = $5.00
            table cap by tier { "gold": base * 2  "silver": base  else: $1.00 }
            table factor by weekday { sunday: 2  else: 1 }
            require a { that amount * factor <= cap }
            """)
        #expect(policy.tables.map(\.key) == [FieldIndex(9), FieldIndex(5)])
        #expect(policy.tables.map(\.type) == [.money, .number])
        #expect(policy.tables[0].entries.map(\.key) == [.text("gold"), .text("silver")])
        #expect(policy.tables[0].entries.map(\.value) == [1_000, 500])
        #expect(policy.tables.map(\.otherwise) == [100, 1_000_000])
        #expect(policy.tables[1].entries.map(\.key) == [.scalar(6)])
    }

    @Test func `aggregates stand behind those that they use, and only those that rules need are kept`() throws {
        let policy = try Self.policy(
            """
            let top = largest amount + mean on load where amount > mean per customer per day or $1.00
            let unneeded = count on load where top > $5 per customer per day
            let mean = average amount of attempts on withdrawal per customer per rolling 36 hours or first
            let first = smallest amount of declined per customer per ever or amount
            let twice = top * 2
            require a { that amount <= twice }
            """)
        #expect(policy.aggregates.map(\.name) == ["first", "mean", "top"])
        #expect(policy.aggregates.map(\.aggregate.counted) == [.declined, .attempts, .accepted])
        #expect(
            policy.aggregates.map(\.aggregate.window) == [
                .calendar(.ever), .rolling(seconds: 129_600), .calendar(.day),
            ])
        #expect(policy.aggregates.map(\.kinds) == [[0, 1], [1], [0]])
        #expect(policy.aggregates.map { $0.filter != nil } == [false, false, true])
        guard case .aggregate(AggregateIndex(0)) = policy.aggregates[1].fallback?.kind else {
            Issue.record("the first aggregate was expected")
            return
        }
    }

    @Test(
        arguments: [
            ("length(\"a€e\u{301}\") is 4", true), ("starts-with(\"ACME\", \"AC\")", true),
            ("starts-with(\"A\", \"AC\")", false), ("ends-with(\"ACME\", \"ME\")", true),
            ("ends-with(\"ME\", \"ACME\")", false), ("contains(\"ACME\", \"\")", true),
            ("contains(\"ACME\", \"CE\")", false), ("matches(\"ACME\", \"*C?E\")", true),
            ("min(3, 1, 2) is 1", true), ("max($3, $1) is $3", true), ("abs(-2 days) is 2 days", true),
            ("round(2.5) is 2", true), ("round(3.5) is 4", true), ("round($7.77, $0.50) is $8", true),
            ("round(-$0.25, $0.50) is $0", true), ("round(100 minutes, 1 hours) is 2 hours", true),
            ("max(2026-01-01, 2026-02-01) is 2026-02-01", true),
        ])
    func `calls with fixed values are computed when the policy is checked`(expression: String, isTrue: Bool) {
        let declared =
            "require a { that \(expression) or amount > $5 }\n require b { that not (\(expression)) or amount > $5 }"
        let diagnostics = CheckedText.check(CheckedText.header + declared).diagnostics
        #expect(diagnostics.map(\.code) == ["R0504"], "\(expression)")
        #expect(diagnostics.first?.message.hasPrefix(isTrue ? "`a`" : "`b`") ?? false, "\(expression)")
    }

    @Test func `calls keep their arguments in order`() throws {
        let call = try Self.condition(
            "risk-score(customer, amount) < round(max(1, hour))", "function risk-score(text, money) : number\n")
        guard case .compare(.less, let left, let right) = call.kind,
            case .plugin(FunctionIndex(0), let arguments) = left.kind, case .call(.round, let rounded) = right.kind,
            case .call(.max, let values) = rounded[0].kind
        else {
            Issue.record("calls were expected")
            return
        }
        #expect(arguments.map(\.type) == [.text, .money])
        #expect(left.type == .number)
        #expect(values.count == 2)
    }

    @Test func `dates of a rule begin with their first second in the policy's zone`() throws {
        let result = CheckedText.check(
            """
            policy "Test" currency EUR timezone "Europe/Paris" week starts monday late up to 36 hours
            limit a { count per customer per day at most 3 active from 2026-01-01 until 2026-07-01 mode shadow }
            limit b { count per customer per day at most 3 active until 2026-07-01T00:00:00Z }
            unique c { key id per customer within 90 minutes }
            """)
        let policy = try #require(result.policy, "\(result.diagnostics.map(\.message))")
        #expect(policy.late == 129_600)
        #expect(policy.rules[0].active == ActiveDates(from: 1_767_222_000, until: 1_782_856_800))
        #expect(policy.rules[1].active == ActiveDates(from: nil, until: 1_782_864_000))
        #expect(policy.rules[2].active == .always)
        #expect(policy.rules.map(\.isShadow) == [true, false, false])
        guard case .unique(let unique) = policy.rules[2].check else {
            Issue.record("a unique was expected")
            return
        }
        #expect(unique.within == 5_400)
    }

    @Test func `entries have the values of declared fields, and the shadow rules that must fail`() throws {
        let policy = try Self.policy(
            """
            field merchant : text optional
            field tier : text default "basic"
            field tries : number
            limit a { count per customer, merchant, tier per day  at most tries  mode shadow }
            test "one" {
              2026-01-01 09:00  load  $5.00  tries 3  accepted
              2026-01-01 09:00  load  $5.00  tier "gold"  merchant "ACME"  tries -1.5  accepted shadow a
            }
            """)
        let entries = policy.tests[0].entries
        #expect(entries[0].fields == [nil, .text("basic"), .scalar(3_000_000)])
        #expect(entries[1].fields == [.text("ACME"), .text("gold"), .scalar(-1_500_000)])
        #expect(entries.map(\.shadows) == [[], ["a"]])
    }

    @Test func `a sentence names declared fields`() throws {
        let policy = try Self.policy(
            "field merchant : text optional\nrequire a { that amount > $5 because \"at {merchant}\" }")
        #expect(policy.rules[0].sentence?.parts == [.text("at "), .field(FieldIndex(9))])
    }
}
