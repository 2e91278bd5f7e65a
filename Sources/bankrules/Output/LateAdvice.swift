internal import Engine
internal import RulesDSL

/// What to write into the header of rules so that transactions which come late are taken.
enum LateAdvice {
    /// The longest delay for which each unit makes a number that people can imagine.
    private static let units: [(longest: Int64, seconds: Int64, name: String)] = [
        (60, 1, "seconds"), (99 * 60, 60, "minutes"), (48 * 3_600, 3_600, "hours"),
        (CheckLimits.lateDays * 86_400, 86_400, "days"),
    ]

    /// ``` `late up to 4 minutes` in the header of the rules```: enough for a delay of so many seconds. Nil where the
    /// language allows no such line.
    static func line(enoughFor delay: Int64) -> String? {
        guard let unit = units.first(where: { delay <= $0.longest }) else { return nil }
        // The units are plural words.
        let count = max(2, (delay + unit.seconds - 1) / unit.seconds)
        return "`late up to \(count) \(unit.name)` in the header of the rules"
    }

    /// What the summary of a run says of transactions that came too late; nil if none did.
    static func sentence(_ late: RunSummary.TooLate) -> String? {
        guard late.count > 0 else { return nil }
        let start = "\(NumberText.grouped(late.count)) came too late, by up to \(DurationWords.text(late.delay)); "
        guard let line = line(enoughFor: late.delay) else {
            return start + "that is more than any `late`; `bankrules explain ID` says if one needs less, and "
                + "`--max-ahead` rejects what a wrong clock puts ahead of time"
        }
        // By the latest transaction of all customers, and however early the window ended before it: perhaps more than
        // they need.
        let counted = late.count == 1 ? "it" : "all"
        return start + "\(line) is enough for \(counted), `bankrules explain ID` says what one needs"
    }
}
