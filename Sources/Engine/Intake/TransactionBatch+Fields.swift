internal import RulesDSL

extension TransactionBatch {
    /// Whether the row has the field of a column.
    @inline(__always)
    package func hasField(_ column: Int, _ row: Int) -> Bool {
        fieldPresence[row] >> UInt64(truncatingIfNeeded: column) & 1 != 0
    }

    /// The row's value in a column: a scalar, or a `TextHandle`'s word; meaningless where the field is missing.
    @inline(__always)
    package func fieldValue(_ column: Int, _ row: Int) -> Int64 {
        fieldValues[column * rowCapacity + row]
    }

    /// The row's text in a column of texts. Valid until the batch is filled again.
    @inline(__always)
    package func fieldText(_ column: Int, _ row: Int) -> TextSlice {
        text(TextHandle(word: fieldValue(column, row)))
    }

    /// Where a text of the batch lies; the handle must not be that of a constant.
    @inline(__always)
    package func text(_ handle: TextHandle) -> TextSlice {
        assert(handle.place != .constant, "a batch has no constants")
        return TextSlice(handle.place == .line ? bytes : side, offset: handle.offset, length: handle.length)
    }

    /// The declared fields of a row that are there, by name.
    package func fieldValues(of row: Int) -> [String: FieldValue] {
        var values: [String: FieldValue] = [:]
        for (column, field) in fields.enumerated() where hasField(column, row) {
            values[field.name] =
                field.type == .text
                ? .text(String(decoding: fieldText(column, row), as: UTF8.self))
                : FieldValue(fieldValue(column, row), field.type)
        }
        return values
    }

    /// Forgets which keys the lines of the last chunk had.
    func clearFieldMarks() {
        for edge in 0..<fieldMarks.capacity { fieldMarks[edge] = 0 }
    }

    func clearFields(of row: Int) {
        fieldPresence[row] = 0
    }

    @inline(__always)
    func setField(_ column: Int, of row: Int, to value: Int64) {
        fieldValues[column * rowCapacity + row] = value
        fieldPresence[row] |= 1 << UInt64(truncatingIfNeeded: column)
    }

    /// Copies a row's declared fields to an earlier row.
    func moveFields(of row: Int, to other: Int) {
        guard !fields.isEmpty else { return }
        fieldPresence[other] = fieldPresence[row]
        for column in fields.indices {
            fieldValues[column * rowCapacity + other] = fieldValues[column * rowCapacity + row]
        }
    }
}
