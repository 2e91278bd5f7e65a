extension PolicyChecker {
    /// `active from … until …`: dates (their first second in the policy's zone) or times; nil where one is wrong.
    mutating func checkActive(_ clause: ClauseSyntax.Kind?) -> ActiveDates? {
        guard case .active(let from, let until) = clause else { return .always }
        let start = from.map { checkMoment($0, behind: "from") }
        let end = until.map { checkMoment($0, behind: "until") }
        if case .some(nil) = start { return nil }
        if case .some(nil) = end { return nil }
        let dates = ActiveDates(from: start.flatMap { $0 }, until: end.flatMap { $0 })
        guard let first = dates.from, let last = dates.until, let until, first >= last else { return dates }
        report(CheckMessage.activeOrder(until.range, from: from.map(\.range)))
        return nil
    }

    /// A fixed time, or the first second of a fixed date.
    private mutating func checkMoment(_ syntax: ExpressionSyntax, behind word: String) -> Int64? {
        guard let value = check(syntax) else { return nil }
        guard value.type == .date || value.type == .time else {
            let replacement = rewriting(syntax, to: .date) ?? rewriting(syntax, to: .time)
            report(
                CheckMessage.activeType(
                    syntax.range, text: excerpt(syntax), type: value.type, word: word, replacement: replacement))
            return nil
        }
        guard case .scalar(let moment) = fixed(value, syntax, of: "what stands behind `\(word)`") else { return nil }
        return value.type == .time ? moment : header.zone?.start(ofDay: moment)
    }
}
