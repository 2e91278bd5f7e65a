/// Durations as they are typed: `90 minutes`, `36h`, `2d`.
package enum DurationText {
    /// What a page says of such a value.
    package static let expectation = "a duration such as `90 minutes`, `36h` or `2d`"

    private static let units: [(names: Set<String>, seconds: Int64)] = [
        (["s", "second", "seconds"], 1), (["m", "minute", "minutes"], 60), (["h", "hour", "hours"], 3_600),
        (["d", "day", "days"], 86_400),
    ]

    /// The seconds of a duration, or nil where the text is none or too long to be one.
    package static func seconds(_ text: String) -> Int64? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }
        guard let count = Int64(digits), let seconds = units.first(where: { $0.names.contains(String(unit)) })?.seconds
        else { return nil }
        let (product, overflow) = count.multipliedReportingOverflow(by: seconds)
        return overflow ? nil : product
    }
}
