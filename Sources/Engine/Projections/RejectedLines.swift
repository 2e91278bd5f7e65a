/// The rejected lines with a certain id: whoever looks for that transaction wants to know that there is none.
package final class RejectedLines: Subscriber {
    /// One of them.
    package struct Line: Sendable, Equatable {
        /// The input's line, from 1.
        package let number: Int
        package let reason: RejectReason
    }

    private let id: [UInt8]
    /// Where texts with escapes are decoded to, which become shorter.
    private let decoded = Column<UInt8>(zeroed: Reader.lineLimit + TransactionBatch.tail)
    /// The first of them.
    package private(set) var first: Line?
    package private(set) var count = 0

    package init(withID id: String) {
        self.id = Array(id.utf8)
    }

    deinit {
        decoded.deallocate()
    }

    package func receive(_ message: Message, on bus: Bus) {
        guard case .transactionsRejected(let events) = message else { return }
        let batch = events.transactions
        for reject in batch.rejects where hasID(reject, batch) {
            count += 1
            first = first ?? Line(number: batch.linesBefore + reject.lineInChunk + 1, reason: reject.reason)
        }
    }

    private func hasID(_ reject: Reject, _ batch: TransactionBatch) -> Bool {
        var json = JSONScanner(
            bytes: batch.bytes, end: reject.offset + reject.length, position: reject.offset, side: decoded, sideEnd: 0)
        // A line that can't be read up to its id has none.
        return (try? json.lineID())?.equals(id) ?? false
    }
}
