/// Cells of rolling windows over what can be taken out again: counts, sums, averages, and how many different values.
///
/// A cell takes 32 bytes and a block for what was counted in the last `seconds + late`: 8 bytes an entry for a count, 16
/// for the others, in blocks of powers of two that are at least a quarter full. `distinct` takes 32 to 128 bytes more for
/// each value among these. The cell knows the total of one window and moves it, entry by entry, to the time that is asked
/// for: while time goes on each entry comes once and leaves once, and a step back costs the entries that it passes. So
/// does adding behind later entries, which are moved to make room.
final class RollingCells {
    private let function: AggregateShape.Function
    private let entries: Entries
    private let seconds: Int64
    private let late: Int64
    /// `low` and `high` of a ring bound the window that its total is of.
    private var rings: Rings
    /// What a `distinct` remembers.
    private var values: ValueTable<RollingValue>
    /// Keeps the prefetching loads alive.
    private var touched: Int64 = 0

    /// What an entry is, besides its time.
    private enum Entries: BitwiseCopyable {
        case times
        /// With their sum as the total.
        case addends
        /// With the number of different ones as the total.
        case values
    }

    /// Cells that never counted, for a function whose total can be taken back: not a largest or smallest.
    init(_ function: AggregateShape.Function, seconds: Int64, late: Int64) throws(CriticalError) {
        self.function = function
        self.seconds = seconds
        self.late = late
        switch function {
        case .count, .largest, .smallest: entries = .times
        case .sum, .average: entries = .addends
        case .distinct: entries = .values
        }
        let hasValues = entries != .times
        rings = try Rings(entryWords: hasValues ? 2 : 1, hasTotal: hasValues)
        values = try ValueTable()
    }

    func makeRoom(for cells: Int) throws(CriticalError) {
        try rings.makeRoom(for: cells)
    }

    func touch(_ cells: Column<Int>, count: Int) {
        touched ^= rings.touch(cells, count: count)
    }

    func value(of cell: Int, at moment: Moment) -> AggregateValue {
        var ring = rings.cells[cell]
        if isClosed(ring, at: moment.time) { return .closed }
        move(&ring, cell, to: moment.time)
        rings.cells[cell] = ring
        return content(ring).value(function)
    }

    func measure(_ cell: Int, at moment: Moment, adding: Int64?, atMost bound: Int64) -> Measurement {
        var ring = rings.cells[cell]
        if isClosed(ring, at: moment.time) { return Measurement(.closed, second: moment.time) }
        move(&ring, cell, to: moment.time)
        var result = compare(ring, cell, adding: adding, atMost: bound, second: moment.time)
        if ring.count > 0 && moment.time < ring.latest && result.finding == .within {
            result = slide(&ring, cell, adding: adding, atMost: bound, from: result)
        }
        rings.cells[cell] = ring
        return result
    }

    func add(_ cell: Int, at moment: Moment, _ added: Int64) throws(CriticalError) -> Bool {
        if function == .sum {
            switch measure(cell, at: moment, adding: added, atMost: .max).finding {
            case .closed, .overflow: return false
            case .within, .exceeded: break
            }
        }
        var ring = rings.cells[cell]
        if isClosed(ring, at: moment.time) { return false }
        move(&ring, cell, to: moment.time)
        let place = try rings.insert(into: &ring, at: Int(ring.high))
        ring.high += 1
        rings.words[place] = moment.time
        if entries != .times {
            rings.words[place + 1] = added
            if entries == .values { try remember(added, cell) }
            count(added, cell, ring, isEntering: true)
        }
        if ring.count == 1 || moment.time > ring.latest {
            ring.latest = moment.time
            try forget(&ring, cell)
        }
        rings.cells[cell] = ring
        return true
    }

    @inline(__always)
    private func isClosed(_ ring: Ring, at time: Int64) -> Bool {
        ring.count > 0 && ring.latest > time + late
    }

    // MARK: - The window that the total is of

    /// Makes the total that of (time − seconds, time]. Entries come before others leave, so that it counts all between.
    @inline(__always)
    private func move(_ ring: inout Ring, _ cell: Int, to time: Int64) {
        while ring.high < ring.count && rings.key(Int(ring.high), in: ring) <= time {
            count(at: ring.high, cell, ring, isEntering: true)
            ring.high += 1
        }
        while ring.low > 0 && rings.key(Int(ring.low) - 1, in: ring) > time - seconds {
            ring.low -= 1
            count(at: ring.low, cell, ring, isEntering: true)
        }
        while ring.high > ring.low && rings.key(Int(ring.high) - 1, in: ring) > time {
            ring.high -= 1
            count(at: ring.high, cell, ring, isEntering: false)
        }
        while ring.low < ring.high && rings.key(Int(ring.low), in: ring) <= time - seconds {
            count(at: ring.low, cell, ring, isEntering: false)
            ring.low += 1
        }
    }

