/// The digits of a number or an amount as they were written, and what is odd about them.
struct DecimalLiteral {
    /// Runs of digits before the point; several, where commas or underscores join them.
    var groups: [String] = []
    /// The digits after the point, or nil without a point.
    var fraction: String?
    var hasComma = false
    var hasUnderscore = false
    /// `1.234,50`, where the comma was meant as the decimal point.
    var isEuropean = false

    /// All digits before the point.
    var whole: String {
        groups.joined()
    }

    /// Commas stand where they should: one to three digits first, then always three.
    var isGrouped: Bool {
        (1...3).contains(groups.first?.count ?? 0) && groups.dropFirst().allSatisfy { $0.count == 3 }
    }

    /// The value as `digits` × 10^-`scale`, or nil where it has more digits than 64 bits hold.
    var value: (digits: Int64, scale: Int)? {
        Int64(whole + (fraction ?? "")).map { ($0, fraction?.count ?? 0) }
    }

    /// Without commas: `1234.50`.
    var plain: String {
        (whole.isEmpty ? "0" : whole) + point
    }

    /// A number or an amount as it was written, with zeros behind its whole digits: `$5,000` for `$5` and three of
    /// them; nil where it has more decimals than that.
    static func written(_ text: some StringProtocol, zeros: Int) -> String? {
        let isMoney = text.unicodeScalars.first.map { !$0.isDigit } ?? false
        let prefix = text.prefix { !("0"..."9").contains($0) }
        let parts = text.dropFirst(prefix.count).filter { $0 != "," }
            .split(separator: ".", omittingEmptySubsequences: false)
        let decimals = parts.count > 1 ? String(parts[1]) : ""
        guard let whole = parts.first, parts.count <= 2, decimals.count <= zeros, whole.count <= 12 else { return nil }
        let digits = whole + decimals + String(repeating: "0", count: zeros - decimals.count)
        let literal = DecimalLiteral(groups: [digits.isEmpty ? "0" : String(digits.drop { $0 == "0" })])
        return prefix + (isMoney ? literal.grouped : literal.plain)
    }

    /// With a comma before each three digits: `1,234.50`.
    var grouped: String {
        let digits = Array(whole.isEmpty ? "0" : whole)
        var result = ""
        for (offset, digit) in digits.enumerated() {
            if offset > 0, (digits.count - offset) % 3 == 0 {
                result.append(",")
            }
            result.append(digit)
        }
        return result + point
    }

    private var point: String {
        fraction.map { $0.isEmpty ? "" : ".\($0)" } ?? ""
    }
}

extension Lexer {
    /// Digits with their commas, underscores and point. A comma joins only where a digit follows it at once.
    mutating func scanDecimal(inMoney: Bool) -> DecimalLiteral {
        var literal = DecimalLiteral()
        literal.groups.append(scanDigits())
        while let mark = peek(), mark == "," || mark == "_" || mark == "'", peek(1).isDigit {
            if mark == "," && !inMoney || mark == "'", !commaGroupHasThreeDigits {
                break
            }
            literal.hasComma = literal.hasComma || mark == ","
            literal.hasUnderscore = literal.hasUnderscore || mark != ","
            advance()
            literal.groups.append(scanDigits())
        }
        guard peek() == ".", peek(1) != "." else { return literal }
        advance()
        literal.fraction = scanDigits()
        if inMoney {
            scanEuropeanTail(&literal)
        }
        return literal
    }

    private var commaGroupHasThreeDigits: Bool {
        (1...3).allSatisfy { peek($0).isDigit } && !peek(4).isDigit
    }

    /// `1.234,50` and `1.234.567,50`: points that join, and a comma that divides.
    private mutating func scanEuropeanTail(_ literal: inout DecimalLiteral) {
        while literal.fraction?.count == 3, let mark = peek(), mark == "." || mark == ",", peek(1).isDigit {
            literal.isEuropean = true
            literal.groups.append(literal.fraction ?? "")
            advance()
            literal.fraction = scanDigits()
        }
    }

    mutating func scanDigits() -> String {
        var digits = ""
        while let scalar = peek(), scalar.isDigit {
            digits.unicodeScalars.append(scalar)
            advance()
        }
        return digits
    }
}
