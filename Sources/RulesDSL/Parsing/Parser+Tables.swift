extension Parser {
    /// `daily-cap by tier { "basic": $1,000.00 else: $500.00 }`, after `table`.
    mutating func parseTable() -> DeclarationSyntax.Kind {
        let name = parseName(of: "table", example: "daily-cap") { $0.word == "by" }
        let key = parseTableKey()
        var entries: [TableSyntax.Entry] = []
        var otherwise: ExpressionSyntax?
        var wasSaid = false
        parseBlock(isContent: { $0.startsTableEntry }) { parser in
            if let comma = parser.take(.comma) {
                if !wasSaid { parser.note(.commaBetweenEntries(at: comma.range)) }
                wasSaid = true
                return
            }
            let begin = parser.current.range
            let isElse = parser.takeElse()
            if otherwise != nil, !wasSaid {
                parser.note(.elseNotLast(at: begin, isRepeated: isElse))
                wasSaid = true
            }
            if isElse {
                let value = parser.parseTableValue(after: "else")
                otherwise = otherwise ?? value
            } else if let entry = parser.parseTableEntry() {
                entries.append(entry)
            }
        }
        return .table(TableSyntax(name: name, key: key, entries: entries, otherwise: otherwise))
    }

    // MARK: The key

    private mutating func parseTableKey() -> NameSyntax {
        let missing = NameSyntax("", expectedRange)
        guard !isLost, takeBy(), let word = current.word, !JoiningWord.isKeyword(word) else {
            fail(.expectedName("a field", example: "by kind", found: found, at: expectedRange))
            return missing
        }
        let key = NameSyntax(word, take().range)
        if current.is(.comma) {
            let begin = current.range
            while !isAtEnd, !current.isFirstOnLine, !current.is(.leftBrace) {
                take()
            }
            note(.severalTableKeys(at: range(from: begin)))
        }
        skipSign(after: key.range)
        return key
    }

    /// `by`, or what was meant by another word; false where a `by` and the field behind it are missing.
    private mutating func takeBy() -> Bool {
        if take(word: "by") != nil {
            return true
        }
        guard let word = current.word, !current.isFirstOnLine else {
            fail(.tableWithoutKey(at: expectedRange))
            return false
        }
        if peek().word != nil {
            note(.misspeltWord(word, meant: "by", at: take().range))
        } else {
            note(.missingWord("by", example: "by \(word)", at: current.range))
        }
        return true
    }

    // MARK: Entries

    /// Whether an entry of a table begins here.
    private var startsTableEntry: Bool {
        switch current.kind {
        case .word, .text, .number, .money, .date: peek().is(.colon)
        case .time, .clock, .symbol, .invalid, .end: false
        }
    }

    /// The word for every key that has no entry, or what was meant by another one.
    private mutating func takeElse() -> Bool {
        if take(word: "else") != nil {
            return true
        }
        let others = ["default", "otherwise", "other", "others", "rest", "any"]
        guard let word = current.word, peek().is(.colon), others.contains(word) else { return false }
        note(.misspeltWord(word, meant: "else", at: take().range))
        return true
    }

    private mutating func parseTableEntry() -> TableSyntax.Entry? {
        guard let key = parseTableKeyValue(), let value = parseTableValue(after: text(key.range)) else { return nil }
        return TableSyntax.Entry(key: key, value: value)
    }

    private mutating func parseTableKeyValue() -> ExpressionSyntax? {
        operators = 0
        let key: ExpressionSyntax
        switch current.kind {
        case .word(let word) where word != "true" && word != "false" && !JoiningWord.isKeyword(word):
            // Not more than the name: what a `(` behind it means is said of its colon.
            key = ExpressionSyntax(.name(word), take().range)
        case .word("true"), .word("false"), .text, .number, .money, .date, .time, .clock, .invalid: key = parsePrimary()
        case .symbol(.minus) where peek().isAmount: key = parseUnary()
        case .word, .symbol, .end:
            fail(.expectedTableEntry(found: found, at: current.range))
            return nil
        }
        return isLost ? nil : key
    }

    private mutating func parseTableValue(after key: String) -> ExpressionSyntax? {
        takeColon(after: key)
        guard !isLost else { return nil }
        let value = parseExpression()
        return isLost ? ExpressionSyntax(.missing, value.range) : value
    }
}
