extension Parser {
    mutating func parseRule(_ kind: RuleSyntax.Kind) -> RuleSyntax {
        let name = parseName(of: "rule", example: "daily-load-count")
        var clauses: [ClauseSyntax] = []
        parseBlock(isContent: { $0.startsClause }) { parser in
            if let clause = parser.parseClause() {
                clauses.append(clause)
            }
        }
        return RuleSyntax(kind: kind, name: name, clauses: clauses)
    }

    /// `{ … }`. Either brace may be missing: then the block ends before the next declaration.
    mutating func parseBlock(isContent: (borrowing Parser) -> Bool, each parseOne: (inout Parser) -> Void) {
        guard let opener = parseOpeningBrace(isContent: isContent) else { return }
        while true {
            if take(.rightBrace) != nil {
                return
            }
            if isAtEnd || startsDeclaration {
                note(.missingClosingBrace(opener: opener, at: previousEnd, isAtEnd: isAtEnd))
                return
            }
            let before = position
            parseOne(&self)
            if isLost {
                recover { $0.current.is(.rightBrace) || isContent($0) || $0.startsDeclaration }
            }
            // `recover` may have moved back to nothing new: no round goes by without a step.
            if position == before {
                take()
            }
        }
    }

    private mutating func parseOpeningBrace(isContent: (borrowing Parser) -> Bool) -> SourceRange? {
        if isLost {
            recover { $0.current.is(.leftBrace) || isContent($0) || $0.startsDeclaration }
            if let brace = take(.leftBrace) {
                return brace.range
            }
            return isContent(self) ? previousEnd : nil
        }
        if let brace = take(.leftBrace) {
            return brace.range
        }
        if isContent(self) {
            note(.missingOpeningBrace(found: found, at: previousEnd))
            return previousEnd
        }
        fail(.missingOpeningBrace(found: found, at: expectedRange))
        return nil
    }

    /// Whether a clause begins here: its keyword, or a misspelt one that is the first word of its line.
    var startsClause: Bool {
        guard let word = current.word else { return false }
        if word == "else" {
            // The `else` of an `if` is followed by a value.
            return current.isFirstOnLine || peek().word.map { OutcomeWord.all.contains($0) } ?? false
        }
        if ClauseKeyword(rawValue: word) != nil || word == "at" && peek().word == "most" {
            return true
        }
        return current.isFirstOnLine
            && (LaterWord(rawValue: word)?.isClause ?? false || ClauseKeyword.meant(by: word) != nil)
    }

    // MARK: Clauses

    private mutating func parseClause() -> ClauseSyntax? {
        let begin = current.range
        guard let keyword = takeClauseKeyword() else { return nil }
        let keywordRange = range(from: begin)
        guard let kind = parseClause(keyword, keywordRange) else { return nil }
        return ClauseSyntax(kind, keyword: keywordRange, range: range(from: begin))
    }

    private mutating func takeClauseKeyword() -> ClauseKeyword? {
        guard let word = current.word else {
            fail(.expectedClause(found: found, at: current.range))
            return nil
        }
        if word == "at" {
            return takeAtMost()
        }
        if let keyword = ClauseKeyword(rawValue: word) {
            take()
            return keyword
        }
        if let later = LaterWord(rawValue: word) {
            note(.notSupportedYet(later.subject, at: current.range))
            take()
            // Words that begin clauses stand inside of some later ones.
            while !isAtEnd, !current.isFirstOnLine, !current.is(.rightBrace) {
                take()
            }
        } else if word == "where" {
            fail(.misplacedWhere(at: current.range))
            take()
        } else if let keyword = ClauseKeyword.meant(by: word) {
            note(.misspeltWord(word, meant: keyword.rawValue, at: current.range))
            take()
            return keyword
        } else {
            fail(.expectedClause(found: found, at: current.range))
        }
        return nil
    }

    private mutating func takeAtMost() -> ClauseKeyword? {
        let at = take().range
        if take(word: "most") != nil {
            return .atMost
        }
        if let word = current.word, !current.isFirstOnLine {
            if word == "least" {
                fail(.atLeast(at: at.union(current.range)))
                return nil
            }
            if DidYouMean.closest(to: word, among: ["most"]) != nil {
                note(.misspeltWord("at \(word)", meant: "at most", at: at.union(take().range)))
                return .atMost
            }
        }
        note(.misspeltWord("at", meant: "at most", at: at))
        return .atMost
    }

    private mutating func parseClause(_ keyword: ClauseKeyword, _ range: SourceRange) -> ClauseSyntax.Kind? {
        switch keyword {
        case .on:
            let (kinds, condition) = parseOn()
            return kinds.isEmpty ? nil : .on(kinds, where: condition)
        case .key:
            let names = parseNames("a field", example: "key id per customer")
            return names.isEmpty ? nil : .key(names, scope: parseScope())
        case .count, .sum: return .measure(parseMeasure(NameSyntax(keyword.rawValue, range)))
        case .atMost: return .atMost(parseWholeExpression())
        case .that: return .that(parseWholeExpression())
        case .unless: return .unless(parseWholeExpression())
        case .otherwise: return parseOtherwise()
        case .because: return parseText(for: "a sentence", example: "\"{used} already loaded\"").map { .because($0) }
        }
    }

    /// `load, withdrawal where amount > $5`.
    mutating func parseOn() -> (kinds: [NameSyntax], condition: ExpressionSyntax?) {
        let kinds = parseNames("a kind of transaction", example: "on load")
        guard let word = current.word, !isLost else { return (kinds, nil) }
        if word == "where" {
            take()
        } else if ["if", "when", "with"].contains(word) {
            note(.misspeltWord(word, meant: "where", at: take().range))
        } else {
            return (kinds, nil)
        }
        return (kinds, parseWholeExpression())
    }

    /// Names with commas between them. `and` and `or` are taken as what was meant.
    mutating func parseNames(_ what: String, example: String) -> [NameSyntax] {
        var names: [NameSyntax] = []
        repeat {
            guard let word = current.word, !JoiningWord.isKeyword(word) else {
                fail(.expectedName(what, example: example, found: found, at: expectedRange))
                return names
            }
            names.append(NameSyntax(word, take().range))
            if current.word == "and" || current.word == "or", peek().word != nil {
                note(.commaBetweenNames(found: found, at: current.range))
                take()
            } else if take(.comma) == nil {
                return names
            }
        } while true
    }
}
