/// Whole numbers as decimal text, eight digits at a time in one word and without a division for each digit.
enum DecimalDigits {
    /// 10⁸: what a word of digits can hold is below it.
    static let limit: UInt64 = 100_000_000
    /// Eight digits `0`.
    private static let zeros: UInt64 = 0x3030_3030_3030_3030

    /// Eight decimal digits in ASCII, the first in the lowest byte: halves of four, of two, of one digit, each step for
    /// all halves at once. The factors are 1/100 and 1/10 as binary fractions, exact in these ranges.
    @inline(__always)
    static func word(of value: UInt64) -> UInt64 {
        let (upper, lower) = value.quotientAndRemainder(dividingBy: 10_000)
        let fours = upper | lower << 32
        let hundreds = ((fours &* 5243) >> 19) & 0x0000_007f_0000_007f
        let twos = hundreds | (fours &- hundreds &* 100) << 16
        let tens = ((twos &* 103) >> 10) & 0x000f_000f_000f_000f
        return (tens | (twos &- tens &* 10) << 8) | zeros
    }

    /// How many of a word's digits are left without leading zeros, at least one.
    @inline(__always)
    static func count(_ word: UInt64) -> Int {
        8 - min(leadingZeros(word), 7)
    }

    /// How many of a word's digits are zeros before the first other one.
    @inline(__always)
    static func leadingZeros(_ word: UInt64) -> Int {
        (word ^ zeros).trailingZeroBitCount >> 3
    }
}

extension OutputBuffer {
    /// A whole number in decimal, `-` in front of one below zero.
    package mutating func append(decimal value: Int64) {
        if value < 0 { append(UInt8(ascii: "-")) }
        append(digits: value.magnitude, atLeast: 1)
    }

    /// The digits of a number, with zeros in front up to `width` of them, which is at most 8.
    package mutating func append(digits value: UInt64, atLeast width: Int) {
        if value < DecimalDigits.limit {
            let word = DecimalDigits.word(of: value)
            append(lastOf: word, count: max(DecimalDigits.count(word), width))
        } else {
            let (upper, lower) = value.quotientAndRemainder(dividingBy: DecimalDigits.limit)
            append(digits: upper, atLeast: 1)
            append(lastOf: DecimalDigits.word(of: lower), count: 8)
        }
    }

    /// The digits of a number, with a comma before each third one from the end.
    package mutating func append(grouped value: UInt64) {
        if value < 1_000 {
            append(digits: value, atLeast: 1)
        } else {
            append(grouped: value / 1_000)
            append(UInt8(ascii: ","))
            append(digits: value % 1_000, atLeast: 3)
        }
    }
}
