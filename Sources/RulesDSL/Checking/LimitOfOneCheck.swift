/// A limit that measures nothing, and says of single transactions what they must be: that is a `require`.
extension PolicyChecker {
    /// Whether a limit has the condition of a `require` in place of what a limit has.
    func isLimitOfOne(_ rule: RuleSyntax) -> Bool {
        let clauses = RuleClauses(rule)
        return rule.kind == .limit && clauses[.measure] == nil && clauses[.atMost] == nil && clauses[.that] != nil
    }

    /// Reports a limit that was meant as a `require`; false for any other rule. Of a condition that is not right itself
    /// nothing is proposed.
    mutating func reportLimitOfOne(_ rule: RuleSyntax, at range: SourceRange, isConditionRight isRight: Bool) -> Bool {
        let clauses = RuleClauses(rule)
        guard rule.kind == .limit, clauses[.measure] == nil, clauses[.atMost] == nil else { return false }
        let word = rule.kind.rawValue
        let keyword = SourceRange(file: range.file, lower: range.lower, upper: range.lower + word.utf8.count)
        guard text(keyword) == word else { return false }
        if let that = clauses[.that] {
            report(CheckMessage.requireMeant(rule.name, that: that.keyword, keyword: keyword))
            return true
        }
        guard case .on(let kinds, where: let condition?) = clauses[.on]?.kind, let last = kinds.last else {
            return false
        }
        let place = SourceRange(file: range.file, lower: last.range.upper, upper: condition.range.upper)
        report(
            CheckMessage.requireMeant(
                rule.name, allowed: isRight ? condition.opposite { part, _ in mended(part.range) } : nil, at: place,
                keyword: keyword))
        return true
    }
}
