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

    private func lastClause(before place: SourceRange) -> ClauseKeyword? {
        block.last { $0.range.upper <= place.lower && $0.word.flatMap(ClauseKeyword.init(rawValue:)) != nil }
            .flatMap { $0.word.flatMap(ClauseKeyword.init(rawValue:)) }
    }

    // MARK: Behind the kinds

    /// Whether `when amount > $5` or `if …` stands here, which says what a rule is about, or when it holds: not where
    /// it says `that`.
    mutating func isMisplacedCondition(_ word: String) -> Bool {
        if word == "where" { return true }
        guard ForeignClause.condition.contains(word) else { return false }
        let isBehindCondition = endsInCondition && !current.isFirstOnLine
        guard word != "when" || ruleKind != .require || block.contains(where: { $0.word == "that" }) else {
            return false
        }
        return isBehindCondition || startsCondition(at: 1) && (word != "if" || ruleKind != .require)
    }

    /// Takes `where amount > $5` and proposes it behind the kinds of the rule; without any, before what begins at
    /// `place`, or in its own.
    mutating func skipMisplacedCondition(before place: SourceRange? = nil) {
        let word = current.word ?? ""
        let begin = take().range
        let condition = parseExpression()
        guard !isLost else { return }
        guard lastClause(before: begin) != .unless else {
            // What limits an exemption belongs to it, not to the whole rule.
            note(.misspeltWord(word, meant: "and", at: begin))
            return
        }
        let range = range(from: begin)
        guard let plain = spelling(condition.range) else {
            note(.misplacedWhere(word, plain: nil, fixIts: [], at: range))
            return
        }
        let deletion = Diagnostic.FixIt(range: range, replacement: "")
        guard let kinds = kindsOfRule else {
            guard !hasKindInMeasure else {
                note(.misplacedWhere(word, plain: nil, fixIts: [], at: range))
                return
            }
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
    var kindsOfRule: (text: String, end: SourceRange, hasCondition: Bool)? {
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

    // MARK: If … then

    /// `if amount > $1,000 then decline` or `if amount > $1,000 then trusted` in a `require`, which says what must hold.
    mutating func parseImplication() -> ClauseSyntax? {
        if let clause = parseOutcomeFirst() { return clause }
        guard ruleKind == .require, let word = current.word, !isLost, !isMisplacedCondition(word),
            word == "if" || word == "when" && startsCondition(at: 1)
        else { return nil }
        let keyword = take().range
        let saved = diagnostics
        let condition = parseExpression()
        guard !isLost else { return nil }
        if takeAcceptance() {
            return clauseInPlace(of: keyword, spelling(condition.range).map { "that \($0)" }, since: saved)
        }
        let isOutcome = startsOutcome(at: current.word == "then" ? 1 : 0)
        guard isOutcome || current.word == "then" else {
            note(.misspeltWord(word, meant: "that", at: keyword))
            return ClauseSyntax(.that(condition), keyword: keyword, range: range(from: keyword))
        }
        let opposite = opposite(of: condition)
        guard !isOutcome else {
            let end = range(from: keyword)
            let (joint, then) = takeThen()
            return clauseInPlace(
                of: keyword, opposite.map { "that \($0)\(joint)" }, then: then, upTo: then.map { _ in end },
                since: saved)
        }
        take()
        let consequence = parseExpression()
        guard !isLost else { return nil }
        let isWhole = current.word == "else" && !startsOutcome(at: 1)
        if isWhole {
            take()
            _ = parseExpression()
        }
        let plain =
            isWhole
            ? spelling(range(from: keyword))
            : opposite.flatMap { first in spelling(consequence.range).map { "\(first) or \($0)" } }
        return clauseInPlace(of: keyword, plain.map { "that \($0)" }, since: saved)
    }

    /// `deny if amount > $500`; nil where nothing of the kind stands here.
    private mutating func parseOutcomeFirst() -> ClauseSyntax? {
        guard ruleKind == .require, !isLost, let word = current.word, peek().word == "if" || peek().word == "when",
            let outcome = OutcomeWord.all.contains(word) ? word : OutcomeWord.synonyms[word], outcome != "ignore"
        else { return nil }
        let keyword = take().range
        take()
        let saved = diagnostics
        let condition = parseExpression()
        guard !isLost else { return nil }
        guard current.isFirstOnLine || current.is(.rightBrace) else {
            diagnostics = saved
            fail(.conditionInWords(nil, at: range(from: keyword)))
            return nil
        }
        let otherwise = outcome == "review" ? " else review" : ""
        return clauseInPlace(of: keyword, opposite(of: condition).map { "that \($0)\(otherwise)" }, since: saved)
    }

    /// The clause that what was read from `keyword` on is to be replaced with, which is reported in place of what was
    /// said of its parts since then.
    private mutating func clauseInPlace(
        of keyword: SourceRange, _ plain: String?, then: SourceRange? = nil, upTo end: SourceRange? = nil,
        since saved: DiagnosticCollector
    ) -> ClauseSyntax {
        if plain != nil { diagnostics = saved }
        let range = end ?? range(from: keyword)
        note(.conditionInWords(plain, then: then, at: range))
        return ClauseSyntax(.that(missing(keyword)), keyword: keyword, range: range)
    }

    /// `amount > $1,000` in a limit that measures nothing: a condition on one transaction is a `require`, and the rest
    /// of the rule is read as one. Nil where nothing of the kind stands here.
    mutating func parseConditionOfLimit() -> ClauseSyntax? {
        guard ruleKind == .limit, !isLost, let word = current.word else { return nil }
        let isIntroduced = word == "if" || word == "when"
        guard startsConditionOfLimit(isIntroduced: isIntroduced), !hasMeasure else { return nil }
        let begin = current.range
        let hasBound = block.contains { $0.word == "at" && $0.isFirstOnLine && $0.range.lower > begin.lower }
        // As one, so that `at most` compares.
        ruleKind = .require
        if isIntroduced { take() }
        let saved = diagnostics
        let condition = parseExpression()
        guard !isLost else { return nil }
        let end = range(from: begin)
        let isAccepted = takeAcceptance()
        let plain = isAccepted ? spelling(condition.range) : allowed(by: condition, isIntroduced)
        if plain != nil { diagnostics = saved }
        let (joint, then) = isIntroduced && !isAccepted ? takeThen() : ("", nil)
        let range = then == nil ? range(from: begin) : end
        if hasBound {
            // It has a bound: it is no `require`, but lacks its measure, and this is a rule of its own.
            ruleKind = .limit
            isElseSaid = false
            fail(.conditionBesideBound(plain, at: range))
            return nil
        }
        note(.conditionOfLimit(plain.map { $0 + joint }, keyword: ruleKeyword, then: then, at: range))
        return ClauseSyntax(.that(missing(condition.range)), keyword: begin, range: range)
    }

    /// Takes `then accept`, behind a condition that must hold.
    private mutating func takeAcceptance() -> Bool {
        let distance = current.word == "then" ? 1 : 0
        guard let word = peek(distance).word, OutcomeWord.accepting.contains(word), !peek(distance).isFirstOnLine else {
            return false
        }
        for _ in 0...distance { take() }
        return true
    }

    /// Takes `then` before an outcome, and returns what is to be written in its place: `else`, which is not missed again.
    private mutating func takeThen() -> (joint: String, onItsLine: SourceRange?) {
        let distance = current.word == "then" ? 1 : 0
        guard let word = peek(distance).word, OutcomeWord.all.contains(word), !peek(distance).isFirstOnLine else {
            return ("", nil)
        }
        let then = current.isFirstOnLine ? current.range : nil
        if distance == 1 { take() }
        isElseSaid = true
        return (then == nil ? " else" : "", then)
    }

    /// Whether a condition begins here, behind `if` or `when` where it is introduced; one on the kind is none.
    private mutating func startsConditionOfLimit(isIntroduced: Bool) -> Bool {
        let first = isIntroduced ? 1 : 0
        // `no more than 3 …` is about what the limit measures.
        guard let word = peek(first).word, word != "kind", word != "type", word != "at",
            comparisonInWords(at: first, startsLine: true) == nil
        else { return false }
        let isBounded = wordOnLine(first + 1) == "at" && wordOnLine(first + 2) == "most"
        if isIntroduced { return isBounded || startsCondition(at: first) }
        return !JoiningWord.isKeyword(word)
            && (isBounded || startsComparison || comparisonInWords(at: 1) != nil)
    }

    /// Whether what stands `distance` after the current token, behind `if` or `when`, is a condition, and not the kinds
    /// of a rule.
    private mutating func startsCondition(at distance: Int) -> Bool {
        let token = peek(distance)
        guard let word = token.word else { return token.is(.leftBrace) || token.is(.leftParenthesis) }
        if word == "not" || startsComparison(at: distance) { return true }
        guard !JoiningWord.isKeyword(word), ForeignKind.meant(by: word) == nil else { return false }
        return ["and", "between", "or"].contains(peek(distance + 1).word) || comparisonInWords(at: distance + 1) != nil
            || fields.contains { $0.name == word && $0.type == "boolean" }
    }

    /// What must hold where a condition says what may not be, or how much may be; nil where nobody knows.
    private mutating func allowed(by condition: ExpressionSyntax, _ isIntroduced: Bool) -> String? {
        if isIntroduced { return opposite(of: condition) }
        guard case .binary(let sign, let left, _, operatorRange: let written) = condition.kind else { return nil }
        switch sign {
        case .less, .lessOrEqual: return spelling(condition.range)
        case .greater, .greaterOrEqual:
            // `amount must be at least $5` and `balance >= $0` say what has to be, `amount > $1,000` what may not.
            let isForbidden = text(written) == sign.rawValue && !text(left.range).contains("balance")
            return isForbidden ? opposite(of: condition) : nil
        case .is, .isNot, .in, .notIn, .or, .and, .add, .subtract, .multiply, .divide: return nil
        }
    }
}
