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
    private let setting: Setting
    private let customers: [Text]
    private let loadPercent: Int
    private let repeatPercent: Int
    /// How many lines are in the usual spelling, which the engine may have a shorter way for.
    private let plainPercent: Int
    private var random: RandomSource
    private var spelling: LineSpelling
    private var clock: StreamClock
    private var bank: ModelBank
    private var earlier: [Transaction] = []
    private var number: Int64 = 0

    /// The lines of a stream with what the model decides, which it needs to find the amounts that just fit.
    static func stream(
        _ count: Int, under policy: Policy, _ random: RandomSource, _ setting: Setting
    ) throws -> ([InputLine], [EngineDecision]) {
        var generator = StreamGenerator(policy, random, setting)
        var lines: [InputLine] = []
        var decisions: [EngineDecision] = []
        for number in 0..<count {
            let line = try generator.line()
            lines.append(line)
            switch line.meaning {
            case .blank: break
            case .rejected: decisions.append(EngineDecision(line: number + 1, verdict: .rejected))
            case .transaction(let transaction):
                let decision = try generator.bank.decide(transaction)
                decisions.append(EngineDecision(line: number + 1, transaction, decision))
            }
        }
        return (lines, decisions)
    }

    private init(_ policy: Policy, _ random: RandomSource, _ setting: Setting) {
        var random = random
        self.policy = policy
        self.setting = setting
        var customers = Array(random.shuffled(setting.texts).prefix(1 + random.index(below: 4)))
        if random.chance(10) {
            // So many that every table of customers grows more than once.
            customers += (0..<400).map { Text($0 % 3 == 0 ? "customer-\($0)" : "\($0 * $0 * 7_919)") }
        }
        self.customers = customers
        plainPercent = random.pick([0, 20, 90, 100])
        loadPercent = random.pick([50, 70, 70, 90])
        repeatPercent = random.pick([2, 10, 25])
        spelling = LineSpelling(policy: policy, random: random.split())
        clock = StreamClock(policy, setting, random.split())
        bank = ModelBank(policy)
        self.random = random
    }

    private mutating func line() throws -> InputLine {
        if random.chance(1) { return InputLine(text: random.pick(["", "  ", "\t\r"]), meaning: .blank) }
        let transaction = try transaction()
        if random.chance(policy.fields.isEmpty ? 1 : 2) {
            let text = BadLine.text(insteadOf: transaction, policy, &random)
            return InputLine(text: text, meaning: .rejected)
        }
        earlier.append(transaction)
        let isPlain = random.chance(plainPercent)
        let text = isPlain ? LineSpelling.plain(transaction, policy) : spelling.varied(transaction)
        return InputLine(text: text, meaning: .transaction(transaction))
    }

    private mutating func transaction() throws -> Transaction {
        let near = earlier.suffix(60).map(\.self)
        var transaction = Transaction(
            id: nextID(), customer: random.pick(customers), amount: setting.scale.usual(&random),
            kind: random.chance(loadPercent) ? .load : .withdrawal,
            time: clock.next(after: near.randomElement(&random)), declared: declared())
        if random.chance(repeatPercent), let old = near.randomElement(&random) {
            transaction.id = old.id
            if random.chance(80) { transaction.customer = old.customer }
            if random.chance(60) {
                transaction.amount = old.amount
                transaction.kind = old.kind
            }
            if random.chance(60) { transaction.time = old.time }
            if random.chance(80) { transaction.declared = old.declared }
        }
        if random.chance(20) { transaction.amount = try fittingAmount(transaction) }
        if random.chance(1), random.chance(40) {
            transaction.amount = setting.scale.huge(&random)
        }
        return transaction
    }

    private mutating func declared() -> [String: Value] {
        var values: [String: Value] = [:]
        for field in policy.fields {
            let value = setting.someValue(field.type, &random)
            switch field.presence {
            case .required: values[field.name] = value
            case .optional: values[field.name] = random.chance(70) ? value : nil
            case .defaults(let usual): values[field.name] = random.chance(70) ? value : usual
            }
        }
        return values
    }

    /// Just what a limit has left, or a cent more.
    private mutating func fittingAmount(_ transaction: Transaction) throws -> Int64 {
        guard !policy.rules.isEmpty else { return setting.scale.usual(&random) }
        let index = random.index(below: policy.rules.count)
        let situation = bank.situation(of: transaction)
        let cent: Int64 = random.pick([0, 0, 1, -1])
        guard case .limit(let aggregate, let bound) = policy.rules[index].check, aggregate.term != nil,
            let limit = try? situation.size(of: bound)
        else {
            // All of the balance, or a cent more.
            return min(max(2, situation.balance), .max - 1) + cent
        }
        var used: Int64 = 0
        if case .sum = aggregate.function {
            let windows = situation.cell(of: aggregate, .rule(index))
                .windows(aggregate.window, around: transaction.time, under: policy)
            used = windows.compactMap { try? aggregate.measure($0) }.max() ?? 0
        }
        let (left, overflow) = limit.subtractingReportingOverflow(used)
        guard !overflow, left > 1, left < .max - 1 else { return setting.scale.usual(&random) }
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
}
