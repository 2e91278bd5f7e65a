/// Writes a transaction as a line of input, in one of the ways that mean the same.
struct LineSpelling {
    let policy: Policy
    var random: RandomSource
    var currency: ModelCurrency { policy.currency }

    /// The line as people would write it.
    static func plain(_ transaction: Transaction, _ policy: Policy) -> String {
        let fields = policy.fields.map { field in
            FieldText(keys: field.keys[...], text: transaction.declared[field.name].map { plain($0, policy.currency) })
        }
        return plain(transaction, policy, fields)
    }

    /// The same with its declared fields as they are handed in.
    static func plain(_ transaction: Transaction, _ policy: Policy, _ fields: [FieldText]) -> String {
        let amount = (transaction.kind == .withdrawal ? "-" : "") + plainAmount(transaction.amount, policy.currency)
        let pairs = [
            "\"id\":\(quoted(transaction.id))", "\"customer_id\":\(quoted(transaction.customer))",
            "\"load_amount\":\"\(amount)\"", "\"time\":\"\(LiteralSpelling.time(transaction.time))\"",
        ]
        return "{\((pairs + FieldText.pairs(fields)).joined(separator: ","))}"
    }

    static func plainAmount(_ minor: Int64, _ currency: ModelCurrency) -> String {
        let (whole, decimals) = LiteralSpelling.split(minor, decimals: currency.decimals)
        let sign = minor < 0 ? "-" : ""
        return sign + (currency.symbol ?? currency.code) + whole + (decimals.isEmpty ? "" : "." + decimals)
    }

    /// The same transaction in any other spelling.
    mutating func varied(_ transaction: Transaction) -> String {
        var pairs = [
            "\(key("id"))\(gap()):\(gap())\(identifier(transaction.id))",
            "\(key("customer_id")):\(identifier(transaction.customer))",
            "\(key("load_amount"))\(gap()):\(amount(transaction.amount, isNegative: transaction.kind == .withdrawal))",
            "\(key("time")):\(gap())\"\(time(transaction.time))\"",
        ]
        pairs += fieldPairs(of: transaction)
        if random.chance(40) { pairs = random.shuffled(pairs) }
        if random.chance(15) {
            let unknown = random.pick([
                "\"note\":null", "\"note\":[1.5e3,{\"id\":\"x\"},[]]", "\"ID\":\"9\"", "\"amount\":\"$1.00\"",
                "\"\":true",
                "\"note\":\"\\u0000\\ud83d\\ude00\"",
            ])
            pairs.insert(unknown, at: random.index(below: pairs.count + 1))
        }
        let line = pairs.joined(separator: "\(gap()),\(gap())")
        return "\(gap()){\(gap())\(line)\(gap())}\(gap())" + (random.chance(5) ? "\r" : "")
    }

    mutating func gap() -> String {
        random.chance(90) ? "" : random.pick([" ", "  ", "\t"])
    }

    /// A key of ours, rarely with an escape in it.
    mutating func key(_ name: String) -> String {
        guard random.chance(2), let first = name.utf16.first, first < 0xD800 else { return "\"\(name)\"" }
        let escape = "\\u" + LiteralSpelling.padded(String(first, radix: 16), to: 4)
        return "\"\(escape)\(String(name.unicodeScalars.dropFirst()))\""
    }

    // MARK: Texts

