/// An id as the canonical layout has it: between quotes, printable ASCII without escapes.
struct CanonicalID {
    /// How many bytes; 0 where it is not canonical.
    let length: Int
    /// The number, or the hash of the text.
    let key: UInt64
    let isNumeric: Bool

    @inline(__always)
    private init(length: Int, key: UInt64, isNumeric: Bool) {
        self.length = length
        self.key = key
        self.isNumeric = isNumeric
    }

    /// Reads the id that begins at `start`, behind the quote; the byte behind it is a quote again.
    @inline(__always)
    init(_ bytes: Column<UInt8>, at start: Int, hash: ByteHash) {
        let word = bytes.word(at: start)
        let quotes = PlainText.zeroBytes(word ^ PlainText.quote)
        let hasLeadingZero = word & 0xff == UInt64(UInt8(ascii: "0"))
        if _fastPath(quotes != 0) {
            let length = quotes.trailingZeroBitCount >> 3
            // Of an empty id nothing is shifted out, and the quote itself is no digit.
            let values = DigitWord.values(word, count: length)
            if _fastPath(DigitWord.areDigits(values) && (!hasLeadingZero || length == 1)) {
                self.init(length: length, key: DigitWord.number(values), isNumeric: true)
                return
            }
        } else if !hasLeadingZero, let number = Self.longNumber(bytes, at: start, first: word) {
            self = number
            return
        }
        self.init(textIn: bytes, at: start, hash: hash)
    }

    /// A number of 8 to 15 digits, of which `first` are the first eight.
    @inline(__always)
    private static func longNumber(_ bytes: Column<UInt8>, at start: Int, first: UInt64) -> CanonicalID? {
        let values = DigitWord.values(first)
        let second = bytes.word(at: start + 8)
        let quotes = PlainText.zeroBytes(second ^ PlainText.quote)
        guard DigitWord.areDigits(values), quotes != 0 else { return nil }
        let more = quotes.trailingZeroBitCount >> 3
        if more == 0 { return CanonicalID(length: 8, key: DigitWord.number(values), isNumeric: true) }
        // The last eight digits end at the quote; those before them begin the first word.
        let last = DigitWord.values(bytes.word(at: start + more))
        guard DigitWord.areDigits(last) else { return nil }
        let upper = DigitWord.number(DigitWord.values(first, count: more))
        return CanonicalID(length: 8 + more, key: upper * 100_000_000 + DigitWord.number(last), isNumeric: true)
    }

    /// A text, which the hash stands for.
    @inline(never)
    private init(textIn bytes: Column<UInt8>, at start: Int, hash: ByteHash) {
        var length = 0
        var plain = 8
        while plain == 8 && length <= TransactionBatch.longestID {
            plain = PlainText.count(bytes.word(at: start + length))
            length += plain
        }
        let isCanonical =
            length > 0 && length <= TransactionBatch.longestID && bytes[start + length] == UInt8(ascii: "\"")
        self.length = isCanonical ? length : 0
        key = isCanonical ? hash.hash(bytes, offset: start, count: length) : 0
        isNumeric = false
    }
}
