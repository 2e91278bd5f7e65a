internal import RulesDSL

/// Numbers the keys of a program: those of scopes, by which cells are found, and values that are told apart.
///
/// A key is numbered when a row with it arrives, whatever becomes of that row; it takes 16 bytes and its own.
final class KeyNumbering {
    private struct Key {
        let composer: KeyComposer
        let directory: KeyDirectory
        let ofCustomer: Bool
    }

    private let keys: [Key]
    private let hashes: Column<UInt64>

    init(_ program: Program) throws(CriticalError) {
        var keys: [Key] = []
        for key in program.keys {
            keys.append(
                Key(
                    composer: KeyComposer(
                        key.fields, in: program.fields, clock: program.calendar.clock, prefix: key.ofCustomer ? 1 : 0),
                    directory: try KeyDirectory(), ofCustomer: key.ofCustomer))
        }
        self.keys = keys
        hashes = Column(zeroed: CustomerDirectory.batch)
    }

    deinit {
        hashes.deallocate()
    }

    /// How many keys of an index there are.
    func count(of key: Int) -> Int { keys[key].directory.count }

    /// Sets `keyNumbers` of the rows whose plans read them, at most `CustomerDirectory.batch` of them.
    func number(
        _ rows: Range<Int>, of batch: TransactionBatch, _ decisions: DecisionBatch
    ) throws(CriticalError) {
        let plans = decisions.program.plans
        let classes = decisions.classes
        for (index, key) in keys.enumerated() {
            let bit = UInt64.bit(of: index)
            var count = 0
            for row in rows where plans[Int(classes[row])].keys & bit != 0 {
                hashes[count] = key.directory.hash(of: compose(key, row, batch))
                count += 1
            }
            key.directory.touch(hashes, count: count)
            count = 0
            for row in rows where plans[Int(classes[row])].keys & bit != 0 {
                let number = try key.directory.number(of: compose(key, row, batch), hash: hashes[count])
                decisions.keyNumbers[index * decisions.rowCapacity + row] = number
                count += 1
            }
        }
    }

    @inline(__always)
    private func compose(_ key: Key, _ row: Int, _ batch: TransactionBatch) -> TextSlice {
        key.composer.begin()
        if key.ofCustomer { key.composer.append(Int64(batch.customerNumbers[row])) }
        key.composer.append(row, of: batch)
        return key.composer.key
    }
}
