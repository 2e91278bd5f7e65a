/// Transactions of any number, for measuring: customers skewed, 1 % of the ids repeated, 18 % withdrawals.
struct History {
    let count: Int
    let customers: Int
    let days: Int
    let seed: UInt64
    /// Whether half of the repeats bring another amount.
    let payloadRepeats: Bool

    /// So many of the last transactions may be repeated.
    private static let memory = 1024
    /// Between two transactions passes twice the mean or less; times are counted in 65,536ths of a second.
    private static let fraction = 16

    /// Hands each transaction to the body, in order of time.
    func forEach<Failure: Error>(_ body: (Transaction) throws(Failure) -> Void) throws(Failure) {
        var random = RandomSource(seed: seed)
        let amounts = Amounts(largest: 9_000_00, middle: 500_00, spread: 567_000)
        let meanGap = max(1, (days * 86_400) << Self.fraction / max(1, count))
        var recent: [Transaction] = []
        var clock = 0
        for number in 0..<count {
            clock += random.below(2 * meanGap)
            let transaction: Transaction
            if recent.count == Self.memory && random.below(100) == 0 {
                transaction = repeated(recent[random.below(Self.memory)], at: clock >> Self.fraction, &random)
            } else {
                transaction = Transaction(
                    id: number + 1, customer: customer(&random), amount: amount(amounts, &random),
                    time: clock >> Self.fraction)
                if recent.count < Self.memory {
                    recent.append(transaction)
                } else {
                    recent[number % Self.memory] = transaction
                }
            }
            try body(transaction)
        }
    }

    /// A few customers have many transactions, most have few: the square of an even draw.
    private func customer(_ random: inout RandomSource) -> Int {
        let even = random.bits() >> 32
        let squared = (even * even) >> 32
        return 1 + Int((squared * UInt64(customers)) >> 32)
    }

    /// A withdrawal is about half as large as a load.
    private func amount(_ amounts: Amounts, _ random: inout RandomSource) -> Int {
        let amount = amounts.draw(from: &random)
        return random.chance(percent: 18) ? -(amount / 2 + 1) : amount
    }

    private func repeated(_ earlier: Transaction, at time: Int, _ random: inout RandomSource) -> Transaction {
        var transaction = earlier
        transaction.time = time
        if payloadRepeats && random.chance(percent: 50) {
            transaction.amount += transaction.amount < 0 ? -1_00 : 1_00
        }
        return transaction
    }
}
