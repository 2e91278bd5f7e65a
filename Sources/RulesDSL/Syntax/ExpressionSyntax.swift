/// An expression as it was written, before names and types are known.
package struct ExpressionSyntax: Sendable {
    /// What it is made of, parentheses included.
    package indirect enum Kind: Sendable {
        /// A name: a field, a `let`, a kind, a weekday.
        case name(String)
        case literal(LiteralSyntax)
        /// `true` or `false`.
        case boolean(Bool)
        /// `[a, b]`, only meaningful on the right of `in`.
        case list([ExpressionSyntax])
        case unary(UnaryOperator, ExpressionSyntax)
        case binary(BinaryOperator, ExpressionSyntax, ExpressionSyntax, operatorRange: SourceRange)
        /// `if condition then a else b`.
        case conditional(ExpressionSyntax, then: ExpressionSyntax, otherwise: ExpressionSyntax)
        case parenthesized(ExpressionSyntax)
        /// `length(merchant)`.
        case call(NameSyntax, [ExpressionSyntax])
        /// Text that could not be parsed and was already reported; the checker stays silent about it.
        case missing
    }

    /// Every operator before an expression, spelled as in a rules file.
    package enum UnaryOperator: String, Sendable {
        case negate = "-"
        case not
    }

    /// Every operator between two expressions, spelled as in a rules file.
    package enum BinaryOperator: String, Sendable, CaseIterable {
        case or
        case and
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case `is`
        case isNot = "is not"
        case `in`
        case notIn = "not in"
        case add = "+"
        case subtract = "-"
        case multiply = "*"
        case divide = "/"
    }

    package let kind: Kind
    package let range: SourceRange

    package init(_ kind: Kind, _ range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}

/// A literal with its value, as far as the text alone decides it.
package enum LiteralSyntax: Sendable, Equatable {
    /// An exact decimal: `digits` × 10^-`scale`. `3.50` is (350, 2).
    case number(digits: Int64, scale: Int)
    /// Money with the currency as written (`$`, `€`, `£`, `CHF` …): `digits` × 10^-`scale`.
    case money(currency: String, digits: Int64, scale: Int)
    /// A quoted text with its escapes undone.
    case text(String)
    /// `30 days`, in seconds; the unit as written.
    case duration(seconds: Int64)
    /// `2026-01-01`, a valid civil date, as days since 1970-01-01.
    case date(days: Int64)
    /// `2026-01-01T10:00:00Z`, seconds since 1970-01-01T00:00:00Z.
    case time(seconds: Int64)
}
