extension Lexer {
    /// A number, a date or a time: they all begin with a digit.
    mutating func scanNumber() {
        if isDate(at: 0) {
            scanDate()
        } else if isClock(at: 0) {
            scanClock()
        } else {
            scanPlainNumber()
        }
    }

    private mutating func scanPlainNumber() {
        let begin = index
        let literal = scanDecimal(inMoney: false)
        let end = index
        if scanMoneyAfterNumber(literal, from: begin) || scanPercent(literal, from: begin)
            || scanTail(from: begin, number: end)
        {
            return
        }
        let range = range(from: begin)
        if literal.hasUnderscore || literal.whole.isEmpty || literal.fraction == "" {
            diagnostics.add(.numberSpelling(plainText(from: begin), plain: literal.plain, at: range))
        } else if literal.hasComma {
            diagnostics.add(.commaInNumber(plain: literal.plain, inList: listSpelling(literal), at: range))
        }
        if peek() == ",", peek(1).isDigit {
            let comma = self.range(from: index, to: index + 1)
            diagnostics.add(.commaWithoutSpace(at: comma))
        }
        guard let value = literal.value else {
            diagnostics.add(.numberTooLarge(plainText(from: begin), at: range))
            emit(.invalid, from: begin)
            return
        }
        emit(.number(digits: value.digits, scale: value.scale), from: begin)
    }

    private func listSpelling(_ literal: DecimalLiteral) -> String {
        literal.groups.joined(separator: ", ") + (literal.fraction.map { ".\($0)" } ?? "")
    }

    /// `5%`: there are no percentages.
    private mutating func scanPercent(_ literal: DecimalLiteral, from begin: Int) -> Bool {
        guard peek() == "%" else { return false }
        advance()
        diagnostics.add(.percentage(fraction: literal.hundredth, at: range(from: begin)))
        emit(.invalid, from: begin)
        return true
    }

    /// `10days`, `1e6`, `5k`: letters that touch a number belong to nothing.
    mutating func scanTail(from begin: Int, number end: Int) -> Bool {
        guard let scalar = peek(), scalar.startsWord else { return false }
        while let next = peek(), next.continuesWord || (next == "-" && peek(1)?.continuesWord ?? false) {
            advance()
        }
        let number = plainText(from: begin, to: end)
        let tail = plainText(from: end)
        diagnostics.add(.numberMeetsWord(number: number, tail: tail, at: range(from: begin)))
        emit(.invalid, from: begin)
        return true
    }
}

extension DecimalLiteral {
    /// A hundredth of it, written out: `0.05` for `5`.
    var hundredth: String {
        let digits = String(repeating: "0", count: 3) + whole
        let front = digits.dropLast(2).drop { $0 == "0" }
        var back = String(digits.suffix(2)) + (fraction ?? "")
        while back.hasSuffix("0") {
            back.removeLast()
        }
        return (front.isEmpty ? "0" : String(front)) + (back.isEmpty ? "" : ".\(back)")
    }
}