    @inline(__always)
    private func count(at index: UInt32, _ cell: Int, _ ring: Ring, isEntering: Bool) {
        if entries == .times { return }
        count(rings.words[rings.place(of: Int(index), in: ring) + 1], cell, ring, isEntering: isEntering)
    }

    /// Adds an entry's value to the total, or takes it out.
    @inline(__always)
    private func count(_ value: Int64, _ cell: Int, _ ring: Ring, isEntering: Bool) {
        let words = rings.words
        let total = rings.total(of: ring)
        switch entries {
        case .times: break
        case .addends:
            let sum = Int128(low: words[total], high: words[total + 1])
            let result = isEntering ? sum + Int128(value) : sum - Int128(value)
            words[total] = result.lowWord
            words[total + 1] = result.highWord
        case .values:
            let place = values.place(of: RollingValue(cell, value))
            if isEntering {
                values[place].counted += 1
                if values[place].counted == 1 { words[total] += 1 }
            } else {
                values[place].counted -= 1
                if values[place].counted == 0 { words[total] -= 1 }
            }
        }
    }

    // MARK: - What it holds

    @inline(__always)
    private func content(_ ring: Ring) -> WindowContent {
        if ring.block == 0 { return WindowContent() }
        let count = Int64(ring.high - ring.low)
        let total = rings.total(of: ring)
        switch entries {
        case .times: return WindowContent(count: count)
        case .addends:
            return WindowContent(count: count, total: Int128(low: rings.words[total], high: rings.words[total + 1]))
        case .values: return WindowContent(count: rings.words[total])
        }
    }

    @inline(__always)
    private func compare(
        _ ring: Ring, _ cell: Int, adding: Int64?, atMost bound: Int64, second: Int64
    ) -> Measurement {
        let held = content(ring)
        var with = held
        if let adding {
            let isNew = entries == .values && values[values.place(of: RollingValue(cell, adding))].counted == 0
            with = held.adding(adding, isNew: isNew, function)
        }
        return Measurement(without: held, with: with, function, atMost: bound, second: second)
    }

    /// Looks at the windows that contain the moment and end later, up to the latest that was counted: each second at which
    /// an entry comes or leaves. The answer is what the first failing one says, else what the moment's own did.
    @inline(never)
    private func slide(
        _ ring: inout Ring, _ cell: Int, adding: Int64?, atMost bound: Int64, from own: Measurement
    ) -> Measurement {
        let end = min(own.second + seconds - 1, ring.latest)
        while true {
            let comes = ring.high < ring.count ? rings.key(Int(ring.high), in: ring) : .max
            let leaves = ring.low < ring.high ? rings.key(Int(ring.low), in: ring) + seconds : .max
            let second = min(comes, leaves)
            if second > end { return own }
            move(&ring, cell, to: second)
            let found = compare(ring, cell, adding: adding, atMost: bound, second: second)
            if found.finding != .within { return found }
        }
    }

    // MARK: - What is remembered

    private func remember(_ value: Int64, _ cell: Int) throws(CriticalError) {
        let slot = RollingValue(cell, value)
        var place = values.place(of: slot)
        if !values[place].isEmpty {
            values[place].remembered += 1
            return
        }
        if values.isFull {
            try values.rebuild { _ in true }
            place = values.place(of: slot)
        }
        values.put(slot, at: place)
    }

    /// Drops the entries of windows that closed.
    @inline(__always)
    private func forget(_ ring: inout Ring, _ cell: Int) throws(CriticalError) {
        let closed = ring.latest - late - seconds
        var count: UInt32 = 0
        while rings.key(Int(count), in: ring) <= closed {
            if entries == .values { forgetValue(rings.words[rings.place(of: Int(count), in: ring) + 1], cell) }
            count += 1
        }
        if count == 0 { return }
        rings.dropFirst(Int(count), of: &ring)
        ring.low -= count
        ring.high -= count
        try rings.shrinkIfSparse(&ring)
    }

    private func forgetValue(_ value: Int64, _ cell: Int) {
        var slot = RollingValue(cell, value)
        let place = values.place(of: slot)
        values[place].remembered -= 1
        if values[place].isEmpty {
            slot.remembered = 0
            values.remove(at: place, empty: slot)
        }
    }
}
