extension OutputCursor {
    /// `{"id":"…","customer_id":"…"`, which mostly stands in the input just so; without its first `start` bytes. There
    /// must be room for its whole length.
    @inline(__always)
    mutating func put(prefixOf row: Int, _ batch: TransactionBatch, from start: Int = 0) {
        let length = Int(batch.prefixLengths[row]) &- start
        let offset = Int(batch.prefixOffsets[row]) &+ start
        let isInSide = batch.flags[row] & TransactionBatch.Flag.inSide != 0
        if isInSide {
            bytes.copy(from: batch.side, sourceStart: offset, count: length, to: end)
            end &+= length
        } else {
            put(batch.bytes, offset: offset, length: length)
        }
    }
}

extension OutputBuffer {
    /// The same, with room of its own.
    package mutating func append(prefixOf row: Int, _ batch: TransactionBatch, from start: Int = 0) {
        var cursor = open(Int(batch.prefixLengths[row]) + OutputCursor.overhang)
        cursor.put(prefixOf: row, batch, from: start)
        close(cursor)
    }
}
