import RulesDSL

extension MoneyText {
    /// Reads `$1,234.56`, `-$3.10`, `$-3.10`, `USD 12.30`, `USD$12.30` or `12.30` as minor units, at most 2⁶³ − 1
    /// either way.
    package func parse<Bytes: RandomAccessCollection>(_ bytes: Bytes) throws(MoneyMistake) -> Int64
    where Bytes.Element == UInt8, Bytes.Index == Int {
        guard !bytes.isEmpty else { throw .empty }
        var index = bytes.startIndex
        var isNegative = Self.skip(UInt8(ascii: "-"), in: bytes, at: &index)
        skipMarker(in: bytes, at: &index)
        if !isNegative { isNegative = Self.skip(UInt8(ascii: "-"), in: bytes, at: &index) }
        guard index < bytes.endIndex, Self.isDigit(bytes[index]) else { throw mistake(in: bytes, at: index) }
        let digits = try digits(in: bytes, at: &index)
        guard index == bytes.endIndex else { throw mistake(in: bytes, at: index) }
        let magnitude = try digits.total()
        return isNegative ? -magnitude : magnitude
    }

    /// Skips the symbol, or the code with a space, the symbol or nothing behind it.
    private func skipMarker<Bytes: RandomAccessCollection>(in bytes: Bytes, at index: inout Int)
    where Bytes.Element == UInt8, Bytes.Index == Int {
        if Self.skip(code, in: bytes, at: &index) {
            if Self.skip(UInt8(ascii: " "), in: bytes, at: &index) { return }
        }
        _ = Self.skip(symbol, in: bytes, at: &index)
    }

    /// The digits, with all commas or none, and the decimals.
    private func digits<Bytes: RandomAccessCollection>(
        in bytes: Bytes, at index: inout Int
    ) throws(MoneyMistake) -> MinorUnits where Bytes.Element == UInt8, Bytes.Index == Int {
        var value = MinorUnits()
        let first = index
        while index < bytes.endIndex, Self.isDigit(bytes[index]) {
            value.append(bytes[index])
            index += 1
        }
        if index < bytes.endIndex, bytes[index] == UInt8(ascii: ",") {
            guard index - first <= 3 else { throw .grouping }
            try readGroups(in: bytes, at: &index, into: &value)
        }
        var decimals = 0
        if Self.skip(UInt8(ascii: "."), in: bytes, at: &index) {
            while index < bytes.endIndex, Self.isDigit(bytes[index]) {
                if decimals < exponent { value.append(bytes[index]) }
                decimals += 1
                index += 1
            }
            if decimals == 0 { throw .digitMissing }
            if decimals > exponent { throw .tooManyDecimals }
        }
        while decimals < exponent {
            value.append(UInt8(ascii: "0"))
            decimals += 1
        }
        return value
    }

    /// The groups from the first comma on: each a comma and exactly three digits.
    private func readGroups<Bytes: RandomAccessCollection>(
        in bytes: Bytes, at index: inout Int, into value: inout MinorUnits
    ) throws(MoneyMistake) where Bytes.Element == UInt8, Bytes.Index == Int {
        while Self.skip(UInt8(ascii: ","), in: bytes, at: &index) {
            let first = index
            while index < bytes.endIndex, Self.isDigit(bytes[index]) {
                value.append(bytes[index])
                index += 1
            }
            if index - first != 3 { throw .grouping }
        }
    }

    /// What is wrong with the byte at `index`, where the number should begin, go on or end.
    private func mistake<Bytes: RandomAccessCollection>(in bytes: Bytes, at index: Int) -> MoneyMistake
    where Bytes.Element == UInt8, Bytes.Index == Int {
        guard index < bytes.endIndex else { return .digitMissing }
        switch bytes[index] {
        case UInt8(ascii: " "): return .space
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"): return .sign
        case UInt8(ascii: ","): return .grouping
        case UInt8(ascii: "."): return .digitMissing
        default: return otherCurrency(in: bytes, at: index).map { .otherCurrency($0) } ?? .unexpected
        }
    }

    /// The code or symbol of another currency that stands at `index`.
    private func otherCurrency<Bytes: RandomAccessCollection>(in bytes: Bytes, at index: Int) -> String?
    where Bytes.Element == UInt8, Bytes.Index == Int {
        let lead = bytes[index]
        // A symbol is one character: a byte of ASCII, or a lead byte and those that continue it.
        var end = index + 1
        while lead >= 0x80, end < bytes.endIndex, bytes[end] & 0xc0 == 0x80 { end += 1 }
        let symbol = String(decoding: bytes[index..<end], as: UTF8.self)
        if symbol != currency.symbol, !Currency.codes(withSymbol: symbol).isEmpty { return symbol }
        guard index + 3 <= bytes.endIndex else { return nil }
        let code = String(decoding: bytes[index..<(index + 3)], as: UTF8.self)
        return code != currency.code && Currency.withCode(code) != nil ? code : nil
    }

    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") <= 9
    }

    @inline(__always)
    private static func skip<Bytes: RandomAccessCollection>(
        _ byte: UInt8, in bytes: Bytes, at index: inout Int
    ) -> Bool where Bytes.Element == UInt8, Bytes.Index == Int {
        guard index < bytes.endIndex, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    @inline(__always)
    private static func skip<Bytes: RandomAccessCollection>(
        _ text: [UInt8], in bytes: Bytes, at index: inout Int
    ) -> Bool where Bytes.Element == UInt8, Bytes.Index == Int {
        guard !text.isEmpty, bytes.endIndex - index >= text.count else { return false }
        for place in text.indices where bytes[index + place] != text[place] { return false }
        index += text.count
        return true
    }
}
