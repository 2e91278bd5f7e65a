/// What is wrong with a text that should be a time. The codes are stable.
package enum TimeMistake: String, Error, Sendable, CaseIterable {
    /// Not of the form `2000-01-01T18:00:00Z`.
    case malformed = "time-malformed"
    /// No `Z` and no offset: nobody knows which moment it is.
    case withoutOffset = "time-without-offset"
    /// A month beyond 12 or a day that its month does not have.
    case noSuchDate = "time-no-such-date"
    /// An hour beyond 23, or a minute or second beyond 59.
    case noSuchTime = "time-no-such-time"
    /// A second 60 where no leap second can be.
    case noLeapSecond = "time-no-leap-second"
    /// An offset beyond ±23:59.
    case noSuchOffset = "time-no-such-offset"
    /// Not in the years 0000 to 9999 in UTC.
    case outOfRange = "time-out-of-range"
}
