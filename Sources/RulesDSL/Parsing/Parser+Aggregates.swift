extension Parser {
    static let windows = ["day", "week", "month", "year", "ever"]

    /// `[EXPR] [of attempts] per SCOPE per WINDOW`, after `count` or `sum`.
    mutating func parseMeasure(_ function: NameSyntax) -> AggregateSyntax {
        let expression = parseMeasured(function)
        let counted = parseCounted()
        skipOnInsideMeasure()
        let scope = parseMeasureScope(function)
        let window = scope.window ?? parseWindow(after: scope.scope)
        return AggregateSyntax(
            function: function, expression: expression, counted: counted, scope: scope.scope, window: window)
    }

    /// What is summed. A `count` has nothing here, a `sum` must.
    private mutating func parseMeasured(_ function: NameSyntax) -> ExpressionSyntax? {
        let isMissing =
            current.word.map { ["of", "per", "across", "on", "at"].contains($0) } ?? false
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
    private mutating func parseMeasureScope(_ function: NameSyntax) -> (scope: ScopeSyntax?, window: NameSyntax?) {
        guard !isLost else { return (nil, nil) }
        if current.word == "per", let word = peek().word, isWindow(word) {
            let begin = take().range
            let window = parseWindowName()
            note(.missingScope(window: window?.text ?? "day", at: range(from: begin)))
            return (nil, window)
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

    private mutating func parseWindow(after scope: ScopeSyntax?) -> NameSyntax? {
        guard scope != nil, !isLost else { return nil }
        if take(word: "per") != nil {
            return parseWindowName()
        }
        if let word = current.word, isWindow(word), !current.isFirstOnLine {
            note(.missingPer(before: word, at: current.range))
            return parseWindowName()
        }
        fail(.missingWindow(at: previousEnd))
        return nil
    }

    private static func window(meantBy word: String) -> String? {
        let synonyms = ["daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annum": "year"]
        return synonyms[word] ?? DidYouMean.closest(to: word, among: windows)
    }

    private func isWindow(_ word: String) -> Bool {
        Self.windows.contains(word) || word == LaterWord.rolling.rawValue
    }

    private mutating func parseWindowName() -> NameSyntax? {
        if current.word == LaterWord.rolling.rawValue {
            fail(.notSupportedYet(LaterWord.rolling.subject, at: current.range))
            return nil
        }
        guard let word = current.word, !JoiningWord.isKeyword(word) || word == "week" else {
            fail(.expectedName("a window", example: "per day", found: found, at: expectedRange))
            return nil
        }
        let range = take().range
        if Self.windows.contains(word) {
            return NameSyntax(word, range)
        }
        note(.unknownWindow(word, meant: Self.window(meantBy: word), at: range))
        return nil
    }
}
