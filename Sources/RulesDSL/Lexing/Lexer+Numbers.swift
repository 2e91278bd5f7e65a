extension Lexer {
    /// A number, a date or a time: they all begin with a digit.
    mutating func scanNumber() {
        if isDate(at: 0) {
            scanDate()
        } else if isClock(at: 0) {
            scanClock()
        } else if isDayFirstDate {
            scanDayFirstDate()
        } else {
            scanPlainNumber()
        }
    }

    private mutating func scanPlainNumber() {
        let begin = index
        var literal = scanDecimal(inMoney: false)
        let hasDecimalComma = scanDecimalComma(&literal)
        let end = index
        if scanMoneyAfterNumber(literal, from: begin) || scanPercent(literal, from: begin)
            || scanTail(from: begin, number: end)
        {
            return
        }
        let range = range(from: begin)
        if hasDecimalComma {
            diagnostics.add(
                .decimalComma(money: Self.money(literal.plain, in: currency), plain: literal.plain, at: range))
            emit(.invalid, from: begin)
            return
        }
        if literal.hasUnderscore || literal.whole.isEmpty || literal.fraction == "" {
            diagnostics.add(.numberSpelling(plainText(from: begin), plain: literal.plain, at: range))
        } else if literal.hasComma {
            let money = Self.money(plainText(from: begin), in: currency)
            diagnostics.add(
                .commaInNumber(money: money, plain: literal.plain, inList: listSpelling(literal), at: range))
            emit(.invalid, from: begin)
            return
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

    /// `5,00` and `5.000,00`, where a comma was meant to divide the decimals: nothing else joins digits outside of
    /// lists.
    private mutating func scanDecimalComma(_ literal: inout DecimalLiteral) -> Bool {
        guard openBrackets == 0, peek() == ",", peek(1).isDigit else { return false }
        let count = countDigits(at: 1)
        guard peek(1 + count) != "," || !peek(2 + count).isDigit else { return false }
        if let thousands = literal.fraction {
            literal.groups.append(thousands)
        }
        advance()
        literal.fraction = scanDigits()
        literal.hasComma = false
        return true
    }

    private func listSpelling(_ literal: DecimalLiteral) -> String {
        literal.groups.joined(separator: ", ") + (literal.fraction.map { ".\($0)" } ?? "")
    }

    /// `5%`: there are no percentages.
    private mutating func scanPercent(_ literal: DecimalLiteral, from begin: Int) -> Bool {
        let spaces = countSpaces()
        guard peek(spaces) == "%" else { return false }
        advance(spaces + 1)
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
        let isWindow = tokens.last?.word == "per"
        diagnostics.add(.numberMeetsWord(number: number, tail: tail, isWindow: isWindow, at: range(from: begin)))
        guard let length = Diagnostic.duration(number, unit: tail) else {
            emit(.invalid, from: begin)
            return true
        }
        emit(length: length, isWindow: isWindow, from: begin)
        return true
    }

    /// The tokens of `24 hours` in place of `24h`, which was reported; those of `rolling 24 hours` for a window.
    private mutating func emit(length: String, isWindow: Bool, from begin: Int) {
        if isWindow {
            emit(.word("rolling"), from: begin)
            isSpaceBefore = true
        }
        let parts = length.split(separator: " ")
        guard let digits = parts.first.flatMap({ Int64($0) }), let unit = parts.last else {
            emit(.invalid, from: begin)
            return
        }
        emit(.number(digits: digits, scale: 0), from: begin)
        isSpaceBefore = true
        emit(.word(String(unit)), from: begin)
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
