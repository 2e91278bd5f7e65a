extension OutputBuffer {
    /// `{"id":"…","customer_id":"…"`, which mostly stands in the input just so; without its first `start` bytes.
    @inline(__always)
    package mutating func append(prefixOf row: Int, _ batch: TransactionBatch, from start: Int = 0) {
        let length = Int(batch.prefixLengths[row]) - start
        let offset = Int(batch.prefixOffsets[row]) + start
        let isInSide = batch.flags[row] & TransactionBatch.Flag.inSide != 0
        if length <= 48 && !isInSide {
            append48(batch.bytes, offset: offset, length: length)
        } else {
            append(isInSide ? batch.side : batch.bytes, offset: offset, length: length)
        }
    }
}
