/// `test "name" { … }`.
package struct TestSyntax: Sendable {
    package let name: NameSyntax
    /// `given balance $100.00`, if it is there.
    package let balance: ExpressionSyntax?
    package let entries: [TestEntrySyntax]

    package init(name: NameSyntax, balance: ExpressionSyntax?, entries: [TestEntrySyntax]) {
        self.name = name
        self.balance = balance
        self.entries = entries
    }
}

/// `2000-01-01 09:00 load $100.00 [field value]… RESULT`, e.g. `… customer "7" id "a" declined by daily-load-count`.
package struct TestEntrySyntax: Sendable {
    /// A time of the policy's zone (`2000-01-01 09:00[:30]`) or, with an offset (`2000-01-01T09:00:00Z`), a fixed one.
    package enum Time: Sendable, Equatable {
        /// Seconds since 1970-01-01 00:00 on the policy's wall clock.
        case local(seconds: Int64)
        /// Seconds since 1970-01-01T00:00:00Z.
        case instant(seconds: Int64)
    }

    /// `merchant "ACME"`: a field by name. `customer` and `id` stand here too.
    package struct Value: Sendable {
        package let field: NameSyntax
        package let value: ExpressionSyntax

        package init(field: NameSyntax, value: ExpressionSyntax) {
            self.field = field
            self.value = value
        }
    }

    /// What is expected, with the rule or the code as it was written.
    package enum Result: Sendable {
        case accepted
        /// `reviewed as CODE`.
        case reviewedAs(NameSyntax)
        /// `declined by RULE`.
        case declinedBy(NameSyntax)
        /// `declined as CODE`.
        case declinedAs(NameSyntax)
        /// `ignored by RULE`.
        case ignoredBy(NameSyntax)
    }

    package let time: Time
    package let timeRange: SourceRange
    package let kind: NameSyntax
    package let amount: ExpressionSyntax
    package let values: [Value]
    package let result: Result
    /// `shadow RULE` behind the result.
    package let shadows: [NameSyntax]
    package let range: SourceRange

    package init(
        time: Time, timeRange: SourceRange, kind: NameSyntax, amount: ExpressionSyntax, values: [Value],
        result: Result, shadows: [NameSyntax] = [], range: SourceRange
    ) {
        self.time = time
        self.timeRange = timeRange
        self.kind = kind
        self.amount = amount
        self.values = values
        self.result = result
        self.shadows = shadows
        self.range = range
    }
}
