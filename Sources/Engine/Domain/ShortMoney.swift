/// Amounts of up to eight digits, put together in words: the digits are spread around two separators, and what stands
/// in front of the first one that counts is shifted out.
struct ShortMoney: BitwiseCopyable, Sendable {
    private let marker: UInt64
    private let markerLength: Int
    /// Whether three digits stand before the first separator, a comma, or two. Three stand before the second one.
    private let startsWithThree: Bool
    /// How many of the eight are before the decimals.
    private let wholes: Int
    /// A comma where there are no decimals, else the point.
    private let second: UInt64

    private static let comma = UInt64(UInt8(ascii: ","))

    /// Nil where the marker is long, or the decimals are not set off by either separator.
    init?(marker: [UInt8], exponent: Int) {
        guard marker.count <= 8, exponent == 0 || exponent == 2 || exponent == 3 else { return nil }
        self.marker = marker.reversed().reduce(0) { $0 << 8 | UInt64($1) }
        markerLength = marker.count
        startsWithThree = exponent == 2
        wholes = 8 - exponent
        second = exponent == 0 ? Self.comma : UInt64(UInt8(ascii: "."))
    }

    /// Writes an amount of fewer than 10⁸ minor units; otherwise writes nothing and answers `false`.
    @inline(__always)
    func put(_ minorUnits: Int64, to cursor: inout OutputCursor) -> Bool {
        guard minorUnits.magnitude < DecimalDigits.limit else { return false }
        if minorUnits < 0 { cursor.put(UInt8(ascii: "-")) }
        cursor.bytes.setWord(marker, at: cursor.end)
        cursor.end &+= markerLength
        let digits = DecimalDigits.word(of: minorUnits.magnitude)
        let zeros = min(DecimalDigits.leadingZeros(digits), wholes &- 1)
        if startsWithThree { putThree(digits, zeros, to: &cursor) } else { putTwo(digits, zeros, to: &cursor) }
        return true
    }

    /// `001,234.56` without what stands before the first digit that counts, which is one of the first six.
    @inline(__always)
    private func putThree(_ digits: UInt64, _ zeros: Int, to cursor: inout OutputCursor) {
        let low = digits & 0xff_ffff | Self.comma << 24 | (digits >> 24 & 0xff_ffff) << 32 | second << 56
        let skipped = zeros &+ (zeros >= 3 ? 1 : 0)
        cursor.bytes.setWord(low &>> UInt64(truncatingIfNeeded: 8 &* skipped), at: cursor.end)
        cursor.bytes.setHalfWord(UInt32(truncatingIfNeeded: digits >> 48), at: cursor.end &+ 8 &- skipped)
        cursor.end &+= 10 &- skipped
    }

    /// `01,234.567` or `01,234,567` without what stands before the first digit that counts.
    @inline(__always)
    private func putTwo(_ digits: UInt64, _ zeros: Int, to cursor: inout OutputCursor) {
        let low = digits & 0xffff | Self.comma << 16 | (digits >> 16 & 0xff_ffff) << 24 | second << 48
        let last = digits >> 40
        let skipped = zeros &+ (zeros >= 2 ? 1 : 0) &+ (zeros >= 5 ? 1 : 0)
        if skipped < 7 {
            cursor.bytes.setWord(low &>> UInt64(truncatingIfNeeded: 8 &* skipped), at: cursor.end)
            cursor.bytes.setHalfWord(UInt32(truncatingIfNeeded: last), at: cursor.end &+ 7 &- skipped)
        } else {
            let shown = last &>> UInt64(truncatingIfNeeded: 8 &* (skipped &- 7))
            cursor.bytes.setHalfWord(UInt32(truncatingIfNeeded: shown), at: cursor.end)
        }
        cursor.end &+= 10 &- skipped
    }
}
