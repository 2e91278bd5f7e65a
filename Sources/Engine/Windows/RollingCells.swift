/// Cells of rolling windows over what can be taken out again: counts, sums, averages, and how many different values.
///
/// A cell takes 32 bytes and a block for what was counted in the last `seconds + late`: 8 bytes an entry for a count, 16
/// for the others, in blocks of powers of two that are at least a quarter full. `distinct` takes 32 to 128 bytes more for
/// each value among these. The cell knows the total of one window and moves it, entry by entry, to the time that is asked
/// for: while time goes on each entry comes once and leaves once, and a step back costs the entries that it passes. So
/// does adding behind later entries, which are moved to make room.
struct RollingCells: ~Copyable {
    private let function: AggregateShape.Function
    private let kind: Kind
    private let seconds: Int64
    private let late: Int64
    /// `low` and `high` of a ring bound the window that its total is of.
    private let rings: Rings
    /// What a `distinct` remembers.
    private let values: ValueTable<RollingValue>

    /// What an entry is, besides its time.
    private enum Kind: BitwiseCopyable {
        case time
        /// With the sum as the block's total.
        case addend
        /// With the number of different ones as the block's total.
        case value

        init(_ function: AggregateShape.Function) {
            switch function {
            case .count, .largest, .smallest: self = .time
            case .sum, .average: self = .addend
            case .distinct: self = .value
            }
        }
    }

    /// A cell while it is worked with: its ring, and what the window from `low` up to `high` holds.
    private struct Position {
        let cell: Int
        var ring: Ring
        var entries: RingEntries
        var content: WindowContent
    }

    /// Cells that never counted, for a function whose total can be taken back: not a largest or smallest.
    init(_ function: AggregateShape.Function, seconds: Int64, late: Int64) throws(CriticalError) {
        let kind = Kind(function)
        let rings = try Rings(entryWords: kind == .time ? 1 : 2, hasTotal: kind != .time)
        let values = try ValueTable<RollingValue>()
        self.function = function
        self.kind = kind
        self.seconds = seconds
        self.late = late
        self.rings = rings
        self.values = values
    }

    var bytes: Int { rings.bytes + values.bytes }

    func makeRoom(for cells: Int) throws(CriticalError) {
        try rings.makeRoom(for: cells)
    }

    func touch(_ cells: Column<Int>, count: Int) {
        rings.touch(cells, count: count)
    }

    func value(of cell: Int, at moment: Moment) -> AggregateValue {
        guard var position = position(of: cell, at: moment.time) else { return .closed }
        move(&position, to: moment.time)
        store(position)
        return position.content.value(function)
    }

    func measure(_ cell: Int, at moment: Moment, adding: Int64?, atMost bound: Int64) -> Measurement {
        guard var position = position(of: cell, at: moment.time) else {
            return Measurement(.closed, second: moment.time)
        }
        move(&position, to: moment.time)
        if isLate(position, at: moment.time) {
            return measureLate(&position, at: moment.time, adding: adding, atMost: bound)
        }
        store(position)
        return compare(position, adding: adding, atMost: bound, second: moment.time)
    }

    @inline(never)
    private func measureLate(
        _ position: inout Position, at time: Int64, adding: Int64?, atMost bound: Int64
    ) -> Measurement {
        var result = compare(position, adding: adding, atMost: bound, second: time)
        if result.finding == .within { result = slide(&position, adding: adding, atMost: bound, from: result) }
        store(position)
        return result
    }

    func add(_ cell: Int, at moment: Moment, _ added: Int64) throws(CriticalError) -> Bool {
        guard var position = position(of: cell, at: moment.time) else { return false }
        move(&position, to: moment.time)
        if function == .sum && !fits(&position, added, at: moment.time) { return false }
        if kind == .value { try remember(added, cell) }
        let place = try rings.insert(into: &position.ring, at: Int(position.ring.high))
        position.ring.high += 1
        position.entries = rings.entries(of: position.ring)
        position.entries.words[place] = moment.time
        if kind != .time { position.entries.words[place + 1] = added }
        enter(added, &position)
        if position.ring.count == 1 || moment.time > position.ring.latest {
            position.ring.latest = moment.time
            try forget(&position)
        }
        store(position)
        return true
    }

    @inline(__always)
    private func isLate(_ position: Position, at time: Int64) -> Bool {
        position.ring.count > 0 && time < position.ring.latest
    }

    // MARK: - The window that the total is of

    /// The cell as it was left; nil if its window at `time` is closed.
    @inline(__always)
    private func position(of cell: Int, at time: Int64) -> Position? {
        let ring = rings[cell]
        if ring.count > 0 && ring.latest > time + late { return nil }
        let entries = rings.entries(of: ring)
        var content = WindowContent()
        if ring.count > 0 {
            switch kind {
            case .time: content.count = Int64(ring.high - ring.low)
            case .addend:
                content.count = Int64(ring.high - ring.low)
                content.total = Int128(low: entries.words[entries.total], high: entries.words[entries.total + 1])
            case .value: content.count = entries.words[entries.total]
            }
        }
        return Position(cell: cell, ring: ring, entries: entries, content: content)
    }

