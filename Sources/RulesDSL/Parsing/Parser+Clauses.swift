/// The clauses that say when and how a rule is in force, and what becomes of a repeat that says something else.
extension Parser {
    /// `30 days`, after `within`.
    mutating func parseWithin() -> ClauseSyntax.Kind? {
        guard let length = parseLength(example: "within 30 days") else { return nil }
        endWhole()
        return .within(length)
    }

    /// `shadow`, after `mode`: there is no other.
    mutating func parseMode() -> ClauseSyntax.Kind? {
        if let shadow = take(word: "shadow") {
            return .mode(NameSyntax("shadow", shadow.range))
        }
        guard let word = current.word, !current.isFirstOnLine, !JoiningWord.all.contains(word),
            ClauseKeyword(rawValue: word) == nil
        else {
            fail(.expectedName("a mode", example: "mode shadow", found: found, at: expectedRange))
            return nil
        }
        let range = take().range
        note(.unknownMode(word, at: range))
        return .mode(NameSyntax("shadow", range))
    }

    // MARK: Active

    /// `from 2026-01-01 until 2026-07-01`, either part or both, after `active`.
    mutating func parseActive() -> ClauseSyntax.Kind? {
        if let period = parsePeriodInWords() {
            endWhole()
            return isLost ? nil : .active(from: period.from, until: period.until)
        }
        let bare = parseBarePeriod()
        var from = bare
        var until: ExpressionSyntax?
        while !isLost, let (word, range, value) = parsePeriodPart() {
            if word == "from" ? from != nil : until != nil {
                note(.periodTwice(word, at: range))
            } else if word == "from", until != nil {
                note(.untilBeforeFrom(at: range))
            }
            if word == "from" { from = value } else { until = value }
        }
        guard !isLost, from != nil || until != nil else {
            fail(.activeWithoutPeriod(found: found, at: expectedRange))
            return nil
        }
        endWhole()
        // What was meant by a date alone, nobody knows.
        if case .missing = bare?.kind { return nil }
        return isLost ? nil : .active(from: from, until: until)
    }

    /// `2026-01-01 through 2026-06-30`, `between 2026-01-01 and 2026-06-30`: two days without `from` and `until`.
    private mutating func parsePeriodInWords() -> (from: ExpressionSyntax, until: ExpressionSyntax)? {
        let words = current.word == "between" ? 1 : 0
        let joint = peek(words + 1)
        let word = joint.is(.minus) ? "-" : joint.word
        guard case .date(let from) = peek(words).kind, case .date(let until) = peek(words + 2).kind,
            let word, ["-", "and", "through", "thru", "till", "to"].contains(word), !peek(words + 3).isClock,
            let next = dayAfter(peek(words + 2))
        else { return nil }
        let begin = current.range
        for _ in 0..<words { take() }
        let first = take().range
        take()
        let last = take().range
        // Whoever says `to` may mean either; `between` includes its end as it does everywhere.
        let isIncluded = word == "through" || word == "thru" || words == 1 && word == "and"
        note(
            .periodInWords(
                "from \(text(first)) until \(isIncluded ? next.date : text(last))",
                last: isIncluded ? nil : (text(last), next.date), at: range(from: begin)))
        return (
            ExpressionSyntax(.literal(.date(days: from)), first),
            ExpressionSyntax(.literal(.date(days: isIncluded ? next.days : until)), last)
        )
    }

    /// A date right behind `active`, without a word that says which of the two it is.
    private mutating func parseBarePeriod() -> ExpressionSyntax? {
        switch current.kind {
        case .date, .time: break
        case .word, .number, .money, .text, .clock, .symbol, .invalid, .end: return nil
        }
        let value = parseExpression()
        if current.kind == .invalid {
            isLost = true
            return nil
        }
        if let word = current.word, ["until", "to", "till", "through"].contains(word) {
            note(.missingWord("from", example: "active from \(text(value.range)) until …", at: value.range))
        } else {
            note(.activeWithoutFrom(at: value.range))
            return ExpressionSyntax(.missing, value.range)
        }
        return value
    }

    private mutating func parsePeriodPart() -> (word: String, range: SourceRange, value: ExpressionSyntax)? {
        if let part = takeDayInWords() { return part }
        guard let (word, range) = takePeriodWord() else { return nil }
        return (word, range, parseExpression())
    }

