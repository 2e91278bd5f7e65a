internal import RulesDSL

/// How the canonical layout writes a currency's amounts: `$1234.56`, `CHF 1234.56`, `¥1234`.
struct CanonicalMoney: Sendable {
    /// What stands before the digits, as a word, and which of its bytes count.
    let marker: UInt64
    let markerMask: UInt64
    let markerLength: Int
    /// The byte behind the digits before the decimals, eight times: the point, or the quote where there are no
    /// decimals.
    let separator: UInt64
    /// From that byte to the closing quote.
    let quoteDistance: Int
    /// Which of the four bytes before the quote are decimals, in the upper half of a word.
    let decimalMask: UInt64
    /// How many minor units are one of the currency.
    let unit: UInt64

    /// Nil where the marker does not fit into a word.
    init?(currency: Currency) {
        let text = Array((currency.symbol ?? "\(currency.code) ").utf8)
        let exponent = currency.exponent
        guard text.count <= 8, exponent <= 4 else { return nil }
        marker = text.reversed().reduce(0) { $0 << 8 | UInt64($1) }
        markerMask = ~0 >> UInt64(64 - 8 * text.count)
        markerLength = text.count
        separator = PlainText.everyByte(exponent == 0 ? UInt8(ascii: "\"") : UInt8(ascii: "."))
        quoteDistance = exponent == 0 ? 0 : exponent + 1
        decimalMask = exponent == 0 ? 0 : ~0 << UInt64(64 - 8 * exponent)
        unit = (0..<exponent).reduce(1) { unit, _ in unit * 10 }
    }
}

/// An amount as the canonical layout has it: `$1234.56` or `-$1234.56`, 1 to 7 digits before the point and all decimals
/// behind it.
struct CanonicalAmount {
    /// Minor units, without the sign; 0 where it is not canonical, or zero, which is for the complete lane to reject.
    let magnitude: UInt64
    let isNegative: Bool
    /// Where the closing quote should be.
    let quote: Int

    /// Reads the amount that begins at `start`, behind the quote. What follows the decimals is not looked at.
    @inline(__always)
    init(_ bytes: Column<UInt8>, at start: Int, _ money: CanonicalMoney) {
        isNegative = bytes[start] == UInt8(ascii: "-")
        let markerPlace = isNegative ? start + 1 : start
        let word = bytes.word(at: markerPlace + money.markerLength)
        let separators = PlainText.zeroBytes(word ^ money.separator)
        let count = separators.trailingZeroBitCount >> 3
        let wholes = DigitWord.values(word, count: count)
        quote = markerPlace + money.markerLength + count + money.quoteDistance
        // Without a separator, `count` is 8 and nothing is read that was not there; the test of `separators` rules it
        // out.
        let rest = DigitWord.values(UInt64(bytes.halfWord(at: quote - 4)) << 32) & money.decimalMask
        let isCanonical =
            bytes.word(at: markerPlace) & money.markerMask == money.marker && separators != 0 && count != 0
            && DigitWord.areDigits(wholes) && DigitWord.areDigits(rest)
        magnitude = isCanonical ? DigitWord.number(wholes) &* money.unit &+ DigitWord.number(rest) : 0
    }
}
