/// A text of at most 16 bytes in two words, the first byte in the lowest bits: written with two stores, however long it
/// is.
struct ShortText: BitwiseCopyable, Sendable {
    let low: UInt64
    let high: UInt64
    let length: Int

    /// The bytes behind `length` don't matter.
    @inline(__always)
    init(low: UInt64, high: UInt64 = 0, length: Int) {
        self.low = low
        self.high = high
        self.length = length
    }

    /// A word of at most 16 bytes.
    init(_ word: String) {
        let bytes = Array(word.utf8.prefix(16))
        let half = { (bytes: ArraySlice<UInt8>) in bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
        self.init(low: half(bytes.prefix(8)), high: half(bytes.dropFirst(8)), length: bytes.count)
    }

    /// A whole number from 0 to 10⁸ − 1 in decimal.
    @inline(__always)
    init(smallDecimal value: UInt64) {
        let word = DecimalDigits.word(of: value)
        let length = DecimalDigits.count(word)
        self.init(low: word >> UInt64(truncatingIfNeeded: 64 &- 8 &* length), length: length)
    }

    /// A number of millionths, if it is whole, not below zero, and has at most eight digits.
    @inline(__always)
    init?(number value: Int64) {
        let (whole, fraction) = value.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        guard value >= 0, fraction == 0, whole < DecimalDigits.limit else { return nil }
        self.init(smallDecimal: whole)
    }

    /// `18:00:00` from the seconds since midnight.
    @inline(__always)
    init(clock second: UInt64) {
        let minute = second / 60
        let hour = minute / 60
        // Three numbers in lanes of 24 bits, taken apart into tens and ones all at once.
        let lanes = hour | (minute &- hour &* 60) << 24 | (second &- minute &* 60) << 48
        let tens = ((lanes &* 103) >> 10) & 0x000f_0000_0f00_000f
        let ones = lanes &- tens &* 10
        self.init(low: (tens | ones << 8) | 0x3030_3a30_303a_3030, length: 8)
    }
}
