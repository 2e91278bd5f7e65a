/// Everyday transactions: wages and top-ups come in, most of the withdrawals are covered.
struct Traffic {
    let customers: [Int]

    private static let count = 800
    private static let days = 60
    /// How busy each hour of a day is.
    private static let hours = [2, 1, 1, 1, 1, 2, 5, 9, 12, 14, 15, 16, 18, 16, 14, 14, 15, 18, 20, 18, 14, 10, 7, 4]

    /// The drafts, in order of time.
    func drafts(_ random: inout RandomSource) -> [Draft] {
        var times = (0..<Self.count).map { _ in time(&random) }
        times.sort()
        // What a customer would have if no limit stood in the way: good enough to choose plausible withdrawals.
        var balances: [Int: Int] = [:]
        return times.map { time in
            let customer = customers[random.below(random.below(customers.count) + 1)]
            let balance = balances[customer, default: 0]
            let amount = isWithdrawal(balance: balance, &random) ? -withdrawal(from: balance, &random) : load(&random)
            balances[customer] = max(0, balance + amount)
            return Draft(customer: customer, amount: amount, time: time, repeats: repeats(of: amount, &random))
        }
    }

    private func time(_ random: inout RandomSource) -> Int {
        // Every second week has a busy Friday; day 6 is one.
        let day = random.chance(percent: 12) ? 6 + 14 * random.below(4) : random.below(Self.days)
        return day * 86_400 + random.index(weightedBy: Self.hours) * 3600 + random.below(3600)
    }

    private func isWithdrawal(balance: Int, _ random: inout RandomSource) -> Bool {
        random.chance(percent: balance > 20_00 ? 45 : 6)
    }

    private func load(_ random: inout RandomSource) -> Int {
        let amount = Amounts(largest: 4_900_00, middle: 260_00, spread: 300_000).draw(from: &random)
        return rounded(max(5_00, amount), &random)
    }

    private func withdrawal(from balance: Int, _ random: inout RandomSource) -> Int {
        if balance <= 20_00 { return random.within(2...40) * 5_00 }
        // Now and then more than there is.
        let share = random.within(5...108)
        return rounded(max(1_00, balance * share / 100), &random)
    }

    /// People like round amounts; shops and payrolls do not.
    private func rounded(_ amount: Int, _ random: inout RandomSource) -> Int {
        let unit = amount >= 500_00 ? 50_00 : amount >= 40_00 ? 10_00 : 1_00
        return random.chance(percent: 45) ? max(unit, amount / unit * unit) : amount
    }

    /// One in sixty is sent again, seconds to a day later, and a third of these with another amount.
    private func repeats(of amount: Int, _ random: inout RandomSource) -> [Draft.Repeat] {
        guard random.below(60) == 0 else { return [] }
        let after = random.chance(percent: 60) ? random.within(2...90) : random.within(600...86_400)
        let changed = random.chance(percent: 33) ? amount / 2 : amount
        return [Draft.Repeat(after: after, amount: changed == 0 ? amount : changed)]
    }
}
