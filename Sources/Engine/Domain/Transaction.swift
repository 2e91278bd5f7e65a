/// One attempt to move money, as it was understood.
public struct Transaction: Sendable, Equatable {
    /// The sender's id, by which repeats are found.
    public let id: String
    /// Whose account it is.
    public let customer: String
    /// Whether it loads or withdraws.
    public let kind: TransactionKind
    /// Minor units, above zero.
    public let amount: Int64
    /// Seconds since 1970-01-01T00:00:00Z.
    public let time: Int64

    /// A transaction.
    ///
    /// - Parameters:
    ///   - id: The sender's id, 1 to 256 bytes.
    ///   - customer: Whose account it is, 1 to 256 bytes.
    ///   - kind: Whether it loads or withdraws.
    ///   - amount: Minor units, above zero.
    ///   - time: Seconds since 1970-01-01T00:00:00Z.
    public init(id: String, customer: String, kind: TransactionKind, amount: Int64, time: Int64) {
        self.id = id
        self.customer = customer
        self.kind = kind
        self.amount = amount
        self.time = time
    }
}
