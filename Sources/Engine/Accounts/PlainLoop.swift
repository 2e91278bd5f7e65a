/// A step of a plain plan as the fast loop reads it: all of it within a cache line.
struct PlainStep: BitwiseCopyable {
    let shape: Step.Shape
    /// Whether its failure ignores the transaction; otherwise that declines.
    let ignores: Bool
    /// Whether a rolling limit's cells are filled by another step.
    let isShared: Bool
    /// Whether a settled condition holds.
    let holds: Bool
    let rule: Int32
    /// A limit's window among the program's, and the cell's places in the account's record.
    let window: Int32
    let windowHalf: Int32
    let cell: Int32
    /// A limit adds these bits of the amount, all or none, and a constant.
    let amountBits: Int64
    let addend: Int64
    let bound: Int64
    /// A rolling limit's cells.
    let rolling: Column<RollingView>?
    /// All of these bits where a rolling limit is on how many were counted, else none.
    let countBits: Int32
    /// All of these bits where each customer has a cell of a rolling limit's, else none.
    let customerBits: Int32

    init(_ step: Step, _ counters: Column<Counter>, _ cells: [AggregateCells]) {
        shape = step.shape
        ignores = step.outcome == .ignore
        holds = step.holds
        rule = step.rule
        window = step.window
        windowHalf = step.windowHalf
        cell = step.cell
        amountBits = step.addsAmount ? -1 : 0
        guard step.shape == .rollingLimit else {
            isShared = false
            addend = step.addsAmount ? 0 : step.addend
            bound = step.bound
            rolling = nil
            countBits = 0
            customerBits = 0
            return
        }
        let counter = counters[Int(step.index)]
        let isCount = counter.asksCount || cells[Int(counter.index)].shape.function == .count
        isShared = counter.isShared
        addend = isCount ? 1 : step.addsAmount ? 0 : step.addend
        bound = counter.unit == 1 ? step.bound : step.bound.floorDivided(by: counter.unit)
        rolling = cells[Int(counter.index)].runningTotals
        countBits = isCount ? -1 : 0
        customerBits = counter.scope == .customer ? -1 : 0
    }
}

/// What a cell will hold if the row is accepted.
struct PlainStore: BitwiseCopyable {
    var windowHalf: Int32
    var cell: Int32
    var window: Int32
    var total: Int64
}

/// What a rolling cell will take if the row is accepted.
struct RollingStore: BitwiseCopyable {
    var cells: Column<RollingView>
    var cell: Int
    var added: Int64
    var expired: Int
}

/// Decides rows whose steps all have shapes of their own. Everything it reads is at hand: nothing is reached through a
/// class while it runs.
struct PlainLoop {
    private let steps: Column<PlainStep>
    private let stores: Column<PlainStore>
    private let rollingStores: Column<RollingStore>
    private let records: Column<Int64>
    private let recordStride: Int
    private let customers: Column<UInt32>
    private let amounts: Column<Int64>
    private let times: Column<Int64>
    private let flags: Column<UInt8>
    private let windows: Column<Int32>
    private let rowCapacity: Int
    private let repeats: Column<UInt8>
    private let kinds: Column<DecisionKind>
    private let rules: Column<Int32>
    private let causes: Column<Cause>

    init(_ accounts: Accounts, _ batch: TransactionBatch, _ decisions: DecisionBatch) {
        steps = accounts.plainSteps
        stores = accounts.plainStores
        rollingStores = accounts.rollingStores
        records = accounts.records
        recordStride = accounts.recordStride
        customers = batch.customerNumbers
        amounts = batch.amounts
        times = batch.times
        flags = batch.flags
        windows = decisions.windows
        rowCapacity = decisions.rowCapacity
        repeats = batch.repeats
        kinds = decisions.kinds
        rules = decisions.rules
        causes = decisions.causes
    }

    enum Outcome {
        case accepted
        case declined
        /// A rolling cell needs other memory first: nothing was decided, and nothing changed.
        case undecided
    }

