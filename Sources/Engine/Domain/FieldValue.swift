package import RulesDSL

/// A value of one of the types that a declared field and a plugin's function can have.
public enum FieldValue: Sendable, Hashable {
    /// A text, compared byte by byte; in a declared field at most 256 bytes.
    case text(String)
    /// A number in millionths: 1.5 is 1,500,000.
    case number(millionths: Int64)
    /// Money in minor units of the policy's currency, which may be zero or below.
    case money(minorUnits: Int64)
    /// A time in seconds since 1970-01-01T00:00:00Z.
    case time(Int64)
    /// True or false.
    case boolean(Bool)

    /// The types there are.
    public enum Kind: String, Sendable, CaseIterable {
        /// A text.
        case text
        /// A number of six decimals.
        case number
        /// Money of the policy's currency.
        case money
        /// A time.
        case time
        /// True or false.
        case boolean
    }

    /// The type of the value.
    public var kind: Kind {
        switch self {
        case .text: .text
        case .number: .number
        case .money: .money
        case .time: .time
        case .boolean: .boolean
        }
    }

    /// Whether two values are of one type and the same; texts byte by byte.
    public static func == (left: FieldValue, right: FieldValue) -> Bool {
        switch (left, right) {
        case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
        case (.number(let left), .number(let right)), (.money(let left), .money(let right)),
            (.time(let left), .time(let right)):
            left == right
        case (.boolean(let left), .boolean(let right)): left == right
        case (.text, _), (.number, _), (.money, _), (.time, _), (.boolean, _): false
        }
    }

    /// Feeds what `==` compares.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .text(let text): text.utf8.forEach { hasher.combine($0) }
        case .number(let value), .money(let value), .time(let value): hasher.combine(value)
        case .boolean(let value): hasher.combine(value)
        }
    }
}

extension FieldValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
    /// A text.
    public init(stringLiteral text: String) {
        self = .text(text)
    }

    /// True or false.
    public init(booleanLiteral value: Bool) {
        self = .boolean(value)
    }
}

extension FieldValue {
    /// The value of a constant of the language, or nil where the type is none of a field's.
    package init?(_ constant: Constant, _ type: ValueType) {
        switch (constant, type) {
        case (.text(let text), .text): self = .text(text)
        case (.scalar(let value), _): self.init(value, type)
        case (.text, _): return nil
        }
    }

    /// The value behind an integer in the unit of its type, or nil where the type is none of a field's that has one.
    package init?(_ value: Int64, _ type: ValueType) {
        switch type {
        case .number: self = .number(millionths: value)
        case .money: self = .money(minorUnits: value)
        case .time: self = .time(value)
        case .boolean: self = .boolean(value != 0)
        case .text, .duration, .date, .weekday, .kind: return nil
        }
    }

    /// The integer in the unit of the type; nil for a text.
    package var scalar: Int64? {
        switch self {
        case .text: nil
        case .number(let value), .money(let value), .time(let value): value
        case .boolean(let value): value ? 1 : 0
        }
    }
}

extension FieldValue.Kind {
    /// The type in the language.
    package var type: ValueType {
        switch self {
        case .text: .text
        case .number: .number
        case .money: .money
        case .time: .time
        case .boolean: .boolean
        }
    }
}
