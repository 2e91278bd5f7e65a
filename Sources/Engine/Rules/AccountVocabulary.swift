package import RulesDSL

/// The fields a rules file may name, in the order of the vocabulary; the raw value is a field's index there.
package enum AccountField: Int, BitwiseCopyable, CaseIterable, Sendable {
    case id
    case customer
    case amount
    case kind
    case time
    case weekday
    case hour
    case date
    case balance
}

/// What accounts offer to a rules file.
package enum AccountVocabulary {
    package static let vocabulary = Vocabulary(
        kinds: TransactionKind.allCases.map(\.name),
        fields: AccountField.allCases.map(field),
        windows: CalendarWindow.allCases,
        inputKeys: LineKey.allCases.map(\.rawValue)
    )

    private static func field(_ field: AccountField) -> Vocabulary.Field {
        switch field {
        case .id: Vocabulary.Field(name: "id", type: .text, origin: .transaction)
        case .customer: Vocabulary.Field(name: "customer", type: .text, origin: .transaction, isScope: true)
        case .amount:
            Vocabulary.Field(
                name: "amount", type: .money, values: 1 ... .max, origin: .transaction, isPayload: true)
        case .kind:
            Vocabulary.Field(
                name: "kind", type: .kind, values: 0...Int64(TransactionKind.allCases.count - 1), origin: .transaction,
                isPayload: true)
        case .time: Vocabulary.Field(name: "time", type: .time, values: Transaction.times, origin: .transaction)
        case .weekday: Vocabulary.Field(name: "weekday", type: .weekday, values: 0...6, origin: .transaction)
        case .hour:
            Vocabulary.Field(
                name: "hour", type: .number, values: 0...23 * ExactArithmetic.numberUnit, origin: .transaction)
        case .date: Vocabulary.Field(name: "date", type: .date, origin: .transaction)
        case .balance: Vocabulary.Field(name: "balance", type: .money, origin: .state)
        }
    }
}
