/// `unique|limit|require name { clauses }`, the clauses in the order in which they were written.
package struct RuleSyntax: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case unique
        case limit
        case require
    }

    package let kind: Kind
    package let name: NameSyntax
    package let clauses: [ClauseSyntax]

    package init(kind: Kind, name: NameSyntax, clauses: [ClauseSyntax]) {
        self.kind = kind
        self.name = name
        self.clauses = clauses
    }
}

/// One clause of a rule. Which clauses a kind of rule takes, and how often, is the checker's business.
package struct ClauseSyntax: Sendable {
    package enum Kind: Sendable {
        /// `on load`, `on withdrawal where …`; several kinds are separated by commas.
        case on([NameSyntax], where: ExpressionSyntax?)
        /// `key id, amount per customer`. A scope that is missing was reported.
        case key([NameSyntax], scope: ScopeSyntax?)
        /// `count …` or `sum …`.
        case measure(AggregateSyntax)
        /// `at most …`.
        case atMost(ExpressionSyntax)
        /// `that …`.
        case that(ExpressionSyntax)
        /// `unless …`.
        case unless(ExpressionSyntax)
        /// `else decline as Code`. The outcome is one of `decline`, `ignore` and `review`; nil where another word stood,
        /// which the parser has reported. The code may be missing in a whole file too.
        case otherwise(outcome: NameSyntax?, code: NameSyntax?)
        /// `because "…"`: the text with its escapes undone; `range` is that of the quoted literal.
        case because(NameSyntax)

        /// The words the clause begins with.
        package var keyword: String {
            switch self {
            case .on: "on"
            case .key: "key"
            case .measure(let aggregate): aggregate.function.text
            case .atMost: "at most"
            case .that: "that"
            case .unless: "unless"
            case .otherwise: "else"
            case .because: "because"
            }
        }
    }

    package let kind: Kind
    /// The range of the words it begins with.
    package let keyword: SourceRange
    package let range: SourceRange

    package init(_ kind: Kind, keyword: SourceRange, range: SourceRange) {
        self.kind = kind
        self.keyword = keyword
        self.range = range
    }
}

/// `AGGREGATE [EXPR] [of attempts] (per SCOPE… | across everyone) per WINDOW`.
///
/// The parser sees to it that a `sum` has an expression (`.missing` in a broken file) and a `count` none, and reports a
/// scope or window that isn't there: the checker stays silent about their being nil.
package struct AggregateSyntax: Sendable {
    /// `count` or `sum`.
    package let function: NameSyntax
    package let expression: ExpressionSyntax?
    /// `attempts` after `of`.
    package let counted: NameSyntax?
    package let scope: ScopeSyntax?
    /// `day`, `week`, `month`, `year` or `ever`.
    package let window: NameSyntax?

    package init(
        function: NameSyntax, expression: ExpressionSyntax?, counted: NameSyntax?, scope: ScopeSyntax?,
        window: NameSyntax?
    ) {
        self.function = function
        self.expression = expression
        self.counted = counted
        self.scope = scope
        self.window = window
    }
}

/// Whose transactions are taken together.
package enum ScopeSyntax: Sendable {
    /// `per customer`, `per customer, merchant`.
    case per([NameSyntax])
    /// `across everyone`.
    case everyone(SourceRange)
}
