/// Lengths of time, where nothing else can stand.
extension Parser {
    /// The unit that people mean by an abbreviation or a misspelt word.
    static func unit(meantBy word: String) -> String? {
        UnitOfTime.meant(by: word.lowercased()) ?? DidYouMean.closest(to: word, among: UnitOfTime.names)
    }

    /// A duration: as a rule `30 days`, or a name of one. Nil where nothing of the kind stands here, which was
    /// reported.
    mutating func parseLength(example: String) -> ExpressionSyntax? {
        operators = 0
        switch current.kind {
        case .number: return parseCountedLength()
        case .invalid, .symbol(.leftParenthesis): return parsePrimary()
        case .word(let word) where !JoiningWord.isKeyword(word): return parsePrimary()
        case .word, .money, .text, .date, .time, .clock, .symbol, .end:
            fail(.expectedLength(found: found, example: example, at: expectedRange))
            return nil
        }
    }

    /// A number and its unit, which may be missing or misspelt.
    private mutating func parseCountedLength() -> ExpressionSyntax {
        let length = parsePrimary()
        guard case .literal(.number) = length.kind else { return length }
        guard let word = current.word, !current.isFirstOnLine, !JoiningWord.isKeyword(word) else {
            note(.lengthWithoutUnit(text(length.range), at: length.range))
            return ExpressionSyntax(.missing, range(from: length.range))
        }
        if let unit = Self.unit(meantBy: word) {
            note(.misspeltWord(word, meant: unit, at: take().range))
        } else {
            note(.unknownUnit(word, at: take().range))
        }
        return ExpressionSyntax(.missing, range(from: length.range))
    }

    // MARK: How long a repeat is one

    private static let wordsForWithin = fillers.union(["after", "expire", "expires", "per", "rolling"])

    /// `for 10 minutes`, `within the last 10 min` or `per rolling 10 minutes` in a `unique`: reported; whether anything
    /// of the kind stood there.
    mutating func skipWithinInWords() -> Bool {
        guard ruleKind == .unique, !isLost else { return false }
        var count = 0
        while let word = wordOnLine(count), Self.wordsForWithin.contains(word) { count += 1 }
        guard count > 0, count > 1 || current.word != "within", case .number(_, scale: 0) = peek(count).kind,
            !peek(count).isFirstOnLine
        else { return false }
        let begin = current.range
        for _ in 0..<count { take() }
        let number = text(take().range)
        let unit = wordOnLine(0).flatMap { Self.unit(meantBy: $0) }
        if unit != nil { take() }
        note(.withinInWords(unit.map { "within \(number) \($0)" }, at: range(from: begin)))
        endWhole()
        return true
    }

    // MARK: Rolling windows

    /// `24 hours`, after `rolling`.
    mutating func parseRolling(from begin: SourceRange) -> WindowSyntax? {
        if let word = current.word, Self.windows.contains(word), !current.isFirstOnLine {
            note(.calendarInRolling(word, at: take().range))
            return nil
        }
        return parseLength(example: "per rolling 24 hours").map { .rolling($0, range(from: begin)) }
    }

    private static let fillers: Set = [
        "during", "each", "every", "for", "in", "last", "over", "past", "previous", "sliding", "the", "trailing",
        "within",
    ]

    /// How many words stand before a length of time that say `rolling` in other words, as in `in the last 30 days`.
    var countOfRollingWords: Int {
        var count = 0
        while count < 4, let word = peek(count).word, Self.fillers.contains(word), !peek(count).isFirstOnLine {
            count += 1
        }
        if case .number = peek(count).kind { return count }
        return 0
    }

    /// What stands for `rolling`, or for `per rolling`, as one mistake.
    mutating func parseRollingInWords(meant: String) -> WindowSyntax? {
        let begin = current.range
        for _ in 0..<countOfRollingWords {
            take()
        }
        if wordOnLine(1) == "rolling", let unit = wordOnLine(2), UnitOfTime.names.contains(unit) {
            // `over 24 rolling hours`.
            let number = text(current.range)
            for _ in 0..<3 { take() }
            let range = range(from: begin)
            note(.misspeltWord(text(range), meant: "\(meant) \(number) \(unit)", at: range))
            return nil
        }
        let range = range(from: begin)
        note(.misspeltWord(text(range), meant: meant, at: range))
        return parseRolling(from: begin)
    }
}
