/// Which transactions an aggregate counts, and what people write instead of `of declined`.
extension Parser {
    private static let words = ["attempts", "declined"]
    private static let declined: Set = [
        "blocked", "decline", "declined", "declines", "denied", "failed", "failures", "refused", "rejected",
        "unsuccessful",
    ]
    private static let attempts: Set = ["attempt", "attempted", "attempts", "tries"]
    private static let fillers: Set = ["all", "any", "every", "ones", "transaction", "transactions"]

    /// `of attempts` or `of declined`, which may be missing.
    mutating func parseCounted() -> NameSyntax? {
        let begin = current.range
        let hasOf = take(word: "of") != nil
        if let (count, meant) = countedInWords, !hasOf || count > 1 || Self.declined.contains(current.word ?? "") {
            if hasOf, count == 1, current.word == meant {
                return NameSyntax(meant, take().range)
            }
            for _ in 0..<count { take() }
            let range = range(from: begin)
            note(.countedInWords(meant, at: range))
            return NameSyntax(meant, range)
        }
        guard hasOf else { return nil }
        guard let word = current.word, !JoiningWord.isKeyword(word) else {
            fail(.expectedName("what is counted", example: "of attempts", found: found, at: expectedRange))
            return nil
        }
        let range = take().range
        if Self.words.contains(word) {
            return NameSyntax(word, range)
        }
        let attempts = Self.attempts.contains(word) ? "attempts" : nil
        guard let meant = attempts ?? DidYouMean.closest(to: word, among: Self.words) else {
            note(.expectedName("what is counted", example: "of attempts", found: "`\(word)`", at: range))
            return nil
        }
        note(.misspeltWord(word, meant: meant, at: range))
        return nil
    }

    /// How many words stand here that say what is counted, as in `failed attempts per customer`, and what they mean;
    /// nil where one of them may mean something else.
    var countedInWords: (count: Int, meant: String)? {
        guard !isLost else { return nil }
        var words: [String] = []
        while words.count < 4, let word = plainWord(words.count), ForeignKind.meant(by: word) == nil {
            words.append(word)
        }
        guard words.allSatisfy({ Self.isCounted($0) || Self.fillers.contains($0) }),
            words.contains(where: Self.isCounted)
        else { return nil }
        return (words.count, words.contains(where: Self.declined.contains) ? "declined" : "attempts")
    }

    private static func isCounted(_ word: String) -> Bool {
        declined.contains(word) || attempts.contains(word)
    }

    /// The word `distance` after the current one, if it is on this line and no keyword.
    private func plainWord(_ distance: Int) -> String? {
        guard let word = peek(distance).word, !JoiningWord.isKeyword(word), !peek(distance).isFirstOnLine else {
            return nil
        }
        return word
    }

    /// `declined amount`, in place of `amount of declined`.
    mutating func parseCountedFirst(_ function: NameSyntax) -> (expression: ExpressionSyntax, counted: NameSyntax)? {
        guard function.text != "count", !isLost, let word = plainWord(0), Self.isCounted(word), plainWord(1) != nil,
            countedInWords == nil
        else { return nil }
        let begin = take().range
        let meant = Self.declined.contains(word) ? "declined" : "attempts"
        let expression = parseExpression()
        note(.countedFirst("\(text(expression.range)) of \(meant)", at: range(from: begin)))
        return (expression, NameSyntax(meant, begin))
    }

    /// What stands behind `count` in place of nothing: words, or a value.
    mutating func skipWords() {
        guard plainWord(0) != nil, plainWord(1) != nil else {
            _ = parseExpression()
            return
        }
        while plainWord(0) != nil { take() }
    }
}
