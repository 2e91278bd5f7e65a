/// What the policy and the stream of one case are both about, so that they meet.
struct Setting: Sendable {
    let scale: MoneyScale
    let zone: ModelZone
    /// The day about which it all begins.
    let anchorDay: Int64
    /// How many seconds may lie between a transaction and the next one.
    let pace: Int64
    /// Customers, some of which look alike.
    let texts: [Text]

    init(_ random: inout RandomSource) {
        scale = MoneyScale(&random)
        pace = random.pick([20, 600, 3600, 20_000, 90_000, 1_000_000])
        let isZoned = random.chance(65)
        let known = isZoned && random.chance(35) ? random.pick(ModelZone.known) : nil
        if let known, let change = known.changes.randomElement(&random) {
            anchorDay = known.day(of: change.time) - random.int(0...2)
        } else {
            anchorDay = Self.anchorDay(&random)
        }
        zone = known ?? (isZoned ? ZoneGenerator.zone(anchorDay: anchorDay, pace: pace, &random) : .utc)
        texts = Self.texts(&random)
    }

    /// Days near which windows of every length begin and end.
    private static func anchorDay(_ random: inout RandomSource) -> Int64 {
        let dates = [
            (2000, 1, 1), (1999, 12, 31), (2024, 2, 29), (2023, 2, 28), (1969, 12, 31), (1970, 1, 1), (1900, 2, 28),
            (0, 1, 4), (9999, 12, 27), (2026, 12, 27), (1600, 2, 29), (2100, 3, 1),
        ]
        let (year, month, day) = random.chance(50) ? dates[0] : random.pick(dates)
        return Calendar.dayNumber(year: year, month: month, day: day)
    }

    private static func texts(_ random: inout RandomSource) -> [Text] {
        let alike = [
            ["7", "07", "\u{FF17}", "7 ", "-7", "7.0"], ["e\u{301}", "\u{E9}", "E\u{301}"],
            ["123456789012345", "1234567890123456", "123456789012346"],
            ["\"", "a\\b", "\u{1F600}", "customer-1", "17"],
            // With ids that are small numbers, `1` and `23` must not be taken for `12` and `3`.
            ["1", "12", "123", "2"],
        ]
        return random.shuffled(alike).prefix(3).flatMap { random.shuffled($0).prefix(2) }.map { Text($0) }
    }

    // MARK: Times

    static let firstTime = Calendar.dayNumber(year: 0, month: 1, day: 1) * Calendar.secondsOfDay
    static let lastTime = Calendar.dayNumber(year: 9999, month: 12, day: 31) * Calendar.secondsOfDay + 86_399

    static func clamped(_ time: Int64) -> Int64 {
        min(max(time, firstTime), lastTime)
    }

    /// A time that the stream may well come by.
    func someTime(_ random: inout RandomSource) -> Int64 {
        let reach: Int64 = random.pick([1, 20, 200, 500])
        return Self.clamped(anchorDay * Calendar.secondsOfDay + random.int(0...pace * reach))
    }

    /// A length of time that matters at this pace, in whole minutes.
    func someLength(_ random: inout RandomSource, upToDays days: Int64) -> Int64 {
        let usual: Int64 = random.pick([60, 3600, 86_400, 7 * 86_400, 30 * 86_400])
        let length = random.chance(30) ? usual : pace * random.pick([1, 2, 5, 10, 30])
        return min(max(60, length - length % 60), days * Calendar.secondsOfDay)
    }

    // MARK: Values of declared fields

    /// One of a few values, so that they meet each other and the rules.
    func someValue(_ type: ModelType, _ random: inout RandomSource) -> Value {
        switch type {
        case .text: .text(Text(random.pick(["FR", "DE", "fr", "", "5411", "ACME *1", "e\u{301}", "\u{E9}"])))
        case .number: .number(random.pick([0, 1_000_000, 2_000_000, -1_000_000, 1_500_000, 333_333, 10_000_000]))
        case .money:
            .money(random.pick([0, 1, scale.usual(&random), scale.usual(&random), -scale.usual(&random)]))
        case .time: .time(someTime(&random))
        case .boolean: .boolean(random.chance(50))
        case .duration: .duration(random.pick([1, 60, 3600, 86_400, 604_800, 100, 2_592_000]))
        case .date: .date(anchorDay + random.int(-2...3))
        case .weekday: .weekday(random.index(below: 7))
        case .kind: .kind(random.pick(Kind.allCases))
        }
    }
}
