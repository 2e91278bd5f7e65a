/// A policy with its text, and a stream of input for it: all from one seed.
struct RandomCase: Sendable {
    let seed: UInt64
    let policy: Policy
    let rules: String
    let lines: [InputLine]

    init(seed: UInt64, transactions: Int) throws {
        self.seed = seed
        var random = RandomSource(seed: seed)
        let scale = MoneyScale(&random)
        let anchorDay = Self.anchorDay(&random)
        let texts = Self.texts(&random)
        policy = PolicyGenerator.policy(random.split(), scale, anchorDay: anchorDay, texts: texts)
        rules = PolicyPrinter.varied(policy, random.split())
        lines = try StreamGenerator.lines(
            transactions, under: policy, random.split(), scale, anchorDay: anchorDay, texts: texts)
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

    /// Customers, some of which look alike.
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
}
