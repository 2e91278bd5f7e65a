/// Up to eight ASCII digits in a word, the first in the lowest byte, and what they are worth: all bytes at once.
enum DigitWord {
    private static let zeros: UInt64 = 0x3030_3030_3030_3030
    /// Carries into a byte's top bit what is above 9.
    private static let aboveNine: UInt64 = 0x7676_7676_7676_7676

    /// The values of a word's eight digits; a byte is above 9 where no digit was.
    @inline(__always)
    static func values(_ word: UInt64) -> UInt64 {
        word ^ zeros
    }

    /// The values of a word's first `count` digits, 1 to 7, as those of eight with zeros in front.
    @inline(__always)
    static func values(_ word: UInt64, count: Int) -> UInt64 {
        (word ^ zeros) &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    }

    /// Whether all bytes are values of digits.
    @inline(__always)
    static func areDigits(_ values: UInt64) -> Bool {
        // A carry out of a byte needs a top bit there, which has decided already.
        ((values &+ aboveNine) | values) & PlainText.topBits == 0
    }

    /// Each byte times ten plus the next one: the value of the two digits that begin there.
    @inline(__always)
    static func pairs(_ values: UInt64) -> UInt64 {
        values &* 10 &+ values >> 8
    }

    /// The number that eight values are. Two products put the four pairs, weighed, into the same upper half: D. Lemire,
    /// "Quickly parsing eight digits" (2018).
    @inline(__always)
    static func number(_ values: UInt64) -> UInt64 {
        let everyFourth: UInt64 = 0x0000_00ff_0000_00ff
        let pairs = pairs(values)
        let firstAndThird = (pairs & everyFourth) &* (100 + 1_000_000 << 32)
        let secondAndFourth = (pairs >> 16 & everyFourth) &* (1 + 10_000 << 32)
        return (firstAndThird &+ secondAndFourth) >> 32
    }
}
