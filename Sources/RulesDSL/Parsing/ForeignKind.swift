/// What people call the kinds of transactions.
enum ForeignKind {
    static let all = ["load", "withdrawal"]

    private static let synonyms = [
        "credit": "load", "deposit": "load", "funding": "load", "pay-in": "load", "payin": "load", "top-up": "load",
        "topup": "load", "atm": "withdrawal", "authorization": "withdrawal", "card-spend": "withdrawal",
        "cash-out": "withdrawal", "cashout": "withdrawal", "charge": "withdrawal", "debit": "withdrawal",
        "deposited": "load", "loaded": "load", "spent": "withdrawal", "withdrawn": "withdrawal",
        "pay-out": "withdrawal", "payment": "withdrawal", "payout": "withdrawal", "purchase": "withdrawal",
        "sale": "withdrawal", "spend": "withdrawal", "spending": "withdrawal", "withdraw": "withdrawal",
    ]

    /// The kind that is meant by a word, in the plural too; nil for any other word.
    static func meant(by word: String) -> String? {
        let word = word.lowercased()
        let singular = word.hasSuffix("s") ? String(word.dropLast()) : word
        return synonyms[word] ?? synonyms[singular] ?? (all.contains(singular) ? singular : nil)
    }
}
