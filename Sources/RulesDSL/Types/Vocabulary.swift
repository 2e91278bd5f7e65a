/// What a rules file may name, handed in by the host: the language itself knows no account and no transaction.
package struct Vocabulary: Sendable {
    /// A field of a transaction (or of what the host knows at its arrival).
    package struct Field: Sendable {
        /// Where a field's value comes from, which decides where it may be used.
        package enum Origin: Sendable {
            /// The transaction's own line: known before any earlier transaction is decided.
            case transaction
            /// What happened before, such as the balance: not allowed in a `unique`.
            case state
        }

        package let name: String
        package let type: ValueType
        package let origin: Origin
        /// Whether `per` may name it as a scope of a limit.
        package let isScope: Bool
        /// Whether a repeat that differs in it is a conflict, where `conflict` names no fields.
        package let isPayload: Bool
        /// The values it can have, in the unit of its type; meaningless for a text.
        package let values: ClosedRange<Int64>

        package init(
            name: String, type: ValueType, values: ClosedRange<Int64> = .min ... .max, origin: Origin,
            isScope: Bool = false, isPayload: Bool = false
        ) {
            self.name = name
            self.type = type
            self.values = values
            self.origin = origin
            self.isScope = isScope
            self.isPayload = isPayload
        }
    }

    /// The kinds of transactions; a kind's value is its index here.
    package let kinds: [String]
    /// The fields; a checked expression names one by its index here.
    package let fields: [Field]
    /// The calendar windows a limit may have.
    package let windows: [CalendarWindow]
    /// The input's own keys, which are no paths of declared fields.
    package let inputKeys: [String]

    package init(kinds: [String], fields: [Field], windows: [CalendarWindow], inputKeys: [String] = []) {
        self.kinds = kinds
        self.fields = fields
        self.windows = windows
        self.inputKeys = inputKeys
    }
}

/// A window of a limit that follows the calendar.
package enum CalendarWindow: String, Sendable, Hashable, CaseIterable {
    /// A civil day.
    case day
    /// Seven days from the policy's first day of the week.
    case week
    /// A civil month.
    case month
    /// A civil year.
    case year
    /// All time; it never closes.
    case ever
}
