import Engine
import RulesDSL
import Testing

/// What expressions come to: numbers, lists, tables, declared fields, aggregates and functions of plugins.
@Suite struct ExpressionTests {
    private static let unit: Int64 = 1_000_000

    @Test(
        arguments: [
            (5, 2, 4), (7, 2, 8), (6, 2, 6), (-5, 2, -4), (-7, 2, -8), (0, 5, 0), (2, 5, 0), (3, 5, 5), (-3, 5, -5),
            (5, 10, 0),
            (15, 10, 20), (25, 10, 20), (-15, 10, -20), (1, 1, 1), (.max, 1, .max), (.min, 1, .min), (.min, 2, .min),
        ] as [(Int64, Int64, Int64)])
    func `round goes to the nearest multiple, halves to an even number of steps`(
        value: Int64, step: Int64, expected: Int64
    ) throws {
        let outcome = try Evaluation(.call(.round, .scalar(value), .scalar(step))).outcome
        #expect(outcome == .value(expected))
    }

    static let numbers: [(CheckedExpression, Evaluation.Outcome)] = [
        (.call(.round, .scalar(2_500_000)), .value(2_000_000)),
        (.call(.round, .scalar(3_500_000)), .value(4_000_000)),
        (.call(.round, .scalar(-1_499_999)), .value(-1_000_000)),
        (.call(.round, .scalar(.max), .scalar(1_000)), .arithmetic),
        (.call(.round, .scalar(.max - 807), .scalar(1_000)), .value(.max - 807)),
        (.call(.round, .scalar(5), .scalar(0)), .arithmetic), (.call(.round, .scalar(5), .scalar(-1)), .arithmetic),
        (.call(.abs, .scalar(-5)), .value(5)), (.call(.abs, .scalar(5)), .value(5)),
        (.call(.abs, .scalar(0)), .value(0)),
        (.call(.abs, .scalar(.min)), .arithmetic), (.call(.abs, .scalar(-.max)), .value(.max)),
        (.call(.min, .scalar(3), .scalar(-2)), .value(-2)), (.call(.max, .scalar(3), .scalar(-2)), .value(3)),
        (.call(.min, .scalar(3), .scalar(2), .scalar(1), .scalar(4)), .value(1)),
        (.call(.max, .scalar(3), .scalar(2), .scalar(9), .scalar(4)), .value(9)),
        (.call(.min, .scalar(.min), .scalar(.max)), .value(.min)),
        (.make(.negate(.scalar(.min)), .number), .arithmetic),
    ]

    @Test(arguments: numbers)
    func `functions of numbers are exact or fail`(expression: CheckedExpression, expected: Evaluation.Outcome) throws {
        #expect(try Evaluation(expression).outcome == expected)
    }

    private static func list(_ type: ValueType, _ members: [Constant]) -> CheckedDeclarations {
        var declarations = CheckedDeclarations()
        declarations.lists = [CheckedList(name: "list", type: type, members: members, position: .start)]
        return declarations
    }

    @Test(arguments: [0, 1, 2, 7, 8, 9, 100, 1_000])
    func `a list of scalars holds its members and nothing else`(count: Int64) throws {
        let members = (0..<count).reversed().map { Constant.scalar($0 * 3 - 50) }
        let declarations = Self.list(.number, members + members)
        for value in [-51, -50, -49, 0, 1, count * 3 - 53, count * 3 - 50, .max, .min] {
            let expected = members.contains(.scalar(value)) ? 1 : 0 as Int64
            let listed = CheckedExpression.make(.listed(.scalar(value), in: ListIndex(0)), .boolean)
            #expect(try Evaluation(listed, declarations).outcome == .value(expected), "\(value)")
            let member = CheckedExpression.make(.member(.scalar(value), of: members), .boolean)
            #expect(try Evaluation(member).outcome == .value(expected), "\(value)")
        }
    }