    /// Decides a row by some of the steps and, if that accepts it, applies the decision.
    ///
    /// First all steps are asked, without any change; what they would store is written down. Only then is it stored.
    @inline(__always)
    func decide(_ row: Int, _ places: Range<Int>) -> Outcome {
        let record = Int(customers[row]) &* recordStride
        let amount = amounts[row]
        let firstHalf = record &* 2
        let balance = records[record]
        var stored = 0
        var rolled = 0
        for index in places {
            let step = steps[index]
            if step.shape == .plainLimit {
                let window = windows[Int(step.window) &* rowCapacity &+ row]
                let current = records[half: firstHalf &+ Int(step.windowHalf)]
                // A later window than the cell's is empty.
                let used = window == current ? records[record &+ Int(step.cell)] : 0
                let (total, overflow) = used.addingReportingOverflow(amount & step.amountBits &+ step.addend)
                if window < current { return decline(row, step, .tooLate) }
                if overflow { return decline(row, step, .arithmetic) }
                if total > step.bound { return decline(row, step, .limit) }
                stores[stored] = PlainStore(
                    windowHalf: step.windowHalf, cell: step.cell, window: window, total: total)
                stored &+= 1
            } else if step.shape == .rollingLimit {
                guard let cells = step.rolling else { return .undecided }
                let cell = Int(customers[row]) & Int(step.customerBits)
                guard let held = cells.content(of: cell, at: times[row]) else { return decline(row, step, .tooLate) }
                let used = held.count & Int64(step.countBits) | held.sum & ~Int64(step.countBits)
                let added = amount & step.amountBits &+ step.addend
                let (total, overflow) = used.addingReportingOverflow(added)
                if overflow { return decline(row, step, .arithmetic) }
                if total > step.bound { return decline(row, step, .limit) }
                if step.isShared { continue }
                if !held.hasRoom { return .undecided }
                rollingStores[rolled] = RollingStore(cells: cells, cell: cell, added: added, expired: held.expired)
                rolled &+= 1
            } else if step.shape == .repeated {
                if repeats[row] != 0 { return decline(row, step, .duplicate) }
            } else if step.shape == .settled {
                if !step.holds { return decline(row, step, .condition) }
            } else if balance < amount {
                return decline(row, step, .condition)
            }
        }
        let isWithdrawal = flags[row] & TransactionBatch.Flag.withdrawal != 0
        let (newBalance, overflow) = balance.addingReportingOverflow(isWithdrawal ? -amount : amount)
        if overflow {
            kinds[row] = .declined
            rules[row] = Fact.balanceRule
            causes[row] = .arithmetic
            return .declined
        }
        for index in 0..<stored {
            let store = stores[index]
            records[half: firstHalf &+ Int(store.windowHalf)] = store.window
            records[record &+ Int(store.cell)] = store.total
        }
        for index in 0..<rolled {
            let store = rollingStores[index]
            store.cells.append(to: store.cell, at: times[row], store.added, dropping: store.expired)
        }
        records[record] = newBalance
        kinds[row] = .accepted
        return .accepted
    }

    @inline(__always)
    private func decline(_ row: Int, _ step: PlainStep, _ cause: Cause) -> Outcome {
        kinds[row] = step.ignores && cause == .duplicate ? .ignored : .declined
        rules[row] = step.rule
        causes[row] = cause
        return .declined
    }
}

// Calls of their own: within the loop, rolling windows would take the registers that all other limits need.
extension Column<RollingView> {
    @inline(never)
    fileprivate func content(of cell: Int, at time: Int64) -> RollingView.Content? {
        self[0].content(of: cell, at: time)
    }

    @inline(never)
    fileprivate func append(to cell: Int, at time: Int64, _ added: Int64, dropping expired: Int) {
        self[0].append(to: cell, at: time, added, dropping: expired)
    }
}
