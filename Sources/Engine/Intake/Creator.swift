package import RulesDSL

/// Makes transactions of lines, or says why it cannot: what the seed calls the Creator.
///
/// There are two lanes with the same results. The fast one reads the canonical layout in words and gives up at whatever
/// it does not expect; the complete one then reads that line, or what follows its four keys where only that is not
/// canonical. Several threads may use one creator, each on its own batch.
package struct Creator: Sendable {
    /// Which lanes are open; a test compares them.
    package enum Lanes: Sendable {
        case both
        case completeOnly
    }

    private let money: MoneyText
    private let canonical: CanonicalLane?
    private let hash = ByteHash.process
    /// How declared fields are found; nil where there are none.
    private let paths: FieldPaths?

    /// A creator of transactions in a currency, with declared fields. The batches must have the same fields.
    package init(currency: Currency, fields: InputFields = .empty, lanes: Lanes = .both) {
        money = MoneyText(currency: currency)
        canonical = lanes == .both ? CanonicalLane(currency: currency) : nil
        paths = fields.isEmpty ? nil : FieldPaths(fields)
    }

    /// Reads the chunk in `bytes` and fills the columns, the rejects and the number of lines.
    package func create(_ batch: TransactionBatch) {
        batch.count = 0
        batch.lineCount = 0
        batch.sideCount = 0
        batch.rejects.removeAll(keepingCapacity: true)
        // What a chunk before this one left there must not complete a line that was cut.
        for index in 0..<TransactionBatch.tail { batch.bytes[batch.byteCount + index] = 0 }
        var clock = CanonicalTime()
        var start = 0
        if paths != nil { batch.clearFieldMarks() }
        while true {
            if let canonical, paths == nil { start = canonical.takeLines(of: batch, from: start, hash: hash) }
            if start >= batch.byteCount { break }
            start = takeLine(of: batch, from: start, &clock)
        }
    }

    /// Reads one line that may be written in any way; the answer is where the next one begins.
    private func takeLine(of batch: TransactionBatch, from start: Int, _ clock: inout CanonicalTime) -> Int {
        let line = batch.lineCount
        let lineFeed = batch.bytes.firstIndex(of: UInt8(ascii: "\n"), in: start..<batch.byteCount)
        do {
            try addTransaction(to: batch, from: start, to: lineFeed, &clock)
        } catch {
            // How much of a line over the limit is there depends on where the reader cut it.
            let end = min(lineFeed, start + Reader.lineLimit)
            let hasReturn = end == lineFeed && end > start && batch.bytes[end - 1] == UInt8(ascii: "\r")
            batch.rejects.append(
                Reject(
                    lineInChunk: line, column: error.position - start + 1, reason: error.reason,
                    offset: start, length: end - start - (hasReturn ? 1 : 0)))
        }
        batch.lineCount = line + 1
        return lineFeed + 1
    }

    private func addTransaction(
        to batch: TransactionBatch, from start: Int, to end: Int, _ clock: inout CanonicalTime
    ) throws(LineMistake) {
        guard end - start <= Reader.lineLimit else { throw LineMistake(.lineTooLong, at: start + Reader.lineLimit) }
        var scanner = LineScanner(batch, start: start, end: end, paths.map { FieldTarget($0, batch) })
        if let canonical, let head = canonical.head(of: batch.bytes, at: start, hash: hash, &clock) {
            _ = try scanner.scan(money, behind: head)
            batch.append(head, from: start)
            batch.sideCount = scanner.sideEnd
            return
        }
        guard let values = try scanner.scan(money) else { return }
        let row = batch.count
        batch.flags[row] = values.amount < 0 ? TransactionBatch.Flag.withdrawal : 0
        batch.sideCount = batch.setTexts(
            row: row, id: values.id, customer: values.customer, sideStart: scanner.sideEnd, hash: hash)
        batch.amounts[row] = Int64(values.amount.magnitude)
        batch.times[row] = values.time
        batch.lines[row] = UInt32(truncatingIfNeeded: batch.lineCount)
        batch.count = row + 1
    }
}
