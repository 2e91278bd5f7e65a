package import RulesDSL

/// Makes transactions of lines, or says why it cannot.
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
    /// How declared fields are found.
    private let paths: FieldPaths

    /// A creator of transactions in a currency, with declared fields. The batches must have the same fields.
    package init(currency: Currency, fields: InputFields = .empty, lanes: Lanes = .both) {
        money = MoneyText(currency: currency)
        canonical = lanes == .both ? CanonicalLane(currency: currency) : nil
        paths = FieldPaths(fields)
    }

    /// Reads the chunk in `bytes` and fills the columns, the rejects and the number of lines.
    package func create(_ batch: TransactionBatch) {
        batch.rejects.removeAll(keepingCapacity: true)
        // What a chunk before this one left there must not complete a line that was cut.
        for index in 0..<TransactionBatch.tail { batch.bytes[batch.byteCount + index] = 0 }
        batch.clearFieldMarks()
        let end = batch.byteCount
        var cursor = IntakeCursor()
        while true {
            if let canonical, paths.isEmpty { canonical.takeLines(of: batch, to: end, &cursor, hash: hash) }
            if cursor.position >= end { break }
            takeLine(of: batch, to: end, &cursor)
        }
        batch.count = cursor.row
        batch.lineCount = cursor.line
        batch.sideCount = cursor.side
    }

    /// Reads one line, which may be written in any way.
    private func takeLine(of batch: TransactionBatch, to endOfChunk: Int, _ cursor: inout IntakeCursor) {
        let start = cursor.position
        let lineFeed = batch.bytes.firstIndex(of: UInt8(ascii: "\n"), in: start..<endOfChunk)
        do {
            try addTransaction(to: batch, end: lineFeed, &cursor)
        } catch {
            // How much of a line over the limit is there depends on where the reader cut it.
            let end = min(lineFeed, start + Reader.lineLimit)
            let hasReturn = end == lineFeed && end > start && batch.bytes[end - 1] == UInt8(ascii: "\r")
            batch.rejects.append(
                Reject(
                    lineInChunk: cursor.line, column: error.position - start + 1, reason: error.reason,
                    offset: start, length: end - start - (hasReturn ? 1 : 0)))
        }
        cursor.line += 1
        cursor.position = lineFeed + 1
    }

    /// Adds what the line at the cursor says, if it is not blank.
    private func addTransaction(
        to batch: TransactionBatch, end: Int, _ cursor: inout IntakeCursor
    ) throws(LineMistake) {
        let start = cursor.position
        let row = cursor.row
        guard end - start <= Reader.lineLimit else { throw LineMistake(.lineTooLong, at: start + Reader.lineLimit) }
        var scanner = LineScanner(
            batch, start: start, end: end, sideStart: cursor.side,
            FieldTarget(paths, batch, row: row, line: cursor.line))
        if let canonical, let head = canonical.head(of: batch.bytes, at: start, hash: hash, &cursor.clock) {
            _ = try scanner.scan(money, behind: head)
            batch.set(row, to: head, from: start)
            cursor.side = scanner.sideEnd
        } else {
            guard let values = try scanner.scan(money) else { return }
            batch.flags[row] = values.amount < 0 ? TransactionBatch.Flag.withdrawal : 0
            cursor.side = batch.setTexts(
                row: row, id: values.id, customer: values.customer, sideStart: scanner.sideEnd, hash: hash)
            batch.amounts[row] = Int64(values.amount.magnitude)
            batch.times[row] = values.time
        }
        batch.lines[row] = UInt32(truncatingIfNeeded: cursor.line)
        cursor.row += 1
    }
}

/// How far a chunk has been read.
struct IntakeCursor {
    /// The next byte.
    var position = 0
    /// The next row of the batch.
    var row = 0
    /// The line within the chunk, from 0.
    var line = 0
    /// The first free byte of `side`.
    var side = 0
    var clock = CanonicalTime()
}
