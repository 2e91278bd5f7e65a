/// What may follow `else`, and what people write instead.
enum OutcomeWord {
    static let all = ["decline", "ignore", "review"]

    static let synonyms = [
        "declined": "decline", "reject": "decline", "deny": "decline", "refuse": "decline", "block": "decline",
        "fail": "decline", "ignored": "ignore", "skip": "ignore", "drop": "ignore", "discard": "ignore",
        "reviewed": "review", "flag": "review", "warn": "review", "alert": "review", "hold": "review",
        "escalate": "review", "refer": "review", "stop": "decline", "forbid": "decline", "disallow": "decline",
    ]

    /// What a rule never says: it lets through whatever it does not decline.
    static let accepting: Set = ["accept", "accepted", "allow", "allowed", "approve", "approved", "pass", "permit"]

    /// The outcome that was probably meant by a word.
    static func meant(by word: String) -> String? {
        synonyms[word] ?? DidYouMean.closest(to: word, among: all)
    }
}

extension Parser {
    /// `decline as Code`, after `else`.
    mutating func parseOtherwise() -> ClauseSyntax.Kind {
        guard let outcome = parseOutcome() else { return .otherwise(outcome: nil, code: nil) }
        return .otherwise(outcome: outcome, code: parseCode(after: outcome.text))
    }

    private mutating func parseOutcome() -> NameSyntax? {
        if case .text(let text) = current.kind,
            let meant = OutcomeWord.all.contains(text.lowercased()) ? text.lowercased() : OutcomeWord.meant(by: text)
        {
            let range = take().range
            note(.needlessQuotes(plain: meant, at: range))
            return NameSyntax(meant, range)
        }
        guard let word = current.word, word != "as", !current.isFirstOnLine || OutcomeWord.all.contains(word) else {
            fail(.expectedOutcome(found: found, code: nil, in: ruleKind, at: expectedRange))
            return nil
        }
        if OutcomeWord.all.contains(word) {
            return NameSyntax(word, take().range)
        }
        guard let meant = OutcomeWord.meant(by: word) else {
            // What stands in its place may be the code.
            let code = word.first?.isUppercase == true ? word : nil
            fail(.expectedOutcome(found: found, code: code, in: ruleKind, at: current.range))
            return nil
        }
        let range = take().range
        note(.misspeltWord(word, meant: meant, at: range))
        return NameSyntax(meant, range)
    }

    /// `as Code`, which may be missing.
    mutating func parseCode(after outcome: String) -> NameSyntax? {
        if take(word: "as") == nil {
            guard let word = current.word, !current.isFirstOnLine, !startsClause else { return nil }
            if ["with", "by", "code", "using", "for"].contains(word), peek().word != nil, !peek().isFirstOnLine {
                let begin = take().range
                if word != "code", let next = current.word, next == "reason" || ForeignClause.code.contains(next) {
                    take()
                }
                let range = range(from: begin)
                note(.misspeltWord(text(range), meant: "as", at: range))
                return parseCodeName(example: "\(outcome) as DailyLimitsExceeded")
            }
            note(.missingWord("as", example: "\(outcome) as \(word)", at: current.range))
        }
        return parseCodeName(example: "\(outcome) as DailyLimitsExceeded")
    }

    /// A machine-readable cause: one word.
    mutating func parseCodeName(example: String) -> NameSyntax? {
        if case .text(let text) = current.kind {
            let range = take().range
            note(.needlessQuotes(plain: Self.code(of: text.split(separator: " ").map(String.init)), at: range))
            return nil
        }
        guard let word = name else {
            fail(.expectedName("a code", example: example, found: found, at: expectedRange))
            return nil
        }
        if JoiningWord.isKeyword(word) {
            // A keyword on the next line is the next clause, not the code: so it can't be one on the same line either.
            note(.keywordAsCode(word, at: take().range))
            return nil
        }
        let begin = take().range
        var words = [word]
        while let next = current.word, !current.isFirstOnLine, !JoiningWord.isKeyword(next),
            ClauseKeyword.meant(by: next, in: ruleKind) == nil || !startsValue(at: 1) || peek().word != nil
        {
            words.append(next)
            take()
        }
        guard words.count > 1 else { return NameSyntax(word, begin) }
        note(.codeOfSeveralWords(plain: Self.code(of: words), at: range(from: begin)))
        return nil
    }

    /// `TooManyLoads` of `too many loads`.
    private static func code(of words: [String]) -> String {
        guard words.count > 1 else { return words.joined() }
        return words.flatMap { $0.split { $0 == "-" || $0 == "_" } }.map { word in
            let isShouted = word.count > 1 && word.allSatisfy { !$0.isLowercase }
            return word.prefix(1).uppercased() + (isShouted ? word.dropFirst().lowercased() : String(word.dropFirst()))
        }.joined()
    }
}
