extension PolicyChecker {
    /// A value of a type that is the same for every transaction; `place` is what it is: `the default of …`.
    mutating func checkFixed(_ syntax: ExpressionSyntax, as type: ValueType, of place: String) -> Constant? {
        guard let value = check(syntax, meant: type) else { return nil }
        guard value.type == type else {
            report(
                CheckMessage.fixedType(
                    syntax.range, text: excerpt(syntax), type: value.type, place: place, expected: type,
                    replacement: rewriting(syntax, to: type)))
            return nil
        }
        return fixed(value, syntax, of: place)
    }

    /// The value itself, if it does not depend on a transaction.
    mutating func fixed(_ value: TypedExpression, _ syntax: ExpressionSyntax, of place: String) -> Constant? {
        guard let constant = value.constant else {
            report(CheckMessage.notFixed(syntax.range, text: excerpt(syntax), place: place))
            return nil
        }
        return constant
    }

    /// A length of time in seconds, within bounds; `word` stands before it.
    mutating func checkLength(
        _ syntax: ExpressionSyntax, behind word: String, atLeast shortest: Int64, atMost days: Int64
    ) -> Int64? {
        let place = "the length behind `\(word)`"
        guard case .scalar(let seconds) = checkFixed(syntax, as: .duration, of: place) else { return nil }
        guard seconds >= shortest, seconds <= days * 86_400 else {
            report(
                CheckMessage.lengthOfTime(
                    syntax.range, text: excerpt(syntax), place: place, isPositive: shortest > 0, days: days))
            return nil
        }
        return seconds
    }

    /// `late up to …`, which may use a `let` and is therefore checked behind them.
    mutating func checkLate() {
        guard let syntax = header.lateSyntax else { return }
        header.late = checkLength(syntax, behind: "late up to", atLeast: 0, atMost: CheckLimits.lateDays)
    }
}
