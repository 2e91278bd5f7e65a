/// When each value of a `distinct` is in the rolling windows of its cell.
///
/// What is added is in the windows that end in the next `seconds`. Time is cut into stretches of that length: all
/// additions of a value in one stretch overlap, so that the first and the last of them say everything, and only those
/// of neighbouring stretches can be in one window. A value takes 48 to 192 bytes for each stretch that an open window
/// can see.
final class ValuePresence {
    private let seconds: Int64
    private let stretches: ValueTable<Stretch>

    init(seconds: Int64) throws(CriticalError) {
        self.seconds = seconds
        stretches = try ValueTable()
    }

    var bytes: Int { stretches.bytes }

    /// The seconds at which windows end that have not got the value, of those from `time` up to `end`, which is less
    /// than `seconds` later. It may go on behind that.
    @inline(__always)
    func absence(of value: Int64, _ cell: Int, from time: Int64, through end: Int64) -> Range<Int64> {
        let number = time.floorDivided(by: seconds)
        let own = stretch(cell, value, number)
        var (before, behind): (Stretch?, Stretch?) = (nil, nil)
        if let own, own.first(seconds) <= time { before = own } else { before = stretch(cell, value, number - 1) }
        if let own, own.last(seconds) >= time {
            behind = own
        } else if (number + 1) * seconds <= end {
            behind = stretch(cell, value, number + 1)
        }
        let start = max(time, before.map { $0.last(seconds) + seconds } ?? time)
        return start..<max(start, behind?.first(seconds) ?? .max)
    }

    /// Adds a value, and tells at which seconds the windows then have another number of different ones, and by how
    /// much. Nothing later than `latest` was added to the cell. Of what was added earlier that is kept which `isOpen`
    /// says of, by the cell and the time.
    @inline(__always)
    func add(
        _ value: Int64, _ cell: Int, at time: Int64, latest: Int64, isOpen: (Int, Int64) -> Bool,
        change: (Int64, Int64) throws(CriticalError) -> Void
    ) throws(CriticalError) {
        if stretches.isFull { try forget(isOpen) }
        let number = time.floorDivided(by: seconds)
        let behind = (number + 1) * seconds
        var own = Stretch(cell, value, number, at: time - number * seconds)
        let place = stretches.place(of: own)
        if stretches[place].isEmpty {
            let last = stretch(cell, value, number - 1)?.last(seconds)
            let first = latest < behind ? nil : stretch(cell, value, number + 1)?.first(seconds)
            try count(last, first, -1, change)
            try count(last, time, 1, change)
            try count(time, first, 1, change)
            stretches.put(own, at: place)
            return
        }
        let known = stretches[place]
        if time < known.first(seconds) {
            let last = stretch(cell, value, number - 1)?.last(seconds)
            try count(last, known.first(seconds), -1, change)
            try count(last, time, 1, change)
        }
        if time > known.last(seconds) {
            let first = latest < behind ? nil : stretch(cell, value, number + 1)?.first(seconds)
            try count(known.last(seconds), first, -1, change)
            try count(time, first, 1, change)
        }
        own.include(known)
        stretches[place] = own
    }

    /// Counts the end of one presence and the beginning of the next. Where they meet it is one, and nothing changes.
    @inline(__always)
    private func count(
        _ last: Int64?, _ first: Int64?, _ sign: Int64, _ change: (Int64, Int64) throws(CriticalError) -> Void
    ) throws(CriticalError) {
        if let last, let first, first < last + seconds { return }
        if let first { try change(first, sign) }
        if let last { try change(last + seconds, -sign) }
    }

    @inline(__always)
    private func stretch(_ cell: Int, _ value: Int64, _ number: Int64) -> Stretch? {
        let found = stretches[stretches.place(of: Stretch(cell, value, number, at: 0))]
        return found.isEmpty ? nil : found
    }

    private func forget(_ isOpen: (Int, Int64) -> Bool) throws(CriticalError) {
        let seconds = self.seconds
        try stretches.rebuild { isOpen(Int($0.cell), $0.last(seconds)) }
    }
}

/// The additions of a value to a cell in one stretch of time.
private struct Stretch: ValueSlot {
    let cell: UInt32
    let value: UInt32
    private let number: Int64
    /// After how many seconds of the stretch the first one is.
    private var start: UInt32
    /// The same of the last one, and one more: 0 in an empty slot.
    private var end: UInt32

    /// Cells and values are numbered densely, and a rolling window is at most 3,660 days long.
    @inline(__always)
    init(_ cell: Int, _ value: Int64, _ number: Int64, at second: Int64) {
        self.cell = UInt32(truncatingIfNeeded: cell)
        self.value = UInt32(truncatingIfNeeded: value)
        self.number = number
        start = UInt32(truncatingIfNeeded: second)
        end = start + 1
    }

    var isEmpty: Bool { end == 0 }

    var hashed: UInt64 {
        (UInt64(cell) << 32 | UInt64(value)) ^ UInt64(bitPattern: number) &* 0x9E37_79B9_7F4A_7C15
    }

    @inline(__always)
    func matches(_ other: Stretch) -> Bool {
        cell == other.cell && value == other.value && number == other.number
    }

    @inline(__always)
    func first(_ seconds: Int64) -> Int64 { number * seconds + Int64(start) }

    @inline(__always)
    func last(_ seconds: Int64) -> Int64 { number * seconds + Int64(end) - 1 }

    mutating func include(_ other: Stretch) {
        start = min(start, other.start)
        end = max(end, other.end)
    }
}
