internal import RulesDSL

extension RFC3339 {
    /// Appends `2000-01-01T18:00:00Z`. Years beyond 9999 take more digits and those before 0000 a minus, which no input
    /// can have but a computation in a rule can.
    package static func append(_ time: Int64, to output: inout OutputBuffer) {
        let day = Int(time).floorDivided(by: secondsOfDay)
        // Wraps for the first day that 64 bits know, whose midnight they don't.
        let second = UInt64(Int(time) &- day &* secondsOfDay)
        append(day: day, to: &output)
        output.append(UInt8(ascii: "T"))
        output.append(digits: second / 3_600, atLeast: 2)
        output.append(UInt8(ascii: ":"))
        output.append(digits: second / 60 % 60, atLeast: 2)
        output.append(UInt8(ascii: ":"))
        output.append(digits: second % 60, atLeast: 2)
        output.append(UInt8(ascii: "Z"))
    }

    /// Appends `2000-01-01`.
    package static func append(day: Int, to output: inout OutputBuffer) {
        let date = CivilDate(day: day)
        append(year: date.year, to: &output)
        output.append(UInt8(ascii: "-"))
        output.append(digits: UInt64(date.month), atLeast: 2)
        output.append(UInt8(ascii: "-"))
        output.append(digits: UInt64(date.day), atLeast: 2)
    }

    /// Appends a year in at least four digits.
    static func append(year: Int, to output: inout OutputBuffer) {
        if year < 0 { output.append(UInt8(ascii: "-")) }
        output.append(digits: UInt64(year.magnitude), atLeast: 4)
    }

    /// `2000-01-01T18:00:00Z`.
    package static func text(_ time: Int64) -> String {
        var output = OutputBuffer(capacity: 64)
        append(time, to: &output)
        return output.text
    }
}
