/// The currency of a policy: its ISO 4217 code, how many decimals it has, and the symbol people write.
public struct Currency: Sendable, Hashable {
    /// Three capital letters, such as `USD`.
    public let code: String
    /// The decimals of its minor unit: 2 for `USD`, 0 for `JPY`, 3 for `KWD`.
    public let exponent: Int
    /// `$`, `€`, `£`, `¥` …, or nil where people write the code.
    public let symbol: String?

    package init(code: String, exponent: Int, symbol: String?) {
        self.code = code
        self.exponent = exponent
        self.symbol = symbol
    }
}
