extension Unicode.Scalar {
    /// The currency symbols of the language; other currencies are written with their codes.
    var isMoneySymbol: Bool {
        self == "$" || self == "€" || self == "£" || self == "¥"
    }

    /// A currency symbol that the language does not have.
    var isMoneyLike: Bool {
        !isMoneySymbol && properties.generalCategory == .currencySymbol
    }
}

extension Lexer {
    private static let symbols = ["EUR": "€", "GBP": "£", "JPY": "¥", "USD": "$"]

    /// An amount in the currency of the file, for examples.
    static func money(_ digits: String, in currency: String?) -> String {
        (currency.map { symbols[$0] ?? "\($0) " } ?? "$") + digits
    }

    /// An amount that begins with a symbol: `$5,000.00`.
    mutating func scanMoney() {
        guard let symbol = peek() else { return }
        let begin = index
        advance()
        let spaces = countSpaces()
        if peek() == "-", peek(1).isDigit {
            advance()
            scanAmount(currency: String(symbol), from: begin, plainPrefix: "-\(symbol)", isPlain: false)
        } else if peek().isDigit || peek() == "." && peek(1).isDigit {
            scanAmount(currency: String(symbol), from: begin, plainPrefix: String(symbol), isPlain: true)
        } else if peek(spaces).isDigit, !isDate(at: spaces) {
            advance(spaces)
            scanAmount(currency: String(symbol), from: begin, plainPrefix: String(symbol), isPlain: false)
        } else {
            diagnostics.add(.symbolWithoutAmount(symbol, at: range(from: begin)))
            emit(.invalid, from: begin)
        }
    }

    /// The digits of an amount; `plainPrefix` is what should stand before them, and does if `isPlain`.
    mutating func scanAmount(currency: String, from begin: Int, plainPrefix: String, isPlain: Bool) {
        var literal = scanDecimal(inMoney: true)
        let hasSpaces = scanSpacedThousands(&literal)
        let end = index
        if scanTail(from: begin, number: end) {
            return
        }
        let range = range(from: begin)
        let written = plainText(from: begin)
        if hasSpaces {
            diagnostics.add(.spaceInMoney(written, plain: plainPrefix + literal.grouped, at: range))
        } else if literal.isEuropean || literal.hasComma && !literal.hasUnderscore && !literal.isGrouped {
            let isShort = literal.groups.count == 2 && literal.fraction == nil && literal.groups[1].count < 3
            let meant = isShort ? "\(literal.groups[0]).\(literal.groups[1])" : literal.grouped
            diagnostics.add(.commaInMoney(written, plain: plainPrefix + meant, at: range))
        } else if literal.hasUnderscore || literal.whole.isEmpty || literal.fraction == "" {
            diagnostics.add(.numberSpelling(written, plain: plainPrefix + literal.grouped, at: range))
        } else if !isPlain {
            diagnostics.add(.moneySpelling(written, plain: plainPrefix + literal.written, at: range))
        }
        guard let value = literal.value else {
            diagnostics.add(.numberTooLarge(written, at: range))
            emit(.invalid, from: begin)
            return
        }
        emit(.money(currency: currency, digits: value.digits, scale: value.scale), from: begin)
    }

    /// `$5 000.00`, where a space was meant to join three digits: nothing that begins with a digit follows money.
    private mutating func scanSpacedThousands(_ literal: inout DecimalLiteral) -> Bool {
        guard literal.fraction == nil, literal.isGrouped else { return false }
        var hasSpaces = false
        while peek() == " ", countDigits(at: 1) == 3, !["-", "/", ":"].contains(peek(4)) {
            hasSpaces = true
            advance()
            literal.groups.append(scanDigits())
        }
        guard hasSpaces, peek() == ".", peek(1).isDigit else { return hasSpaces }
        advance()
        literal.fraction = scanDigits()
        return true
    }

    /// `5 USD`, `300 €`, `5$`: the currency comes first.
    mutating func scanMoneyAfterNumber(_ literal: DecimalLiteral, from begin: Int) -> Bool {
        let spaces = countSpaces()
        let currency: String
        if let symbol = peek(spaces), symbol.isMoneySymbol, !peek(spaces + 1).isDigit {
            currency = String(symbol)
            advance(spaces + 1)
        } else if let code = currencyCode(at: spaces) {
            currency = code
            advance(spaces + 3)
        } else {
            return false
        }
        let plain = currency + (currency.isCurrencyCode ? " " : "") + literal.written
        diagnostics.add(.moneySpelling(plainText(from: begin), plain: plain, at: range(from: begin)))
        guard let value = literal.value else {
            emit(.invalid, from: begin)
            return true
        }
        emit(.money(currency: currency, digits: value.digits, scale: value.scale), from: begin)
        return true
    }

    /// Three capitals that stand alone, and aren't the code of an amount after them.
    private func currencyCode(at distance: Int) -> String? {
        var code = ""
        for offset in distance..<(distance + 3) {
            guard let scalar = peek(offset), scalar.isCapital else { return nil }
            code.unicodeScalars.append(scalar)
        }
        guard !(peek(distance + 3)?.continuesWord ?? false), peek(distance + 3) != "-" else { return nil }
        return peek(distance + 3 + countSpaces(from: distance + 3)).isDigit ? nil : code
    }
}

extension DecimalLiteral {
    /// As it was written, but for underscores.
    var written: String {
        hasComma ? grouped : plain
    }
}
