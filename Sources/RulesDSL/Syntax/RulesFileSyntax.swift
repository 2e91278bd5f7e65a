/// A rules file as it was written: declarations in order, and every comment. The parser always makes one.
package struct RulesFileSyntax: Sendable {
    package let file: FileID
    package let declarations: [DeclarationSyntax]
    package let comments: [CommentSyntax]

    package init(file: FileID, declarations: [DeclarationSyntax], comments: [CommentSyntax]) {
        self.file = file
        self.declarations = declarations
        self.comments = comments
    }
}

/// `# …` up to the end of its line, the `#` included.
package struct CommentSyntax: Sendable, Equatable {
    package let text: String
    package let range: SourceRange
    /// Whether nothing but white space stands before it on its line.
    package let standsAlone: Bool

    package init(text: String, range: SourceRange, standsAlone: Bool) {
        self.text = text
        self.range = range
        self.standsAlone = standsAlone
    }
}

/// A word or a quoted text where it was written. The empty text stands for a name that is missing and was reported.
package struct NameSyntax: Sendable, Hashable {
    package let text: String
    package let range: SourceRange

    package init(_ text: String, _ range: SourceRange) {
        self.text = text
        self.range = range
    }
}

/// One declaration with the range from its keyword to its end.
package struct DeclarationSyntax: Sendable {
    /// What is declared. Header lines are declarations too, and may stand anywhere and any number of times.
    package enum Kind: Sendable {
        /// `policy "name"`.
        case policy(NameSyntax)
        /// `currency USD`.
        case currency(NameSyntax)
        /// `timezone UTC` or `timezone "Europe/Paris"`.
        case timezone(NameSyntax)
        /// `week starts monday`.
        case week(starts: NameSyntax)
        /// `late up to 2 days`: a duration.
        case late(ExpressionSyntax)
        /// `include "more.rules"`.
        case include(NameSyntax)
        case field(FieldSyntax)
        case list(ListSyntax)
        case table(TableSyntax)
        case function(FunctionSyntax)
        /// `let name = expression`.
        case constant(NameSyntax, ExpressionSyntax)
        /// `let name = AGGREGATE …`.
        case aggregate(NameSyntax, AggregateSyntax)
        case rule(RuleSyntax)
        case test(TestSyntax)
    }

    package let kind: Kind
    package let range: SourceRange

    package init(_ kind: Kind, _ range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}
