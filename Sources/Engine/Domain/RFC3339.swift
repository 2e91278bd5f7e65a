internal import RulesDSL

/// Times as text, by RFC 3339: `2000-01-01T18:00:00Z`, `2000-01-01t19:30:00.25+01:30`.
package enum RFC3339 {
    /// The length of `2000-01-01T18:00:00`.
    private static let plainLength = 19

    /// Reads a date and time with its offset. Fractions of a second are cut; a leap second counts as the second
    /// before. The answer counts seconds since 1970-01-01T00:00:00Z.
    package static func parse<Bytes: RandomAccessCollection>(_ bytes: Bytes) throws(TimeMistake) -> Int64
    where Bytes.Element == UInt8, Bytes.Index == Int {
        let start = bytes.startIndex
        guard bytes.count >= plainLength, hasLayout(bytes) else { throw .malformed }
        let year = twoDigits(bytes, start) * 100 + twoDigits(bytes, start + 2)
        let month = twoDigits(bytes, start + 5)
        let day = twoDigits(bytes, start + 8)
        let date = CivilDate(year: year, month: month, day: day)
        guard date.exists else { throw .noSuchDate }
        let hour = twoDigits(bytes, start + 11)
        let minute = twoDigits(bytes, start + 14)
        let second = twoDigits(bytes, start + 17)
        guard hour <= 23, minute <= 59, second <= 60 else { throw .noSuchTime }
        let offset = try offset(bytes, from: try endOfFraction(bytes))

        let time = Int64(date.dayNumber * secondsOfDay + hour * 3600 + minute * 60 + min(second, 59) - offset)
        if second == 60 && !isBeforeLeapSecond(time) { throw .noLeapSecond }
        guard earliest...latest ~= time else { throw .outOfRange }
        return time
    }

    /// Whether the first 19 bytes are digits, hyphens, colons and the letter between date and time, each in its place.
    private static func hasLayout<Bytes: RandomAccessCollection>(_ bytes: Bytes) -> Bool
    where Bytes.Element == UInt8, Bytes.Index == Int {
        for place in 0..<plainLength {
            let byte = bytes[bytes.startIndex + place]
            let fits =
                switch place {
                case 4, 7: byte == UInt8(ascii: "-")
                case 10: byte | 0x20 == UInt8(ascii: "t")
                case 13, 16: byte == UInt8(ascii: ":")
                default: isDigit(byte)
                }
            if !fits { return false }
        }
        return true
    }

    /// Where the seconds end, fraction included.
    private static func endOfFraction<Bytes: RandomAccessCollection>(_ bytes: Bytes) throws(TimeMistake) -> Int
    where Bytes.Element == UInt8, Bytes.Index == Int {
        var index = bytes.startIndex + plainLength
        guard index < bytes.endIndex, bytes[index] == UInt8(ascii: ".") else { return index }
        index += 1
        let first = index
        while index < bytes.endIndex, isDigit(bytes[index]) { index += 1 }
        if index == first { throw .malformed }
        return index
    }

    /// The seconds that local time is ahead of UTC; nothing may follow the offset.
    private static func offset<Bytes: RandomAccessCollection>(
        _ bytes: Bytes, from index: Int
    ) throws(TimeMistake) -> Int where Bytes.Element == UInt8, Bytes.Index == Int {
        guard index < bytes.endIndex else { throw .withoutOffset }
        let sign = bytes[index]
        let length = bytes.endIndex - index
        if sign | 0x20 == UInt8(ascii: "z") {
            guard length == 1 else { throw .malformed }
            return 0
        }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), length == 6,
            isDigit(bytes[index + 1]), isDigit(bytes[index + 2]), bytes[index + 3] == UInt8(ascii: ":"),
            isDigit(bytes[index + 4]), isDigit(bytes[index + 5])
        else { throw .malformed }
        let hours = twoDigits(bytes, index + 1)
        let minutes = twoDigits(bytes, index + 4)
        guard hours <= 23, minutes <= 59 else { throw .noSuchOffset }
        let seconds = hours * 3600 + minutes * 60
        return sign == UInt8(ascii: "-") ? -seconds : seconds
    }

    /// Leap seconds are inserted at the end of a June or December, in UTC; which years have one is announced half a
    /// year ahead, so every year is believed.
    private static func isBeforeLeapSecond(_ time: Int64) -> Bool {
        let day = Int(time).floorDivided(by: secondsOfDay)
        guard Int(time) == (day + 1) * secondsOfDay - 1 else { return false }
        let date = CivilDate(day: day)
        return (date.month == 6 && date.day == 30) || (date.month == 12 && date.day == 31)
    }

    static let secondsOfDay = 86_400
    /// 0000-01-01T00:00:00Z.
    private static let earliest: Int64 = -62_167_219_200
    /// 9999-12-31T23:59:59Z.
    private static let latest: Int64 = 253_402_300_799

    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") <= 9
    }

    @inline(__always)
    private static func twoDigits<Bytes: RandomAccessCollection>(_ bytes: Bytes, _ index: Int) -> Int
    where Bytes.Element == UInt8, Bytes.Index == Int {
        Int(bytes[index] &- UInt8(ascii: "0")) * 10 + Int(bytes[index + 1] &- UInt8(ascii: "0"))
    }
}
