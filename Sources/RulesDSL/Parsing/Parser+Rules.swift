extension Parser {
    mutating func parseRule(_ kind: RuleSyntax.Kind) -> RuleSyntax {
        ruleKind = kind
        ruleKeyword = peek(-1).range
        endsInCondition = false
        measureRead = nil
        hasKindInMeasure = false
        let name = parseName(of: "rule", example: "daily-load-count") { $0.is(.leftBrace) }
        var clauses: [ClauseSyntax] = []
        ruleStart = position
        parseBlock(isContent: { $0.startsClause }) { parser in
            if let clause = parser.parseClause() {
                clauses.append(clause)
            }
        }
        defer { ruleKind = nil }
        return RuleSyntax(kind: ruleKind ?? kind, name: name, clauses: clauses)
    }

    /// `{ … }`. Either brace may be missing: then the block ends before the next declaration.
    mutating func parseBlock(isContent: (borrowing Parser) -> Bool, each parseOne: (inout Parser) -> Void) {
        let sign = takeSignForBrace()
        guard sign != nil || parseOpeningBrace(isContent: isContent) else { return }
        // Where the `{` is missing too, that was said.
        let opener = position > 0 && peek(-1).is(.leftBrace) ? peek(-1).range : nil
        while true {
            if take(.rightBrace) != nil {
                if let sign { note(.signForBrace(text(sign), closer: nil, at: sign)) }
                return
            }
            if isAtEnd || startsDeclaration {
                if let sign {
                    note(.signForBrace(text(sign), closer: previousEnd, at: sign))
                } else if let opener {
                    note(.missingClosingBrace(opener: opener, at: previousEnd, isAtEnd: isAtEnd))
                }
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

    /// `limit daily-loads: …`: the sign that stands in place of a `{`. One before it is reported.
    private mutating func takeSignForBrace() -> SourceRange? {
        guard !isLost, current.is(.colon) || current.is(.equals) else { return nil }
        guard !peek().is(.leftBrace) else {
            skipSign(after: peek(-1).range)
            return nil
        }
        return take().range
    }

    /// Whether the block begins here.
    private mutating func parseOpeningBrace(isContent: (borrowing Parser) -> Bool) -> Bool {
        if isLost {
            recover { $0.current.is(.leftBrace) || isContent($0) || $0.startsDeclaration }
            return take(.leftBrace) != nil || isContent(self)
        }
        if take(.leftBrace) != nil {
            return true
        }
        if isContent(self) {
            note(.missingOpeningBrace(found: found, at: previousEnd))
            return true
        }
        fail(.missingOpeningBrace(found: found, at: expectedRange))
        return false
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
        return current.isFirstOnLine && ClauseKeyword.meant(by: word, in: ruleKind) != nil
    }

    // MARK: Clauses

    private mutating func parseClause() -> ClauseSyntax? {
        if let clause = parseConditionOfLimit() ?? parseImplication() ?? parseCodeAlone() { return clause }
        guard !isLost else { return nil }
        if skipSwitchedOff() || skipWithinInWords() { return nil }
        let begin = current.range
        guard let keyword = takeClauseKeyword() else { return nil }
        let keywordRange = range(from: begin)
        skipSign(after: keywordRange)
        guard let kind = parseClause(keyword, keywordRange) else { return nil }
        endsInCondition = kind.endsInCondition
        return ClauseSyntax(kind, keyword: keywordRange, range: range(from: begin))
    }

    private mutating func takeClauseKeyword() -> ClauseKeyword? {
        if let bound = takeBoundInWords() { return bound }
        guard let word = current.word else {
            if endsInCondition, current.is(.comma), startsComparison(at: 1) {
                fail(.commaBetweenConditions(at: current.range))
                return nil
            }
            if current.is(.comma), peek().isFirstOnLine || peek().is(.rightBrace) || peek().word != nil {
                note(.superfluous(.expectedClause, "no comma stands between clauses", at: take().range))
                return nil
            }
            let isBound = ruleKind == .limit && current.isAmount
            fail(.expectedClause(found: found, in: ruleKind, isBound: isBound, at: current.range))
            return nil
        }
        if word.lowercased() == "at" {
            return takeAtMost()
        }
        if let keyword = ClauseKeyword(rawValue: word) {
            take()
            return keyword
        }
        if isMisplacedCondition(word) {
            skipMisplacedCondition()
            return nil
        }
        return takeMeantKeyword(word)
    }

    private static let boundsInWords = [
        ["up", "to"], ["max", "of"], ["maximum", "of"], ["limit", "of"], ["limit", "to"],
    ]

    /// `no more than $5`, `<= $5` or `> $5` in a limit: whatever words say where it is, a limit has one bound.
    private mutating func takeBoundInWords() -> ClauseKeyword? {
        guard ruleKind == .limit else { return nil }
        let begin = current.range
        let signs: [Token.Symbol] = [.less, .lessOrEqual, .greater]
        let words = Self.boundsInWords.first { startsWith($0) }
        let comparison = comparisonInWords(at: 0, startsLine: true).flatMap {
            [.less, .lessOrEqual, .greater].contains($0.sign) ? $0 : nil
        }
        guard let count = words?.count ?? comparison?.count ?? (signs.contains { current.is($0) } ? 1 : nil) else {
            return nil
        }
        let isIncluded = words != nil || !current.is(.less) && comparison?.sign != .less
        for _ in 0..<count { take() }
        let range = range(from: begin)
        guard isIncluded else {
            noteBoundNotIncluded(range)
            return .atMost
        }
        note(.misspeltWord(text(range), meant: "at most", at: range))
        return .atMost
    }

    /// `fewer than 5`: of a count it is known what is one less.
    private mutating func noteBoundNotIncluded(_ words: SourceRange) {
        let next = peek()
        guard let function = measureRead?.head.split(separator: " ").first,
            function == "count" || function == "distinct",
            case .number(let digits, scale: 0) = current.kind, digits > 0,
            next.isFirstOnLine || next.is(.rightBrace) || next.word != nil
        else {
            note(.boundNotIncluded(text(words), plain: nil, at: words))
            return
        }
        note(.boundNotIncluded(text(words), plain: "at most \(digits - 1)", at: words.union(current.range)))
    }

    /// The function of a measure that was meant, as in `max amount per customer` or `velocity count per customer`.
    mutating func takeMeantFunction(_ word: String) -> ClauseKeyword? {
        guard let function = AggregateWord.meant(by: word) else { return nil }
        if let next = peek().word, let known = AggregateWord(rawValue: next), !peek().isFirstOnLine {
            note(.superfluous(.misspeltWord, "`\(word)` is not a word that can stand here", at: take().range))
            take()
            return ClauseKeyword(rawValue: known.rawValue)
        }
        guard isMeasureWord(function) else { return nil }
        let range = take().range
        // `number of merchants` is more than a misspelt `count`.
        if function != .count || !startsDistinctInWords {
            note(.misspeltWord(word, meant: function.rawValue, at: range))
        }
        return ClauseKeyword(rawValue: function.rawValue)
    }

    /// Whether what stands behind a word is what stands behind the function of a measure.
    private func isMeasureWord(_ function: AggregateWord) -> Bool {
        let ends = ["across", "of", "per"]
        let isEnd = peek().word.map { ends.contains($0) } ?? false
        if isMeasuredInParentheses { return true }
        return isEnd ? function == .count : peek().word != nil && peek(2).word.map { ends.contains($0) } ?? false
    }

    private mutating func takeAtMost() -> ClauseKeyword? {
        let isPlain = current.word == "at"
        let at = take().range
        if let word = current.word, word == "most" || word.lowercased() == "most" && !current.isFirstOnLine {
            let range = at.union(take().range)
            if !isPlain || word != "most" {
                note(.misspeltWord(text(range), meant: "at most", at: range))
            }
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
            return names.isEmpty ? nil : .key(names, scope: parseKeyScope())
        case .count, .sum, .average, .largest, .smallest, .distinct:
            return .measure(parseMeasure(NameSyntax(keyword.rawValue, range)))
        case .atMost: return .atMost(parseBound())
        case .that: return .that(parseWholeExpression())
        case .within: return parseWithin()
        case .unless: return .unless(parsePeriodOfUnless() ?? parseExemption())
        case .active: return parseActive()
        case .mode: return parseMode()
        case .conflict: return parseConflict()
        case .otherwise: return parseOtherwise()
        case .because: return parseText(for: "a sentence", example: "\"{used} already loaded\"").map { .because($0) }
        }
    }

    /// The condition of `unless`, with the days that people say behind it.
    private mutating func parseExemption() -> ExpressionSyntax {
        let condition = parseExpression()
        skipPeriodBehindUnless(condition)
        endWhole()
        return isLost ? ExpressionSyntax(.missing, condition.range) : condition
    }

    /// `load, withdrawal where amount > $5`.
    mutating func parseOn() -> (kinds: [NameSyntax], condition: ExpressionSyntax?) {
        let kinds = parseNames("a kind of transaction", example: "on load")
        if current.is(.comma), startsComparison(at: 1), !isLost {
            note(.commaBeforeCondition(at: take().range))
            return (kinds, parseWholeExpression())
        }
        guard let word = current.word, !isLost else { return (kinds, nil) }
        if word == "where" {
            take()
        } else if ruleKind != .require, !JoiningWord.isKeyword(word), !current.isFirstOnLine, startsComparison,
            ruleKind != .limit || hasMeasure
        {
            note(.missingWord("where", example: "where \(word) \(text(peek().range)) …", at: current.range))
        } else if ["and", "if", "when", "with"].contains(word), !current.isFirstOnLine {
            note(.misspeltWord(word, meant: "where", at: take().range))
        } else {
            return (kinds, nil)
        }
        return (kinds, parseWholeExpression())
    }

    /// Whose keys are compared, which a `unique` must say.
    private mutating func parseKeyScope() -> ScopeSyntax? {
        guard !isLost else { return nil }
        if let scope = parseScope() {
            return scope
        }
        fail(.missingKeyScope(at: previousEnd))
        return nil
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
            let isMark = current.word == "and" || current.word == "or" || current.is(.comma)
            if isMark, isWindow(at: 1) || startsComparison(at: 1) {
                // `per customer and day`, `on load and amount > $5`: what comes next is another thing.
                return names
            }
            if current.word == "and" || current.word == "or", peek().word != nil {
                note(.commaBetweenNames(found: found, at: current.range))
                take()
            } else if take(.comma) == nil {
                return names
            }
        } while true
    }
}

extension ClauseSyntax.Kind {
    /// Whether it ends in a condition.
    fileprivate var endsInCondition: Bool {
        switch self {
        case .on(_, where: let condition): condition != nil
        case .that, .unless: true
        case .key, .within, .measure, .atMost, .active, .mode, .conflict, .otherwise, .because: false
        }
    }
}
