/// The state of all accounts under one program: balances, windows, and what uniques remember.
///
/// A customer's record is a run of words: the balance, then the plain cells (`PlainCell`), laid out as `RecordLayout`
/// says. Every other cell, such as one of a rolling window, of an average or of a scope of declared fields, is among the
/// `AggregateCells` of its counter.
///
/// Decisions are made in order by one thread at a time. `judge` reads the state, the decision is recorded, and applying
/// it is what changes the state.
package final class Accounts {
    package let program: Program
    package let recordedFacts: RecordedFacts

    private(set) var records: Column<Int64>
    /// The distance from one record to the next, a power of two of words up to a cache line, then whole lines.
    let recordStride: Int
    private var recordCount: Int
    let shared: Column<Int64>
    /// The program's steps for the fast loop, and what that will store.
    let plainSteps: Column<PlainStep>
    let plainStores: Column<PlainStore>
    let rollingStores: Column<RollingStore>
    let cells: [AggregateCells]
    let memories: [KeyMemory]
    private let keys: KeyNumbering
    private let places: Column<Int>
    /// For each of the program's windows, the number met last and the second at which that window ends.
    let windowEnds: Column<Int64>
    /// Keeps the prefetching loads alive.
    private var touched: Int64 = 0

    /// Accounts without any history.
    ///
    /// - Parameters:
    ///   - program: The rules they are under.
    ///   - recordedFacts: Which failures are recorded with decisions.
    ///   - expected: About how many transactions will come, if that is known.
    /// - Throws: Where the system has no more memory.
    package init(
        _ program: Program, recording recordedFacts: RecordedFacts, expecting expected: Int = 0
    ) throws(CriticalError) {
        self.program = program
        self.recordedFacts = recordedFacts
        recordStride = Self.stride(words: program.recordWords)
        // Memory that is not touched costs nothing: with room for a customer of each transaction nothing ever moves.
        var count = min(max(expected, Self.firstRecords), Int(UInt32.max))
        var records = Column<Int64>.mapped(capacity: count * recordStride, isSpare: true)
        if records == nil {
            count = Self.firstRecords
            records = Column<Int64>.mapped(capacity: count * recordStride)
        }
        guard let records else { throw .outOfMemory }
        self.records = records
        recordCount = count
        shared = Column(repeating: 0, capacity: max(1, program.sharedWords))
        var cells: [AggregateCells] = []
        for each in program.cells { cells.append(try AggregateCells(each.shape)) }
        self.cells = cells
        plainSteps = Column(zeroed: program.steps.capacity)
        for index in 0..<program.steps.capacity {
            plainSteps[index] = PlainStep(program.steps[index], program.counters, cells)
        }
        plainStores = Column(zeroed: max(1, program.longestPlan))
        rollingStores = Column(zeroed: max(1, program.longestPlan))
        var memories: [KeyMemory] = []
        if !program.resolvedAhead {
            for unique in program.uniques { memories.append(try KeyMemory(unique, of: program)) }
        }
        self.memories = memories
        keys = try KeyNumbering(program)
        places = Column(repeating: 0, capacity: CustomerDirectory.batch)
        windowEnds = Column(repeating: 0, capacity: max(1, program.windows.count * 2))
    }

    deinit {
        records.unmap()
        shared.deallocate()
        plainSteps.deallocate()
        plainStores.deallocate()
        rollingStores.deallocate()
        places.deallocate()
        windowEnds.deallocate()
    }

    private static let firstRecords = 1 << 12

    private static func stride(words: Int) -> Int {
        let line = Program.wordsOfLine
        var stride = 1
        while stride < words && stride < line { stride *= 2 }
        return stride >= words ? stride : (words + line - 1) / line * line
    }

    /// The balance of a customer, in minor units.
    package func balance(of customer: UInt32) -> Int64 {
        Int(customer) < recordCount ? records[Int(customer) * recordStride] : 0
    }

    /// Gives a customer without history a balance, as a test of a rules file does.
    package func setBalance(_ balance: Int64, of customer: UInt32) throws(CriticalError) {
        try makeRoom(for: Int(customer) + 1)
        records[Int(customer) * recordStride] = balance
    }

    /// Makes sure that the records of the first `count` customers exist.
    func makeRoom(for count: Int) throws(CriticalError) {
        guard count > recordCount else { return }
        var larger = recordCount
        while larger < count { larger *= 2 }
        guard let copy = Column<Int64>.mapped(capacity: larger * recordStride) else { throw .outOfMemory }
        copy.copy(from: records, count: recordCount * recordStride)
        records.unmap()
        records = copy
        recordCount = larger
    }

    /// Makes ready to judge the rows, at most `CustomerDirectory.batch` of them: whatever they are about exists, and is
    /// in the cache.
    func prepare(
        _ rows: Range<Int>, _ batch: TransactionBatch, _ decisions: DecisionBatch, customers: Int
    ) throws(CriticalError) {
        try makeRoom(for: customers)
        prefetch(rows, batch, decisions)
        if cells.isEmpty { return }
        try keys.number(rows, of: batch, decisions)
        for (index, cells) in cells.enumerated() {
            try cells.makeRoom(for: cellCount(program.cells[index].scope, customers: customers))
            if program.cells[index].scope == .everyone { continue }
            let count = findPlaces(ofCells: index, rows, batch, decisions)
            cells.touch(places, count: count)
        }
    }

    private func cellCount(_ scope: Counter.Scope, customers: Int) -> Int {
        switch scope {
        case .customer: customers
        case .everyone: 1
        case .key(let key): keys.count(of: Int(key))
        }
    }

    /// Fills `places` with the cells that the rows read; the answer is how many.
    private func findPlaces(
        ofCells index: Int, _ rows: Range<Int>, _ batch: TransactionBatch, _ decisions: DecisionBatch
    ) -> Int {
        let plans = program.plans
        let classes = decisions.classes
        let bit = UInt64.bit(of: index)
        let scope = program.cells[index].scope
        var count = 0
        for row in rows where plans[Int(classes[row])].cells & bit != 0 {
            places[count] = cell(of: scope, row, batch, decisions)
            count += 1
        }
        return count
    }

    /// The number of a row's cell.
    @inline(__always)
    func cell(of scope: Counter.Scope, _ row: Int, _ batch: TransactionBatch, _ decisions: DecisionBatch) -> Int {
        switch scope {
        case .customer: Int(batch.customerNumbers[row])
        case .everyone: 0
        case .key(let key): Int(decisions.keyNumbers[Int(key) * decisions.rowCapacity + row])
        }
    }

    /// Loads what the rows' plans read of their records, so that the loop after it finds that in the cache.
    private func prefetch(_ rows: Range<Int>, _ batch: TransactionBatch, _ decisions: DecisionBatch) {
        let customers = batch.customerNumbers
        let places = self.places
        let stride = recordStride
        // Every plan reads the balance.
        for row in rows {
            places[row - rows.lowerBound] = Int(customers[row]) * stride
        }
        touched ^= records.touch(places, count: rows.count)
        let plans = program.plans
        let classes = decisions.classes
        var line = 1
        while line * Program.wordsOfLine < stride {
            var count = 0
            for row in rows {
                places[count] = Int(customers[row]) * stride
                count += Int(plans[Int(classes[row])].recordLines >> UInt64(line) & 1)
            }
            touched ^= records.touch(places, count: count, offset: line * Program.wordsOfLine)
            line += 1
        }
    }
}
