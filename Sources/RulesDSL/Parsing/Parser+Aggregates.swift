extension Parser {
    static let windows = ["day", "week", "month", "year", "ever"]

    /// `[EXPR] [of attempts] per SCOPE per WINDOW`, after `count` or `sum`.
    mutating func parseMeasure(_ function: NameSyntax) -> AggregateSyntax {
        let expression = parseMeasured(function)
        let counted = parseCounted()
        skipOnInsideMeasure()
        let scope = parseMeasureScope()
        let window = scope.window ?? parseWindow(after: scope.scope)
        // What was meant by the expression is as unclear as what stands behind it.
        let measured = isLost ? expression.map { ExpressionSyntax(.missing, $0.range) } : expression
        return AggregateSyntax(
            function: function, expression: measured, counted: counted, scope: scope.scope,
            window: window.map { .calendar($0) })
    }

    /// What is summed. A `count` has nothing here, a `sum` must.
    private mutating func parseMeasured(_ function: NameSyntax) -> ExpressionSyntax? {
        skipNeedlessOf(function)
        let isMissing =
            current.word.map { ["of", "per", "across", "on", "at"].contains($0.lowercased()) } ?? false
            || current.word.map { ClauseKeyword(rawValue: $0) != nil } ?? false || current.is(.rightBrace)
        if function.text == "count" {
            guard !isMissing else { return nil }
            let begin = current.range
            _ = parseExpression()
            note(.countWithExpression(at: range(from: begin)))
            return nil
        }
        guard isMissing else { return parseExpression() }
        note(.sumWithoutExpression(at: function.range))
        return ExpressionSyntax(.missing, previousEnd)
    }

    /// `sum of amount`: what is summed stands right behind the word.
    private mutating func skipNeedlessOf(_ function: NameSyntax) {
        guard function.text == "sum", current.word == "of", let word = peek().word, !JoiningWord.isKeyword(word),
            !["attempts", "attempt", "declined"].contains(word)
        else { return }
        note(.needlessOf(at: current.range))
        take()
    }

    private mutating func parseCounted() -> NameSyntax? {
        guard take(word: "of") != nil else { return nil }
        guard let word = current.word, !JoiningWord.isKeyword(word) else {
            fail(.expectedName("what is counted", example: "of attempts", found: found, at: expectedRange))
            return nil
        }
        let range = take().range
        if word == "attempts" {
            return NameSyntax(word, range)
        }
        if word == "declined" {
            note(.notSupportedYet("`of declined` aggregates", at: range))
        } else {
            note(.misspeltWord(word, meant: "attempts", at: range))
        }
        return nil
    }

    /// `sum amount on load per customer …`: in a rule, `on` is a clause of its own. Where `per` follows it, it stands
    /// inside the measure; where not, it is the next clause, and the measure lacks its end.
    private mutating func skipOnInsideMeasure() {
        guard current.word == "on", !current.isFirstOnLine, !isLost else { return }
        let saved = self
        let begin = take().range
        _ = parseOn()
        if !isLost, current.word == "per" || current.word == "across" {
            diagnostics = saved.diagnostics
            note(.onInsideMeasure(at: range(from: begin)))
        } else {
            self = saved
        }
    }

    // MARK: Scope and window

    /// `per customer, merchant` or `across everyone`; nil where neither stands here.
    mutating func parseScope() -> ScopeSyntax? {
        if take(word: "per") != nil {
            let names = parseNames("whose transactions are taken together", example: "per customer")
            return names.isEmpty ? nil : .per(names)
        }
        guard let across = take(word: "across") else { return nil }
        if let everyone = take(word: "everyone") {
            return .everyone(across.range.union(everyone.range))
        }
        if let word = current.word, !JoiningWord.isKeyword(word), !current.isFirstOnLine {
            note(.misspeltWord(word, meant: "everyone", at: current.range))
            take()
        } else {
            note(.missingWord("everyone", example: "across everyone", at: expectedRange))
        }
        return .everyone(across.range)
    }

    /// The scope; and the window, where `per day` stands in the scope's place.
    private mutating func parseMeasureScope() -> (scope: ScopeSyntax?, window: NameSyntax?) {
        guard !isLost else { return (nil, nil) }
        if current.word == "per", let word = peek().word, isWindow(word) {
            return parseWindowFirst()
        }
        guard let scope = parseScope() else {
            if !isLost, let word = current.word, !startsClause, !current.isFirstOnLine {
                fail(.missingPer(before: word, at: current.range))
            } else {
                fail(.missingScope(window: "day", at: isLost ? current.range : previousEnd))
            }
            return (nil, nil)
        }
        return (scope, nil)
    }

    /// `per day` where the scope should stand: it is missing, or comes behind.
    private mutating func parseWindowFirst() -> (scope: ScopeSyntax?, window: NameSyntax?) {
        let begin = take().range
        guard let window = parseWindowName() else { return (nil, nil) }
        let range = range(from: begin)
        guard current.word == "per" || current.word == "across" else {
            note(.missingScope(window: window.text, at: range))
            return (nil, window)
        }
        let scopeBegin = current.range
        let scope = parseScope()
        let scopeText = text(self.range(from: scopeBegin))
        note(.windowBeforeScope(plain: "\(scopeText) \(text(range))", at: self.range(from: begin)))
        return (scope, window)
    }

    private mutating func parseWindow(after scope: ScopeSyntax?) -> NameSyntax? {
        guard scope != nil, !isLost else { return nil }
        if take(word: "per") != nil {
            return parseWindowName()
        }
        if isPerMeant {
            note(.misspeltWord(text(current.range), meant: "per", at: take().range))
            return parseWindowName()
        }
        if let word = current.word, !current.isFirstOnLine {
            if isWindow(word) {
                note(.missingPer(before: word, at: current.range))
                return parseWindowName()
            }
            if let window = Self.adverbs[word] {
                note(.misspeltWord(word, meant: "per \(window)", at: current.range))
                return NameSyntax(window, take().range)
            }
        }
        fail(.missingWindow(at: previousEnd))
        return nil
    }

    /// `and day`, `, day`, `each day`, `a day`.
    private var isPerMeant: Bool {
        guard let next = peek().word, isWindow(next) else { return false }
        return current.is(.comma) || current.is(.slash)
            || current.word.map { ["a", "an", "and", "by", "each", "every", "in", "or"].contains($0) } ?? false
    }

    private static let adverbs = [
        "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year",
    ]

    private static func window(meantBy word: String) -> String? {
        word == "annum" ? "year" : adverbs[word] ?? DidYouMean.closest(to: word, among: windows)
    }

    func isWindow(_ word: String) -> Bool {
        Self.windows.contains(word) || word == LaterWord.rolling.rawValue
    }

    private mutating func parseWindowName() -> NameSyntax? {
        if current.word == LaterWord.rolling.rawValue {
            fail(.notSupportedYet(LaterWord.rolling.subject, at: current.range))
            return nil
        }
        guard let word = current.word, !JoiningWord.isKeyword(word) || word == "week" else {
            failWindow()
            return nil
        }
        let range = take().range
        if Self.windows.contains(word) {
            return NameSyntax(word, range)
        }
        note(.unknownWindow(word, meant: Self.window(meantBy: word), at: range))
        return nil
    }

    /// `per 24 hours`: a length of time is no window yet.
    private mutating func failWindow() {
        guard case .number = current.kind else {
            fail(.expectedName("a window", example: "per day", found: found, at: expectedRange))
            return
        }
        let begin = current.range
        let length = parsePrimary()
        fail(.unknownWindow(text(length.range), meant: nil, at: begin.union(length.range)))
    }
}
