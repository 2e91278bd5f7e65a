/// Follows which transactions each cell of one account holds, while history is decided again.
struct ContributionLedger {
    struct Cell {
        var window: Int32 = 0
        var contributions: [Explanation.Contribution] = []
        var count = 0
    }

    /// By rule.
    private(set) var cells: [Int32: Cell] = [:]
    /// By rule: the event that recorded the key which the transaction to be explained repeats.
    private(set) var firstSeen: [Int32: Event] = [:]
    private let target: Transaction
    private let customer: UInt32
    private let keepsOthers: Bool

    /// A ledger for the explanation of a transaction: of its customer's own cells and those of everyone. Ids of other
    /// customers are kept only if wanted.
    init(for target: Transaction, customer: UInt32, keepsOthers: Bool) {
        self.target = target
        self.customer = customer
        self.keepsOthers = keepsOthers
    }

    /// Takes a decided event: the only row of the batch, with its judgements.
    mutating func add(_ event: Event, _ accounts: OneByOne, judged: Int) {
        let row = 0
        let batch = accounts.batch
        let kind = event.decision
        let isOwn = batch.customerNumbers[row] == customer
        guard kind != .ignored else { return }
        for index in 0..<judged {
            let judgement = accounts.decisions.judgements[index]
            let step = judgement.step
            if step.kind == .unique && judgement.isRelevant { note(event, step, accounts.program) }
            guard step.kind == .limit, judgement.isRelevant, judgement.canCount, isOwn || step.isShared,
                kind.isAccepted || step.countsAttempts
            else { continue }
            var cell = cells[step.rule] ?? Cell()
            if judgement.window != cell.window { cell = Cell(window: judgement.window) }
            cell.count += 1
            if !step.isShared || keepsOthers {
                let id = String(decoding: batch.idText(row).copied, as: UTF8.self)
                cell.contributions.append(Explanation.Contribution(id: id, added: judgement.added))
            }
            cells[step.rule] = cell
        }
    }

    private mutating func note(_ event: Event, _ step: Step, _ program: Program) {
        guard firstSeen[step.rule] == nil else { return }
        let fields = program.uniques[Int(step.unique)].fields
        if fields.allSatisfy({ $0.isEqual(in: event.transaction, and: target) }) { firstSeen[step.rule] = event }
    }

    /// What the rule's cell holds in the given window.
    func cell(_ rule: Int32, _ window: Int32) -> Cell {
        guard let cell = cells[rule], cell.window == window else { return Cell() }
        return cell
    }
}

extension AccountField {
    /// Whether two transactions have the same value in this field.
    func isEqual(in left: Transaction, and right: Transaction) -> Bool {
        switch self {
        case .id: left.id.utf8.elementsEqual(right.id.utf8)
        case .customer: left.customer.utf8.elementsEqual(right.customer.utf8)
        case .amount: left.amount == right.amount
        case .kind: left.kind == right.kind
        case .time: left.time == right.time
        case .weekday: weekday(left) == weekday(right)
        case .hour: CivilClock.hour(of: left.time) == CivilClock.hour(of: right.time)
        case .date: CivilClock.day(of: left.time) == CivilClock.day(of: right.time)
        // No key has a state in it.
        case .balance: true
        }
    }

    private func weekday(_ transaction: Transaction) -> Int64 {
        CivilClock.weekday(day: CivilClock.day(of: transaction.time))
    }
}
