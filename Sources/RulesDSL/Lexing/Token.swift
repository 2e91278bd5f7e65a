/// A word, literal or sign of a rules file. Comments and white space are none.
package struct Token: Sendable, Equatable {
    /// What it is, with its value where it has one.
    package enum Kind: Sendable, Equatable {
        /// A name or a keyword; which one depends on where it stands.
        case word(String)
        /// `digits` × 10^-`scale`.
        case number(digits: Int64, scale: Int)
        /// Money with the symbol or code as written: `digits` × 10^-`scale`.
        case money(currency: String, digits: Int64, scale: Int)
        /// A quoted text with its escapes undone.
        case text(String)
        /// Days since 1970-01-01.
        case date(days: Int64)
        /// `2026-01-01T10:00:00Z`, in seconds since 1970-01-01T00:00:00Z.
        case time(seconds: Int64)
        /// `09:00` or `09:00:30`, in seconds since midnight.
        case clock(seconds: Int64)
        case symbol(Symbol)
        /// What the lexer has already reported: the parser stays silent about it.
        case invalid
        /// After the last token, always there.
        case end
    }

    /// A sign; its raw value is how it is written. Of two that begin alike the longer is read.
    package enum Symbol: String, Sendable, CaseIterable {
        case leftBrace = "{"
        case rightBrace = "}"
        case leftParenthesis = "("
        case rightParenthesis = ")"
        case leftBracket = "["
        case rightBracket = "]"
        case comma = ","
        case colon = ":"
        case plus = "+"
        case minus = "-"
        case star = "*"
        case slash = "/"
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case equals = "="
    }

    package let kind: Kind
    package let range: SourceRange
    /// Whether it is the first token of its line.
    package let isFirstOnLine: Bool
    /// Whether white space, a comment or the file's beginning stands before it.
    package let hasSpaceBefore: Bool

    package init(_ kind: Kind, range: SourceRange, isFirstOnLine: Bool, hasSpaceBefore: Bool) {
        self.kind = kind
        self.range = range
        self.isFirstOnLine = isFirstOnLine
        self.hasSpaceBefore = hasSpaceBefore
    }

    /// The word, where it is one.
    package var word: String? {
        if case .word(let text) = kind { text } else { nil }
    }

    /// Whether it is a time of day.
    var isClock: Bool {
        if case .clock = kind { true } else { false }
    }

    var isDate: Bool {
        if case .date = kind { true } else { false }
    }

    /// Whether it is a number or money.
    package var isAmount: Bool {
        switch kind {
        case .number, .money: true
        case .word, .text, .date, .time, .clock, .symbol, .invalid, .end: false
        }
    }

    /// Whether it is the whole of a value that is written out.
    var isLiteral: Bool {
        switch kind {
        case .number, .money, .text, .date, .time: true
        case .word, .clock, .symbol, .invalid, .end: false
        }
    }

    /// Whether it is a sign that compares, or `is`.
    package var isComparison: Bool {
        switch kind {
        case .symbol(.less), .symbol(.lessOrEqual), .symbol(.greater), .symbol(.greaterOrEqual): true
        case .word(let word): word == "is" || word == "in"
        case .number, .money, .text, .date, .time, .clock, .symbol, .invalid, .end: false
        }
    }

    /// Whether it is this sign.
    package func `is`(_ symbol: Symbol) -> Bool {
        kind == .symbol(symbol)
    }
}

/// What the lexer makes of a file.
package struct LexedFile: Sendable {
    /// At least one: the last is `.end`.
    package let tokens: [Token]
    package let comments: [CommentSyntax]
    package let diagnostics: [Diagnostic]

    package init(tokens: [Token], comments: [CommentSyntax], diagnostics: [Diagnostic]) {
        self.tokens = tokens
        self.comments = comments
        self.diagnostics = diagnostics
    }
}
