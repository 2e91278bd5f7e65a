/// What people write instead of operators, and what was meant by it.
extension Parser {
    private static let zeros = ["hundred": 2, "thousand": 3, "million": 6, "billion": 9]
    private static let operators = ["and", "or", "in", "is", "not"]
    private static let currencies = [
        "dollar": "$", "dollars": "$", "euro": "€", "euros": "€", "pound": "£", "pounds": "£", "yen": "¥",
    ]

    /// Reports what follows a whole expression on its line, if nothing may.
    mutating func failUnjoined() {
        switch current.kind {
        case .clock where peek(-1).isDate:
            let range = peek(-1).range.union(current.range)
            let seconds = text(current.range).utf8.count > 5 ? "" : ":00"
            fail(.timeInExpression("\(text(peek(-1).range))T\(text(current.range))\(seconds)Z", at: range))
            return
        case .number, .money, .text, .date, .time, .clock: break
        case .word(let word):
            let isKeyword = JoiningWord.isKeyword(word) && word != "not"
            if isKeyword || failForeignWord(word) {
                return
            }
            if startsComparison {
                fail(.unjoinedCondition(found: found, at: current.range))
                return
            }
            // The next clause, or the next declaration.
            guard ClauseKeyword.meant(by: word, in: ruleKind) == nil, DeclarationKeyword.meant(by: word) == nil,
                ruleKind == nil || countOfWordsForOff == nil
            else { return }
        case .symbol(.leftParenthesis), .symbol(.leftBracket): break
        case .symbol(.rightParenthesis), .symbol(.rightBracket):
            fail(.unmatchedBracket(text(current.range), at: current.range))
            return
        case .invalid:
            // What the lexer could not read may have belonged to it.
            isLost = true
            return
        case .symbol, .end: return
        }
        fail(.unjoinedValue(found: found, at: current.range))
    }

    /// Whether a comparison begins with the name here, as in `country is "US"`: no clause begins so.
    var startsComparison: Bool { startsComparison(at: 0) }

    /// Whether a comparison begins with a name `distance` after the current token.
    func startsComparison(at distance: Int) -> Bool {
        guard let word = peek(distance).word, !JoiningWord.isKeyword(word) else { return false }
        let sign = peek(distance + 1)
        return sign.isComparison || sign.is(.equals) || sign.word == "not" && peek(distance + 2).word == "in"
    }

    /// Says what a word of everyday speech is here; false for any other.
    private mutating func failForeignWord(_ word: String) -> Bool {
        let lowercase = word.lowercased()
        if word == "not" {
            fail(.misspeltWord(word, meant: peek().word == "in" ? "not in" : "is not", at: current.range))
        } else if Self.operators.contains(lowercase) {
            fail(.misspeltWord(word, meant: lowercase, at: current.range))
        } else if let zeros = Self.zeros[lowercase], peek(-1).isAmount {
            let range = peek(-1).range.union(current.range)
            fail(.amountInWords(DecimalLiteral.written(text(peek(-1).range), zeros: zeros), at: range))
        } else if case .number(let day, scale: 0) = peek(-1).kind, let month = Self.month(meantBy: lowercase) {
            failDateInWords(day: day, month: month)
        } else if let unit = Self.unit(meantBy: word), case .number = peek(-1).kind {
            fail(.misspeltWord(word, meant: unit, at: current.range))
        } else if let symbol = Self.currencies[lowercase], case .number = peek(-1).kind {
            let amount = peek(-1).range
            fail(.moneySpelling("", plain: symbol + text(amount), at: amount.union(current.range)))
        } else {
            return false
        }
        return true
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    private static let monthNames = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// 1 for `january` and `jan`.
    private static func month(meantBy word: String) -> Int? {
        (monthNames.firstIndex(of: word) ?? months.firstIndex(of: word)).map { $0 + 1 }
    }

    /// `1 January 2027`.
    private mutating func failDateInWords(day: Int64, month: Int) {
        let begin = peek(-1).range
        guard case .number(let year, scale: 0) = peek().kind, !peek().isFirstOnLine, (1000...9999).contains(year),
            (1...31).contains(day)
        else {
            fail(.dateInWords(nil, at: begin.union(current.range)))
            return
        }
        let plain = "\(year)-\(month.padded(2))-\(Int(day).padded(2))"
        fail(.dateInWords(plain, at: begin.union(peek().range)))
    }

    /// Longer lists in parentheses are read as what they are not: a line of nothing but `(` must not be read again for
    /// each of them.
    private static let longestLookAhead = 100

    /// `in (saturday, sunday)` or `in {saturday, sunday}`, reported; nil where no list stands between the brackets.
    mutating func parseListInOtherBrackets(_ sign: ExpressionSyntax.BinaryOperator) -> ExpressionSyntax? {
        guard !isLost, let count = countListInOtherBrackets() else { return nil }
        let opener = current.range
        for _ in 0..<count {
            take()
        }
        let range = range(from: opener)
        note(
            .expectedList(
                after: sign.rawValue, plain: spelling(range).map { "[\($0.dropFirst().dropLast())]" }, at: range))
        return ExpressionSyntax(.missing, range)
    }

    /// How many tokens the list takes with its brackets.
    private func countListInOtherBrackets() -> Int? {
        let isBraced = current.is(.leftBrace)
        guard isBraced || current.is(.leftParenthesis) else { return nil }
        var depth = 0
        // One value in parentheses is no list.
        var hasComma = isBraced
        for distance in 0..<Self.longestLookAhead {
            let token = peek(distance)
            switch token.kind {
            case .symbol(.leftParenthesis), .symbol(.leftBracket): depth += 1
            case .symbol(.rightParenthesis), .symbol(.rightBracket): depth -= 1
            case .symbol(.comma): hasComma = hasComma || depth == 1
            case .symbol(.leftBrace) where isBraced && distance == 0: depth += 1
            case .symbol(.rightBrace) where isBraced && depth == 1: depth = 0
            case .symbol(.leftBrace), .symbol(.rightBrace), .invalid, .end: return nil
            case .word, .number, .money, .text, .date, .time, .clock, .symbol: break
            }
            if depth == 0 {
                return hasComma ? distance + 1 : nil
            }
        }
        return nil
    }
}
