package import RulesDSL

/// Writes values as people read them. All of it is plain ASCII but for a currency's symbol, and needs no escaping in
/// JSON.
package struct ValueText: Sendable {
    private let money: MoneyText

    package init(_ currency: Currency) {
        money = MoneyText(currency: currency)
    }

    /// How amounts that are not long are written.
    var shortMoney: ShortMoney? { money.short }

    /// Appends a value of the given type, in the unit that `ValueType` says.
    package func append(_ value: Int64, _ type: ValueType, to output: inout OutputBuffer) {
        switch type {
        case .money: money.append(value, to: &output)
        case .number: append(number: value, to: &output)
        case .time: RFC3339.append(value, to: &output)
        case .duration: output.append(Array(DurationWords.text(value).utf8))
        case .date: RFC3339.append(day: Int(value), to: &output)
        case .weekday: output.append(Array((Weekday(rawValue: Int(value))?.name ?? "?").utf8))
        case .kind: output.append(Array((TransactionKind(rawValue: UInt8(value))?.name ?? "?").utf8))
        case .boolean: output.append(value == 0 ? "false" : "true")
        // A text is no scalar; who shows texts has them as texts.
        case .text: break
        }
    }

    /// A number of millionths, with as many decimals as it needs: `3`, `0.5`.
    package func append(number value: Int64, to output: inout OutputBuffer) {
        if value < 0 { output.append(UInt8(ascii: "-")) }
        var (whole, fraction) = value.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        output.append(digits: whole, atLeast: 1)
        guard fraction > 0 else { return }
        var width = 6
        while fraction % 10 == 0 {
            fraction /= 10
            width -= 1
        }
        whole = fraction
        output.append(UInt8(ascii: "."))
        output.append(digits: whole, atLeast: width)
    }

    /// A value as a text of its own, for screens.
    package func text(_ value: Int64, _ type: ValueType) -> String {
        var output = OutputBuffer(capacity: 64)
        append(value, type, to: &output)
        return output.text
    }
}

extension Weekday {
    /// The name as it stands in a sentence: `Saturday`.
    package var name: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }
}
