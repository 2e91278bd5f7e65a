/// Paragraphs and columns of fixed width.
package enum TextLayout {
    /// Wide enough for a sentence, and narrow enough for every terminal.
    package static let width = 80

    /// A space at which no line is broken.
    package static let joint = "\u{A0}"

    /// Breaks a paragraph between words; a word that is longer than the width stands alone.
    package static func wrap(_ text: String, width: Int = width) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if line.isEmpty {
                line = String(word)
            } else if DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) <= width {
                line += " \(word)"
            } else {
                lines.append(line)
                line = String(word)
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines.map { String($0.map { $0 == "\u{A0}" ? " " : $0 }) }
    }

    /// Items with commas between them. One that is longer than the width stands alone, and one that is longer than
    /// `longest` is broken and goes on further in.
    package static func list(_ items: [String], width: Int = width, longest: Int) -> [String] {
        var lines: [String] = []
        var fitting: [String] = []
        func flush() {
            lines += wrap(fitting.joined(separator: " "), width: width)
            fitting = []
        }
        for (index, item) in items.enumerated() {
            let text = item + (index == items.count - 1 ? "" : ",")
            guard DisplayWidth.of(text) > longest else {
                fitting.append(text.replacing(" ", with: joint))
                continue
            }
            flush()
            // Several spaces are a text's own.
            let parts = wrap(text.replacing("  ", with: joint + joint), width: longest - 2)
            lines += parts.enumerated().map { ($0.offset == 0 ? "" : "  ") + $0.element }
        }
        flush()
        return lines
    }

    /// Terms with what they mean beside them, all meanings in one column; below a term that is too long for its column.
    package static func definitions(_ rows: [(term: String, meaning: String)], indent: Int = 2) -> [String] {
        let widestTerm = 28
        let fitting = rows.map { DisplayWidth.of($0.term) }.filter { $0 <= widestTerm }
        let column = indent + (fitting.max() ?? widestTerm) + 2
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        for (term, meaning) in rows {
            var start = margin + term
            let used = DisplayWidth.of(start)
            if used + 2 > column {
                lines.append(start)
                start = String(repeating: " ", count: column)
            } else {
                start += String(repeating: " ", count: column - used)
            }
            for line in wrap(meaning, width: width - column) {
                lines.append(start + line)
                start = String(repeating: " ", count: column)
            }
        }
        return lines
    }
}
