extension Parser {
    /// `daily-cap by tier { "basic": $1,000.00 else: $500.00 }`, after `table`.
    mutating func parseTable() -> DeclarationSyntax.Kind {
        let name = parseName(of: "table", example: "daily-cap") { $0.word == "by" }
        let key = parseTableKey()
        var entries: [TableSyntax.Entry] = []
        var otherwise: ExpressionSyntax?
        parseBlock(isContent: { $0.startsTableEntry }) { parser in
            if parser.current.word == "else" {
                parser.parseTableElse(into: &otherwise)
            } else if let entry = parser.parseTableEntry() {
                entries.append(entry)
            }
        }
        return .table(TableSyntax(name: name, key: key, entries: entries, otherwise: otherwise))
    }

    private mutating func parseTableKey() -> NameSyntax {
        if take(word: "by") == nil {
            note(.missingWord("by", example: "table daily-cap by tier", at: expectedRange))
        }
        guard !isLost, let word = current.word, !JoiningWord.isKeyword(word) else {
            fail(.expectedName("a field", example: "table daily-cap by tier", found: found, at: expectedRange))
            return NameSyntax("", expectedRange)
        }
        return NameSyntax(word, take().range)
    }

    /// Whether an entry of a table begins here.
    private var startsTableEntry: Bool {
        switch current.kind {
        case .word, .text, .number, .money, .date: peek().is(.colon)
        case .time, .clock, .symbol, .invalid, .end: false
        }
    }

    private mutating func parseTableEntry() -> TableSyntax.Entry? {
        guard let key = parseUnaryValue("an entry or `}`", example: "\"basic\": $1,000.00"), !isLost else { return nil }
        takeColon(after: text(key.range))
        let value = parseExpression()
        return isLost ? nil : TableSyntax.Entry(key: key, value: value)
    }

    private mutating func parseTableElse(into otherwise: inout ExpressionSyntax?) {
        take()
        takeColon(after: "else")
        let value = parseExpression()
        if otherwise == nil {
            otherwise = value
        }
    }
}
