/// Reads seconds as the policy's wall clock does. Version 1 knows UTC, so that local time is the time itself.
package enum CivilClock {
    /// Seconds of a civil day.
    package static let secondsPerDay: Int64 = 86_400

    /// Days since 1970-01-01; below zero before it.
    @inline(__always)
    package static func day(of time: Int64) -> Int64 {
        time.floorDivided(by: secondsPerDay)
    }

    /// 0 (Monday) to 6 (Sunday).
    @inline(__always)
    package static func weekday(day: Int64) -> Int64 {
        // 1970-01-01 was a Thursday.
        let remainder = (day + 3) % 7
        return remainder < 0 ? remainder + 7 : remainder
    }

    /// 0 to 23.
    @inline(__always)
    package static func hour(of time: Int64) -> Int64 {
        (time - day(of: time) * secondsPerDay) / 3_600
    }
}