    @Test(arguments: [0, 1, 2, 7, 100, 1_000])
    func `a list of texts holds its members and nothing else`(count: Int) throws {
        let members = (0..<count).map { Constant.text("customer \($0)") } + [.text("é")]
        let declarations = Self.list(.text, members + members)
        for text in ["customer 0", "customer 1", "customer \(count - 1)", "customer \(count)", "", "e\u{301}", "é"] {
            let expected = members.contains { $0.bytes == Array(text.utf8) } ? 1 : 0 as Int64
            let listed = CheckedExpression.make(.listed(.text(text), in: ListIndex(0)), .boolean)
            #expect(try Evaluation(listed, declarations).outcome == .value(expected), "\(text)")
            guard !text.isEmpty else { continue }
            let member = CheckedExpression.make(.member(.field(.id, .text), of: members), .boolean)
            #expect(try Evaluation(member, id: text).outcome == .value(expected), "\(text)")
        }
    }

    @Test func `an empty list of texts holds nothing`() throws {
        let listed = CheckedExpression.make(.listed(.text("a"), in: ListIndex(0)), .boolean)
        #expect(try Evaluation(listed, Self.list(.text, [])).outcome == .value(0))
    }

    /// A policy with one declared field and a table by it.
    private static func table(
        _ type: ValueType, _ presence: CheckedField.Presence, _ entries: [(Constant, Int64)]
    ) -> CheckedDeclarations {
        var declarations = CheckedDeclarations()
        declarations.fields = [
            CheckedField(name: "field", type: type, presence: presence, path: ["field"], position: .start)
        ]
        declarations.tables = [
            CheckedTable(
                name: "table", key: .declared(0), type: .money, entries: entries.map { ($0.0, $0.1) }, otherwise: -1,
                position: .start)
        ]
        return declarations
    }

    private static let tiers: [(Constant, Int64)] = [(.text("basic"), 500), (.text("gold"), 5_000), (.text(""), 7)]
    private static let steps: [(Constant, Int64)] = [(.scalar(5), 50), (.scalar(-5), 40), (.scalar(0), 30)]

    static let lookups: [(ValueType, CheckedField.Presence, FieldValue?, Int64)] = [
        (.text, .required, "basic", 500), (.text, .required, "gold", 5_000), (.text, .required, "", 7),
        (.text, .required, "silver", -1), (.text, .required, "Gold", -1), (.text, .optional, "gold", 5_000),
        (.text, .optional, nil, -1), (.text, .defaults(to: .text("gold")), nil, 5_000),
        (.text, .defaults(to: .text("none")), nil, -1), (.text, .defaults(to: .text("none")), "basic", 500),
        (.number, .required, .number(millionths: 5), 50), (.number, .required, .number(millionths: -5), 40),
        (.number, .required, .number(millionths: 6), -1), (.number, .optional, nil, -1),
        (.number, .optional, .number(millionths: 0), 30), (.number, .defaults(to: .scalar(0)), nil, 30),
    ]

    @Test(arguments: lookups)
    func `a table has an entry or its else, which a missing field takes`(
        type: ValueType, presence: CheckedField.Presence, value: FieldValue?, expected: Int64
    ) throws {
        let declarations = Self.table(type, presence, type == .text ? Self.tiers : Self.steps)
        let lookup = CheckedExpression.make(.lookup(TableIndex(0)), .money)
        let fields = value.map { ["field": $0] } ?? [:]
        #expect(try Evaluation(lookup, declarations, fields: fields).outcome == .value(expected))
        let sum = CheckedExpression.make(.arithmetic(.add, lookup, lookup), .money)
        #expect(try Evaluation(sum, declarations, fields: fields).outcome == .value(2 * expected))
    }

    @Test func `a fallback stands for a missing field, and only then is computed`() throws {
        let declarations = Self.table(.number, .optional, [])
        let impossible = CheckedExpression.make(.arithmetic(.divide, .scalar(1), .scalar(0)), .number)
        func outcome(_ otherwise: CheckedExpression, _ value: Int64?) throws -> Evaluation.Outcome {
            let fallback = CheckedExpression.make(.fallback(.declared(0), otherwise: otherwise), .number)
            let doubled = CheckedExpression.make(.arithmetic(.add, fallback, fallback), .number)
            let fields = value.map { ["field": FieldValue.number(millionths: $0)] } ?? [:]
            return try Evaluation(doubled, declarations, fields: fields).outcome
        }
        #expect(try outcome(.scalar(9), 4) == .value(8))
        #expect(try outcome(.scalar(9), nil) == .value(18))
        #expect(try outcome(impossible, 4) == .value(8))
        #expect(try outcome(impossible, nil) == .arithmetic)
    }

