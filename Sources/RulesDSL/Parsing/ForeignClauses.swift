/// Words of other languages where a clause begins, beyond those that stand for one keyword (`ClauseKeyword.synonyms`).
enum ForeignClause {
    /// What may stand between such a word and what it is about, as in `exempt if` and `kind is`.
    static func fillers(of keyword: ClauseKeyword) -> Set<String> {
        switch keyword {
        case .on: ["is", "to", "type"]
        case .unless: ["for", "if", "when", "where"]
        case .key, .count, .sum, .average, .largest, .smallest, .distinct, .atMost, .that, .within, .active, .mode,
            .conflict, .otherwise, .because:
            []
        }
    }

    /// Before an outcome they mean `else`.
    static let otherwise: Set = ["action", "do", "outcome", "response", "result", "then"]
    /// Before a code they mean `else decline as`.
    static let code: Set = ["cause", "code", "error-code", "reason-code"]
    /// Before a condition they mean that of `on … where`.
    static let condition: Set = ["given", "if", "when", "where"]

    /// Parts of a measure, which is one clause here.
    static let measure: Set = [
        "cooldown", "duration", "field", "interval", "operator", "period", "timeframe", "timespan", "window",
    ]

    /// What a rule does not have, with what is done about it here.
    static let nothing: [String: String] = {
        let order = "rules are tried from the top to the bottom, and the first that declines decides"
        let force = "a rule is in force; `mode shadow` only reports what it would do"
        let note = "what readers should know stands in a comment: `# …`"
        let name = "what a rule is called stands behind its first word"
        return [
            "order": order, "priority": order, "salience": order, "weight": order, "enabled": force, "status": force,
            "author": note, "category": note, "owner": note, "severity": note,
            "tags": note, "version": note, "name": name,
        ]
    }()
}

extension Parser {
    /// The clause that a word was meant to begin, which is no keyword.
    mutating func takeMeantKeyword(_ word: String) -> ClauseKeyword? {
        if OutcomeWord.all.contains(word) {
            if !isElseSaid { note(.missingWord("else", example: "else \(word)", at: current.range)) }
            isElseSaid = false
            return .otherwise
        }
        if word == "shadow" {
            note(.missingWord("mode", example: "mode shadow", at: current.range))
            return .mode
        }
        if ruleKind == .limit, let function = takeMeantFunction(word) { return function }
        if endsInCondition, startsComparison {
            fail(.unjoinedCondition(found: found, at: current.range))
            return nil
        }
        if ruleKind == .require, let (count, _) = comparisonInWords(at: 0, startsLine: true) {
            // Nobody knows what is compared.
            let diagnostic = Diagnostic.expectedClause(found: found, in: ruleKind, isBound: false, at: current.range)
            for _ in 0..<count { take() }
            fail(diagnostic)
            return nil
        }
        if ruleKind == .require, !JoiningWord.isKeyword(word), word != "kind",
            word != "type",
            startsComparison || comparisonInWords(at: 1) != nil
        {
            let sign = startsComparison ? " \(text(peek().range))" : ""
            note(.missingWord("that", example: "that \(word)\(sign) …", at: current.range))
            return .that
        }
        return takeSynonym(word)
    }

    private mutating func takeSynonym(_ word: String) -> ClauseKeyword? {
        let sign = peek().is(.colon) || peek().is(.equals) || isExceeded ? 1 : 0
        let isElse = isExceeded || ForeignClause.otherwise.contains(word) && startsOutcome(at: sign + 1)
        if ruleKind == .unique, !JoiningWord.isKeyword(word),
            peek().word == "per" || peek().word == "across" || peek().is(.comma)
        {
            note(.missingWord("key", example: "key \(word) per customer", at: current.range))
            return .key
        }
        if word == "given" {
            fail(.givenInRule(at: current.range))
            return nil
        }
        if ForeignKind.meant(by: word) != nil, current.isFirstOnLine || peek(-1).is(.leftBrace) {
            note(.missingWord("on", example: "on \(word)", at: current.range))
            return .on
        }
        if ["from", "until"].contains(word), peek().isDate {
            note(.missingWord("active", example: "active \(word) \(text(peek().range))", at: current.range))
            return .active
        }
        if word == "expires", peek().isDate {
            let date = text(peek().range)
            fail(.expiry("active until \(date)", at: current.range.union(peek().range)))
            return nil
        }
        if let advice = ForeignClause.nothing[word] {
            let range = takeLine()
            note(.needlessClause(word, advice: advice, in: ruleKind, at: range))
            return nil
        }
        if ruleKind == .limit, ForeignClause.measure.contains(word) {
            let range = takeLine()
            note(.partOfMeasure(word, at: range))
            return nil
        }
        guard let keyword = isElse ? .otherwise : ClauseKeyword.meant(by: word, in: ruleKind) else {
            fail(.expectedClause(found: found, in: ruleKind, isBound: false, at: current.range))
            return nil
        }
        if keyword == .on, peek(sign + 1).isAmount || peek(sign + 1).kind == .invalid {
            // `for 10 minutes`: whatever it is about, it is no kind.
            fail(.expectedClause(found: found, in: ruleKind, isBound: false, at: current.range))
            return nil
        }
        let begin = take().range
        // `limit: $5`, which is one mistake.
        for _ in 0..<sign { take() }
        let fillers = ForeignClause.fillers(of: keyword)
        while let filler = current.word, fillers.contains(filler), !current.isFirstOnLine { take() }
        let range = range(from: begin)
        note(.misspeltWord(text(range), meant: keyword.rawValue, at: range))
        return keyword
    }

    /// Whether `if exceeded` stands here, before an outcome.
    private var isExceeded: Bool {
        let words: Set = ["breached", "exceeded", "failed", "reached", "violated"]
        return (current.word == "if" || current.word == "when") && wordOnLine(1).map { words.contains($0) } ?? false
            && startsOutcome(at: 2)
    }

    /// Whether an outcome stands `distance` after the current token, in quotes or in other words too.
    func startsOutcome(at distance: Int) -> Bool {
        switch peek(distance).kind {
        case .word(let word), .text(let word):
            return OutcomeWord.all.contains(word.lowercased()) || OutcomeWord.synonyms[word.lowercased()] != nil
        case .number, .money, .date, .time, .clock, .symbol, .invalid, .end: return false
        }
    }

    /// `priority 10`: takes a word with what follows on its line.
    private mutating func takeLine() -> SourceRange {
        let begin = take().range
        let isPair = current.is(.colon)
        while !isAtEnd, !current.isFirstOnLine, !current.is(.rightBrace), isPair || !startsClause { take() }
        return range(from: begin)
    }

    /// `code TooManyLoads`, in place of `else decline as TooManyLoads`.
    mutating func parseCodeAlone() -> ClauseSyntax? {
        guard let word = current.word, ForeignClause.code.contains(word) else { return nil }
        let sign = peek().is(.colon) || peek().is(.equals) ? 1 : 0
        let isText = if case .text = peek(sign + 1).kind { true } else { false }
        guard isText || peek(sign + 1).word.map({ !JoiningWord.isKeyword($0) }) ?? false else { return nil }
        let begin = current.range
        for _ in 0...sign { take() }
        let keyword = range(from: begin)
        note(.misspeltWord(text(keyword), meant: "else decline as", at: keyword))
        let code = parseCodeName(example: "else decline as DailyLimitsExceeded")
        return ClauseSyntax(
            .otherwise(outcome: NameSyntax("decline", keyword), code: code), keyword: keyword, range: range(from: begin)
        )
    }
}
