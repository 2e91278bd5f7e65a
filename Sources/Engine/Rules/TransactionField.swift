package import RulesDSL

/// A field of a transaction by where its value is: one that every transaction has, or one that the policy declares.
package enum TransactionField: Sendable, Equatable {
    case account(AccountField)
    case declared(DeclaredField)

    /// What a rules file calls it.
    package var name: String {
        switch self {
        case .account(let field): AccountVocabulary.vocabulary.fields[field.rawValue].name
        case .declared(let field): field.name
        }
    }

    package var type: ValueType {
        switch self {
        case .account(let field): AccountVocabulary.vocabulary.fields[field.rawValue].type
        case .declared(let field): field.type
        }
    }
}

/// A field that the policy declares, with its column in a batch.
package struct DeclaredField: Sendable, Equatable {
    package let name: String
    package let type: ValueType
    package let presence: CheckedField.Presence
    /// Its place among the `InputFields` of the batches that are decided.
    package let column: Int

    package init(name: String, type: ValueType, presence: CheckedField.Presence, column: Int) {
        self.name = name
        self.type = type
        self.presence = presence
        self.column = column
    }
}

extension DeclaredField {
    /// What the field is where the line does not have it: nil for one that can only be there or missing.
    package var fallback: Constant? {
        if case .defaults(let constant) = presence { constant } else { nil }
    }

    /// What rules see of a transaction: its own value, else the default; nil where the field is missing.
    package func value(in transaction: Transaction) -> FieldValue? {
        transaction.fields[name] ?? fallback.flatMap { FieldValue($0, type) }
    }
}

/// The fields that one policy's rules can name.
package struct FieldTable: Sendable {
    private let fields: [TransactionField]

    /// The accounts' own fields, and behind them the declared ones, each of which is among the input's.
    package init(_ declared: [CheckedField], in input: InputFields) {
        fields =
            AccountField.allCases.map(TransactionField.account)
            + declared.enumerated().map { index, field in
                let own = InputFields([field])[0]
                let column = input.firstIndex { $0.isAtSamePath(as: own) } ?? index
                return .declared(
                    DeclaredField(name: field.name, type: field.type, presence: field.presence, column: column))
            }
    }

    /// The field of an index that the checker gave.
    package subscript(field: FieldIndex) -> TransactionField { fields[field.index] }

    /// The declared ones, in the policy's order.
    package var declared: [DeclaredField] {
        fields.compactMap { if case .declared(let field) = $0 { field } else { nil } }
    }
}

extension FieldIndex {
    package init(_ field: AccountField) {
        self.init(field.rawValue)
    }
}
