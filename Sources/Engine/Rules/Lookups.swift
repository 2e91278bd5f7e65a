internal import RulesDSL

/// Finds values by scalars and texts: what tables and lists are compiled to. A list is a table of ones.
///
/// Scalars are sorted, and found in logarithmic time; texts are hashed, found in constant time and compared in full.
/// The memory belongs to the program, which frees it.
struct Lookups: Sendable {
    /// One lookup: where its entries are, and what stands for everything that is none of them.
    struct Table: BitwiseCopyable {
        let start: Int32
        /// For texts a power of two, of which at most half are used.
        let count: Int32
        let otherwise: Int64
    }

    struct Entry: BitwiseCopyable {
        /// A scalar, or the word of a constant text; 0 for an entry of texts that is not used.
        let key: Int64
        let value: Int64
    }

    private let tables: Column<Table>
    private let entries: Column<Entry>
    private let texts: Column<UInt8>
    private let hash: ByteHash

    /// The lookups of a builder, whose constants are in `texts`.
    init(_ builder: LookupBuilder, texts: Column<UInt8>) {
        tables = Column(copying: builder.tables, orOne: Table(start: 0, count: 0, otherwise: 0))
        entries = Column(copying: builder.entries, orOne: Entry(key: 0, value: 0))
        self.texts = texts
        hash = builder.hash
    }

    func deallocate() {
        tables.deallocate()
        entries.deallocate()
    }

    /// What a lookup has for a scalar.
    @inline(__always)
    func value(of scalar: Int64, in index: Int64) -> Int64 {
        let table = tables[Int(index)]
        var lower = Int(table.start)
        var count = Int(table.count)
        let end = lower + count
        while count > 0 {
            let half = count >> 1
            if entries[lower + half].key < scalar {
                lower += half + 1
                count -= half + 1
            } else {
                count = half
            }
        }
        return lower < end && entries[lower].key == scalar ? entries[lower].value : table.otherwise
    }

    /// What a lookup has for a text.
    func value(of text: TextSlice, in index: Int64) -> Int64 {
        let table = tables[Int(index)]
        let mask = Int(table.count) - 1
        var place = Int(truncatingIfNeeded: hash.hash(text)) & mask
        while true {
            let entry = entries[Int(table.start) + place]
            if entry.key == 0 { return table.otherwise }
            let key = TextHandle(word: entry.key)
            if key.length == text.length
                && texts.matches(text.bytes, at: text.offset, count: text.length, from: key.offset)
            {
                return entry.value
            }
            place = (place + 1) & mask
        }
    }
}
