/// The entries of a test as a table: a column for the time, the kind, the amount and the values, the results last.
struct EntryTable {
    private let texts: TokenText
    private var widths: [Int] = []

    init(_ lines: [Outline.Line], _ texts: TokenText) {
        self.texts = texts
        for line in lines {
            guard case .entry(let counts) = line.role else { continue }
            for (column, cell) in cells(line, counts).dropLast().enumerated() {
                if column == widths.count { widths.append(0) }
                widths[column] = max(widths[column], cell.unicodeScalars.count)
            }
        }
    }

    /// One entry in the table's columns.
    func text(_ line: Outline.Line, _ counts: [Int]) -> String {
        let cells = cells(line, counts)
        var text = ""
        for (column, width) in widths.enumerated() {
            let cell = column < cells.count - 1 ? cells[column] : ""
            text += OutlinePrinter.padded(cell, width) + "  "
        }
        return text + (cells.last ?? "")
    }

    private func cells(_ line: Outline.Line, _ counts: [Int]) -> [String] {
        var rest = line.tokens[...]
        var cells: [String] = []
        for count in counts {
            cells.append(texts.text(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        return cells + [texts.text(rest)]
    }
}
