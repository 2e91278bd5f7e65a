internal import RulesDSL

/// Follows which transactions the cells of some accounts hold, while history is decided again.
struct ContributionLedger {
    struct Cell {
        var contributions: [Explanation.Contribution] = []
        var count = 0
    }

    /// A cell of a limit or of a `let`.
    struct CellName: Hashable {
        let counter: Int
        let cell: Int

        /// The cell of a counter that the prepared transaction is about.
        init(of counter: Int, _ accounts: OneByOne) {
            self.counter = counter
            cell = accounts.cell(of: accounts.program.counters[counter])
        }
    }

    /// One transaction that a cell counted.
    private struct Entry {
        let time: Int64
        let window: Int32
        let added: Int64
        /// Nil where it is not shown.
        let id: String?
        /// For `distinct`: the value that is told apart; nil where it is missing.
        let value: ShownValue?
    }

    /// What a cell counted.
    private struct History {
        var entries: [Entry] = []
        /// How many entries there are when those are looked for that no window needs any more.
        var most = 1_024
    }

    private let keepsOthers: Bool
    /// Those of the cells that transactions to be explained are about.
    private var cells: [CellName: History] = [:]
    /// The latest transaction that each of these cells, and each of the `let`s that are read, counted.
    private var latest: [CellName: Explanation.Latest?] = [:]
    /// The event that recorded each key which a transaction to be explained has, once there is one.
    private var firstSeen: [SeenKey: Event?] = [:]

    /// A ledger for the explanation of transactions: of the cells and the keys that they are about. Ids of other
    /// customers are kept only if wanted.
    init(
        for targets: [Transaction], cells: Set<CellName>, lets: Set<CellName>, _ program: Program, keepsOthers: Bool
    ) {
        self.keepsOthers = keepsOthers
        for name in cells { self.cells[name] = History() }
        for name in cells.union(lets) { latest.updateValue(nil, forKey: name) }
        for (index, rule) in program.rules.enumerated() where rule.kind == .unique {
            for target in targets {
                firstSeen[SeenKey(of: target, Int32(index), program), default: nil] = nil
            }
        }
    }

    /// Takes a decided event: the only row of the batch, with its judgements.
    mutating func add(_ event: Event, _ accounts: OneByOne, judged: Int) {
        guard event.decision != .ignored else { return }
        let program = accounts.program
        for index in 0..<judged {
            let judgement = accounts.decisions.judgements[index]
            guard judgement.isRelevant, judgement.canCount else { continue }
            let step = program.steps[Int(judgement.step)]
            switch step.kind {
            case .require: continue
            case .unique: note(event, step.rule, program)
            case .limit:
                let counter = program.counters[Int(step.index)]
                guard counter.counted.includes(event.decision) else { continue }
                note(event.transaction, countedBy: Int(step.index), accounts)
                count(event.transaction, judgement, Int(step.index), accounts)
            }
        }
        for index in accounts.countedLets { note(event.transaction, countedBy: index, accounts) }
    }

    private mutating func note(_ transaction: Transaction, countedBy counter: Int, _ accounts: OneByOne) {
        let name = CellName(of: counter, accounts)
        guard let known = latest[name], known.map({ $0.time < transaction.time }) ?? true else { return }
        latest[name] = Explanation.Latest(time: transaction.time, id: shownID(of: transaction, counter, accounts))
    }

    /// Nil where the cell is not the customer's own and nobody wants to know.
    private func shownID(of transaction: Transaction, _ counter: Int, _ accounts: OneByOne) -> String? {
        let isOwn = accounts.program.isOfOneCustomer(accounts.program.counters[counter].scope)
        return isOwn || keepsOthers ? transaction.id : nil
    }

    private mutating func count(
        _ transaction: Transaction, _ judgement: Judgement, _ counter: Int, _ accounts: OneByOne
    ) {
        let name = CellName(of: counter, accounts)
        guard var history = cells.removeValue(forKey: name) else { return }
        history.entries.append(
            Entry(
                time: transaction.time, window: judgement.window, added: judgement.contribution,
                id: shownID(of: transaction, counter, accounts),
                value: accounts.program.distinctValue(of: transaction, judgement.rule)))
        // Most windows are closed by then. Twice as many as were still open the last time: the work follows the
        // additions.
        if history.entries.count >= history.most, accounts.program.policy.late == 0 {
            history.entries.removeAll { !Self.isOpen($0, judgement, accounts.program) }
            history.most = max(1_024, history.entries.count * 2)
        }
        cells[name] = history
    }

    /// Whether a window that holds the entry can still be asked for once the judged transaction is counted.
    private static func isOpen(_ entry: Entry, _ judgement: Judgement, _ program: Program) -> Bool {
        switch program.rules[Int(judgement.rule)].aggregate?.window {
        case .calendar, nil: entry.window == judgement.window
        case .rolling(let seconds): entry.time > judgement.second - seconds
        }
    }

    private mutating func note(_ event: Event, _ rule: Int32, _ program: Program) {
        let key = SeenKey(of: event.transaction, rule, program)
        if firstSeen[key] != nil { firstSeen.updateValue(event, forKey: key) }
    }

    /// What the judged rule's cell holds in the judged window; nothing where it was not compared.
    func cell(_ judgement: Judgement, _ step: Step, _ accounts: OneByOne) -> Cell {
        guard step.kind == .limit,
            judgement.finding == .passed || (judgement.finding == .failed && judgement.cause == .limit)
        else { return Cell() }
        let program = accounts.program
        let held = (cells[CellName(of: Int(step.index), accounts)]?.entries ?? []).filter { entry in
            switch program.rules[Int(step.rule)].aggregate?.window {
            case .calendar, nil: entry.window == judgement.window
            case .rolling(let seconds):
                entry.time > judgement.second - seconds && entry.time <= judgement.second
            }
        }
        let contributions = held.compactMap { entry in
            entry.id.map { Explanation.Contribution(id: $0, added: entry.added, value: entry.value) }
        }
        return Cell(contributions: contributions, count: held.count)
    }

    /// The latest transaction that the prepared one's cell of a counter counted.
    func latest(of counter: Int, _ accounts: OneByOne) -> Explanation.Latest? {
        latest[CellName(of: counter, accounts)] ?? nil
    }

    /// The event that recorded the transaction's key for a unique rule.
    func firstSeen(_ transaction: Transaction, _ rule: Int32, _ program: Program) -> Event? {
        guard program.rules[Int(rule)].kind == .unique else { return nil }
        return firstSeen[SeenKey(of: transaction, rule, program)] ?? nil
    }
}

extension Program {
    /// What a limit on `distinct` tells a transaction apart by; nil where it is missing, and for any other rule.
    func distinctValue(of transaction: Transaction, _ rule: Int32) -> ShownValue? {
        guard case .distinct(let field) = rules[Int(rule)].aggregate?.function else { return nil }
        return fields[field].value(in: transaction, calendar.clock)
    }
}
