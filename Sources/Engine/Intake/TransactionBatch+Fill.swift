extension TransactionBatch {
    /// The byte capacity of a batch that is filled with single transactions.
    package static let bytesForOne = 1_024

    /// Makes the batch hold one transaction that did not come from a line.
    package func fill(with transaction: Transaction) {
        count = 1
        lineCount = 1
        rejects = []
        byteCount = 0
        sideCount = 0
        flags[0] = transaction.kind == .withdrawal ? Flag.withdrawal : 0
        amounts[0] = transaction.amount
        times[0] = transaction.time
        lines[0] = 0
        setTexts(row: 0, id: transaction.id.utf8, customer: transaction.customer.utf8)
    }
}
