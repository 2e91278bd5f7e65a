extension TransactionBatch {
    /// The byte capacity of a batch that is filled with single transactions.
    package static func bytesForOne(_ fields: InputFields) -> Int {
        1_024 + fields.count * Transaction.longestText
    }

    /// Makes the batch hold one transaction that did not come from a line. Its fields must be those of the batch.
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
        fill(with: transaction.fields)
    }

    private func fill(with values: [String: FieldValue]) {
        guard !fields.isEmpty else { return }
        clearFields(of: 0)
        for (column, field) in fields.enumerated() {
            guard let value = values[field.name] else { continue }
            switch value {
            case .text(let text):
                let slice = appendToSide(text.utf8)
                setField(column, of: 0, to: TextHandle(.side, offset: slice.offset, length: slice.length).word)
            case .number(let scalar), .money(let scalar), .time(let scalar): setField(column, of: 0, to: scalar)
            case .boolean(let isTrue): setField(column, of: 0, to: isTrue ? 1 : 0)
            }
        }
    }
}
