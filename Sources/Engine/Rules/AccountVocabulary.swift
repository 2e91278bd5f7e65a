package import RulesDSL

/// What a rules file of account limits may name: the kinds of transactions, their fields and the windows.
package enum AccountVocabulary {
    /// The kinds and fields in the order that the engine's columns and the compiler rely on.
    package static let vocabulary = Vocabulary(
        kinds: ["load", "withdrawal"],
        fields: [
            Vocabulary.Field(name: "id", type: .text, origin: .transaction),
            Vocabulary.Field(name: "customer", type: .text, origin: .transaction, isScope: true),
            // The magnitude, always above zero; `kind` tells the direction.
            Vocabulary.Field(name: "amount", type: .money, origin: .transaction),
            Vocabulary.Field(name: "kind", type: .kind, origin: .transaction),
            Vocabulary.Field(name: "time", type: .time, origin: .transaction),
            // The next three are of the transaction's own time in the policy's zone.
            Vocabulary.Field(name: "weekday", type: .weekday, origin: .transaction),
            Vocabulary.Field(name: "hour", type: .number, origin: .transaction),
            Vocabulary.Field(name: "date", type: .date, origin: .transaction),
            Vocabulary.Field(name: "balance", type: .money, origin: .state),
        ],
        windows: CalendarWindow.allCases)
}
