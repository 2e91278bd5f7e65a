import Engine
import RulesDSL
import Testing

/// The fields of policies: what transactions must have, and what two policies read together.
@Suite struct InputFieldsTests {
    private static let fields = FieldIntake.fields(
        ("tier", .text, "tier", true), ("score", .number, "risk.score", false), ("online", .boolean, "online", false))

    static let checks: [([String: FieldValue], TransactionError?)] = [
        (["tier": "gold"], nil), (["tier": "gold", "score": .number(millionths: 1), "online": false], nil),
        ([:], .fieldMissing("tier")), (["score": .number(millionths: 1)], .fieldMissing("tier")),
        (["tier": true], .fieldType("tier", expected: "text")),
        (["tier": "gold", "score": .money(minorUnits: 1)], .fieldType("score", expected: "number")),
        (["tier": "gold", "shop": "ACME"], .fieldUnknown("shop")),
        (["tier": "gold", "zoo": "ACME", "shop": "ACME"], .fieldUnknown("shop")),
    ]

    @Test(arguments: checks)
    func `a transaction has the fields of its policy`(values: [String: FieldValue], expected: TransactionError?) throws
    {
        let transaction = try Transaction(id: "1", customer: "2", kind: .load, amount: 1, time: 0, fields: values)
        var found: TransactionError?
        do {
            try Self.fields.check(transaction)
        } catch {
            found = error
        }
        #expect(found == expected)
    }

    @Test func `a transaction's own fields have limits of their own`() throws {
        func make(_ value: FieldValue) throws -> Transaction {
            try Transaction(id: "1", customer: "2", kind: .load, amount: 1, time: 0, fields: ["f": value])
        }
        _ = try make(.text(String(repeating: "é", count: 128)))
        #expect(throws: TransactionError.fieldLength("f")) { try make(.text(String(repeating: "é", count: 129))) }
        _ = try make(.time(Transaction.times.upperBound))
        #expect(throws: TransactionError.fieldOutOfRange("f")) { try make(.time(Transaction.times.upperBound + 1)) }
        #expect(
            TransactionError.fieldMissing("tier").message
                == "there is no field `tier`, which the policy requires")
    }

    // MARK: Two policies

    private static func described(_ fields: InputFields) -> String {
        fields.map { "\($0.name):\($0.type)\($0.isRequired ? "!" : "")" }.joined(separator: " ")
    }

    @Test func `two policies read the fields of both, each path once`() throws {
        let old = FieldIntake.fields(("shop", .text, "merchant.name", false), ("tier", .text, "tier", true))
        let new = FieldIntake.fields(
            ("level", .text, "tier", false), ("merchant", .text, "merchant.name", true), ("score", .number, "s", true))
        #expect(Self.described(try old.union(new)) == "merchant.name:text! tier:text! s:number!")
        #expect(Self.described(try new.union(old)) == "tier:text! merchant.name:text! s:number!")
        #expect(try old.union(old) == old)
        #expect(Self.described(try old.union(.empty)) == "merchant.name:text tier:text!")
        #expect(try InputFields.empty.union(.empty) == .empty)
    }

    @Test func `two policies that want different things at one place can't read the same lines`() {
        let text = FieldIntake.fields(("shop", .text, "shop", false))
        let number = FieldIntake.fields(("shop", .number, "shop", false))
        let inner = FieldIntake.fields(("name", .text, "shop.name", false))
        #expect(throws: InputFields.Conflict.types(path: "shop", .text, .number)) { try text.union(number) }
        #expect(throws: InputFields.Conflict.nested(outer: "shop", inner: "shop.name")) { try text.union(inner) }
        #expect(throws: InputFields.Conflict.nested(outer: "shop", inner: "shop.name")) { try inner.union(text) }
    }

    @Test func `a program finds its fields among those of two policies`() throws {
        let position = SourcePosition(file: "test.rules", line: 1, column: 1, byte: 0)
        let declared = [
            CheckedField(
                name: "tier", type: .text, presence: .defaults(to: .text("basic")), path: ["tier"], position: position)
        ]
        let input = try FieldIntake.fields(("shop", .text, "shop", false)).union(InputFields(declared))
        let table = FieldTable(declared, in: input)
        guard case .declared(let field) = table[FieldIndex(AccountField.allCases.count)] else {
            Issue.record("a declared field is an account's")
            return
        }
        #expect(field.column == 1)
        #expect(field.name == "tier")
        #expect(field.fallback == .text("basic"))
    }
}
