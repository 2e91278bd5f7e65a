/// Takes seconds apart as a wall clock shows them. The seconds are those since 1970-01-01 00:00 on that clock: for UTC
/// the time itself, for another zone what its `LocalClock` says.
package enum CivilClock {
    /// Seconds of a civil day.
    package static let secondsPerDay: Int64 = 86_400

    /// Days since 1970-01-01; below zero before it.
    @inline(__always)
    package static func day(of local: Int64) -> Int64 {
        local.floorDivided(by: secondsPerDay)
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
    package static func hour(of local: Int64) -> Int64 {
        (local - day(of: local) * secondsPerDay) / 3_600
    }
}
