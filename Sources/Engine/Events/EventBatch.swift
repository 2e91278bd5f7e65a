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
    private let batch: TransactionBatch
    private var nextReject = 0

    package init(_ batch: TransactionBatch) {
        self.batch = batch
    }

    /// The line of a row, from 1.
    package func line(of row: Int) -> Int {
        batch.linesBefore + Int(batch.lines[row]) + 1
    }

    /// The number of a row's event. Rows must be asked for in ascending order.
    package mutating func eventNumber(of row: Int) -> Int {
        let line = Int(batch.lines[row])
        while nextReject < batch.rejects.count && batch.rejects[nextReject].lineInChunk < line { nextReject += 1 }
        return batch.eventsBefore + row + nextReject + 1
    }
}
