internal import RulesDSL

/// Collects the lookups of a policy: those of its lists and tables once each, and those of lists in place.
struct LookupBuilder {
    private let policy: CheckedPolicy
    private let fields: FieldTable
    private(set) var tables: [Lookups.Table] = []
    private(set) var entries: [Lookups.Entry] = []
    let hash = ByteHash.process
    private var lists: [ListIndex: Int64] = [:]
    private var declared: [TableIndex: Int64] = [:]

    init(_ policy: CheckedPolicy, _ fields: FieldTable) {
        self.policy = policy
        self.fields = fields
    }

    /// The lookup that has 1 for each of the members, and else 0.
    mutating func lookup(of members: [Constant], _ type: ValueType, _ constants: inout ConstantTexts) -> Int64 {
        add(members.map { ($0, 1) }, type, otherwise: 0, &constants)
    }

    /// The lookup that has 1 for each member of a list, and else 0.
    mutating func lookup(of index: ListIndex, _ constants: inout ConstantTexts) -> Int64 {
        if let known = lists[index] { return known }
        let list = policy.lists[index.index]
        let made = lookup(of: list.members, list.type, &constants)
        lists[index] = made
        return made
    }

    /// The lookup of a table.
    mutating func lookup(of index: TableIndex, _ constants: inout ConstantTexts) -> Int64 {
        if let known = declared[index] { return known }
        let table = policy.tables[index.index]
        let made = add(table.entries, fields[table.key].type, otherwise: table.otherwise, &constants)
        declared[index] = made
        return made
    }

    /// Adds a lookup. Of two entries with one key the first counts.
    private mutating func add(
        _ added: [(key: Constant, value: Int64)], _ type: ValueType, otherwise: Int64,
        _ constants: inout ConstantTexts
    ) -> Int64 {
        let made = type == .text ? hashed(added, &constants) : sorted(added)
        let table = Lookups.Table(start: Int32(entries.count), count: Int32(made.count), otherwise: otherwise)
        entries += made
        tables.append(table)
        return Int64(tables.count - 1)
    }

    private func sorted(_ added: [(key: Constant, value: Int64)]) -> [Lookups.Entry] {
        var values: [Int64: Int64] = [:]
        for case (.scalar(let key), let value) in added where values[key] == nil { values[key] = value }
        return values.map { Lookups.Entry(key: $0.key, value: $0.value) }.sorted { $0.key < $1.key }
    }

    private func hashed(
        _ added: [(key: Constant, value: Int64)], _ constants: inout ConstantTexts
    ) -> [Lookups.Entry] {
        var size = 2
        while size < added.count * 2 { size *= 2 }
        var slots = [Lookups.Entry](repeating: Lookups.Entry(key: 0, value: 0), count: size)
        for case (.text(let text), let value) in added {
            let key = constants.handle(text).word
            var place = Int(truncatingIfNeeded: hash.hash(of: text)) & (size - 1)
            // Equal texts have one handle.
            while slots[place].key != 0 && slots[place].key != key { place = (place + 1) & (size - 1) }
            if slots[place].key == 0 { slots[place] = Lookups.Entry(key: key, value: value) }
        }
        return slots
    }
}

extension ByteHash {
    /// The hash of a text that is in no column.
    fileprivate func hash(of text: String) -> UInt64 {
        let bytes = Array(text.utf8)
        let column = Column<UInt8>(zeroed: bytes.count + 8)
        defer { column.deallocate() }
        column.copy(from: bytes, to: 0)
        return hash(column, offset: 0, count: bytes.count)
    }
}
