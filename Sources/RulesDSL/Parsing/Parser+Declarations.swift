extension Parser {
    mutating func parseDeclarations() -> [DeclarationSyntax] {
        var declarations: [DeclarationSyntax] = []
        while !isAtEnd {
            let before = position
            if let declaration = parseDeclaration() {
                declarations.append(declaration)
            }
            if isLost {
                recover { $0.startsDeclaration }
            }
            if position == before {
                take()
            }
        }
        return declarations
    }

    private mutating func parseDeclaration() -> DeclarationSyntax? {
        let begin = current.range
        guard let keyword = takeDeclarationKeyword() else { return nil }
        let kind = parseDeclaration(keyword)
        let range = range(from: begin)
        return kind.map { DeclarationSyntax($0, range) }
    }

    /// The keyword here, or the one that was meant.
    private mutating func takeDeclarationKeyword() -> DeclarationKeyword? {
        if current.is(.rightBrace) {
            fail(.unmatchedClosingBrace(at: current.range))
            return nil
        }
        guard let word = current.word else {
            fail(.expectedDeclaration(found: found, at: current.range))
            return nil
        }
        if let keyword = DeclarationKeyword(rawValue: word) {
            let range = take().range
            let hasType = keyword == .field || keyword == .list
            if keyword != .let, !hasType || peek(2).is(.colon) {
                skipSign(after: range)
            }
            return keyword
        }
        return takeDeclarationWithoutKeyword(word) ?? takeMeantDeclaration(word)
    }

    /// `burst-cap = $300`, `merchant : text`: what stands behind the word says what it is.
    private mutating func takeDeclarationWithoutKeyword(_ word: String) -> DeclarationKeyword? {
        guard !JoiningWord.isKeyword(word) else { return nil }
        if peek().is(.equals), !peek(2).is(.leftBracket) {
            note(.missingWord("let", example: "let \(word) = …", at: current.range))
            return .let
        }
        guard peek().is(.colon), let type = peek(2).word, Self.types.contains(type) else { return nil }
        note(.missingWord("field", example: "field \(word) : \(type)", at: current.range))
        return .field
    }

    /// The keyword that a word of other languages, or a misspelt one, stands for.
    private mutating func takeMeantDeclaration(_ word: String) -> DeclarationKeyword? {
        if let instead = declaration(meantBy: word) {
            fail(.expectedDeclaration(found: found, instead: instead, at: current.range))
        } else if ClauseKeyword(rawValue: word) != nil || word == "at" {
            fail(.clauseOutsideRule(word, isAfterBrace: peek(-1).is(.rightBrace), at: current.range))
        } else if let keyword = DeclarationKeyword.meant(by: word, hasType: peek(2).is(.colon)) {
            note(.misspeltWord(word, meant: keyword.rawValue, at: take().range))
            return keyword
        } else {
            let isRule = Self.wordsForRules.contains(word)
            fail(.expectedDeclaration(found: found, isRule: isRule, at: current.range))
        }
        return nil
    }

    /// What is written in place of `vip = ["17"]`, `max $500` and `deny large {`, which lack more than a word.
    private func declaration(meantBy word: String) -> String? {
        if peek().is(.equals), peek(2).is(.leftBracket), !JoiningWord.isKeyword(word) {
            return "list \(word) : text [\"17\", \"42\"]"
        }
        if peek().isAmount, DeclarationKeyword.synonyms[word] == .limit {
            let measure = if case .money = peek().kind { "sum amount" } else { "count" }
            return "limit daily-loads { \(measure) per customer per day  at most \(text(peek().range)) }"
        }
        guard let outcome = OutcomeWord.all.contains(word) ? word : OutcomeWord.synonyms[word], outcome != "ignore",
            let name = wordOnLine(1), peek(2).is(.leftBrace)
        else { return nil }
        let otherwise = outcome == "review" ? "  else review" : ""
        return "require \(name) { on load, withdrawal where …  that false\(otherwise) }"
    }

    /// What rules begin with in other languages.
    private static let wordsForRules: Set = [
        "allow", "approve", "block", "check", "control", "decline", "deny", "forbid", "if", "permit", "reject", "rule",
        "when",
    ]

    private mutating func parseDeclaration(_ keyword: DeclarationKeyword) -> DeclarationSyntax.Kind? {
        switch keyword {
        case .policy:
            return parseText(for: "the policy's name", example: "\"Prepaid account limits\"").map { .policy($0) }
        case .currency: return parseCurrency().map { .currency($0) }
        case .timezone: return parseTimezone().map { .timezone($0) }
        case .week: return parseWeek()
        case .late: return parseLate()
        case .include: return parseText(for: "a file's name", example: "\"more.rules\"").map { .include($0) }
        case .field: return parseField()
        case .list: return parseList()
        case .table: return parseTable()
        case .function: return parseFunction()
        case .let: return parseLet()
        case .unique: return .rule(parseRule(.unique))
        case .limit: return .rule(parseRule(.limit))
        case .require: return .rule(parseRule(.require))
        case .test: return .test(parseTest())
        }
    }

    // MARK: The header

    private mutating func parseCurrency() -> NameSyntax? {
        if case .text(let text) = current.kind {
            let range = take().range
            note(.needlessQuotes(plain: text, at: range))
            return NameSyntax(text, range)
        }
        guard let word = name else {
            fail(.expectedName("the currency's code", example: "USD", found: found, at: expectedRange))
            return nil
        }
        return NameSyntax(word, take().range)
    }

    private mutating func parseTimezone() -> NameSyntax? {
        if case .text(let text) = current.kind {
            return NameSyntax(text, take().range)
        }
        guard let word = name else {
            fail(.expectedName("a time zone", example: "\"Europe/Paris\"", found: found, at: expectedRange))
            return nil
        }
        let begin = take().range
        // A name without quotes goes on as long as nothing stands between: `Europe/Paris`, `Etc/GMT+5`.
        while !isAtEnd, current.range.lower == previousEnd.upper { take() }
        guard previousEnd.upper > begin.upper else { return NameSyntax(word, begin) }
        let range = range(from: begin)
        note(.missingQuotes(plain: text(range), at: range))
        return NameSyntax(text(range), range)
    }

    private mutating func parseWeek() -> DeclarationSyntax.Kind? {
        if take(word: "starts") == nil {
            if name != nil, peek().word != nil, !peek().isFirstOnLine {
                let begin = take().range
                if current.word == "on" || current.word == "with", peek().word != nil, !peek().isFirstOnLine {
                    take()
                }
                let range = range(from: begin)
                note(.misspeltWord(text(range), meant: "starts", at: range))
            } else if name != nil {
                note(.missingWord("starts", example: "week starts monday", at: current.range))
            }
        } else if current.word == "on", let day = wordOnLine(1) {
            let begin = take().range
            let range = begin.union(take().range)
            note(.misspeltWord(text(range), meant: day, at: range))
            return nil
        }
        guard let word = name else {
            fail(.expectedName("a weekday", example: "week starts monday", found: found, at: expectedRange))
            return nil
        }
        return .week(starts: NameSyntax(word, take().range))
    }

    /// `up to 2 days`, after `late`.
    private mutating func parseLate() -> DeclarationSyntax.Kind? {
        let example = "late up to 2 days"
        let isUp = take(word: "up") != nil
        if isUp, take(word: "to") != nil {
            // As it should be.
        } else if case .number = current.kind {
            let length = peek().isFirstOnLine ? "2 days" : "\(text(current.range)) \(text(peek().range))"
            note(.missingWord(isUp ? "to" : "up to", example: "late up to \(length)", at: current.range))
        } else if let word = current.word, !current.isFirstOnLine, case .number = peek().kind {
            note(.misspeltWord(word, meant: isUp ? "to" : "up to", at: take().range))
        } else {
            fail(.missingWord(isUp ? "to" : "up to", example: example, at: expectedRange))
        }
        guard !isLost, let length = parseLength(example: example) else { return nil }
        endWhole()
        return .late(length)
    }

    private mutating func parseLet() -> DeclarationSyntax.Kind? {
        let name = parseName(of: "`let`", example: "burst-cap") { $0.is(.equals) }
        if take(.equals) == nil {
            if current.word == "is" || current.is(.colon) {
                let range = take().range
                note(.missingEquals(of: name.text, at: range, replaces: true))
            } else {
                fail(.missingEquals(of: name.text, at: expectedRange, replaces: false))
            }
        }
        if !isLost, let function = takeAggregateWord() {
            hasKindInMeasure = false
            return .aggregate(name, parseAggregate(function))
        }
        return .constant(name, parseWholeExpression())
    }

    // MARK: Names and texts

    /// A name that is declared here; the empty name where there is none. What names are allowed, the checker says.
    /// `isEnd` tells what stands behind a name: of several words before it the name was meant to consist.
    mutating func parseName(of what: String, example: String, before isEnd: (Token) -> Bool) -> NameSyntax {
        if case .text(let text) = current.kind {
            let range = take().range
            let plain = text.map { $0 == " " || $0 == "_" ? "-" : String($0).lowercased() }.joined()
            note(.needlessQuotes(plain: plain, at: range))
            return NameSyntax("", range)
        }
        guard let word = name else {
            fail(.expectedName("a name for the \(what)", example: example, found: found, at: expectedRange))
            return NameSyntax("", expectedRange)
        }
        let begin = take().range
        let others = countWords(before: isEnd)
        guard others > 0 else { return NameSyntax(word, begin) }
        var words = [word]
        for _ in 0..<others {
            words.append(current.word ?? "")
            take()
        }
        let range = range(from: begin)
        note(.nameOfSeveralWords(plain: words.joined(separator: "-"), at: range))
        return NameSyntax("", range)
    }

    /// Names of more words are not looked for: a line of nothing but words must not be read again for each of them.
    private static let mostWordsOfName = 8

    /// How many words follow on this line up to what ends them; none where nothing does.
    private func countWords(before isEnd: (Token) -> Bool) -> Int {
        var count = 0
        while !isEnd(peek(count)) {
            guard count < Self.mostWordsOfName, peek(count).word != nil, !peek(count).isFirstOnLine else { return 0 }
            count += 1
        }
        return count
    }

    /// A quoted text. Words without quotes, up to a `{` or the line's end, are taken as one.
    mutating func parseText(for what: String, example: String) -> NameSyntax? {
        if case .text(let text) = current.kind {
            return NameSyntax(text, take().range)
        }
        guard current.word != nil, !current.isFirstOnLine else {
            fail(.expectedText(what, example: example, found: found, at: expectedRange))
            return nil
        }
        let begin = current.range
        while !isAtEnd, !current.isFirstOnLine, !current.is(.leftBrace), !current.is(.rightBrace) {
            take()
        }
        let range = range(from: begin)
        note(.missingQuotes(plain: text(range), at: range))
        return NameSyntax(text(range), range)
    }
}
