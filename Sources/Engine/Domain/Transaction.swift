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
    /// The fields that the policy declares, by their names there; what is not in it is missing.
    public let fields: [String: FieldValue]

    /// The most bytes of a declared field's text.
    public static let longestText = 256

    /// A transaction.
    ///
    /// - Parameters:
    ///   - id: The sender's id, 1 to 256 bytes.
    ///   - customer: Whose account it is, 1 to 256 bytes.
    ///   - kind: Whether it loads or withdraws.
    ///   - amount: Minor units, above zero.
    ///   - time: Seconds since 1970-01-01T00:00:00Z, within `times`.
    ///   - fields: The fields that the policy declares, by their names there: texts of at most 256 bytes, times within
    ///     `times`. Whether they are the policy's is found out when it decides.
    /// - Throws: What is wrong with it.
    public init(
        id: String, customer: String, kind: TransactionKind, amount: Int64, time: Int64,
        fields: [String: FieldValue] = [:]
    ) throws(TransactionError) {
        guard (1...Self.longestID).contains(id.utf8.count) else { throw .idLength }
        guard (1...Self.longestID).contains(customer.utf8.count) else { throw .customerLength }
        guard amount > 0 else { throw .amountNotAboveZero }
        guard Self.times.contains(time) else { throw .timeOutOfRange }
        for (name, value) in fields {
            switch value {
            case .text(let text) where text.utf8.count > Self.longestText: throw .fieldLength(name)
            case .time(let time) where !Self.times.contains(time): throw .fieldOutOfRange(name)
            case .text, .time, .number, .money, .boolean: continue
            }
        }
        self.init(understood: id, customer: customer, kind: kind, amount: amount, time: time, fields: fields)
    }

    /// A transaction whose parts have been checked where it came from.
    init(
        understood id: String, customer: String, kind: TransactionKind, amount: Int64, time: Int64,
        fields: [String: FieldValue]
    ) {
        self.id = id
        self.customer = customer
        self.kind = kind
        self.amount = amount
        self.time = time
        self.fields = fields
    }
}

/// Why there is no such transaction.
public enum TransactionError: Error, Sendable, Equatable {
    /// The id is empty or longer than 256 bytes.
    case idLength
    /// The customer's id is empty or longer than 256 bytes.
    case customerLength
    /// The amount is zero or below: a withdrawal has its kind, not a sign.
    case amountNotAboveZero
    /// The time is before the year 0000 or behind the year 9999.
    case timeOutOfRange
    /// The text of the field of this name is longer than 256 bytes.
    case fieldLength(String)
    /// The time in the field of this name is before the year 0000 or behind the year 9999.
    case fieldOutOfRange(String)
    /// The policy declares no field of this name.
    case fieldUnknown(String)
    /// The policy requires the field of this name.
    case fieldMissing(String)
    /// The field of this name has another type in the policy: `text`, `number`, `money`, `time` or `boolean`.
    case fieldType(String, expected: String)

    /// What is wrong and what was expected, for people.
    public var message: String {
        switch self {
        case .idLength: "the id is empty or longer than 256 bytes"
        case .customerLength: "the customer's id is empty or longer than 256 bytes"
        case .amountNotAboveZero: "the amount is not above zero; a withdrawal has its kind, not a sign"
        case .timeOutOfRange: "the time is not in the years 0000 to 9999 in UTC"
        case .fieldLength(let name): "the text of field `\(name)` is longer than 256 bytes"
        case .fieldOutOfRange(let name): "the time in field `\(name)` is not in the years 0000 to 9999 in UTC"
        case .fieldUnknown(let name): "the policy declares no field `\(name)`"
        case .fieldMissing(let name): "there is no field `\(name)`, which the policy requires"
        case .fieldType(let name, let expected):
            "field `\(name)` is of another type than \(expected), as the policy says"
        }
    }
}
