/// Rejects transactions whose time is too far ahead of the latest one seen: one sender's wrong clock would close the
/// windows of everybody whose transactions a rule counts with its own.
///
/// It sees transactions in input order, so it stands where chunks are in order.
package struct TimeHorizon {
    private let maximumLead: Int64
    /// The latest time, not the last one: a late transaction must not make those after it look early.
    private var latest: Int64?

    /// A horizon that lies `maximumLead` seconds ahead of the latest transaction.
    package init(maximumLead: Int64) {
        self.maximumLead = maximumLead
    }

    /// Takes the rows out of the batch that are beyond the horizon, and adds them to its rejects. Whether there were
    /// any.
    package mutating func reject(in batch: TransactionBatch) -> Bool {
        var kept = 0
        var lines = LineFinder(batch)
        for row in 0..<batch.count {
            let time = batch.times[row]
            // Times lie in the years 0000 to 9999, so their difference fits.
            if let latest, time - latest > maximumLead {
                let line = Int(batch.lines[row])
                let place = lines.find(line)
                batch.rejects.append(
                    Reject(
                        lineInChunk: line, column: 1, reason: .timeTooFarAhead(maximumLead: maximumLead),
                        offset: place.lowerBound, length: place.count))
            } else {
                latest = max(latest ?? time, time)
                if kept != row { batch.move(row, to: kept) }
                kept += 1
            }
        }
        guard kept < batch.count else { return false }
        batch.count = kept
        batch.rejects.sort { $0.lineInChunk < $1.lineInChunk }
        return true
    }
}

/// Finds lines in a batch's bytes, in ascending order.
private struct LineFinder {
    private let batch: TransactionBatch
    private var line = 0
    private var start = 0

    init(_ batch: TransactionBatch) {
        self.batch = batch
    }

    /// The bytes of a line, without its line end.
    mutating func find(_ wanted: Int) -> Range<Int> {
        while line < wanted {
            start = batch.bytes.firstIndex(of: 0x0A, in: start..<batch.byteCount) + 1
            line += 1
        }
        let end = batch.bytes.firstIndex(of: 0x0A, in: start..<batch.byteCount)
        return start..<(end > start && batch.bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end)
    }
}

extension TransactionBatch {
    /// Copies what makes a row a transaction to an earlier row.
    fileprivate func move(_ row: Int, to other: Int) {
        prefixOffsets[other] = prefixOffsets[row]
        prefixLengths[other] = prefixLengths[row]
        idLengths[other] = idLengths[row]
        flags[other] = flags[row]
        ids[other] = ids[row]
        customers[other] = customers[row]
        amounts[other] = amounts[row]
        times[other] = times[row]
        lines[other] = lines[row]
        moveFields(of: row, to: other)
    }
}
