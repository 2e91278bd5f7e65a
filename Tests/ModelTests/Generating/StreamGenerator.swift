/// One line of input, and what it is.
struct InputLine: Hashable, Sendable {
    enum Meaning: Hashable, Sendable {
        case transaction(Transaction)
        /// No transaction: the line must be refused.
        case rejected
        /// Only white space.
        case blank
    }

    let text: String
    let meaning: Meaning
}

/// Makes transactions that meet the rules of a policy where it hurts: at their bounds, and at the edges of windows.
struct StreamGenerator {
    private let policy: Policy
    private let scale: MoneyScale
    private let customers: [Text]
    private let pace: Int64
    private let loadPercent: Int
    private let repeatPercent: Int
    /// How many lines are in the usual spelling, which the engine may have a shorter way for.
    private let plainPercent: Int
    private var random: RandomSource
    private var spelling: LineSpelling
    private var bank: ModelBank
    private var now: Int64
    private var earlier: [Transaction] = []
    private var number: Int64 = 0

    /// The lines of a stream, decided along the way by the model to find the amounts that just fit.
    static func lines(
        _ count: Int, under policy: Policy, _ random: RandomSource, _ scale: MoneyScale, anchorDay: Int64, texts: [Text]
    ) throws -> [InputLine] {
        var generator = StreamGenerator(policy, random, scale, anchorDay: anchorDay, texts: texts)
        return try (0..<count).map { _ in try generator.line() }
    }

    private init(_ policy: Policy, _ random: RandomSource, _ scale: MoneyScale, anchorDay: Int64, texts: [Text]) {
        var random = random
        self.policy = policy
        self.scale = scale
        var customers = Array(random.shuffled(texts).prefix(1 + random.index(below: 4)))
        if random.chance(10) {
            // So many that every table of customers grows more than once.
            customers += (0..<400).map { Text($0 % 3 == 0 ? "customer-\($0)" : "\($0 * $0 * 7_919)") }
        }
        self.customers = customers
        plainPercent = random.pick([0, 20, 90, 100])
        pace = random.pick([20, 600, 3600, 20_000, 90_000, 1_000_000])
        loadPercent = random.pick([50, 70, 70, 90])
        repeatPercent = random.pick([2, 10, 25])
        spelling = LineSpelling(currency: policy.currency, random: random.split())
        bank = ModelBank(policy)
        now = anchorDay * Calendar.secondsOfDay + random.pick([0, -1, 43_200, -200_000])
        self.random = random
    }

    private mutating func line() throws -> InputLine {
        if random.chance(1) { return InputLine(text: random.pick(["", "  ", "\t\r"]), meaning: .blank) }
        let transaction = try transaction()
        if random.chance(1) {
            let text = BadLine.text(insteadOf: transaction, policy.currency, &random)
            return InputLine(text: text, meaning: .rejected)
        }
        _ = try bank.decide(transaction)
        earlier.append(transaction)
        let isPlain = random.chance(plainPercent)
        let text = isPlain ? LineSpelling.plain(transaction, policy.currency) : spelling.varied(transaction)
        return InputLine(text: text, meaning: .transaction(transaction))
    }

    private mutating func transaction() throws -> Transaction {
        moveTime()
        var transaction = Transaction(
            id: nextID(), customer: random.pick(customers), amount: scale.usual(&random),
            kind: random.chance(loadPercent) ? .load : .withdrawal, time: clamped(time()))
        if random.chance(repeatPercent), let old = earlier.suffix(60).map(\.self).randomElement(&random) {
            transaction.id = old.id
            if random.chance(80) { transaction.customer = old.customer }
            if random.chance(60) {
                transaction.amount = old.amount
                transaction.kind = old.kind
            }
            if random.chance(60) { transaction.time = old.time }
        }
        if random.chance(20) { transaction.amount = try fittingAmount(transaction) }
        if random.chance(1), random.chance(40) {
            transaction.amount = scale.huge(&random)
        }
        return transaction
    }

    /// Just what a limit has left, or a cent more.
    private mutating func fittingAmount(_ transaction: Transaction) throws -> Int64 {
        guard !policy.rules.isEmpty else { return scale.usual(&random) }
        let index = random.index(below: policy.rules.count)
        let situation = bank.situation(of: transaction)
        let cent: Int64 = random.pick([0, 0, 1, -1])
        guard case .limit(.sum, _, _, _, let bound) = policy.rules[index].check,
            let used = bank.used(index, situation), let limit = try? situation.size(of: bound)
        else {
            // All of the balance, or a cent more.
            return min(max(2, situation.balance), .max - 1) + cent
        }
        let (left, overflow) = limit.subtractingReportingOverflow(used)
        guard !overflow, left > 1, left < .max - 1 else { return scale.usual(&random) }
        return left + cent
    }

    // MARK: Ids

    private mutating func nextID() -> Text {
        number += 1
        switch random.index(below: 40) {
        case 0: return Text("0\(number)")
        case 1: return Text("-\(number)")
        case 2: return Text("\(number).0")
        case 3: return Text("99999999999999\(number % 10)")
        case 4: return Text("1844674407370955161\(number % 10)")
        case 5:
            return Text("\(random.pick(["\u{FF17}", "7", "07", "e\u{301}", "\u{E9}", "\"7\"", "7 ", "\\", "\u{1}\n"]))")
        case 6: return Text(String(repeating: "z", count: 250) + "\(number % 3)")
        case 7...10: return Text("txn-\(number)")
        default: return Text("\(number)")
        }
    }

    // MARK: Times

    private mutating func moveTime() {
        switch random.index(below: 100) {
        case 0..<70: now += random.int(0...pace)
        case 70..<78:
            // On to the edge of a window: its last second, or the first after it.
            let window = random.pick([Window.day, .day, .day, .week, .month, .year])
            guard pace > 1_000 || window == .day else { return }
            if let span = Calendar.span(window, containing: clamped(now), weekStart: policy.weekStart) {
                now = span.end - random.pick([0, 0, 1])
            }
        default: break
        }
        now = clamped(now)
    }

    /// The time of one transaction: now, or late.
    private mutating func time() -> Int64 {
        switch random.index(below: 100) {
        case 0..<6: now - random.int(0...pace)
        case 6..<9: now - random.int(0...86_400)
        case 9..<11: now - random.int(0...3_000_000)
        case 11: Calendar.dayNumber(of: now) * Calendar.secondsOfDay - random.pick([0, 1])
        default: now
        }
    }

    private func clamped(_ time: Int64) -> Int64 {
        let first = Calendar.dayNumber(year: 0, month: 1, day: 1) * Calendar.secondsOfDay
        let last = Calendar.dayNumber(year: 9999, month: 12, day: 31) * Calendar.secondsOfDay + 86_399
        return min(max(time, first), last)
    }
}
