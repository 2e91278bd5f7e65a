/// The currencies of ISO 4217, list one ("current currency and funds code list"), which the maintenance agency
/// publishes at <https://www.six-group.com/en/products-services/financial-information/data-standards.html>. Codes
/// without a minor unit (precious metals, `XDR`, `XTS`, `XXX` …) are left out: an account is kept in money.
extension Currency {
    /// The currency with the code, or nil where ISO 4217 has none.
    package static func withCode(_ code: String) -> Currency? {
        exponents[code].map { Currency(code: code, exponent: $0, symbol: symbols[code]) }
    }

    /// Every code there is, in alphabetical order.
    package static let knownCodes: [String] = exponents.keys.sorted()

    /// The codes of the currencies that people write with the symbol, in alphabetical order.
    package static func codes(withSymbol symbol: String) -> [String] {
        symbols.filter { $0.value == symbol }.keys.sorted()
    }

    /// How an amount is written in a rules file: with the symbol if it is one that every keyboard knows, else with the
    /// code and a space.
    package func written(_ decimal: String) -> String {
        guard let symbol, Self.symbolsOfRules.contains(symbol) else { return "\(code) \(decimal)" }
        return symbol + decimal
    }

    /// A whole amount with its decimals, in the same way: `€5.00`, `¥5`.
    package func written(whole amount: Int) -> String {
        written(exponent == 0 ? "\(amount)" : "\(amount)." + String(repeating: "0", count: exponent))
    }

    /// The symbols that the lexer reads.
    private static let symbolsOfRules = ["$", "€", "£", "¥"]

    private static let exponents: [String: Int] = {
        var table: [String: Int] = [:]
        for (exponent, codes) in codesByExponent {
            for code in codes.split(separator: " ") {
                table[String(code)] = exponent
            }
        }
        return table
    }()

    private static let codesByExponent: [(Int, String)] = [
        (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
        (2, twoDecimals),
        (3, "BHD IQD JOD KWD LYD OMR TND"),
        (4, "CLF UYW"),
    ]

    private static let twoDecimals =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF "
        + "CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG "
        + "HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR "
        + "MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD "
        + "SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG "
        + "YER ZAR ZMW ZWG"

    /// The symbol that people write at home. Several dollars share `$`: in a policy it is the policy's own.
    private static let symbols: [String: String] = [
        "ARS": "$", "AUD": "$", "AZN": "₼", "BBD": "$", "BDT": "৳", "BMD": "$", "BND": "$", "BSD": "$", "BZD": "$",
        "CAD": "$", "CLP": "$", "CNY": "¥", "COP": "$", "CRC": "₡", "DOP": "$", "EUR": "€", "FJD": "$", "FKP": "£",
        "GBP": "£", "GEL": "₾", "GHS": "₵", "GIP": "£", "GYD": "$", "HKD": "$", "ILS": "₪", "INR": "₹", "JMD": "$",
        "JPY": "¥", "KHR": "៛", "KPW": "₩", "KRW": "₩", "KYD": "$", "KZT": "₸", "LAK": "₭", "LRD": "$", "MNT": "₮",
        "MXN": "$", "NAD": "$", "NGN": "₦", "NZD": "$", "PHP": "₱", "PYG": "₲", "RUB": "₽", "SBD": "$", "SGD": "$",
        "SHP": "£", "SRD": "$", "THB": "฿", "TRY": "₺", "TTD": "$", "TWD": "$", "UAH": "₴", "USD": "$", "UYU": "$",
        "VND": "₫", "XCD": "$",
    ]
}
