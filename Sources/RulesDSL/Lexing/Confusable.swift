/// Characters that look like a plain one but are not, as word processors and web pages put them in.
enum Confusable {
    /// The plain character that was meant, or nil where a character is what it seems.
    static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        // Nearly everything is ASCII.
        guard scalar.value > 0x7F else { return nil }
        if let known = table[scalar] {
            return known.plain
        }
        if isFullWidth(scalar) {
            return Unicode.Scalar(scalar.value - 0xFF00 + 0x20)
        }
        return nil
    }

    /// What people call the character: `non-breaking space`.
    static func name(_ scalar: Unicode.Scalar) -> String {
        if let known = table[scalar] {
            return known.name
        }
        return isFullWidth(scalar) ? "full-width `\(scalar)`" : "character `\(scalar)`"
    }

    private static func isFullWidth(_ scalar: Unicode.Scalar) -> Bool {
        (0xFF01...0xFF5E).contains(scalar.value)
    }

    /// The codes of currencies whose symbols the language doesn't have.
    static let currencies: [Unicode.Scalar: String] = [
        "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₫": "VND", "₴": "UAH", "₦": "NGN", "฿": "THB",
        "₱": "PHP", "₡": "CRC", "₲": "PYG", "₸": "KZT", "₵": "GHS", "₾": "GEL", "₼": "AZN",
    ]

    private static let table: [Unicode.Scalar: (plain: Unicode.Scalar, name: String)] = [
        "\u{A0}": (" ", "non-breaking space"),
        "\u{2002}": (" ", "en space"),
        "\u{2003}": (" ", "em space"),
        "\u{2007}": (" ", "figure space"),
        "\u{2009}": (" ", "thin space"),
        "\u{200A}": (" ", "hair space"),
        "\u{200B}": (" ", "zero-width space"),
        "\u{202F}": (" ", "narrow non-breaking space"),
        "\u{3000}": (" ", "ideographic space"),
        "\u{FEFF}": (" ", "byte order mark in the middle of the file"),
        "\u{2010}": ("-", "hyphen `‐`"),
        "\u{2011}": ("-", "non-breaking hyphen `‑`"),
        "\u{2012}": ("-", "figure dash `‒`"),
        "\u{2013}": ("-", "en dash `–`"),
        "\u{2014}": ("-", "em dash `—`"),
        "\u{2212}": ("-", "minus sign `−`"),
        "\u{D7}": ("*", "multiplication sign `×`"),
        "\u{F7}": ("/", "division sign `÷`"),
        "\u{2044}": ("/", "fraction slash `⁄`"),
        "\u{2236}": (":", "ratio sign `∶`"),
        "\u{FFE1}": ("£", "full-width `￡`"),
        "\u{FFE5}": ("¥", "full-width `￥`"),
    ]
}
