/// When a rule does not check, which people say with words that belong to `active`, or with one for switched off.
extension Parser {
    private static let off: Set = [
        "deactivated", "disable", "disabled", "dormant", "inactive", "off", "paused", "suspend", "suspended",
    ]
    private static let noes: Set = ["0", "disabled", "false", "inactive", "no", "off", "paused", "suspended"]

    /// Whether a word says that a rule is switched off.
    static func isOff(_ word: String) -> Bool {
        off.contains(word.lowercased()) || noes.contains(word.lowercased())
    }

    /// `inactive from 2026-12-01 until 2026-12-31`, `disabled`, `enabled: false` where a clause begins: reported;
    /// whether anything of the kind stood there.
    mutating func skipSwitchedOff() -> Bool {
        guard !isLost, let count = countOfWordsForOff else { return false }
        let begin = current.range
        for _ in 0..<count { take() }
        guard let (length, condition) = periodOfExemption else {
            note(.switchedOff(text(range(from: begin)), at: range(from: begin)))
            return true
        }
        for _ in 0..<length { take() }
        note(.exemptPeriod(condition.map { "unless \($0)" }, at: range(from: begin)))
        endWhole()
        return true
    }

    /// How many words stand here for `switched off`; nil where none do.
    var countOfWordsForOff: Int? {
        guard let word = current.word?.lowercased() else { return nil }
        let sign = peek().is(.colon) || peek().is(.equals) ? 1 : 0
        switch word {
        case _ where Self.off.contains(word): return startsComparison ? nil : 1
        case "not" where ["active", "applicable", "effective", "enabled", "valid"].contains(wordOnLine(1)): return 2
        case "active", "enabled", "status":
            let token = peek(sign + 1)
            guard !token.isFirstOnLine, !token.is(.rightBrace), Self.noes.contains(text(token.range).lowercased())
            else { return nil }
            return sign + 2
        default: return nil
        }
    }

    /// How the date behind a word bounds a period; nil where the word is no bound, or no date stands there.
    private func bound(at distance: Int) -> (condition: String, isEnd: Bool)? {
        guard let word = wordOnLine(distance), peek(distance + 1).isDate,
            let sign = ComparisonWords.signsOfTime[word]
                ?? ["after": .greater, "before": .less, "between": .greaterOrEqual][word]
        else { return nil }
        let isEnd = sign == .less || sign == .lessOrEqual
        return ("date \(sign.rawValue) \(text(peek(distance + 1).range))", isEnd)
    }

    /// How many tokens here say for which days something holds, and the condition that says it; none where they leave
    /// open whether the last day belongs to them.
    private var periodOfExemption: (count: Int, condition: String?)? {
        guard let first = bound(at: 0) else { return nil }
        if first.isEnd { return (2, first.condition) }
        guard !peek(2).isFirstOnLine, peek(3).isDate else {
            return (2, current.word == "between" ? nil : first.condition)
        }
        guard let last = bound(at: 2), last.isEnd else { return (4, nil) }
        return (4, "\(first.condition) and \(last.condition)")
    }

    /// `active from 2026-12-01 until 2027-01-01` as the condition of `unless`: reported; nil where it stands elsewhere.
    mutating func parsePeriodOfUnless() -> ExpressionSyntax? {
        guard !isLost, let word = current.word, !current.isFirstOnLine else { return nil }
        // Whether a rule is exempt that is `unless inactive from …`, nobody knows.
        let isUnclear = Self.off.contains(word) && peek().word != nil && peek(2).isDate
        guard word == "active" || isUnclear else { return nil }
        let begin = take().range
        guard !isUnclear else {
            fail(.periodOfUnless(nil, at: begin))
            return missing(begin)
        }
        guard let (length, condition) = periodOfExemption else {
            fail(.exemptPeriod(nil, at: begin))
            return missing(begin)
        }
        for _ in 0..<length { take() }
        note(.periodOfUnless(condition, at: range(from: begin)))
        endWhole()
        return missing(begin)
    }

    /// `until 2027-01-01` behind the condition of `unless`, which is a part of it: reported.
    mutating func skipPeriodBehindUnless(_ condition: ExpressionSyntax) {
        guard !isLost, !current.isFirstOnLine, let (length, period) = periodOfExemption else { return }
        let begin = current.range
        for _ in 0..<length { take() }
        note(.periodOfUnless(condition.isOr ? nil : period.map { "and \($0)" }, at: range(from: begin)))
    }
}

extension ExpressionSyntax {
    /// Whether it is joined by an `or`, which `and` behind it would part.
    fileprivate var isOr: Bool {
        switch kind {
        case .binary(.or, _, _, operatorRange: _), .conditional: true
        case .name, .literal, .boolean, .list, .unary, .binary, .parenthesized, .call, .missing: false
        }
    }
}
