/// A step of a plain plan as the fast loop reads it: all of it within a cache line.
struct PlainStep: BitwiseCopyable {
    let shape: Step.Shape
    /// Whether its failure ignores the transaction; otherwise that declines.
    let ignores: Bool
    let rule: Int32
    /// A limit's window among the program's, and the cell's place in the account's record.
    let window: Int32
    let cell: Int32
    /// A limit adds these bits of the amount, all or none, and a constant.
    let amountBits: Int64
    let addend: Int64
    let bound: Int64

    init(_ step: Step) {
        shape = step.shape
        ignores = step.outcome == .ignore
        rule = step.rule
        window = step.window
        cell = step.cell
        amountBits = step.addsAmount ? -1 : 0
        addend = step.addsAmount ? 0 : step.addend
        bound = step.bound
    }
}

/// What a cell will hold if the row is accepted.
struct PlainStore: BitwiseCopyable {
    var cell: Int
    var window: Int64
    var total: Int64
}

/// Decides rows whose steps all have shapes of their own. Everything it reads is at hand: nothing is reached through a
/// class while it runs.
struct PlainLoop {
    private let steps: Column<PlainStep>
    private let stores: Column<PlainStore>
    private let records: Column<Int64>
    private let recordStride: Int
    private let customers: Column<UInt32>
    private let amounts: Column<Int64>
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
        records = accounts.records
        recordStride = accounts.recordStride
        customers = batch.customerNumbers
        amounts = batch.amounts
        flags = batch.flags
        windows = decisions.windows
        rowCapacity = decisions.rowCapacity
        repeats = decisions.repeats
        kinds = decisions.kinds
        rules = decisions.rules
        causes = decisions.causes
    }

    /// Decides a row and, if that accepts it, applies the decision. The answer is whether it does.
    @inline(__always)
    func decide(_ row: Int, _ plan: Plan) -> Bool {
        let record = Int(customers[row]) &* recordStride
        let amount = amounts[row]
        let balance = records[record]
        var index = Int(plan.start)
        let end = index &+ Int(plan.count)
        var stored = 0
        while index < end {
            let step = steps[index]
            index &+= 1
            if step.shape == .plainLimit {
                let window = Int64(windows[Int(step.window) &* rowCapacity &+ row])
                let cell = record &+ Int(step.cell)
                let current = records[cell]
                let used = window == current ? records[cell &+ 1] : 0
                let (total, overflow) = used.addingReportingOverflow(amount & step.amountBits &+ step.addend)
                if window < current { return decline(row, step, .tooLate) }
                if overflow { return decline(row, step, .arithmetic) }
                if total > step.bound { return decline(row, step, .limit) }
                stores[stored] = PlainStore(cell: cell, window: window, total: total)
                stored &+= 1
            } else if step.shape == .repeated {
                if repeats[row] != 0 { return decline(row, step, .duplicate) }
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
            return false
        }
        for index in 0..<stored {
            let store = stores[index]
            records[store.cell] = store.window
            records[store.cell &+ 1] = store.total
        }
        records[record] = newBalance
        kinds[row] = .accepted
        return true
    }

    @inline(__always)
    private func decline(_ row: Int, _ step: PlainStep, _ cause: Cause) -> Bool {
        kinds[row] = step.ignores && cause == .duplicate ? .ignored : .declined
        rules[row] = step.rule
        causes[row] = cause
        return false
    }
}