    @inline(__always)
    private func store(_ position: Position) {
        if position.ring.count == 0 { return }
        rings[position.cell] = position.ring
        let entries = position.entries
        switch kind {
        case .time: break
        case .addend:
            entries.words[entries.total] = position.content.total.lowWord
            entries.words[entries.total + 1] = position.content.total.highWord
        case .value: entries.words[entries.total] = position.content.count
        }
    }

    /// Makes the total that of (time − seconds, time].
    @inline(__always)
    private func move(_ position: inout Position, to time: Int64) {
        if position.ring.high < position.ring.count || isLate(position, at: time) {
            moveEnd(&position, to: time)
        }
        let start = time - seconds
        var low = Int(position.ring.low)
        while low > 0 && position.entries.key(low - 1) > start {
            low -= 1
            enter(at: low, &position)
        }
        while low < Int(position.ring.high) && position.entries.key(low) <= start {
            leave(at: low, &position)
            low += 1
        }
        position.ring.low = UInt32(truncatingIfNeeded: low)
    }

    /// Moves the window's end, and its beginning only as far as it must not be behind that.
    @inline(never)
    private func moveEnd(_ position: inout Position, to time: Int64) {
        var low = Int(position.ring.low)
        var high = Int(position.ring.high)
        while high < Int(position.ring.count) && position.entries.key(high) <= time {
            enter(at: high, &position)
            high += 1
        }
        while high > 0 && position.entries.key(high - 1) > time {
            high -= 1
            if low > high { low = high } else { leave(at: high, &position) }
        }
        position.ring.low = UInt32(truncatingIfNeeded: low)
        position.ring.high = UInt32(truncatingIfNeeded: high)
    }

    @inline(__always)
    private func enter(at index: Int, _ position: inout Position) {
        enter(kind == .time ? 0 : position.entries.value(index), &position)
    }

    @inline(__always)
    private func enter(_ value: Int64, _ position: inout Position) {
        switch kind {
        case .time: position.content.count += 1
        case .addend:
            position.content.count += 1
            position.content.total += Int128(value)
        case .value:
            let place = values.place(of: RollingValue(position.cell, value))
            if values[place].counted == 0 { position.content.count += 1 }
            values[place].counted += 1
        }
    }

    @inline(__always)
    private func leave(at index: Int, _ position: inout Position) {
        switch kind {
        case .time: position.content.count -= 1
        case .addend:
            position.content.count -= 1
            position.content.total -= Int128(position.entries.value(index))
        case .value:
            let place = values.place(of: RollingValue(position.cell, position.entries.value(index)))
            values[place].counted -= 1
            if values[place].counted == 0 { position.content.count -= 1 }
        }
    }

    // MARK: - What it holds

    @inline(__always)
    private func compare(
        _ position: Position, adding: Int64?, atMost bound: Int64, second: Int64
    ) -> Measurement {
        var with = position.content
        if let adding {
            var isNew = false
            if kind == .value { isNew = values[values.place(of: RollingValue(position.cell, adding))].counted == 0 }
            with = position.content.adding(adding, isNew: isNew, function)
        }
        return Measurement(without: position.content, with: with, function, atMost: bound, second: second)
    }

    /// Looks at the windows that contain the moment and end later, up to the latest that was counted: each second at which
    /// an entry comes or leaves. The answer is what the first failing one says, else what the moment's own did.
    @inline(never)
    private func slide(
        _ position: inout Position, adding: Int64?, atMost bound: Int64, from own: Measurement
    ) -> Measurement {
        let end = min(own.second + seconds - 1, position.ring.latest)
        while true {
            let ring = position.ring
            let comes = ring.high < ring.count ? position.entries.key(Int(ring.high)) : .max
            let leaves = ring.low < ring.high ? position.entries.key(Int(ring.low)) + seconds : .max
            let second = min(comes, leaves)
            if second > end { return own }
            move(&position, to: second)
            let found = compare(position, adding: adding, atMost: bound, second: second)
            if found.finding != .within { return found }
        }
    }

    /// Whether the sums of all windows that contain the time, up to the latest that was counted, fit 64 bits.
    @inline(__always)
    private func fits(_ position: inout Position, _ added: Int64, at time: Int64) -> Bool {
        var found = compare(position, adding: added, atMost: .max, second: time)
        if isLate(position, at: time) && found.finding == .within {
            found = slide(&position, adding: added, atMost: .max, from: found)
            move(&position, to: time)
        }
        return found.finding == .within
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

    /// Drops the entries of windows that closed. They lie in front of the window, for that is the latest one's.
    @inline(__always)
    private func forget(_ position: inout Position) throws(CriticalError) {
        var count = Int(position.ring.low)
        if late > 0 {
            let closed = position.ring.latest - late - seconds
            count = 0
            while position.entries.key(count) <= closed { count += 1 }
        }
        if count == 0 { return }
        if kind == .value {
            for index in 0..<count { forgetValue(position.entries.value(index), position.cell) }
        }
        rings.dropFirst(count, of: &position.ring)
        position.ring.low -= UInt32(truncatingIfNeeded: count)
        position.ring.high -= UInt32(truncatingIfNeeded: count)
        if try rings.shrinkIfSparse(&position.ring) { position.entries = rings.entries(of: position.ring) }
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
