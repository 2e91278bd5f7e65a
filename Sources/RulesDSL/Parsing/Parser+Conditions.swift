/// Conditions where a rule takes none: they belong behind its kinds, or into a rule of another kind.
extension Parser {
    /// Longer rules are not looked through for each of their conditions.
    private static let longestLookAhead = 200

    /// The rest of the rule's words, from its `{` on.
    private var block: ArraySlice<Token> {
        tokens[ruleStart...].prefix(Self.longestLookAhead).prefix { !$0.is(.rightBrace) }
    }

    /// Whether the rule measures anything, here or further down.
    var hasMeasure: Bool {
        measureRead != nil || block.contains { $0.word.flatMap(AggregateWord.init(rawValue:)) != nil }
    }

    // MARK: Behind the kinds

    /// Whether `when amount > $5` or `if …` stands here, which says what a rule is about, or when it holds: not where
    /// it says `that`.
    func isMisplacedCondition(_ word: String) -> Bool {
        if word == "where" { return true }
        guard ForeignClause.condition.contains(word) else { return false }
        let isBehindCondition = endsInCondition && !current.isFirstOnLine
        return isBehindCondition || startsComparison(at: 1) && (word != "if" || ruleKind != .require)
    }

    /// Takes `where amount > $5` and proposes it behind the kinds of the rule; without any, before what begins at
    /// `place`, or in its own.
    mutating func skipMisplacedCondition(before place: SourceRange? = nil) {
        let word = current.word ?? ""
        let begin = take().range
        let condition = parseExpression()
        guard !isLost else { return }
        let range = range(from: begin)
        guard let plain = spelling(condition.range) else {
            note(.misplacedWhere(word, plain: nil, fixIts: [], at: range))
            return
        }
        let deletion = Diagnostic.FixIt(range: range, replacement: "")
        guard let kinds = kindsOfRule else {
            let clause = "on \(ForeignKind.all.joined(separator: ", ")) where \(plain)"
            let fixIts =
                place.map { [Diagnostic.FixIt(range: $0.beginning, replacement: clause + " "), deletion] }
                ?? [Diagnostic.FixIt(range: range, replacement: clause)]
            note(.misplacedWhere(word, plain: clause, fixIts: fixIts, at: range))
            return
        }
        let insertion = Diagnostic.FixIt(range: kinds.end, replacement: " where \(plain)")
        note(
            .misplacedWhere(
                word, plain: "\(kinds.text) where \(plain)", fixIts: kinds.hasCondition ? [] : [insertion, deletion],
                at: range))
    }

    /// `on load`, as the rule has it, the place behind it, and whether a condition stands there.
    private var kindsOfRule: (text: String, end: SourceRange, hasCondition: Bool)? {
        let tokens = block
        guard
            let on = tokens.indices.first(where: { tokens[$0].word == "on" && self.tokens[$0 - 1].word != "conflict" })
        else { return nil }
        var last = on + 1
        while last + 2 < tokens.endIndex, tokens[last + 1].is(.comma), tokens[last + 2].word != nil { last += 2 }
        guard last < tokens.endIndex, tokens[last].word != nil else { return nil }
        let range = tokens[on].range.union(tokens[last].range)
        return (
            line(range), SourceRange(file: file, lower: range.upper, upper: range.upper),
            last + 1 < tokens.endIndex && tokens[last + 1].word == "where"
        )
    }

    // MARK: In a limit

    /// `amount > $1,000` in a limit that measures nothing: a condition on one transaction is a `require`, and the rest
    /// of the rule is read as one. Nil where nothing of the kind stands here.
    mutating func parseConditionOfLimit() -> ClauseSyntax? {
        guard ruleKind == .limit, !isLost, let word = current.word else { return nil }
        let isIntroduced = word == "if" || word == "when"
        let first = isIntroduced ? 1 : 0
        guard startsConditionOfLimit(at: first), !hasMeasure else { return nil }
        let begin = current.range
        // As one, so that `at most` compares.
        ruleKind = .require
        for _ in 0..<first { take() }
        let saved = diagnostics
        let condition = parseExpression()
        guard !isLost else { return nil }
        diagnostics = saved
        let range = range(from: begin)
        note(.conditionOfLimit(allowed(by: condition, isIntroduced), keyword: ruleKeyword, at: range))
        return ClauseSyntax(.that(missing(condition.range)), keyword: begin, range: range)
    }

    /// Whether a comparison with a name begins here, that of a limit's kind being none.
    private func startsConditionOfLimit(at distance: Int) -> Bool {
        guard let word = peek(distance).word, !JoiningWord.isKeyword(word), word != "kind", word != "type" else {
            return false
        }
        let isBounded = wordOnLine(distance + 1) == "at" && wordOnLine(distance + 2) == "most"
        return startsComparison(at: distance) || isBounded || comparisonInWords(at: distance + 1) != nil
    }

    /// What must hold where a condition says what may not be, or how much may be; nil where nobody knows.
    private mutating func allowed(by condition: ExpressionSyntax, _ isIntroduced: Bool) -> String? {
        guard case .binary(let sign, let left, let right, operatorRange: _) = condition.kind, sign != sign.opposite,
            let subject = spelling(of: left), let object = spelling(right.range)
        else { return isIntroduced ? spelling(condition.range).map { "not (\($0))" } : nil }
        switch sign {
        case .less, .lessOrEqual: return "\(subject) \((isIntroduced ? sign.opposite : sign).rawValue) \(object)"
        case .greater, .greaterOrEqual: return "\(subject) \(sign.opposite.rawValue) \(object)"
        case .is, .isNot, .in, .notIn: return isIntroduced ? "\(subject) \(sign.opposite.rawValue) \(object)" : nil
        case .or, .and, .add, .subtract, .multiply, .divide: return nil
        }
    }
}