    /// `through 2026-06-30` ends with the day after, and `after 2026-06-30` begins with it.
    private mutating func takeDayInWords() -> (word: String, range: SourceRange, value: ExpressionSyntax)? {
        guard let word = current.word, !current.isFirstOnLine, let next = dayAfter(peek()), !peek(2).isClock else {
            return nil
        }
        let meant: String
        switch word {
        case "after": meant = "from"
        case "through", "thru": meant = "until"
        default: return nil
        }
        let begin = take().range
        let range = begin.union(take().range)
        note(.dayInWords(word, meant: meant, plain: "\(meant) \(next.date)", at: range))
        return (meant, begin, ExpressionSyntax(.literal(.date(days: next.days)), range))
    }

    /// The day after a token's date, if it can be written.
    private func dayAfter(_ token: Token) -> (days: Int64, date: String)? {
        guard case .date(let days) = token.kind else { return nil }
        let date = CivilDate(day: Int(days) + 1)
        guard date.year <= 9999 else { return nil }
        return (days + 1, "\(date.year.padded(4))-\(date.month.padded(2))-\(date.day.padded(2))")
    }

    private mutating func takePeriodWord() -> (String, SourceRange)? {
        guard let word = current.word else { return nil }
        if word == "from" || word == "until" {
            return (word, take().range)
        }
        guard !current.isFirstOnLine else { return nil }
        let meant: String
        switch word {
        case "since", "after", "starting", "begins": meant = "from"
        case "to", "till", "til", "before", "through", "ends": meant = "until"
        default: return nil
        }
        let range = take().range
        let next = ["to", "till", "til", "ends"].contains(word) ? dayAfter(current) : nil
        note(.periodWord(word, meant: meant, last: next.map { (text(current.range), $0.date) }, at: range))
        return (meant, range)
    }

    // MARK: Conflicts

    /// `on amount decline as Changed`, after `conflict`.
    mutating func parseConflict() -> ClauseSyntax.Kind? {
        let begin = peek(-1).range
        let fields = parseConflictFields()
        guard !isLost else { return nil }
        if current.word == "else", !current.isFirstOnLine {
            note(.elseInConflict(at: take().range))
        }
        let reported = diagnostics.count
        let outcome = parseConflictOutcome()
        guard !isLost else { return nil }
        let code = parseCode(after: "decline")
        if code == nil, !isLost, diagnostics.count == reported {
            note(.conflictWithoutCode(at: range(from: begin)))
        }
        return .conflict(on: fields, outcome: outcome, code: code)
    }

    /// The fields that must be the same; none means all.
    private mutating func parseConflictFields() -> [NameSyntax] {
        if take(word: "on") == nil {
            guard let word = current.word, !current.isFirstOnLine, !JoiningWord.isKeyword(word),
                OutcomeWord.meant(by: word) == nil, !OutcomeWord.all.contains(word),
                peek().is(.comma) || peek().word != nil
            else { return [] }
            note(.missingWord("on", example: "conflict on \(word) decline as Changed", at: current.range))
        }
        let example = "conflict on amount decline as Changed"
        if let word = current.word, OutcomeWord.all.contains(word), peek().word == "as" {
            fail(.expectedName("a field", example: example, found: found, at: current.range))
        }
        return isLost ? [] : parseNames("a field", example: example)
    }

    private mutating func parseConflictOutcome() -> NameSyntax? {
        guard let word = current.word else {
            fail(.expectedConflict(found: found, at: expectedRange))
            return nil
        }
        if word == "decline" {
            return NameSyntax(word, take().range)
        }
        if word == "as" {
            note(.missingWord("decline", example: "conflict decline as Changed", at: current.range))
            return NameSyntax("decline", current.range)
        }
        guard !current.isFirstOnLine,
            let meant = OutcomeWord.all.contains(word) ? word : OutcomeWord.meant(by: word)
        else {
            fail(.expectedConflict(found: found, at: expectedRange))
            return nil
        }
        let range = take().range
        guard meant == "decline" else {
            note(.conflictOutcome(word, at: range))
            return nil
        }
        note(.misspeltWord(word, meant: meant, at: range))
        return NameSyntax(meant, range)
    }
}
