/// Adds up the digits of an amount; remembers an overflow instead of stopping, so that a malformed amount is reported
/// as malformed however long it is.
struct MinorUnits {
    private var value: Int64 = 0
    private var hasOverflown = false

    /// Takes an ASCII digit.
    @inline(__always)
    mutating func append(_ digit: UInt8) {
        let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, carry) = shifted.addingReportingOverflow(Int64(digit &- UInt8(ascii: "0")))
        value = sum
        hasOverflown = hasOverflown || overflow || carry
    }

    /// The number that the digits are.
    @inline(__always)
    func total() throws(MoneyMistake) -> Int64 {
        if hasOverflown { throw .overflow }
        return value
    }
}
