/// The events of one chunk: its lines, what was made of them, and what one or two policies decided.
///
/// Events are kept as columns; a subscriber reads what it needs and copies what it keeps, for the batch is filled again
/// after the last subscriber has seen it.
package struct EventBatch {
    package let transactions: TransactionBatch
    /// The decisions under each policy: one in a run, two in a dry-run.
    package let decisions: [DecisionBatch]
    /// What the renderings made, one buffer each, in their order.
    package let rendered: [RenderedOutput]

    package init(transactions: TransactionBatch, decisions: [DecisionBatch], rendered: [RenderedOutput]) {
        self.transactions = transactions
        self.decisions = decisions
        self.rendered = rendered
    }
}

/// Walks the rows of a batch in order and knows each one's event number and line in the whole input.
///
/// Every transaction and every rejected line is one event; both count from 1.
package struct EventCursor {
    private let lines: Column<UInt32>
    private let linesBefore: Int
    private let eventsBefore: Int
    private let rejects: [Reject]
    private var rejectsBefore = 0
    /// The line of the next reject in the chunk; beyond all lines where there is none.
    private var nextReject: Int

    package init(_ batch: TransactionBatch) {
        lines = batch.lines
        linesBefore = batch.linesBefore
        eventsBefore = batch.eventsBefore
        rejects = batch.rejects
        nextReject = rejects.first?.lineInChunk ?? .max
    }

    /// The line of a row, from 1.
    @inline(__always)
    package func line(of row: Int) -> Int {
        linesBefore + Int(lines[row]) + 1
    }

    /// The number of a row's event. Rows must be asked for in ascending order.
    @inline(__always)
    package mutating func eventNumber(of row: Int) -> Int {
        if nextReject < Int(lines[row]) { passRejects(before: Int(lines[row])) }
        return eventsBefore + row + rejectsBefore + 1
    }

    private mutating func passRejects(before line: Int) {
        while nextReject < line {
            rejectsBefore += 1
            nextReject = rejectsBefore < rejects.count ? rejects[rejectsBefore].lineInChunk : .max
        }
    }
}
