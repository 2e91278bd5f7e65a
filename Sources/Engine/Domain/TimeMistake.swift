/// What is wrong with a text that should be a time.
package enum TimeMistake: Error, Sendable {
    /// Not of the form `2000-01-01T18:00:00Z`.
    case malformed
    /// No `Z` and no offset: nobody knows which moment it is.
    case withoutOffset
    /// A month beyond 12 or a day that its month does not have.
    case noSuchDate
    /// An hour beyond 23, a minute beyond 59 or a second beyond 60.
    case noSuchTime
    /// A second 60 where no leap second can be.
    case noLeapSecond
    /// An offset beyond ±23:59.
    case noSuchOffset
    /// Not in the years 0000 to 9999 in UTC.
    case outOfRange
}
