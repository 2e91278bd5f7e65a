/// Which ids are kept as numbers: 1 to 15 digits without a leading zero, so that number and text say the same.
enum NumericID {
    static let longest = 15

    /// The number that a text is, or nil where it has to be kept as a text.
    @inline(__always)
    static func value(of text: TextSlice) -> UInt64? {
        guard text.length >= 1, text.length <= longest, text[0] != UInt8(ascii: "0") || text.length == 1 else {
            return nil
        }
        var value: UInt64 = 0
        for byte in text {
            let digit = byte &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            value = value * 10 + UInt64(digit)
        }
        return value
    }
}
