/// The types of the language, as the model has them.
enum ModelType: CaseIterable, Sendable {
    case money, number, text, time, duration, date, weekday, kind, boolean
}

/// What a transaction does with the balance.
enum Kind: Int, CaseIterable, Sendable {
    case load, withdrawal

    var name: String {
        switch self {
        case .load: "load"
        case .withdrawal: "withdrawal"
        }
    }
}

/// A text as the language compares it: byte by byte, and not, as strings are, by what it looks like.
struct Text: Hashable, Sendable {
    let bytes: [UInt8]

    init(_ string: String) {
        bytes = Array(string.utf8)
    }

    var string: String {
        String(decoding: bytes, as: UTF8.self)
    }
}

/// A value with its type. Money is in minor units, a number in millionths, times and durations in seconds, a date in
/// days since 1970-01-01, a weekday from Monday, 0.
enum Value: Hashable, Sendable {
    case money(Int64)
    case number(Int64)
    case text(Text)
    case time(Int64)
    case duration(Int64)
    case date(Int64)
    case weekday(Int)
    case kind(Kind)
    case boolean(Bool)

    var type: ModelType {
        switch self {
        case .money: .money
        case .number: .number
        case .text: .text
        case .time: .time
        case .duration: .duration
        case .date: .date
        case .weekday: .weekday
        case .kind: .kind
        case .boolean: .boolean
        }
    }

    /// The value of a quantity, in its unit; nil for what has no size.
    var size: Int64? {
        switch self {
        case .money(let size), .number(let size), .time(let size), .duration(let size), .date(let size): size
        case .text, .weekday, .kind, .boolean: nil
        }
    }

    /// A quantity of a type; nil for types that have no size.
    init?(_ type: ModelType, size: Int64) {
        switch type {
        case .money: self = .money(size)
        case .number: self = .number(size)
        case .time: self = .time(size)
        case .duration: self = .duration(size)
        case .date: self = .date(size)
        case .text, .weekday, .kind, .boolean: return nil
        }
    }
}

/// Why a value can't be computed.
enum Trouble: Error {
    /// A result that does not fit 64 bits, or a division by zero: the language's ArithmeticError.
    case arithmetic
    /// An aggregate whose window is closed: the language's TransactionTooLate.
    case tooLate
}

/// The test itself is wrong: a term whose types do not agree, a name that nobody declares.
struct ModelMistake: Error {
    let what: String
}
