/// Where the declared fields of one line go, and which of them were met.
struct FieldTarget {
    let paths: FieldPaths
    private let values: Column<Int64>
    private let presence: Column<UInt64>
    private let marks: Column<UInt32>
    private let row: Int
    private let rowCapacity: Int
    /// What no other line of the chunk marks its keys with.
    private let ownMark: UInt32

    /// A row of a batch for a line of its chunk.
    init(_ paths: FieldPaths, _ batch: TransactionBatch, row: Int, line: Int) {
        self.paths = paths
        values = batch.fieldValues
        presence = batch.fieldPresence
        marks = batch.fieldMarks
        self.row = row
        rowCapacity = batch.rowCapacity
        ownMark = UInt32(truncatingIfNeeded: line) &+ 1
        if !paths.isEmpty { presence[row] = 0 }
    }

    /// Notes that the line has an edge's key; false where it had it before.
    @inline(__always)
    func mark(_ edge: Int) -> Bool {
        guard marks[edge] != ownMark else { return false }
        marks[edge] = ownMark
        return true
    }

    /// Gives the row a field: a scalar, or a text handle's word.
    @inline(__always)
    func set(_ edge: FieldPaths.Edge, to value: Int64) {
        values[Int(edge.field) * rowCapacity + row] = value
        presence[row] |= 1 << UInt64(truncatingIfNeeded: edge.field)
    }

    /// The mistake that a field which the row must have is not there, if there is one.
    func missingField(closedAt brace: Int) -> LineMistake? {
        guard paths.required != 0, paths.required & ~presence[row] != 0 else { return nil }
        return mistake(in: (paths.required & ~presence[row]).trailingZeroBitCount, .missing, at: brace)
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