    /// A text as the output has it: nothing escaped that need not be.
    static func quoted(_ text: Text) -> String {
        var result = "\""
        for scalar in text.string.unicodeScalars {
            switch scalar.value {
            case 0x22: result += "\\\""
            case 0x5C: result += "\\\\"
            case 0x08: result += "\\b"
            case 0x0C: result += "\\f"
            case 0x0A: result += "\\n"
            case 0x0D: result += "\\r"
            case 0x09: result += "\\t"
            case 0..<0x20: result += "\\u00" + LiteralSpelling.padded(String(scalar.value, radix: 16), to: 2)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// The line that the product writes of a decision; nil where it writes none.
    static func output(_ transaction: Transaction, _ decision: Decision) -> String? {
        guard decision.verdict != .ignored else { return nil }
        let codes = decision.reviewCodes.map { quoted(Text($0)) }.joined(separator: ",")
        return "{\"id\":\(quoted(transaction.id)),\"customer_id\":\(quoted(transaction.customer)),\"accepted\":"
            + (decision.verdict == .accepted ? "true" : "false") + (codes.isEmpty ? "" : ",\"review\":[\(codes)]") + "}"
    }

    mutating func identifier(_ text: Text) -> String {
        let digits = text.string.hasPrefix("-") ? text.string.dropFirst() : Substring(text.string)
        let isInteger =
            !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
            && (digits.count == 1 || !digits.hasPrefix("0"))
        if isInteger, random.chance(30) { return text.string }
        guard random.chance(5) else { return Self.quoted(text) }
        let units = text.string.utf16.map { "\\u" + LiteralSpelling.padded(String($0, radix: 16), to: 4) }
        return "\"\(units.joined())\""
    }

    // MARK: Money

    mutating func amount(_ minor: Int64, isNegative: Bool) -> String {
        var (whole, decimals) = LiteralSpelling.split(minor, decimals: currency.decimals)
        if random.chance(15) { return number(minor, decimals: currency.decimals, isNegative: isNegative) }
        if decimals.allSatisfy({ $0 == "0" }), random.chance(20) { decimals = "" }
        if decimals.hasSuffix("0"), decimals.count > 1, random.chance(10) { decimals.removeLast() }
        if random.chance(3) {
            whole = "00" + whole
        } else if random.chance(20) {
            whole = LiteralSpelling.grouped(whole)
        }
        let digits = whole + (decimals.isEmpty ? "" : "." + decimals)
        var markers = ["", currency.code, currency.code + " "]
        if let symbol = currency.symbol { markers += [symbol, symbol, symbol, symbol, currency.code + symbol] }
        let marker = random.pick(markers)
        guard isNegative else { return "\"\(marker)\(digits)\"" }
        return random.chance(70) ? "\"-\(marker)\(digits)\"" : "\"\(marker)-\(digits)\""
    }

    /// As a JSON number: a decimal, or one with an exponent.
    mutating func number(_ size: Int64, decimals places: Int, isNegative: Bool) -> String {
        let sign = isNegative ? "-" : ""
        if size != 0, random.chance(30) {
            let zeros = random.index(below: 3)
            let exponent = -places - zeros
            let digits = "\(size.magnitude)" + String(repeating: "0", count: zeros)
            return sign + digits + random.pick(["e", "E"]) + (exponent == 0 && random.chance(50) ? "+" : "")
                + "\(exponent)"
        }
        let (whole, full) = LiteralSpelling.split(size, decimals: places)
        var decimals = random.chance(50) ? LiteralSpelling.trimmed(full) : full
        if random.chance(10) { decimals = full + "000" }
        return sign + whole + (decimals.isEmpty ? "" : "." + decimals)
    }

    // MARK: Times

    mutating func time(_ time: Int64) -> String {
        var offset: Int64 = 0
        if random.chance(15) { offset = random.pick([3600, -18_000, 20_700, 86_340, -86_340, 60]) }
        let first = Calendar.dayNumber(year: 0, month: 1, day: 1) * Calendar.secondsOfDay
        let last = Calendar.dayNumber(year: 9999, month: 12, day: 31) * Calendar.secondsOfDay + 86_399
        if !(first...last).contains(time + offset) { offset = 0 }
        let local = time + offset
        let minutes = offset.magnitude / 60
        let clock = [minutes / 60, minutes % 60].map { LiteralSpelling.padded("\($0)", to: 2) }.joined(separator: ":")
        let zone =
            offset == 0 ? random.pick(["Z", "Z", "Z", "Z", "z", "+00:00", "-00:00"]) : (offset < 0 ? "-" : "+") + clock
        let fraction = random.chance(10) ? random.pick([".9", ".000", ".999999999999"]) : ""
        return LiteralSpelling.date(Calendar.dayNumber(of: local)) + (random.chance(3) ? "t" : "T")
            + LiteralSpelling.clock(local) + fraction + zone
    }
}
