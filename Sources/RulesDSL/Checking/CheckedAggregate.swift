/// Whose transactions share a counter or a key.
package enum CheckedScope: Sendable, Hashable {
    case fields([FieldIndex])
    case everyone
}

/// How far back an aggregate looks.
package enum CheckedWindow: Sendable, Hashable {
    /// A window of the calendar in the policy's zone.
    case calendar(CalendarWindow)
    /// At time t, what happened in (t − seconds, t]; above zero.
    case rolling(seconds: Int64)
}

extension CheckedWindow {
    /// As people say it behind `per`: `day`, `rolling 24 hours`.
    package var name: String {
        switch self {
        case .calendar(let window): window.rawValue
        case .rolling(let seconds): "rolling \(DurationWords.text(window: seconds))"
        }
    }
}

/// What a limit measures, or what a `let` names.
package struct CheckedAggregate: Sendable {
    /// What is measured of the transactions that are counted.
    package enum Function: Sendable {
        case count
        /// The expression is money or a number.
        case sum(CheckedExpression)
        /// The sum by the count, rounded half-even to the type's unit.
        case average(CheckedExpression)
        case largest(CheckedExpression)
        case smallest(CheckedExpression)
        /// How many different values a field of the transaction has; a missing value is one of its own.
        case distinct(FieldIndex)

        /// Whether what it measures is always a whole number.
        var isWhole: Bool {
            switch self {
            case .count, .distinct: true
            case .sum, .average, .largest, .smallest: false
            }
        }
    }

    /// Which of the transactions that match are counted, by what became of them.
    package enum Counted: Sendable, Hashable {
        /// Accepted transactions, reviewed ones included.
        case accepted
        /// Every transaction that matches and was not ignored; in a limit this one included.
        case attempts
        /// The earlier transactions that match and were declined; never this one.
        case declined
    }

    package let function: Function
    package let counted: Counted
    package let scope: CheckedScope
    package let window: CheckedWindow
    /// Where the length of a rolling window is written; nil for one of the calendar.
    package let lengthRange: SourceRange?
    /// `.number` for a count and for `distinct`, else the type of the expression.
    package let type: ValueType

    package init(
        function: Function, counted: Counted, scope: CheckedScope, window: CheckedWindow,
        lengthRange: SourceRange? = nil, type: ValueType
    ) {
        self.function = function
        self.counted = counted
        self.scope = scope
        self.window = window
        self.lengthRange = lengthRange
        self.type = type
    }
}

extension CheckedAggregate {
    /// The window, if it is one of the calendar.
    package var calendarWindow: CalendarWindow? {
        if case .calendar(let window) = window { window } else { nil }
    }
}

/// An index into `CheckedPolicy.aggregates`.
package struct AggregateIndex: Hashable, Sendable {
    package let index: Int

    package init(_ index: Int) {
        self.index = index
    }
}

/// `let name = AGGREGATE …`: what happened before this transaction, which is not included.
package struct CheckedLetAggregate: Sendable {
    package let name: String
    package let position: SourcePosition
    package let aggregate: CheckedAggregate
    /// The kinds it counts, by index in the vocabulary, ascending; all of them without `on`.
    package let kinds: [Int]
    /// `on … where`: what it counts.
    package let filter: CheckedExpression?
    /// `or VALUE`: what it is where nothing was counted; nil for a count, a sum and `distinct`, which are zero then.
    package let fallback: CheckedExpression?

    package init(
        name: String, position: SourcePosition, aggregate: CheckedAggregate, kinds: [Int],
        filter: CheckedExpression?, fallback: CheckedExpression?
    ) {
        self.name = name
        self.position = position
        self.aggregate = aggregate
        self.kinds = kinds
        self.filter = filter
        self.fallback = fallback
    }
}
