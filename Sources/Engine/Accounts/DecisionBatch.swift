internal import RulesDSL

/// What a counter stores if it counts the row.
struct Pending: BitwiseCopyable {
    /// Not 0: a plain cell's window with its bias, or 1 for other cells. 0: the row can't be counted.
    var window: Int32
    /// What a plain cell then holds; what is added to another one.
    var total: Int64

    static let nothing = Pending(window: 0, total: 0)
}

/// What one program makes of the transactions of one batch: first their classes and windows, then the decisions.
///
/// Allocated once for each slot of the pipeline and each program, and used by one stage at a time, like its
/// `TransactionBatch`.
package final class DecisionBatch {
    package let program: Program

    /// The row's class, which selects its plan.
    package let classes: Column<UInt8>
    /// Window numbers with `Program.windowBias`: those of window `w` begin at `w * rowCapacity`.
    package let windows: Column<Int32>
    /// How many rows the columns have room for.
    package let rowCapacity: Int

    /// What became of the row.
    package let kinds: Column<DecisionKind>
    /// The rule that decided; meaningless for an accepted row.
    package let rules: Column<Int32>
    /// Why that rule failed; meaningless for an accepted row.
    package let causes: Column<Cause>
    /// The failures, in the order of rows and, for each row, of rules.
    package private(set) var facts: Column<Fact>
    /// How many facts the batch has.
    package private(set) var factCount = 0

    /// What the machine works in for as long as the batch is decided.
    package let memory: MachineMemory
    let judgements: Column<Judgement>
    /// The places in the plan of the rules that the row fails, in order.
    let failed: Column<Int32>
    /// What each limit of the plan will store if it counts the row.
    let pending: Column<Pending>
    /// The same for the plan's `let`s.
    let pendingLets: Column<Pending>
    /// The numbers of the rows' keys: those of key `k` begin at `k * rowCapacity`.
    let keyNumbers: Column<UInt32>

    /// A batch for the decisions of `program` on batches of up to `rowCapacity` rows.
    package init(_ program: Program, rowCapacity: Int) {
        self.program = program
        self.rowCapacity = rowCapacity
        classes = Column(zeroed: rowCapacity)
        windows = Column(repeating: 1, capacity: max(1, program.windows.count) * rowCapacity)
        kinds = Column(repeating: .accepted, capacity: rowCapacity)
        rules = Column(zeroed: rowCapacity)
        causes = Column(repeating: .condition, capacity: rowCapacity)
        facts = Column(repeating: Self.noFact, capacity: 256)
        memory = MachineMemory(program)
        let steps = max(1, program.longestPlan)
        judgements = Column(repeating: Judgement(rule: 0, step: 0), capacity: steps)
        failed = Column(zeroed: steps)
        pending = Column(repeating: .nothing, capacity: steps)
        pendingLets = Column(repeating: .nothing, capacity: max(1, program.policy.aggregates.count))
        keyNumbers = Column(zeroed: program.keys.count * rowCapacity)
    }

    deinit {
        classes.deallocate()
        windows.deallocate()
        kinds.deallocate()
        rules.deallocate()
        causes.deallocate()
        facts.deallocate()
        memory.deallocate()
        judgements.deallocate()
        failed.deallocate()
        pending.deallocate()
        pendingLets.deallocate()
        keyNumbers.deallocate()
    }

    func clearFacts() {
        factCount = 0
    }

    func append(_ fact: Fact) {
        // Read once each: access to a class's property is checked.
        let count = factCount
        var facts = facts
        if count == facts.capacity {
            facts = moreFacts()
        }
        facts[count] = fact
        factCount = count + 1
    }

    @inline(never)
    private func moreFacts() -> Column<Fact> {
        let larger = Column(repeating: Self.noFact, capacity: facts.capacity * 2)
        larger.copy(from: facts, count: factCount)
        facts.deallocate()
        facts = larger
        return larger
    }

    private static let noFact = Fact(row: 0, rule: 0, cause: .condition, balance: 0)
}
