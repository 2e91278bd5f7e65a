/// The keys of a line that make a transaction; all others are ignored.
package enum LineKey: String, Sendable, CaseIterable {
    case id
    case customer = "customer_id"
    case amount = "load_amount"
    case time

    /// Whether a text is this key, byte for byte.
    @inline(__always)
    func isWritten(_ text: TextSlice) -> Bool {
        // Of different lengths, so that most comparisons end there.
        switch self {
        case .id: text.length == 2 && text.bytes.matches("id", at: text.offset)
        case .customer: text.length == 11 && text.bytes.matches("customer_id", at: text.offset)
        case .amount: text.length == 11 && text.bytes.matches("load_amount", at: text.offset)
        case .time: text.length == 4 && text.bytes.matches("time", at: text.offset)
        }
    }
}
