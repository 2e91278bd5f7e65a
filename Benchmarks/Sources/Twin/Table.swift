/// A record that has a place in a table: its key is zero where there is none.
protocol Keyed: BitwiseCopyable {
    var key: UInt64 { get }
    static var none: Self { get }
}

/// A hash table of records that doubles when it is half full.
@safe struct Table<Record: Keyed>: ~Copyable {
    private(set) var records: UnsafeMutablePointer<Record>
    private var mask: Int
    private var count = 0

    init(capacity: Int) {
        unsafe records = UnsafeMutablePointer<Record>.allocate(capacity: capacity)
        unsafe records.initialize(repeating: Record.none, count: capacity)
        mask = capacity - 1
    }

    deinit {
        unsafe records.deallocate()
    }

    /// The place of the key: its record, or the free one where it belongs.
    @inline(__always)
    func place(of key: UInt64) -> Int {
        var hash = key &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
        var index = Int(truncatingIfNeeded: hash) & mask
        while true {
            let found = unsafe records[index].key
            if found == 0 || found == key { return index }
            index = (index + 1) & mask
        }
    }

    /// Counts one more; the caller writes it.
    @inline(__always)
    mutating func countOne() {
        count += 1
    }

    /// Makes room for one more, before its place is asked for.
    @inline(__always)
    mutating func reserveOne() {
        if count * 2 > mask { grow() }
    }

    @inline(never)
    private mutating func grow() {
        var larger = Table(capacity: (mask + 1) * 2)
        for index in 0...mask {
            let record = unsafe records[index]
            if record.key != 0 {
                let place = larger.place(of: record.key)
                unsafe larger.records[place] = record
            }
        }
        larger.count = count
        self = larger
    }
}
