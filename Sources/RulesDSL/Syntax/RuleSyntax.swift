/// `unique|limit|require name { clauses }`, the clauses in the order in which they were written.
package struct RuleSyntax: Sendable {
    /// The word that a rule begins with.
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
    /// What the clause says.
    package enum Kind: Sendable {
        /// `on load`, `on withdrawal where …`; several kinds are separated by commas.
        case on([NameSyntax], where: ExpressionSyntax?)
        /// `key id, amount per customer`. A scope that is missing was reported.
        case key([NameSyntax], scope: ScopeSyntax?)
        /// `within 30 days`: a duration.
        case within(ExpressionSyntax)
        /// `conflict on amount decline as Code`; without `on` the list is empty. The outcome can only be `decline`; nil
        /// where something else stood, which the parser has reported.
        case conflict(on: [NameSyntax], outcome: NameSyntax?, code: NameSyntax?)
        /// `count …`, `sum …`, `average …`, `largest …`, `smallest …`, `distinct …`.
        case measure(AggregateSyntax)
        /// `at most …`.
        case atMost(ExpressionSyntax)
        /// `that …`.
        case that(ExpressionSyntax)
        /// `unless …`.
        case unless(ExpressionSyntax)
        /// `active from 2026-01-01 until 2026-07-01`, either part or both.
        case active(from: ExpressionSyntax?, until: ExpressionSyntax?)
        /// `mode shadow`.
        case mode(NameSyntax)
        /// `else decline as Code`. The outcome is one of `decline`, `ignore` and `review`; nil where another word
        /// stood, which the parser has reported. The code may be missing in a whole file too.
        case otherwise(outcome: NameSyntax?, code: NameSyntax?)
        /// `because "…"`: the text with its escapes undone; `range` is that of the quoted literal.
        case because(NameSyntax)

        /// The words the clause begins with.
        package var keyword: String {
            switch self {
            case .on: "on"
            case .key: "key"
            case .within: "within"
            case .conflict: "conflict"
            case .measure(let aggregate): aggregate.function.text
            case .atMost: "at most"
            case .that: "that"
            case .unless: "unless"
            case .active: "active"
            case .mode: "mode"
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
