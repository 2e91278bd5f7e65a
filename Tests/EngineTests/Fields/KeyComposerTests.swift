import Engine
import RulesDSL
import Testing

/// Keys of any fields: the same bytes exactly for the same values.
@Suite struct KeyComposerTests {
    /// Fields of every type, in every presence.
    private static let declared: [(name: String, type: ValueType, presence: CheckedField.Presence)] = [
        ("shop", .text, .required), ("country", .text, .optional), ("tier", .text, .defaults(to: .text("basic"))),
        ("count", .number, .required), ("fee", .money, .optional), ("score", .number, .defaults(to: .scalar(0))),
        ("since", .time, .optional), ("online", .boolean, .optional),
    ]

    private static let fields = declared.map {
        CheckedField(
            name: $0.name, type: $0.type, presence: $0.presence, path: [$0.name],
            position: SourcePosition(file: "test.rules", line: 1, column: 1, byte: 0))
    }

    private static let input = InputFields(fields)
    private static let table = FieldTable(fields, in: input)

    private static func index(_ name: String) -> FieldIndex {
        if let field = AccountVocabulary.vocabulary.fields.firstIndex(where: { $0.name == name }) {
            return FieldIndex(field)
        }
        return FieldIndex(AccountField.allCases.count + (fields.firstIndex { $0.name == name } ?? 0))
    }

    private static func key(_ names: [String], _ values: [String: FieldValue], id: String = "1") throws -> [UInt8] {
        let batch = TransactionBatch(byteCapacity: TransactionBatch.bytesForOne(input), fields: input)
        let transaction = try Transaction(id: id, customer: "2", kind: .load, amount: 1, time: 0, fields: values)
        batch.fill(with: transaction)
        #expect(batch.fieldValues(of: 0) == values)
        let composer = KeyComposer(names.map(index), in: table, clock: LocalClock(.utc))
        return withExtendedLifetime((composer, batch)) { composer.compose(0, of: batch).copied }
    }

    /// What is the same under the key of some fields, and what is not.
    static let cases: [(fields: String, one: [String: FieldValue], other: [String: FieldValue], same: Bool)] = [
        ("shop", ["shop": "A"], ["shop": "A"], true),
        ("shop", ["shop": "A"], ["shop": "a"], false),
        ("shop", ["shop": "é"], ["shop": "e\u{301}"], false),
        ("shop", ["shop": ""], ["shop": "\u{0}"], false),
        ("country", [:], [:], true),
        ("country", [:], ["country": ""], false),
        ("country", [:], ["country": "missing"], false),
        ("country shop", ["country": "A", "shop": ""], ["country": "", "shop": "A"], false),
        ("country shop", ["country": "ab", "shop": "c"], ["country": "a", "shop": "bc"], false),
        ("country shop", ["shop": "A"], ["country": "A", "shop": ""], false),
        ("tier", [:], ["tier": "basic"], true),
        ("tier", [:], ["tier": ""], false),
        ("tier", [:], ["tier": "gold"], false),
        ("count", ["count": .number(millionths: 1)], ["count": .number(millionths: 1)], true),
        ("count", ["count": .number(millionths: 1)], ["count": .number(millionths: 256)], false),
        ("score", [:], ["score": .number(millionths: 0)], true),
        ("score", [:], ["score": .number(millionths: 1)], false),
        ("fee", [:], ["fee": .money(minorUnits: 0)], false),
        ("fee fee", [:], ["fee": .money(minorUnits: 0)], false),
        ("fee since", ["fee": .money(minorUnits: 5)], ["since": .time(5)], false),
        ("online", [:], ["online": false], false),
        ("online", ["online": true], ["online": false], false),
        ("online", ["online": true], ["online": true], true),
        ("shop id", ["shop": "A"], ["shop": "A"], true),
    ]

    @Test(arguments: cases)
    func `a key is the same for the same values and for no others`(
        fields: String, one: [String: FieldValue], other: [String: FieldValue], same: Bool
    ) throws {
        let names = fields.split(separator: " ").map(String.init)
        #expect(try Self.key(names, one) == Self.key(names, one))
        #expect((try Self.key(names, one) == Self.key(names, other)) == same)
    }

    @Test func `texts of the greatest length and all fields at once have room`() throws {
        let longest = String(repeating: "x", count: 256)
        let values: [String: FieldValue] = [
            "shop": .text(longest), "country": .text(longest), "tier": .text(longest),
            "count": .number(millionths: .max), "fee": .money(minorUnits: .min), "score": .number(millionths: -1),
            "since": .time(1), "online": true,
        ]
        let names = Self.declared.map(\.name) + ["id", "customer", "amount", "kind", "time", "weekday", "hour", "date"]
        let key = try Self.key(names, values, id: longest)
        #expect(key.count == 4 * (4 + 256) + 2 * 8 + 3 * 9 + (4 + 1) + 6 * 8)
        #expect(try Self.key(names, values, id: longest) == key)
    }

    @Test func `scalars of the caller's own stand in front`() throws {
        let batch = TransactionBatch(byteCapacity: TransactionBatch.bytesForOne(Self.input), fields: Self.input)
        batch.fill(with: try Transaction(id: "1", customer: "2", kind: .load, amount: 1, time: 0))
        let composer = KeyComposer([Self.index("customer")], in: Self.table, clock: LocalClock(.utc), prefix: 2)
        composer.begin()
        composer.append(7)
        composer.append(-1)
        composer.append(0, of: batch)
        let key = withExtendedLifetime(composer) { composer.key.copied }
        #expect(
            key == [7, 0, 0, 0, 0, 0, 0, 0] + [UInt8](repeating: 255, count: 8) + [1, 0, 0, 0, 0x32])
    }
}
