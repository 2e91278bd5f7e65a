/// The amounts that one case is about: transactions and bounds drawn from the same few sizes meet often.
struct MoneyScale {
    /// In minor units, above zero.
    let amounts: [Int64]

    init(_ random: inout RandomSource) {
        let unit = random.pick([1, 100, 100, 100, 1_000, 50_000, 123])
        amounts = [1, 2, 3, 5, 10, 25].map { $0 * Int64(unit) }
    }

    func huge(_ random: inout RandomSource) -> Int64 {
        Int64.max - random.int(0...2) * random.pick([1, 1_000, Int64.max / 8])
    }

    func usual(_ random: inout RandomSource) -> Int64 {
        let amount = random.pick(amounts) * random.pick([1, 1, 2, 3])
        return max(1, amount + random.pick([0, 0, 0, 1, -1]))
    }
}
