internal import RulesDSL

/// Remembers the composite keys of one `unique`: any fields of the transaction, compared exactly.
///
/// A key takes 32 bytes and its own; with `within` eight more for its time, with `conflict` four more and its payload.
final class KeyMemory {
    /// What a row's key says.
    struct Finding {
        /// Whether the key is remembered and, with `within`, not free again.
        var isRepeat = false
        /// The compared fields that differ from those of the remembered transaction, a bit for each `FieldIndex`.
        var differing: UInt64 = 0
    }

    private let composer: KeyComposer
    private let directory: KeyDirectory
    private let within: Int64?
    private let payload: PayloadComposer?
    /// By the numbers of keys: when each was remembered, and where its payload is kept.
    private var times: Column<Int64>
    private var payloads: Column<UInt32>
    private var texts: TextArena
    /// The number of the key that was looked up last; below zero for one that is new.
    private var number = -1
    private var found = Finding()

    private static let firstCapacity = 1 << 10

    init(_ key: Program.UniqueKey, of program: Program) throws(CriticalError) {
        composer = KeyComposer(key.fields, in: program.fields, clock: program.calendar.clock)
        directory = try KeyDirectory()
        within = key.within
        payload = key.compared.isEmpty ? nil : PayloadComposer(key.compared, of: program)
        texts = try TextArena()
        guard let times = Column<Int64>.mapped(capacity: key.within == nil ? 1 : Self.firstCapacity),
            let payloads = Column<UInt32>.mapped(capacity: key.compared.isEmpty ? 1 : Self.firstCapacity)
        else { throw .outOfMemory }
        self.times = times
        self.payloads = payloads
    }

    deinit {
        times.unmap()
        payloads.unmap()
    }

    /// Looks the row's key up. `rememberKey` then is about it.
    func look(_ row: Int, of batch: TransactionBatch) -> Finding {
        let known = directory.number(ifKnown: composer.compose(row, of: batch))
        number = known.map { Int($0) } ?? -1
        found = Finding(isRepeat: known != nil)
        if let known, let within {
            let (end, overflow) = times[Int(known)].addingReportingOverflow(within)
            found.isRepeat = overflow || batch.times[row] < end
        }
        if let known, found.isRepeat, let payload {
            found.differing = payload.differences(row, of: batch, from: texts.text(at: payloads[Int(known)]))
        }
        return found
    }

    /// Remembers the key that was looked up last, unless it is a repeat: that changes nothing.
    func rememberKey(_ row: Int, of batch: TransactionBatch) throws(CriticalError) {
        if found.isRepeat { return }
        let isNew = number < 0
        if isNew { number = Int(try directory.number(of: composer.key)) }
        if within != nil {
            times = try Self.room(for: number, in: times)
            times[number] = batch.times[row]
        }
        if let payload {
            payloads = try Self.room(for: number, in: payloads)
            let text = payload.compose(row, of: batch)
            if isNew || !texts.replace(at: payloads[number], with: text) {
                payloads[number] = try texts.append(text)
            }
        }
        found.isRepeat = true
    }

    private static func room<Element>(
        for number: Int, in column: Column<Element>
    ) throws(CriticalError) -> Column<Element> {
        guard number >= column.capacity else { return column }
        guard let larger = Column<Element>.mapped(capacity: column.capacity * 2) else { throw .outOfMemory }
        larger.copy(from: column, count: column.capacity)
        column.unmap()
        return larger
    }
}
