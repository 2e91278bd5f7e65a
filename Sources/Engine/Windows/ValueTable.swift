/// What a table knows of one value in a cell: plain numbers, empty where they are all zero.
protocol ValueSlot: BitwiseCopyable {
    var isEmpty: Bool { get }
    /// What decides where the search for it begins.
    var hashed: UInt64 { get }
    /// Whether both are about the same value.
    func matches(_ other: Self) -> Bool
}

/// A value that was counted in a window of the calendar.
struct SeenValue: ValueSlot {
    let cell: UInt32
    let value: UInt32
    let window: Int32
    private let isThere: UInt32

    /// Cells and values are numbered densely, and never need more bits.
    @inline(__always)
    init(_ cell: Int, _ value: Int64, _ window: Int32) {
        self.cell = UInt32(truncatingIfNeeded: cell)
        self.value = UInt32(truncatingIfNeeded: value)
        self.window = window
        isThere = 1
    }

    var isEmpty: Bool { isThere == 0 }

    var hashed: UInt64 {
        (UInt64(cell) << 32 | UInt64(value)) ^ UInt64(truncatingIfNeeded: window) &* 0x9E37_79B9_7F4A_7C15
    }

    @inline(__always)
    func matches(_ other: SeenValue) -> Bool {
        cell == other.cell && value == other.value && window == other.window
    }
}

/// The values of all cells of one `distinct`: an open-addressing table, at most half full, that is built anew, without
/// what was forgotten, when it fills up.
final class ValueTable<Slot: ValueSlot> {
    private var slots: Column<Slot>
    private var used = 0
    private var shift: UInt64
    private let seed = UInt64.random(in: .min ... .max)

    private static var firstBits: Int { 8 }

    init() throws(CriticalError) {
        guard let slots = Column<Slot>.mapped(capacity: 1 << Self.firstBits) else { throw .outOfMemory }
        self.slots = slots
        shift = UInt64(64 - Self.firstBits)
    }

    deinit {
        slots.unmap()
    }

    /// The bytes that are reserved.
    var bytes: Int { slots.bytes }

    /// Whether the table must be built anew before the next value is put into it.
    var isFull: Bool {
        @inline(__always) get { (used + 1) * 2 > slots.capacity }
    }

    /// What is at a place that `place(of:)` gave.
    subscript(place: Int) -> Slot {
        @inline(__always) get { slots[place] }
        @inline(__always) set { slots[place] = newValue }
    }

    /// Where the value is, or the empty place where it belongs.
    @inline(__always)
    func place(of slot: Slot) -> Int {
        let slots = self.slots
        let mask = slots.capacity - 1
        var place = home(slot)
        while !slots[place].isEmpty && !slots[place].matches(slot) {
            place = (place + 1) & mask
        }
        return place
    }

    /// Puts a new value at its empty place. The table must not be full.
    @inline(__always)
    func put(_ slot: Slot, at place: Int) {
        slots[place] = slot
        used += 1
    }

    /// Builds the table anew from the values that are to be kept, with room for as many again.
    @inline(never)
    func rebuild(keeping isKept: (Slot) -> Bool) throws(CriticalError) {
        let old = slots
        var kept = 0
        for index in 0..<old.capacity where !old[index].isEmpty && isKept(old[index]) { kept += 1 }
        var bits = Self.firstBits
        while 1 << bits < kept * 4 { bits += 1 }
        guard let rebuilt = Column<Slot>.mapped(capacity: 1 << bits) else { throw .outOfMemory }
        slots = rebuilt
        shift = UInt64(64 - bits)
        used = kept
        for index in 0..<old.capacity where !old[index].isEmpty && isKept(old[index]) {
            rebuilt[place(of: old[index])] = old[index]
        }
        old.unmap()
    }

    @inline(__always)
    private func home(_ slot: Slot) -> Int {
        Int(truncatingIfNeeded: mix(slot.hashed, seed: seed) &>> shift)
    }
}
