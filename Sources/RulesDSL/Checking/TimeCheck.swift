/// Times of the policy's wall clock.
extension PolicyChecker {
    /// The second at which the policy's wall clock shows a time, given as seconds since 1970-01-01 00:00 on it. Nil
    /// where there is none or two, which is reported, and where the zone is not known.
    mutating func resolve(local: Int64, at range: SourceRange) -> Int64? {
        guard let zone = header.zone, let name = header.timezone else { return nil }
        let text = excerpt(range)
        switch zone.occurrence(ofLocal: local) {
        case .once(let time): return time
        case .never(let skippedAt):
            let from = LocalTimeText.clock(skippedAt + zone.offset(at: skippedAt - 1), beside: local)
            let to = LocalTimeText.clock(skippedAt + zone.offset(at: skippedAt), beside: local)
            report(CheckMessage.localTimeSkipped(range, text: text, zone: name, from: from, to: to))
        case .twice(let first, let second):
            let readings = [first, second].map { LocalTimeText.instant($0, offset: zone.offset(at: $0)) }
            report(CheckMessage.localTimeTwice(range, text: text, zone: name, readings: readings))
        }
        return nil
    }
}

/// Times as a rules file has them.
enum LocalTimeText {
    /// The time of day, with its date where that is not the date of another time, and seconds where there are some.
    static func clock(_ local: Int64, beside other: Int64) -> String {
        let (date, exact) = parts(local)
        let clock = exact.hasSuffix(":00") ? String(exact.dropLast(3)) : exact
        return date == parts(other).date ? clock : "\(date) \(clock)"
    }

    /// `2026-10-25T02:30:00+01:00`; in UTC where the offset has seconds, which can't be written.
    static func instant(_ time: Int64, offset: Int64) -> String {
        guard offset % 60 == 0 else { return instant(time, offset: 0) }
        let (date, clock) = parts(time + offset)
        guard offset != 0 else { return "\(date)T\(clock)Z" }
        let minutes = Int(abs(offset) / 60)
        let sign = offset < 0 ? "-" : "+"
        return "\(date)T\(clock)\(sign)\((minutes / 60).padded(2)):\((minutes % 60).padded(2))"
    }

    private static func parts(_ local: Int64) -> (date: String, clock: String) {
        var day = local / 86_400
        var second = Int(local % 86_400)
        if second < 0 {
            day -= 1
            second += 86_400
        }
        // What is to be said is of the years 0 to 9999.
        let date = CivilDate(day: Int(min(max(day, -719_528), 2_932_896)))
        return (
            "\(date.year.padded(4))-\(date.month.padded(2))-\(date.day.padded(2))",
            "\((second / 3600).padded(2)):\((second / 60 % 60).padded(2)):\((second % 60).padded(2))"
        )
    }
}
