/// Finds the end of what needs no second look in a text: printable ASCII but the quote and the backslash.
enum PlainText {
    /// How many plain bytes the word begins with: 8 if all are plain.
    @inline(__always)
    static func count(_ word: UInt64) -> Int {
        marks(word).trailingZeroBitCount >> 3
    }

    /// The top bit of each byte that is not plain; marks above the lowest one may be wrong, the lowest never is.
    @inline(__always)
    static func marks(_ word: UInt64) -> UInt64 {
        let quotes = zeroBytes(word ^ quote)
        let backslashes = zeroBytes(word ^ backslash)
        let controls = (word &- firstPrintable) & ~word
        return (quotes | backslashes | controls | word) & topBits
    }

    /// The top bit of each byte that is zero; those above the lowest one may be wrong.
    @inline(__always)
    static func zeroBytes(_ word: UInt64) -> UInt64 {
        (word &- ones) & ~word & topBits
    }

    /// A word of one byte eight times.
    static func everyByte(_ byte: UInt8) -> UInt64 {
        UInt64(byte) &* ones
    }

    static let topBits: UInt64 = 0x8080_8080_8080_8080
    static let quote: UInt64 = 0x2222_2222_2222_2222
    private static let backslash: UInt64 = 0x5c5c_5c5c_5c5c_5c5c
    private static let firstPrintable: UInt64 = 0x2020_2020_2020_2020
    private static let ones: UInt64 = 0x0101_0101_0101_0101
}
