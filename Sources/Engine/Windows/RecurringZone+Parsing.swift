extension RecurringZone {
    /// The zone that a text describes; nil where the text has another form.
    init?(_ text: [UInt8]) {
        var parser = Parser(text: text)
        guard let zone = parser.parseZone(), parser.isAtEnd else { return nil }
        self = zone
    }

    /// Reads the parts of the text one after the other.
    private struct Parser {
        let text: [UInt8]
        var place = 0

        init(text: [UInt8]) {
            self.text = text
        }

        var isAtEnd: Bool { place == text.count }

        private var next: UInt8? { place < text.count ? text[place] : nil }

        mutating func parseZone() -> RecurringZone? {
            guard skipName(), let west = parseClock(hours: 0...24) else { return nil }
            guard !isAtEnd else { return RecurringZone(standard: -west, summer: nil) }
            guard skipName() else { return nil }
            var summerWest = west - 3600
            if next != UInt8(ascii: ",") {
                guard let written = parseClock(hours: 0...24) else { return nil }
                summerWest = written
            }
            guard let start = parseChange(), let end = parseChange() else { return nil }
            return RecurringZone(
                standard: -west, summer: Summer(offset: -summerWest, start: start, end: end))
        }

        /// `CET` or `<+03>`.
        private mutating func skipName() -> Bool {
            let isQuoted = skip("<")
            let begin = place
            while let byte = next, Self.isLetter(byte) || isQuoted && Self.isSignOrDigit(byte) { place += 1 }
            return place - begin >= 3 && (!isQuoted || skip(">"))
        }

        private static func isLetter(_ byte: UInt8) -> Bool {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }

        private static func isSignOrDigit(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || isDigit(byte)
        }

        private static func isDigit(_ byte: UInt8) -> Bool {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }

        /// `,M3.5.0/2`.
        private mutating func parseChange() -> Change? {
            guard skip(","), let day = parseDay() else { return nil }
            guard skip("/") else { return Change(day: day, time: 7200) }
            return parseClock(hours: 0...167).map { Change(day: day, time: $0) }
        }

        private mutating func parseDay() -> YearDay? {
            if skip("J") { return parseNumber(1...365).map { .withoutLeapDay($0) } }
            guard skip("M") else { return parseNumber(0...365).map { .withLeapDay($0) } }
            guard let month = parseNumber(1...12), skip("."), let week = parseNumber(1...5), skip("."),
                let day = parseNumber(0...6)
            else { return nil }
            return .weekday(month: month, week: week, day: day)
        }

        /// `[+|-]hh[:mm[:ss]]` in seconds.
        private mutating func parseClock(hours: ClosedRange<Int>) -> Int64? {
            let isNegative = skip("-")
            if !isNegative { _ = skip("+") }
            guard let hour = parseNumber(hours) else { return nil }
            var seconds = hour * 3600
            if skip(":") {
                guard let minute = parseNumber(0...59) else { return nil }
                seconds += minute * 60
                if skip(":") {
                    guard let second = parseNumber(0...59) else { return nil }
                    seconds += second
                }
            }
            return Int64(isNegative ? -seconds : seconds)
        }

        private mutating func parseNumber(_ range: ClosedRange<Int>) -> Int? {
            var value = 0
            let begin = place
            while let byte = next, Self.isDigit(byte), place - begin < 3 {
                value = value * 10 + Int(byte - UInt8(ascii: "0"))
                place += 1
            }
            return place > begin && range.contains(value) ? value : nil
        }

        private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
            guard next == UInt8(ascii: scalar) else { return false }
            place += 1
            return true
        }
    }
}
