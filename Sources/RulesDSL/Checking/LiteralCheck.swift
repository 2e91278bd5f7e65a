extension PolicyChecker {
    /// A literal as a constant in the unit of its type.
    mutating func check(_ literal: LiteralSyntax, _ syntax: ExpressionSyntax) -> TypedExpression? {
        switch literal {
        case .number(let digits, let scale): return checkNumber(digits, scale, syntax)
        case .money(let currency, let digits, let scale): return checkMoney(currency, digits, scale, syntax)
        case .text(let text):
            return TypedExpression(CheckedExpression(.constant(.text(text)), type: .text, range: syntax.range))
        case .duration(let seconds): return TypedExpression(scalar: seconds, type: .duration, range: syntax.range)
        case .date(let days): return TypedExpression(scalar: days, type: .date, range: syntax.range)
        case .time(let seconds): return TypedExpression(scalar: seconds, type: .time, range: syntax.range)
        }
    }

    private mutating func checkNumber(_ digits: Int64, _ scale: Int, _ syntax: ExpressionSyntax) -> TypedExpression? {
        guard scale <= 6 else {
            report(CheckMessage.numberDecimals(syntax.range, text: excerpt(syntax)))
            return nil
        }
        return scaled(digits, scale, to: 6, type: .number, syntax)
    }

    private mutating func checkMoney(
        _ written: String, _ digits: Int64, _ scale: Int, _ syntax: ExpressionSyntax
    ) -> TypedExpression? {
        // Without a currency that we know, only what follows from the type can be checked.
        guard let currency = header.currency else {
            return TypedExpression(scalar: digits, type: .money, range: syntax.range)
        }
        guard written == currency.symbol || written == currency.code else {
            report(
                CheckMessage.otherCurrency(syntax.range, text: excerpt(syntax), written, currency, header.currencyRange)
            )
            return nil
        }
        guard scale <= currency.exponent else {
            report(CheckMessage.moneyDecimals(syntax.range, text: excerpt(syntax), currency))
            return nil
        }
        return scaled(digits, scale, to: currency.exponent, type: .money, syntax)
    }

    private mutating func scaled(
        _ digits: Int64, _ scale: Int, to exponent: Int, type: ValueType, _ syntax: ExpressionSyntax
    ) -> TypedExpression? {
        var value = digits
        for _ in 0..<max(0, exponent - scale) {
            let (next, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else {
                report(CheckMessage.literalTooLarge(syntax.range, text: excerpt(syntax), type: type))
                return nil
            }
            value = next
        }
        return TypedExpression(scalar: value, type: type, range: syntax.range)
    }
}
