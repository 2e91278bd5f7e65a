internal import RulesDSL

extension Condition {
    /// What makes a condition fail: a part that does not hold; or an `or`, of which no part does. Behind `not` it is the
    /// other way round.
    struct Reason: Sendable {
        /// As it was written.
        let text: String
        /// Whether it is all of the condition.
        let isWhole: Bool
        /// Whether it holds where the whole condition fails because of it: it stands behind `not`.
        let failsWhole: Bool
        /// Whether several parts make it what it is.
        let joinsParts: Bool
        /// What is told of what it reads.
        let values: [ReasonValue]
        /// The type of the values that a fact records.
        let recordedType: ValueType?
    }

    /// A value that a reason reads, and where it is found when the failure is written.
    struct ReasonValue: Sendable {
        /// A `Fact` has room for two values of one type that are no texts.
        enum Place: Sendable {
            case used
            case bound
            /// It is computed again, from the transaction.
            case transaction
            /// It can't be, and is not written.
            case nowhere
        }

        let value: Value
        let place: Place
    }
}

extension Condition.Reason {
    /// The most values of several parts that are written.
    private static let mostValues = 8

    init(
        text: String, isWhole: Bool, failsWhole: Bool, joinsParts: Bool, reading values: [Condition.Value]
    ) {
        self.text = text
        self.isWhole = isWhole
        self.failsWhole = failsWhole
        self.joinsParts = joinsParts
        let values = Array(joinsParts ? Self.distinct(values).prefix(Self.mostValues) : values.prefix(2))
        let recorded = Self.recorded(values)
        self.values = values.enumerated().map { index, value in
            let place: Condition.ReasonValue.Place =
                switch recorded.firstIndex(of: index) {
                case 0: .used
                case .some: .bound
                case nil: value.isSettled ? .transaction : .nowhere
                }
            return Condition.ReasonValue(value: value, place: place)
        }
        recordedType = recorded.first.map { values[$0].type }
    }

    /// Those that people are shown, each once.
    private static func distinct(_ values: [Condition.Value]) -> [Condition.Value] {
        var names: Set<String.UTF8Key> = []
        return values.filter { $0.isShown && names.insert(String.UTF8Key($0.text)).inserted }
    }

    /// Which values a fact records: first of all those that can't be computed later.
    private static func recorded(_ values: [Condition.Value]) -> [Int] {
        let scalars = values.indices.filter { values[$0].type != .text }
        let byNeed = scalars.filter { !values[$0].isSettled } + scalars.filter { values[$0].isSettled }
        let type = byNeed.first.map { values[$0].type }
        return byNeed.filter { values[$0].type == type }.prefix(2).sorted()
    }
}
