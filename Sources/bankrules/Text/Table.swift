/// Rows whose columns stand below each other.
package struct Table {
    /// Where a column's text stands.
    package enum Alignment: Sendable {
        case left
        case right
    }

    /// A text and how it stands out.
    package struct Cell {
        let text: String
        let role: TextStyle.Role?

        package init(_ text: String, _ role: TextStyle.Role? = nil) {
            self.text = text
            self.role = role
        }
    }

    private let alignments: [Alignment]
    private var rows: [[Cell]] = []

    package init(_ alignments: [Alignment]) {
        self.alignments = alignments
    }

    /// Adds a row; cells that are missing are empty. The cells' text must be harmless already.
    package mutating func add(_ cells: Cell...) {
        rows.append(cells)
    }

    /// The lines, with two spaces between columns and none at the end.
    package func lines(indent: Int = 2, style: TextStyle) -> [String] {
        let widths = alignments.indices.map { column in
            rows.map { column < $0.count ? DisplayWidth.of($0[column].text) : 0 }.max() ?? 0
        }
        return rows.map { row in
            var line = String(repeating: " ", count: indent)
            var pending = ""
            for (column, cell) in row.enumerated() where column < widths.count && widths[column] > 0 {
                let padding = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell.text))
                let text = cell.role.map { cell.text.isEmpty ? "" : style(cell.text, $0) } ?? cell.text
                switch alignments[column] {
                case .left where cell.text.isEmpty: pending += padding
                case .left:
                    line += pending + text
                    pending = padding
                case .right where cell.text.isEmpty: pending += padding
                case .right:
                    line += pending + padding + text
                    pending = ""
                }
                pending += "  "
            }
            return line
        }
    }
}
