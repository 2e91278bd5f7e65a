/// Cells of rolling windows into which nothing comes late: counts, and sums of what is never below zero.
///
/// A cell takes 64 bytes, in which there is room for six transactions of a count or three of a sum. A busier one has a
/// block besides: 8 bytes an entry for a count, 16 for a sum, in blocks of powers of two that are at least a quarter
/// full. A question reads the cell, the oldest entries and the newest one; it changes nothing. Cells of a sum also tell
/// how many were added.
final class RollingTotals {
    /// Where everything lies now: always the one element of this column, which itself stays where it is.
    let view: Column<RollingView>
    private let isSum: Bool
    let arena: BlockArena<Int64>
    /// Keeps the prefetching loads alive.
    private var touched: Int64 = 0

    /// The binary logarithm of the entries in the smallest block.
    private static let smallest = 3

    /// Cells that never counted, for `count` or `sum`.
    init(_ function: AggregateShape.Function, seconds: Int64) throws(CriticalError) {
        guard let cells = Column<Int64>.mapped(capacity: 1 << 9) else { throw .outOfMemory }
        isSum = function != .count
        arena = try BlockArena()
        view = Column(
            repeating: RollingView(cells: cells, words: arena.elements, seconds: seconds, shift: isSum ? 1 : 0),
            capacity: 1)
    }

    deinit {
        view[0].cells.unmap()
        view.deallocate()
    }

    var bytes: Int { view[0].cells.bytes + arena.bytes }

    func makeRoom(for count: Int) throws(CriticalError) {
        let cells = view[0].cells
        guard let larger = try cells.grown(for: RollingView.start(of: count)) else { return }
        cells.unmap()
        view[0].cells = larger
    }

    /// Loads the cells, then the oldest and the newest entry of those that have a block.
    func touch(_ numbers: Column<Int>, count: Int) {
        let view = self.view[0]
        var mixed: Int64 = 0
        for index in 0..<count {
            mixed ^= view.cells[RollingView.start(of: numbers[index])]
        }
        for index in 0..<count {
            let entries = view.entries(of: numbers[index])
            guard entries.isInBlock else { continue }
            mixed ^= entries.time(0) ^ entries.time(entries.count - 1)
        }
        touched ^= mixed
    }

    func value(of cell: Int, at moment: Moment) -> AggregateValue {
        guard let held = view[0].content(of: cell, at: moment.time) else { return .closed }
        return .value(isSum ? held.sum : held.count)
    }

    /// What a limit on the sum, or on how many were added, finds.
    func measure(
        _ cell: Int, at moment: Moment, adding: Int64?, atMost bound: Int64, isCount: Bool = false
    ) -> Measurement {
        guard let held = view[0].content(of: cell, at: moment.time) else {
            return Measurement(.closed, second: moment.time)
        }
        let counts = isCount || !isSum
        let used = counts ? held.count : held.sum
        let (total, overflow) = used.addingReportingOverflow(adding.map { counts ? 1 : $0 } ?? 0)
        if overflow { return Measurement(.overflow, second: moment.time) }
        return Measurement(
            total > bound ? .exceeded : .within, used: used, total: total, second: moment.time)
    }

    func add(_ cell: Int, at moment: Moment, _ added: Int64) throws(CriticalError) -> Bool {
        guard var held = view[0].content(of: cell, at: moment.time) else { return false }
        if isSum && held.sum.addingReportingOverflow(added).overflow { return false }
        if !held.hasRoom {
            try resize(cell, dropping: held.expired)
            held.expired = 0
        }
        view[0].append(to: cell, at: moment.time, added, dropping: held.expired)
        return true
    }

    /// Moves the entries that are still needed to where half as many again have room.
    @inline(never)
    private func resize(_ cell: Int, dropping expired: Int) throws(CriticalError) {
        let old = view[0].entries(of: cell)
        let start = RollingView.start(of: cell)
        let count = old.count - expired
        let oldBlock = BlockName(view[0].cells[start], ring: view[0].cells[start + 2])
        let base = isSum ? view[0].total(before: expired, old, cell) : 0
        let wanted = count + 1 + (count + 1) / 2
        var new = BlockName(block: 0, size: 0)
        if wanted > view[0].ownCapacity {
            new.size = UInt32(Self.smallest + view[0].shift)
            while 1 << (Int(new.size) - view[0].shift) < wanted { new.size += 1 }
            guard Int(new.size) - view[0].shift < 32 else { throw Self.tooMany }
            new.block = try arena.allocate(size: new.size)
            view[0].words = arena.elements
        }
        // The entries in the cell itself are read before its words are written: they move to a block.
        let from = old.isInBlock ? view[0].words : view[0].cells
        let to = new.block == 0 ? view[0].cells : view[0].words
        let target = new.block == 0 ? start + 2 : BlockArena<Int64>.start(new.block)
        for index in 0..<count {
            let source = old.place(of: expired + index)
            for word in 0..<1 << view[0].shift { to[target + index << view[0].shift + word] = from[source + word] }
        }
        if new.block != 0 { view[0].cells[start + 2] = Int64(new.size) << 32 }
        view[0].cells[start + 1] = base
        view[0].cells[start] = Int64(new.block) << 32 | Int64(count)
        if oldBlock.block != 0 { arena.release(oldBlock.block, size: oldBlock.size) }
    }

    /// A block, or none.
    private struct BlockName {
        var block: UInt32
        var size: UInt32

        init(block: UInt32, size: UInt32) {
            self.block = block
            self.size = size
        }

        /// What the words of a cell name.
        init(_ head: Int64, ring: Int64) {
            block = UInt32(truncatingIfNeeded: head >> 32)
            size = UInt32(truncatingIfNeeded: ring >> 32)
        }
    }

    private static let tooMany = CriticalError(
        .limit, "more than 2,147,483,647 transactions in the window of one counter")
}
