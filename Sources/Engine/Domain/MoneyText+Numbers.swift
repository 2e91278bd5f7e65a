extension MoneyText {
    /// Reads the text of a JSON number, exponent included, as minor units: exactly, as decimal text.
    ///
    /// `bytes` must follow JSON's grammar; what does not is `unexpected`.
    package func parseNumber<Bytes: RandomAccessCollection>(_ bytes: Bytes) throws(MoneyMistake) -> Int64
    where Bytes.Element == UInt8, Bytes.Index == Int {
        try DecimalNumber.value(of: bytes, decimals: exponent)
    }
}
