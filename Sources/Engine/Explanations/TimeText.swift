package import RulesDSL

/// Writes times for people: in UTC, as everywhere, and by the policy's own clock where that is another one, since its
/// days and weeks are those of that clock.
package struct TimeText: Sendable {
    /// Nil where the policy's clock shows UTC.
    private let zone: (name: String, clock: LocalClock)?

    package init(_ policy: CheckedPolicy) {
        zone = policy.timezone == "UTC" ? nil : (policy.timezone, LocalClock(policy.zone))
    }

    /// `2000-01-01T18:00:00Z`, `2000-01-01T18:00:00Z (Saturday 2000-01-01 19:00:00 Europe/Paris)`.
    package func text(_ time: Int64) -> String {
        RFC3339.text(time) + (local(time).map { " (\($0))" } ?? "")
    }

    /// The date that begins with a second by the policy's clock, else the time: `2000-01-01`.
    package func date(_ time: Int64) -> String {
        let local = zone?.clock.local(time) ?? time
        guard CivilClock.day(of: local) * CivilClock.secondsPerDay == local else { return text(time) }
        return String(RFC3339.text(local).prefix { $0 != "T" })
    }

    /// What the policy's clock shows, if that is not UTC: `Saturday 2000-01-01 19:00:00 Europe/Paris`.
    package func local(_ time: Int64) -> String? {
        guard let zone else { return nil }
        let local = zone.clock.local(time)
        let weekday = Weekday(rawValue: Int(CivilClock.weekday(day: CivilClock.day(of: local))))?.name ?? ""
        let (date, clock) = (RFC3339.text(local).prefix { $0 != "T" }, RFC3339.text(local).suffix(9).dropLast())
        return "\(weekday) \(date) \(clock) \(zone.name)"
    }
}
