/// Follows which transactions the cells of some accounts hold, while history is decided again.
struct ContributionLedger {
    struct Cell {
        var window: Int32 = 0
        var contributions: [Explanation.Contribution] = []
        var count = 0
    }

    /// Whose cell of which rule; nobody's for one of everyone.
    private struct CellName: Hashable {
        let rule: Int32
        let customer: UInt32?
    }

    /// One key of one unique rule.
    private struct SeenKey: Hashable {
        let rule: Int32
        let values: [UInt8]
    }

    private let customers: Set<UInt32>
    private let keepsOthers: Bool
    private var cells: [CellName: Cell] = [:]
    /// The event that recorded each key which a transaction to be explained has, once there is one.
    private var firstSeen: [SeenKey: Event?] = [:]

    /// A ledger for the explanation of transactions: of their customers' own cells and those of everyone. Ids of other
    /// customers are kept only if wanted.
    init(for targets: [Transaction], customers: Set<UInt32>, program: Program, keepsOthers: Bool) {
        self.customers = customers
        self.keepsOthers = keepsOthers
        for (index, rule) in program.rules.enumerated() where rule.kind == .unique {
            for target in targets {
                firstSeen[Self.key(of: target, Int32(index), program), default: nil] = nil
            }
        }
    }

    /// Takes a decided event: the only row of the batch, with its judgements.
    mutating func add(_ event: Event, _ accounts: OneByOne, judged: Int) {
        let kind = event.decision
        guard kind != .ignored else { return }
        let isOwn = customers.contains(accounts.batch.customerNumbers[0])
        for index in 0..<judged {
            let judgement = accounts.decisions.judgements[index]
            let step = accounts.program.steps[Int(judgement.step)]
            if step.kind == .unique && judgement.isRelevant { note(event, step.rule, accounts.program) }
            guard step.kind == .limit, judgement.isRelevant, judgement.canCount, isOwn || step.place == .shared,
                step.counted.includes(kind)
            else { continue }
            count(event.transaction, judgement, step, accounts.batch)
        }
    }

    private mutating func count(
        _ transaction: Transaction, _ judgement: Judgement, _ step: Step, _ batch: TransactionBatch
    ) {
        let isShared = step.place == .shared
        let name = CellName(rule: step.rule, customer: isShared ? nil : batch.customerNumbers[0])
        if cells[name]?.window != judgement.window { cells[name] = Cell(window: judgement.window) }
        cells[name]?.count += 1
        if !isShared || keepsOthers {
            let contribution = Explanation.Contribution(id: transaction.id, added: judgement.added)
            cells[name]?.contributions.append(contribution)
        }
    }

    private mutating func note(_ event: Event, _ rule: Int32, _ program: Program) {
        let key = Self.key(of: event.transaction, rule, program)
        if case .some(.none) = firstSeen[key] { firstSeen.updateValue(event, forKey: key) }
    }

    /// What the judged rule's cell holds in the judged window.
    func cell(_ judgement: Judgement, _ step: Step, of customer: UInt32) -> Cell {
        let name = CellName(rule: step.rule, customer: step.place == .shared ? nil : customer)
        guard let cell = cells[name], cell.window == judgement.window else { return Cell() }
        return cell
    }

    /// The event that recorded the transaction's key for a unique rule.
    func firstSeen(_ transaction: Transaction, _ rule: Int32, _ program: Program) -> Event? {
        guard program.rules[Int(rule)].kind == .unique else { return nil }
        return firstSeen[Self.key(of: transaction, rule, program)] ?? nil
    }

    private static func key(of transaction: Transaction, _ rule: Int32, _ program: Program) -> SeenKey {
        var values: [UInt8] = []
        let clock = program.calendar.clock
        for field in program.rules[Int(rule)].keyFields {
            program.fields[field].append(of: transaction, clock, to: &values)
        }
        return SeenKey(rule: rule, values: values)
    }
}

extension TransactionField {
    /// Appends a transaction's value of this field, so that different values never read alike.
    fileprivate func append(of transaction: Transaction, _ clock: LocalClock, to values: inout [UInt8]) {
        switch self {
        case .account(let field): Self.append(field, of: transaction, clock, to: &values)
        case .declared(let field): Self.append(field, of: transaction, to: &values)
        }
    }

    private static func append(_ field: DeclaredField, of transaction: Transaction, to values: inout [UInt8]) {
        let value = transaction.fields[field.name] ?? field.fallback.flatMap { FieldValue($0, field.type) }
        switch value {
        case .text(let text): append(text, to: &values)
        case .number(let number), .money(let number), .time(let number): append("\(number)", to: &values)
        case .boolean(let isTrue): append("\(isTrue)", to: &values)
        // No text has this length.
        case nil: values += "-:".utf8
        }
    }

    private static func append(
        _ field: AccountField, of transaction: Transaction, _ clock: LocalClock, to values: inout [UInt8]
    ) {
        let number: Int64
        switch field {
        case .id: return append(transaction.id, to: &values)
        case .customer: return append(transaction.customer, to: &values)
        case .amount: number = transaction.amount
        case .kind: number = Int64(transaction.kind.rawValue)
        case .time: number = transaction.time
        case .weekday: number = CivilClock.weekday(day: CivilClock.day(of: clock.local(transaction.time)))
        case .hour: number = CivilClock.hour(of: clock.local(transaction.time))
        case .date: number = CivilClock.day(of: clock.local(transaction.time))
        // No key has a state in it.
        case .balance: return
        }
        append("\(number)", to: &values)
    }

    /// The length in front keeps the texts of two fields apart.
    private static func append(_ text: String, to values: inout [UInt8]) {
        values += "\(text.utf8.count):".utf8
        values += text.utf8
    }
}
