/// An amount as the canonical layout has it: `$1234.56` or `-$1234.56`, 1 to 7 digits before the point and two behind it.
struct CanonicalAmount {
    /// Minor units, without the sign; 0 where it is not canonical, or zero, which is for the complete lane to reject.
    let magnitude: UInt64
    let isNegative: Bool
    /// Where the decimals begin.
    let decimals: Int

    private static let point: UInt64 = 0x2e2e_2e2e_2e2e_2e2e

    /// Reads the amount that begins at `start`, behind the quote. What follows the two decimals is not looked at.
    @inline(__always)
    init(_ bytes: Column<UInt8>, at start: Int, symbol: UInt8) {
        isNegative = bytes[start] == UInt8(ascii: "-")
        let symbolPlace = isNegative ? start + 1 : start
        let word = bytes.word(at: symbolPlace + 1)
        let points = PlainText.zeroBytes(word ^ Self.point)
        let count = points.trailingZeroBitCount >> 3
        let wholes = DigitWord.values(word, count: count)
        decimals = symbolPlace + count + 2
        // Without a point, `count` is 8 and nothing is read that was not there; the test of `points` rules it out.
        let rest = DigitWord.values(UInt64(bytes.halfWord(at: decimals)) &<< 48) & 0xffff_0000_0000_0000
        let isCanonical =
            bytes[symbolPlace] == symbol && points != 0 && count != 0
            && DigitWord.areDigits(wholes) && DigitWord.areDigits(rest)
        magnitude = isCanonical ? DigitWord.number(wholes) &* 100 &+ DigitWord.number(rest) : 0
    }
}
