package import RulesDSL

/// Money of one currency as text: `$1,234.56`, `-$3.10`, and `CHF 1,234.56` where there is no symbol.
package struct MoneyText: Sendable {
    package let currency: Currency
    /// The code's bytes, such as `USD`.
    let code: [UInt8]
    /// The symbol's bytes; empty where there is none.
    let symbol: [UInt8]
    /// How many minor units are one of the currency: 100 for `USD`.
    let unit: UInt64
    /// How many decimals the currency has.
    let exponent: Int
    /// What stands before the number: the symbol, or the code and a space.
    private let marker: [UInt8]
    /// How amounts that are not long are written; nil where the marker or the decimals don't allow it.
    let short: ShortMoney?

    package init(currency: Currency) {
        self.currency = currency
        code = Array(currency.code.utf8)
        symbol = Array((currency.symbol ?? "").utf8)
        marker = symbol.isEmpty ? code + [UInt8(ascii: " ")] : symbol
        exponent = currency.exponent
        unit = (0..<currency.exponent).reduce(1) { unit, _ in unit * 10 }
        short = ShortMoney(marker: marker, exponent: currency.exponent)
    }

    /// Appends an amount of minor units.
    package func append(_ minorUnits: Int64, to output: inout OutputBuffer) {
        var cursor = output.open(OutputCursor.overhang)
        if let short, short.put(minorUnits, to: &cursor) { return output.close(cursor) }
        if minorUnits < 0 { output.append(UInt8(ascii: "-")) }
        output.append(marker)
        let (whole, rest) = minorUnits.magnitude.quotientAndRemainder(dividingBy: unit)
        output.append(grouped: whole)
        guard exponent > 0 else { return }
        output.append(UInt8(ascii: "."))
        output.append(digits: rest, atLeast: exponent)
    }

    /// The text of an amount of minor units.
    package func text(_ minorUnits: Int64) -> String {
        var output = OutputBuffer(capacity: 64)
        append(minorUnits, to: &output)
        return output.text
    }
}
