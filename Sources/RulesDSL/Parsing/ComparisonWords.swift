/// Comparisons as people say them, and as other languages spell them in letters: `is no more than $5`, `at least $5`,
/// `amount gte 500`.
enum ComparisonWords {
    /// Words that lead to a comparison and say nothing of it.
    static let leading: Set = ["are", "be", "do", "does", "has", "is", "must", "should", "to"]
    static let negating: Set = ["never", "no", "not"]

    /// The sign that a word alone stands for, or one that `than` follows.
    static let signs: [String: ExpressionSyntax.BinaryOperator] = [
        "above": .greater, "after": .greater, "bigger": .greater, "exceed": .greater, "exceeding": .greater,
        "exceeds": .greater, "greater": .greater, "gt": .greater, "higher": .greater, "larger": .greater,
        "later": .greater, "more": .greater, "over": .greater,
        "before": .less, "below": .less, "earlier": .less, "fewer": .less, "less": .less, "lower": .less, "lt": .less,
        "smaller": .less, "under": .less,
        "ge": .greaterOrEqual, "gte": .greaterOrEqual, "le": .lessOrEqual, "lte": .lessOrEqual,
        "eq": .is, "equal": .is, "equals": .is, "ne": .isNot, "neq": .isNot,
    ]

    /// The sign of what is said of days and times only.
    static let signsOfTime: [String: ExpressionSyntax.BinaryOperator] = [
        "from": .greaterOrEqual, "since": .greaterOrEqual, "starting": .greaterOrEqual, "through": .lessOrEqual,
        "thru": .lessOrEqual, "til": .less, "till": .less, "until": .less,
    ]
}

extension ExpressionSyntax.BinaryOperator {
    /// The comparison that holds where this one does not; itself for what compares nothing.
    var opposite: ExpressionSyntax.BinaryOperator {
        switch self {
        case .less: .greaterOrEqual
        case .lessOrEqual: .greater
        case .greater: .lessOrEqual
        case .greaterOrEqual: .less
        case .is: .isNot
        case .isNot: .is
        case .in: .notIn
        case .notIn: .in
        case .or, .and, .add, .subtract, .multiply, .divide: self
        }
    }

    /// The same where equal values are to be included.
    fileprivate var orEqual: ExpressionSyntax.BinaryOperator {
        self == .greater ? .greaterOrEqual : self == .less ? .lessOrEqual : self
    }
}

extension Parser {
    /// `is greater than $5`, `at most $5`: reported and taken; nil where the words here compare nothing.
    mutating func takeComparisonInWords(
        of value: ExpressionSyntax?
    ) -> (ExpressionSyntax.BinaryOperator, SourceRange)? {
        guard let (count, sign) = comparisonInWords(at: 0, isOfTime: value?.isMoment ?? false) else { return nil }
        let begin = current.range
        for _ in 0..<count { take() }
        let range = range(from: begin)
        note(.misspeltWord(text(range), meant: sign.rawValue, at: range))
        return (sign, range)
    }

    /// The comparison in words that begins `distance` after the current token, how many words it has, and what they
    /// mean; behind them stands a value. They may begin a line only where `startsLine`.
    func comparisonInWords(
        at distance: Int, isOfTime: Bool = false, startsLine: Bool = false
    ) -> (count: Int, sign: ExpressionSyntax.BinaryOperator)? {
        guard startsLine || !peek(distance).isFirstOnLine else { return nil }
        var end = distance
        while let word = wordOnLine(end), ComparisonWords.leading.contains(word) { end += 1 }
        let isNegated = wordOnLine(end).map { ComparisonWords.negating.contains($0) } ?? false
        if isNegated { end += 1 }
        // `must not be above`.
        if isNegated, wordOnLine(end) == "be" { end += 1 }
        guard let (count, sign) = comparative(at: end, isOfTime: isOfTime), startsValue(at: end + count) else {
            return nil
        }
        return (end + count - distance, isNegated ? sign.opposite : sign)
    }

    /// `less than or equal to`, without what leads to it.
    private func comparative(at distance: Int, isOfTime: Bool) -> (count: Int, sign: ExpressionSyntax.BinaryOperator)? {
        guard let word = wordOnLine(distance) else { return nil }
        switch (word, wordOnLine(distance + 1)) {
        case ("at", "least"): return (2, .greaterOrEqual)
        // In a limit, `at most` begins the next clause.
        case ("at", "most"): return ruleKind == .limit ? nil : (2, .lessOrEqual)
        case ("up", "to"): return ruleKind == .limit ? nil : (2, .lessOrEqual)
        default: break
        }
        guard let sign = ComparisonWords.signs[word] ?? (isOfTime ? ComparisonWords.signsOfTime[word] : nil) else {
            return nil
        }
        var count = wordOnLine(distance + 1) == "than" ? 2 : 1
        if let next = wordOnLine(distance + count), sign == .is, next == "to" { count += 1 }
        guard wordOnLine(distance + count) == "or", let equal = wordOnLine(distance + count + 1),
            ["eq", "equal", "equals", "on"].contains(equal)
        else { return (count, sign) }
        count += wordOnLine(distance + count + 2) == "to" ? 3 : 2
        return (count, sign.orEqual)
    }

    /// The word `distance` after the current token in small letters, if a line does not begin with it.
    func wordOnLine(_ distance: Int) -> String? {
        let token = peek(distance)
        return token.isFirstOnLine && distance > 0 ? nil : token.word?.lowercased()
    }

    /// Whether a value begins `distance` after the current token, on the same line.
    func startsValue(at distance: Int) -> Bool {
        let token = peek(distance)
        guard !token.isFirstOnLine else { return false }
        switch token.kind {
        case .number, .money, .text, .date, .time, .clock, .invalid: return true
        // Without the space it is a call.
        case .symbol(.leftParenthesis): return token.hasSpaceBefore
        case .word(let word): return word == "if" || !JoiningWord.isKeyword(word)
        case .symbol(.minus): return !peek(distance + 1).hasSpaceBefore
        case .symbol, .end: return false
        }
    }
}

extension ExpressionSyntax {
    /// Whether it is this name, and nothing else.
    func names(_ name: String) -> Bool {
        if case .name(name) = kind { true } else { false }
    }

    /// Whether it is the day or the time of a transaction.
    var isMoment: Bool { names("date") || names("time") }
}
