internal import RulesDSL

/// Where the declared fields of one line go, and which of them were met.
struct FieldTarget {
    let paths: FieldPaths
    private let batch: TransactionBatch
    private let row: Int

    /// The next row of a batch.
    init(_ paths: FieldPaths, _ batch: TransactionBatch) {
        self.paths = paths
        self.batch = batch
        row = batch.count
        batch.clearFields(of: row)
    }

    /// Notes that the line has an edge's key; false where it had it before.
    @inline(__always)
    func mark(_ edge: Int) -> Bool {
        // No two lines of a chunk have the same mark.
        let mark = UInt32(truncatingIfNeeded: batch.lineCount) &+ 1
        guard batch.fieldMarks[edge] != mark else { return false }
        batch.fieldMarks[edge] = mark
        return true
    }

    /// Gives the row a field: a scalar, or a text handle's word.
    @inline(__always)
    func set(_ edge: FieldPaths.Edge, to value: Int64) {
        batch.setField(Int(edge.field), of: row, to: value)
    }

    /// The mistake that a field which the row must have is not there, if there is one.
    func missingField(closedAt brace: Int) -> LineMistake? {
        let missing = paths.required & ~batch.fieldPresence[row]
        guard missing != 0 else { return nil }
        return mistake(in: missing.trailingZeroBitCount, .missing, at: brace)
    }

    /// A mistake in the field that an edge leads to.
    func mistake(_ edge: FieldPaths.Edge, _ mistake: FieldMistake, at place: Int) -> LineMistake {
        self.mistake(in: Int(edge.field), mistake, at: place)
    }

    private func mistake(in field: Int, _ mistake: FieldMistake, at place: Int) -> LineMistake {
        LineMistake(.field(RejectedField(paths.fields[field], mistake)), at: place)
    }

    /// The keys that lead to an edge's field, so many of them, with points between them.
    func path(_ edge: FieldPaths.Edge, to depth: Int) -> String {
        paths.fields[Int(edge.field)].path.prefix(depth).joined(separator: ".")
    }
}