    @Test func `the text of a declared field is compared where it lies`() throws {
        let declarations = Self.table(.text, .optional, [])
        let fallback = CheckedExpression.make(.fallback(.declared(0), otherwise: .text("??")), .text)
        let condition = CheckedExpression.make(.compare(.equal, fallback, .text("FR")), .boolean)
        #expect(try Evaluation(condition, declarations, fields: ["field": "FR"]).outcome == .value(1))
        #expect(try Evaluation(condition, declarations, fields: ["field": "DE"]).outcome == .value(0))
        #expect(try Evaluation(condition, declarations).outcome == .value(0))
    }

    static let aggregates: [(AggregateValue, fallback: Int64?, Evaluation.Outcome)] = [
        (.value(5), nil, .value(10)), (.value(5), 7, .value(10)), (.nothing, 7, .value(14)), (.nothing, nil, .value(0)),
        (.closed, 7, .tooLate), (.closed, nil, .tooLate), (.overflow, 7, .arithmetic), (.overflow, nil, .arithmetic),
    ]

    @Test(arguments: aggregates)
    func `an aggregate is its value, its fallback, or too late`(
        value: AggregateValue, fallback: Int64?, expected: Evaluation.Outcome
    ) throws {
        var declarations = CheckedDeclarations()
        let aggregate = CheckedAggregate(
            function: .count, counted: .accepted, scope: .everyone, window: .calendar(.day), type: .number)
        declarations.aggregates = [
            CheckedLetAggregate(
                name: "n", position: .start, aggregate: aggregate, kinds: [0, 1], filter: nil,
                fallback: fallback.map { .scalar($0) })
        ]
        let read = CheckedExpression.make(.aggregate(AggregateIndex(0)), .number)
        let sum = CheckedExpression.make(.arithmetic(.add, read, read), .number)
        #expect(try Evaluation(sum, declarations, aggregates: [value]).outcome == expected)
    }

    private struct Refusal: Error {}

    static let calls: [(name: String, body: @Sendable ([FieldValue]) throws -> FieldValue, Evaluation.Outcome)] = [
        ("constant", { _ in .number(millionths: 5) }, .value(5)),
        ("amount", { $0[1] == .money(minorUnits: 100) ? .number(millionths: 1) : .number(millionths: 0) }, .value(1)),
        ("text", { $0[0] == "éa" ? .number(millionths: 1) : .number(millionths: 0) }, .value(1)),
        ("throws", { _ in throw Refusal() }, .arithmetic), ("another type", { _ in true }, .arithmetic),
    ]

    @Test(arguments: calls)
    func `a function of a plugin is called with plain values`(
        name: String, body: @Sendable @escaping ([FieldValue]) throws -> FieldValue, expected: Evaluation.Outcome
    ) throws {
        var declarations = CheckedDeclarations()
        declarations.functions = [
            CheckedFunction(name: "score", parameters: [.text, .money], result: .number, position: .start)
        ]
        let arguments = [CheckedExpression.field(.id, .text), .field(.amount, .money)]
        let call = CheckedExpression.make(.plugin(FunctionIndex(0), arguments), .number)
        let offered = PolicyFunction("score", parameters: [.text, .money], result: .number, body: body)
        let other = PolicyFunction("score", parameters: [.text], result: .number) { _ in .number(millionths: 9) }
        #expect(
            try Evaluation(call, declarations, functions: [other, offered], id: "éa").outcome == expected, "\(name)")
        #expect(try Evaluation(call, declarations, functions: [other], id: "éa").outcome == .arithmetic)
    }
}

extension Constant {
    /// The bytes of a text: strings that look the same are equal, texts of the language are not.
    fileprivate var bytes: [UInt8]? {
        if case .text(let text) = self { Array(text.utf8) } else { nil }
    }
}
