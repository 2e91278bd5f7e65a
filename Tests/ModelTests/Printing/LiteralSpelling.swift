/// How literals are written in a rules file, in one of the ways that mean the same.
struct LiteralSpelling {
    let currency: ModelCurrency
    /// Whether the spelling varies; else it is the usual one.
    let isVaried: Bool

    /// A literal that is not below zero.
    func text(of value: Value, _ random: inout RandomSource) -> String {
        switch value {
        case .money(let minor): money(minor, &random)
        case .number(let millionths): number(millionths, &random)
        case .text(let text): quoted(text.string, &random)
        case .time(let time): Self.time(time)
        case .duration(let seconds): duration(seconds, &random)
        case .date(let day): Self.date(day)
        case .weekday(let day): Self.weekdays[day]
        case .kind(let kind): kind.name
        case .boolean(let isTrue): isTrue ? "true" : "false"
        }
    }

    static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    private func money(_ minor: Int64, _ random: inout RandomSource) -> String {
        var (whole, decimals) = Self.split(minor, decimals: currency.decimals)
        if isVaried, random.chance(40) { decimals = Self.trimmed(decimals) }
        if !isVaried || random.chance(60) { whole = Self.grouped(whole) }
        let digits = whole + (decimals.isEmpty ? "" : "." + decimals)
        if let symbol = currency.symbol, !isVaried || random.chance(80) { return symbol + digits }
        return currency.code + " " + digits
    }

    private func number(_ millionths: Int64, _ random: inout RandomSource) -> String {
        let (whole, full) = Self.split(millionths, decimals: 6)
        var decimals = Self.trimmed(full)
        if isVaried, decimals.count < 6, random.chance(10) { decimals += "0" }
        return whole + (decimals.isEmpty ? "" : "." + decimals)
    }

    private func duration(_ seconds: Int64, _ random: inout RandomSource) -> String {
        let units: [(String, Int64)] = [
            ("day", 86_400), ("hour", 3600), ("minute", 60), ("second", 1),
        ]
        let fitting = units.filter { seconds % $0.1 == 0 }
        let (unit, length) = isVaried ? random.pick(fitting) : fitting[0]
        let count = seconds / length
        return "\(count) \(unit)" + (count == 1 ? "" : "s")
    }

    private func quoted(_ text: String, _ random: inout RandomSource) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" {
                result += "\\\(scalar)"
            } else if scalar == "\n" {
                result += "\\n"
            } else if scalar.value < 0x20 || isVaried && random.chance(5) {
                result += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    // MARK: Digits

    static func split(_ size: Int64, decimals: Int) -> (whole: String, decimals: String) {
        let digits = padded(String(size.magnitude), to: decimals + 1)
        return (String(digits.dropLast(decimals)), String(digits.suffix(decimals)))
    }

    static func trimmed(_ decimals: String) -> String {
        var left = Substring(decimals)
        while left.hasSuffix("0") { left.removeLast() }
        return String(left)
    }

    static func grouped(_ whole: String) -> String {
        var left = Substring(whole)
        var groups: [Substring] = []
        while left.count > 3 {
            groups.insert(left.suffix(3), at: 0)
            left.removeLast(3)
        }
        return ([left] + groups).joined(separator: ",")
    }

    static func padded(_ digits: String, to count: Int) -> String {
        String(repeating: "0", count: max(0, count - digits.count)) + digits
    }

    static func date(_ number: Int64) -> String {
        let (year, month, day) = Calendar.date(ofDay: number)
        return "\(padded("\(year)", to: 4))-\(padded("\(month)", to: 2))-\(padded("\(day)", to: 2))"
    }

    static func clock(_ time: Int64) -> String {
        let second = time - Calendar.dayNumber(of: time) * Calendar.secondsOfDay
        let parts = [second / 3600, second / 60 % 60, second % 60]
        return parts.map { padded("\($0)", to: 2) }.joined(separator: ":")
    }

    static func time(_ time: Int64) -> String {
        "\(date(Calendar.dayNumber(of: time)))T\(clock(time))Z"
    }
}
