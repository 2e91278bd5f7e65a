/// A file's syntax tree, and everything the lexer and the parser found wrong with it, in the order of the text.
package struct ParseResult: Sendable {
    package let syntax: RulesFileSyntax
    package let diagnostics: [Diagnostic]

    package init(syntax: RulesFileSyntax, diagnostics: [Diagnostic]) {
        self.syntax = syntax
        self.diagnostics = diagnostics
    }
}

/// Reads a rules file by recursive descent. It never throws and always makes a tree: what it can't read, it reports,
/// and goes on at the next word that begins something.
///
/// One mistake makes one diagnostic. A mistake whose meaning is clear (a misspelt keyword) is reported with `note`, and
/// reading goes on as if it had been right. Any other is reported with `fail`, after which the parser says no more
/// until it has found its place again.
package struct Parser {
    /// How deep expressions may be nested. Far more than anybody reads, and little enough for any stack.
    static let deepestExpression = 64
    /// How many operators one expression may have: a chain of them is a tree as deep as it is long.
    static let longestExpression = 256

    let source: SourceFile
    let file: FileID
    let tokens: [Token]
    /// The code of the currency that the file names, for examples; nil where it names none.
    let currency: String?
    var position = 0
    var diagnostics = DiagnosticCollector()
    /// Whether a mistake was reported and the place to go on from isn't found yet.
    var isLost = false
    /// The kind of the rule whose clauses are read: what was meant by a wrong one depends on it.
    var ruleKind: RuleSyntax.Kind?
    /// The word that the rule begins with.
    var ruleKeyword: SourceRange
    /// The token behind the rule's name.
    var ruleStart = 0
    /// Whether the clause before ends in a condition, with which the next line may have been meant to go on.
    var endsInCondition = false
    var depth = 0
    var operators = 0
    /// What the last comparison of the expression compares, mostly its left side.
    var subject: ExpressionSyntax?
    /// Whether the `else` before the next outcome was proposed.
    var isElseSaid = false
    /// Whether its measure names the kind, which was reported.
    var hasKindInMeasure = false
    /// The measure of the rule whose clauses are read, as far as it was read.
    var measureRead: MeasureRead?
    /// The rules of the file. Looked for when a test does not say which one it means.
    lazy var glimpses = RuleGlimpse.all(in: tokens)
    /// The fields of the file. Looked for when a proposal depends on what something is.
    lazy var fields = FieldGlimpse.all(in: tokens)

    /// Reads a whole file.
    package static func parse(_ source: SourceFile, as file: FileID) -> ParseResult {
        let lexed = Lexer.collect(source, as: file)
        var parser = Parser(source: source, file: file, tokens: lexed.tokens)
        let declarations = parser.parseDeclarations()
        let end = SourceRange(file: file, lower: source.bytes.count, upper: source.bytes.count)
        return ParseResult(
            syntax: RulesFileSyntax(file: file, declarations: declarations, comments: lexed.comments),
            diagnostics: CoveredDiagnostics.removed(
                from: DiagnosticCollector.merge(lexed.diagnostics, parser.diagnostics, end: end), text: parser.text))
    }

    private init(source: SourceFile, file: FileID, tokens: [Token]) {
        self.source = source
        self.file = file
        self.tokens = tokens
        ruleKeyword = SourceRange(file: file, lower: 0, upper: 0)
        currency = tokens.firstIndex { $0.word == "currency" }.flatMap { tokens[$0 + 1].word }
    }

    // MARK: Tokens

    var current: Token {
        tokens[position]
    }

    /// The token `distance` after the current one; past the end, the end.
    func peek(_ distance: Int = 1) -> Token {
        tokens[min(max(0, position + distance), tokens.count - 1)]
    }

    /// The word here, if it can be the rest of what stands before it. Line ends mean nothing; but where a name is
    /// missing, the keyword on the next line isn't one.
    var name: String? {
        guard let word = current.word, !(current.isFirstOnLine && JoiningWord.isKeyword(word)) else { return nil }
        return word
    }

    var isAtEnd: Bool {
        current.kind == .end
    }

    @discardableResult mutating func take() -> Token {
        let token = current
        if !isAtEnd {
            position += 1
        }
        return token
    }

    @discardableResult mutating func take(_ symbol: Token.Symbol) -> Token? {
        current.is(symbol) ? take() : nil
    }

    /// A keyword. One in capitals is reported and taken: no name has capitals where a keyword may stand.
    mutating func take(word: String) -> Token? {
        guard let written = current.word, written == word || written.lowercased() == word else { return nil }
        if written != word {
            note(.misspeltWord(written, meant: word, at: current.range))
        }
        return take()
    }

    /// Whether these words stand here.
    func startsWith(_ words: [String]) -> Bool {
        words.indices.allSatisfy { peek($0).word == words[$0] }
    }

    /// A `:` or `=` behind the keyword that was just taken, which other formats have there.
    mutating func skipSign(after keyword: SourceRange) {
        if current.is(.colon) || current.is(.equals) {
            note(.needlessSign(text(current.range), after: text(keyword), at: current.range))
            take()
        }
    }

    /// The place right after the last token taken.
    var previousEnd: SourceRange {
        let offset = position > 0 ? tokens[position - 1].range.upper : 0
        return SourceRange(file: file, lower: offset, upper: offset)
    }

    /// From a token to the last one taken.
    func range(from begin: SourceRange) -> SourceRange {
        let upper = position > 0 ? tokens[position - 1].range.upper : begin.upper
        return SourceRange(file: file, lower: begin.lower, upper: max(begin.lower, upper))
    }

    /// Where something that is missing should stand: at the current token, or, if that is on another line, after the
    /// last one.
    var expectedRange: SourceRange {
        current.isFirstOnLine || isAtEnd ? previousEnd : current.range
    }

    /// A range as it was written.
    func text(_ range: SourceRange) -> String {
        String(decoding: source.bytes[range.lower..<range.upper], as: UTF8.self)
    }

    /// An amount in the currency of the file, for examples.
    func money(_ digits: String) -> String {
        Lexer.money(digits, in: currency)
    }

    /// What stands here, in words.
    var found: String {
        if isAtEnd {
            return "the end of the file"
        }
        let written = text(current.range)
        return written.count > 40 ? "`\(written.prefix(40))…`" : "`\(written)`"
    }

    // MARK: Mistakes

    /// Reports a mistake after which reading goes on as if it had been right.
    mutating func note(_ diagnostic: Diagnostic) {
        if !isLost {
            diagnostics.add(diagnostic)
        }
    }

    /// Reports a mistake after which the parser doesn't know where it is. The lexer has spoken of an invalid token.
    mutating func fail(_ diagnostic: Diagnostic) {
        if !isLost, current.kind != .invalid {
            diagnostics.add(diagnostic)
        }
        isLost = true
    }

    /// Skips tokens until one at which reading can go on; what stands between brackets is skipped as a whole.
    mutating func recover(at isPlace: (borrowing Parser) -> Bool) {
        var open = 0
        while !isAtEnd {
            if open == 0, isPlace(self) {
                break
            }
            if current.is(.leftBrace) {
                open += 1
            } else if current.is(.rightBrace) {
                open = max(0, open - 1)
            }
            if open > 0, startsDeclaration {
                break
            }
            take()
        }
        isLost = false
    }

    /// Whether a declaration begins here, as far as a reader would say: its keyword is the first word of a line, or
    /// follows a block.
    var startsDeclaration: Bool {
        guard let word = current.word, current.isFirstOnLine || position > 0 && peek(-1).is(.rightBrace) else {
            return false
        }
        if word == DeclarationKeyword.limit.rawValue, peek().isAmount || peek().is(.colon) && peek(2).isAmount {
            // Meant as the bound of the limit that stands around it.
            return false
        }
        if ruleKind == .limit, word == DeclarationKeyword.field.rawValue, peek().is(.colon) {
            // What another engine calls what is measured.
            return false
        }
        if word == DeclarationKeyword.unique.rawValue, peek(2).word == "per" || peek(2).word == "across" {
            // Meant as what that limit measures.
            return false
        }
        return DeclarationKeyword(rawValue: word) != nil
    }
}
