/// A JSON number taken apart: the digits from the first to the last that is not zero, times a power of ten.
struct DecimalNumber {
    private var isNegative = false
    /// Where the first digit that is not zero stands, and behind the last; a point may lie between. Equal for zero.
    private var firstDigit = 0
    private var endOfDigits = 0
    /// The power of ten by which the digits, read as a whole number, are multiplied.
    private var power = 0

    /// Exponents are cut here, far beyond what an amount can use and far below an overflow.
    private static let exponentLimit = 1 << 40

    /// The text of a JSON number, exponent included, in units of a decimal place: exactly.
    ///
    /// `bytes` must follow JSON's grammar; what does not is `unexpected`.
    static func value<Bytes: RandomAccessCollection>(of bytes: Bytes, decimals: Int) throws(MoneyMistake) -> Int64
    where Bytes.Element == UInt8, Bytes.Index == Int {
        guard let number = DecimalNumber(bytes) else { throw .unexpected }
        guard number.firstDigit < number.endOfDigits else { return 0 }
        let power = number.power + decimals
        if power < 0 { throw .tooManyDecimals }
        // Beyond this many digits nothing fits, and the exponent may be astronomic.
        if power > 19 { throw .overflow }
        var value = MinorUnits()
        for byte in bytes[number.firstDigit..<number.endOfDigits] where byte != UInt8(ascii: ".") {
            value.append(byte)
        }
        for _ in 0..<power { value.append(UInt8(ascii: "0")) }
        let magnitude = try value.total()
        return number.isNegative ? -magnitude : magnitude
    }

    private init?<Bytes: RandomAccessCollection>(_ bytes: Bytes) where Bytes.Element == UInt8, Bytes.Index == Int {
        var index = bytes.startIndex
        if index < bytes.endIndex, bytes[index] == UInt8(ascii: "-") {
            isNegative = true
            index += 1
        }
        firstDigit = index
        endOfDigits = index
        var point: Int?
        var hasDigits = false
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "."), point == nil {
                point = index
            } else if byte &- UInt8(ascii: "0") <= 9 {
                hasDigits = true
                if byte != UInt8(ascii: "0") {
                    if firstDigit == endOfDigits { firstDigit = index }
                    endOfDigits = index + 1
                }
            } else {
                break
            }
            index += 1
        }
        guard hasDigits, let exponent = Self.exponent(bytes, from: index) else { return nil }
        // The digits end before the point by some zeros, or after it by some decimals.
        let end = point ?? index
        power = exponent + (endOfDigits <= end ? end - endOfDigits : end + 1 - endOfDigits)
    }

    /// The exponent that begins at `index`, 0 if there is none, nil if something else follows.
    private static func exponent<Bytes: RandomAccessCollection>(_ bytes: Bytes, from start: Int) -> Int?
    where Bytes.Element == UInt8, Bytes.Index == Int {
        var index = start
        guard index < bytes.endIndex else { return 0 }
        guard bytes[index] | 0x20 == UInt8(ascii: "e") else { return nil }
        index += 1
        var isNegative = false
        if index < bytes.endIndex, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
            isNegative = bytes[index] == UInt8(ascii: "-")
            index += 1
        }
        guard index < bytes.endIndex else { return nil }
        var value = 0
        while index < bytes.endIndex {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            value = min(value * 10 + Int(digit), exponentLimit)
            index += 1
        }
        return isNegative ? -value : value
    }
}
