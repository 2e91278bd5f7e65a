/// One attempt to move money, as it was understood. Only a valid one can be made.
public struct Transaction: Sendable, Equatable {
    /// The most bytes of an id or of a customer's id.
    public static let longestID = 256
    /// The times there are: the years 0000 to 9999 in UTC.
    public static let times: ClosedRange<Int64> = -62_167_219_200...253_402_300_799

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
    ///   - time: Seconds since 1970-01-01T00:00:00Z, within `times`.
    /// - Throws: What is wrong with it.
    public init(
        id: String, customer: String, kind: TransactionKind, amount: Int64, time: Int64
    ) throws(TransactionError) {
        guard (1...Self.longestID).contains(id.utf8.count) else { throw .idLength }
        guard (1...Self.longestID).contains(customer.utf8.count) else { throw .customerLength }
        guard amount > 0 else { throw .amountNotAboveZero }
        guard Self.times.contains(time) else { throw .timeOutOfRange }
        self.init(understood: id, customer: customer, kind: kind, amount: amount, time: time)
    }

    /// A transaction whose parts have been checked where it came from.
    init(understood id: String, customer: String, kind: TransactionKind, amount: Int64, time: Int64) {
        self.id = id
        self.customer = customer
        self.kind = kind
        self.amount = amount
        self.time = time
    }
}

/// Why there is no such transaction.
public enum TransactionError: Error, Sendable {
    /// The id is empty or longer than 256 bytes.
    case idLength
    /// The customer's id is empty or longer than 256 bytes.
    case customerLength
    /// The amount is zero or below: a withdrawal has its kind, not a sign.
    case amountNotAboveZero
    /// The time is before the year 0000 or behind the year 9999.
    case timeOutOfRange
}
