/// The entries of a test as a table: a column for the time, the kind, the amount and the values, then the result, and
/// behind it the rules that failed in the shadow.
struct EntryTable {
    private struct Row {
        var cells: [String] = []
        let result: String
        let shadows: String
    }

    private let texts: TokenText
    private var widths: [Int] = []
    /// The width of the results that something stands behind.
    private var resultWidth = 0

    init(_ lines: [Outline.Line], _ texts: TokenText) {
        self.texts = texts
        for line in lines {
            guard case .entry(let counts) = line.role else { continue }
            let row = row(line, counts)
            for (column, cell) in row.cells.enumerated() {
                if column == widths.count { widths.append(0) }
                widths[column] = max(widths[column], cell.unicodeScalars.count)
            }
            if !row.shadows.isEmpty { resultWidth = max(resultWidth, row.result.unicodeScalars.count) }
        }
    }

    /// One entry in the table's columns.
    func text(_ line: Outline.Line, _ counts: [Int]) -> String {
        let row = row(line, counts)
        var text = ""
        for (column, width) in widths.enumerated() {
            text += OutlinePrinter.padded(column < row.cells.count ? row.cells[column] : "", width) + "  "
        }
        return text + OutlinePrinter.padded(row.result, resultWidth) + "  " + row.shadows
    }

    private func row(_ line: Outline.Line, _ counts: [Int]) -> Row {
        var rest = line.tokens[...]
        var cells: [String] = []
        for count in counts {
            cells.append(texts.text(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        let shadows = rest.drop { $0.word != "shadow" }
        return Row(
            cells: cells, result: texts.text(rest.prefix(rest.count - shadows.count)), shadows: texts.text(shadows))
    }
}
