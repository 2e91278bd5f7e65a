/// `AGGREGATE [EXPR] [of attempts|of declined] [on KIND [where COND]]`, then `(per SCOPE… | across everyone) per WINDOW
/// [or VALUE]`.
///
/// The parser sees to it that a function that needs an expression has one (`.missing` in a broken file) and a `count`
/// none, and reports a scope or window that isn't there: the checker stays silent about their being nil.
package struct AggregateSyntax: Sendable {
    /// `on load, withdrawal where …`.
    package struct Selection: Sendable {
        package let kinds: [NameSyntax]
        package let condition: ExpressionSyntax?

        package init(kinds: [NameSyntax], condition: ExpressionSyntax?) {
            self.kinds = kinds
            self.condition = condition
        }
    }

    /// `count`, `sum`, `average`, `largest`, `smallest` or `distinct`.
    package let function: NameSyntax
    /// What is measured; a name for `distinct`.
    package let expression: ExpressionSyntax?
    /// `attempts` or `declined` after `of`.
    package let counted: NameSyntax?
    /// What a `let` counts. In a rule, `on` is a clause of its own and this is nil.
    package let selection: Selection?
    package let scope: ScopeSyntax?
    package let window: WindowSyntax?
    /// `or VALUE`, for where nothing was counted.
    package let fallback: ExpressionSyntax?

    package init(
        function: NameSyntax, expression: ExpressionSyntax?, counted: NameSyntax?, selection: Selection? = nil,
        scope: ScopeSyntax?, window: WindowSyntax?, fallback: ExpressionSyntax? = nil
    ) {
        self.function = function
        self.expression = expression
        self.counted = counted
        self.selection = selection
        self.scope = scope
        self.window = window
        self.fallback = fallback
    }
}

/// Whose transactions are taken together.
package enum ScopeSyntax: Sendable {
    /// `per customer`, `per customer, merchant`.
    case per([NameSyntax])
    /// `across everyone`.
    case everyone(SourceRange)
}

/// How far back an aggregate looks.
package enum WindowSyntax: Sendable {
    /// `day`, `week`, `month`, `year` or `ever`.
    case calendar(NameSyntax)
    /// `rolling 24 hours`: the length, a duration; the range begins at `rolling`.
    case rolling(ExpressionSyntax, SourceRange)
}
