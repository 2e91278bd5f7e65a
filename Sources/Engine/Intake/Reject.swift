/// A line that is no transaction, and why: the fact of a `TxnCreateFailed`.
package struct Reject: Sendable, Equatable {
    /// The line within its chunk, from 0.
    package let lineInChunk: Int
    /// The column at which the trouble begins: bytes from the line's start, from 1.
    package let column: Int
    package let reason: RejectReason
    /// Where the line stands in the chunk's bytes, without its line end and what is beyond the limit.
    package let offset: Int
    package let length: Int

    package init(lineInChunk: Int, column: Int, reason: RejectReason, offset: Int, length: Int) {
        self.lineInChunk = lineInChunk
        self.column = column
        self.reason = reason
        self.offset = offset
        self.length = length
    }
}
