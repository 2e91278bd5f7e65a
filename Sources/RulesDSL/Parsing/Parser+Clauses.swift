/// The clauses that say when and how a rule is in force, and what becomes of a repeat that says something else.
extension Parser {
    /// `30 days`, after `within`.
    mutating func parseWithin() -> ClauseSyntax.Kind? {
        guard let length = parseLength(example: "within 30 days") else { return nil }
        endWhole()
        return .within(length)
    }

    /// `from 2026-01-01 until 2026-07-01`, either part or both, after `active`.
    mutating func parseActive() -> ClauseSyntax.Kind? {
        let from = take(word: "from").map { _ in parseExpression() }
        let until = isLost ? nil : take(word: "until").map { _ in parseExpression() }
        guard from != nil || until != nil else {
            fail(.missingWord("from", example: "active from 2026-01-01", at: expectedRange))
            return nil
        }
        endWhole()
        return isLost ? nil : .active(from: from, until: until)
    }

    /// `shadow`, after `mode`: there is no other.
    mutating func parseMode() -> ClauseSyntax.Kind? {
        if let shadow = take(word: "shadow") {
            return .mode(NameSyntax("shadow", shadow.range))
        }
        guard let word = current.word, !current.isFirstOnLine, !JoiningWord.isKeyword(word) else {
            fail(.expectedName("a mode", example: "mode shadow", found: found, at: expectedRange))
            return nil
        }
        let range = take().range
        note(.misspeltWord(word, meant: "shadow", at: range))
        return .mode(NameSyntax("shadow", range))
    }

    /// `on amount decline as Changed`, after `conflict`.
    mutating func parseConflict() -> ClauseSyntax.Kind? {
        var fields: [NameSyntax] = []
        if take(word: "on") != nil {
            fields = parseNames("a field", example: "conflict on amount decline as Changed")
            guard !isLost else { return nil }
        }
        guard case .otherwise(let outcome, let code) = parseOtherwise() else { return nil }
        return .conflict(on: fields, outcome: outcome, code: code)
    }

    // MARK: Lengths of time

    /// A duration: as a rule `30 days`, or a name of one. Nil where nothing of the kind stands here, which was reported.
    mutating func parseLength(example: String) -> ExpressionSyntax? {
        operators = 0
        switch current.kind {
        case .number, .invalid, .symbol(.leftParenthesis), .symbol(.minus): return parseUnary()
        case .word(let word) where !JoiningWord.isKeyword(word): return parsePrimary()
        case .word, .money, .text, .date, .time, .clock, .symbol, .end:
            fail(.expectedName("a duration", example: example, found: found, at: expectedRange))
            return nil
        }
    }
}
