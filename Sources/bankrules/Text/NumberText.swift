/// Numbers as people read them.
package enum NumberText {
    /// `1,234,567`.
    package static func grouped(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var text = value < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// A count with its noun: `1 error`, `1,234 lines`.
    package static func counted(_ count: Int, _ noun: String) -> String {
        "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
    }

    /// A share in tenths of a percent: `12.5 %`. What is not nothing is not shown as nothing, nor what is not all as
    /// all.
    package static func share(_ part: Int, of whole: Int) -> String {
        guard whole > 0, part >= 0, part <= whole else { return "" }
        let tenths = Int((Int128(part) * 2_000 + Int128(whole)) / (Int128(whole) * 2))
        if tenths == 0, part > 0 { return "<0.1 %" }
        if tenths == 1_000, part < whole { return ">99.9 %" }
        return "\(tenths / 10).\(tenths % 10) %"
    }

    /// A time that has passed: `0.42 s`, `12.3 s`, `2 min 5 s`.
    package static func elapsed(nanoseconds: UInt64) -> String {
        let hundredths = Int(clamping: (nanoseconds + 5_000_000) / 10_000_000)
        if hundredths < 1_000 {
            let fraction = hundredths % 100
            return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) s"
        }
        let seconds = hundredths / 100
        if seconds < 60 { return "\(seconds).\(hundredths / 10 % 10) s" }
        return "\(grouped(seconds / 60)) min \(seconds % 60) s"
    }

    /// So many in a time, as so many a second in three digits: `2,410,000`. Nil where the time is too short to tell.
    package static func rate(_ count: Int, nanoseconds: UInt64) -> String? {
        guard count > 0, nanoseconds >= 1_000_000 else { return nil }
        var rate = Int(clamping: Int128(count) * 1_000_000_000 / Int128(nanoseconds))
        var unit = 1
        while rate >= 1_000 {
            rate = (rate + 5) / 10
            unit *= 10
        }
        return grouped(rate * unit)
    }
}
