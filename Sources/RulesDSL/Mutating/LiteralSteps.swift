/// The values next to one that is written in a rules file, written in the same way.
struct LiteralSteps {
    /// Nil where there is none: nothing is below zero.
    var lower: String?
    var higher: String?
    /// What it becomes where it has no order.
    var other: String?

    /// - Parameters:
    ///   - literal: The value.
    ///   - text: How it is written.
    ///   - exponent: The decimals of the policy's currency.
    init(_ literal: LiteralSyntax, text: String, exponent: Int) {
        switch literal {
        case .number(let digits, let scale):
            lower = digits > 0 ? Self.decimal(digits - 1, scale, isGrouped: false) : nil
            higher = digits < .max ? Self.decimal(digits + 1, scale, isGrouped: false) : nil
        case .money(_, let digits, let scale):
            guard let minor = Self.rescaled(digits, by: exponent - scale), minor < .max else { return }
            let symbol = String(text.prefix { !("0"..."9").contains($0) && $0 != "." })
            lower = minor > 0 ? symbol + Self.decimal(minor - 1, exponent, isGrouped: true) : nil
            higher = symbol + Self.decimal(minor + 1, exponent, isGrouped: true)
        case .date(let days):
            lower = Self.date(days - 1)
            higher = Self.date(days + 1)
        case .time(let seconds):
            lower = LocalTimeText.instant(seconds - 1, offset: 0)
            higher = LocalTimeText.instant(seconds + 1, offset: 0)
        case .duration(let seconds):
            lower = seconds > 0 ? "\(seconds - 1) seconds" : nil
            higher = seconds < .max ? "\(seconds + 1) seconds" : nil
        case .text: other = text.dropLast() + "-\""
        }
    }

    /// The value in the unit of its type, if it is one of an amount or a number.
    static func scalar(_ literal: LiteralSyntax, exponent: Int) -> Int64? {
        switch literal {
        case .number(let digits, let scale): rescaled(digits, by: 6 - scale)
        case .money(_, let digits, let scale): rescaled(digits, by: exponent - scale)
        case .date, .time, .duration, .text: nil
        }
    }

    private static func rescaled(_ digits: Int64, by decimals: Int) -> Int64? {
        guard decimals >= 0 else { return nil }
        var value = digits
        for _ in 0..<decimals {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            value = product
        }
        return value
    }

    /// `1,234.50` for 123450 and two decimals.
    private static func decimal(_ digits: Int64, _ scale: Int, isGrouped: Bool) -> String {
        let all = String(digits)
        let padded = String(repeating: "0", count: max(0, scale + 1 - all.count)) + all
        var literal = DecimalLiteral()
        literal.groups = [String(padded.dropLast(scale))]
        if scale > 0 { literal.fraction = String(padded.suffix(scale)) }
        return isGrouped ? literal.grouped : literal.plain
    }

    private static func date(_ days: Int64) -> String {
        String(LocalTimeText.instant(days * 86_400, offset: 0).prefix(10))
    }
}
