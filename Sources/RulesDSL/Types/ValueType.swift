/// The types of the language. They do not mix: money is not a number, a date is not a time.
///
/// Each value is one `Int64` in the unit named here, except text.
package enum ValueType: String, BitwiseCopyable, Sendable, Hashable, CaseIterable {
    /// Minor units of the policy's currency.
    case money
    /// Millionths: a decimal of six places.
    case number
    /// Bytes of valid UTF-8, compared as bytes.
    case text
    /// Seconds since 1970-01-01T00:00:00Z.
    case time
    /// Seconds.
    case duration
    /// Days since 1970-01-01.
    case date
    /// 0 (Monday) to 6 (Sunday).
    case weekday
    /// The index of a transaction kind in the vocabulary.
    case kind
    /// 0 or 1.
    case boolean
}

/// A day of the week; the raw value counts from Monday.
package enum Weekday: Int, Sendable, CaseIterable {
    /// Monday, 0.
    case monday
    /// Tuesday, 1.
    case tuesday
    /// Wednesday, 2.
    case wednesday
    /// Thursday, 3.
    case thursday
    /// Friday, 4.
    case friday
    /// Saturday, 5.
    case saturday
    /// Sunday, 6.
    case sunday
}

/// A value known when a policy is checked.
package enum Constant: Sendable, Hashable {
    /// Money in minor units, a number in millionths, times and dates as `ValueType` says, booleans as 0 and 1.
    case scalar(Int64)
    case text(String)
}
