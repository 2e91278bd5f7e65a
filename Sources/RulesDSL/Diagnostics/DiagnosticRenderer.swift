/// Turns diagnostics into the text that people read: the sentence, the place, the line itself with carets under the
/// exact span, and what to do.
public struct DiagnosticRenderer: Sendable {
    /// Longer lines are cut on both sides of the carets.
    private static let widestExcerpt = 120

    private let sources: SourceMap
    private let style: DiagnosticStyle

    /// A renderer that shows excerpts of the given files.
    ///
    /// - Parameters:
    ///   - sources: The files that the diagnostics are about.
    ///   - style: Plain, or with a terminal's colours.
    public init(sources: SourceMap, style: DiagnosticStyle = .plain) {
        self.sources = sources
        self.style = style
    }

    /// All diagnostics by file and position, with an empty line between two of them; empty if there are none.
    ///
    /// - Parameter diagnostics: In any order.
    /// - Returns: Text that ends with a line end.
    public func render(_ diagnostics: [Diagnostic]) -> String {
        let sorted = diagnostics.enumerated().sorted { left, right in
            let (first, second) = (left.element.primary.range, right.element.primary.range)
            return (first.file, first.lower, left.offset) < (second.file, second.lower, right.offset)
        }
        return sorted.map { render($0.element) }.joined(separator: "\n")
    }

    private func render(_ diagnostic: Diagnostic) -> String {
        let role: DiagnosticStyle.Role =
            switch diagnostic.severity {
            case .error: .error
            case .warning: .warning
            }
        let title = style.paint("\(diagnostic.severity.rawValue)[\(diagnostic.code)]", role)
        var lines = [title + style.paint(": \(diagnostic.message.displayed)", .message)]
        let blocks = self.blocks(of: diagnostic, role)
        let gutter = blocks.flatMap(\.lines).map { String($0.number + 1).count }.max() ?? 1
        for (position, block) in blocks.enumerated() {
            let place = "\(position == 0 ? "┌─" : "├─") \(place(of: block))"
            lines.append(frame("", gutter, place))
            lines.append(frame("", gutter, "│"))
            lines += render(block, gutter)
        }
        for help in diagnostic.help + mendedLine(of: diagnostic) {
            lines.append(frame("", gutter, "= ") + style.paint("help:", .help) + " \(help.displayed)")
        }
        if let witness = diagnostic.witness {
            lines.append(frame("", gutter, "= ") + style.paint("for example:", .help))
            let indent = String(repeating: " ", count: gutter + 5)
            lines += witness.lines(isWhole: false).map { indent + $0.displayed }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func frame(_ number: String, _ gutter: Int, _ rest: String) -> String {
        style.paint(String(repeating: " ", count: gutter - number.count) + number + rest, .frame)
    }

    // MARK: Excerpts

    /// A label with the sign under its text.
    private struct Mark {
        let label: Diagnostic.Label
        let sign: String
        let role: DiagnosticStyle.Role
    }

    /// The marked lines of one file.
    private struct Block {
        let file: SourceFile
        let first: SourceRange
        let lines: [(number: Int, marks: [Mark])]
    }

    private func place(of block: Block) -> String {
        let position = block.file.position(of: block.first.lower)
        return "\(position.file.displayed):\(position.line):\(position.column)"
    }

    /// The labels by file, that of the primary first, and by line.
    private func blocks(of diagnostic: Diagnostic, _ role: DiagnosticStyle.Role) -> [Block] {
        let marks =
            [Mark(label: diagnostic.primary, sign: "^", role: role)]
            + diagnostic.secondary.map { Mark(label: $0, sign: "-", role: .secondary) }
        var files: [FileID] = []
        for mark in marks where !files.contains(mark.label.range.file) {
            files.append(mark.label.range.file)
        }
        return files.compactMap { id in
            guard sources.files.indices.contains(id.index) else { return nil }
            let file = sources.files[id.index]
            let here = marks.filter { $0.label.range.file == id }
            let byLine = Dictionary(grouping: here) { file.lineIndex(of: $0.label.range.lower) }
            let lines = byLine.sorted { $0.key < $1.key }.map { (number: $0.key, marks: $0.value) }
            return here.first.map { Block(file: file, first: $0.label.range, lines: lines) }
        }
    }

    private func render(_ block: Block, _ gutter: Int) -> [String] {
        var result: [String] = []
        var last: Int?
        for (number, marks) in block.lines {
            if let last, number > last + 1 {
                result.append(frame("", gutter, "┆"))
            }
            last = number
            let offset = marks.first?.label.range.lower ?? 0
            let line = DisplayedLine(block.file, line: number, near: offset)
            result += render(line, number: number, marks, gutter)
        }
        return result
    }

    private func render(_ line: DisplayedLine, number: Int, _ marks: [Mark], _ gutter: Int) -> [String] {
        guard let first = marks.first else { return [] }
        let window = line.window(around: line.columns(of: first.label.range), limit: Self.widestExcerpt)
        let excerpt = line.text(in: window)
        let isEmpty = excerpt.text.allSatisfy { $0 == " " }
        var result = [frame(String(number + 1), gutter, "│") + (isEmpty ? "" : " \(excerpt.text)")]
        for mark in marks {
            let columns = line.columns(of: mark.label.range)
            // A mark behind what is shown stands under the `…`.
            let lower = min(max(columns.lowerBound, window.lowerBound), window.upperBound)
            let upper = min(columns.upperBound, max(window.upperBound, lower + 1))
            let signs = String(repeating: mark.sign, count: max(1, upper - lower))
            let text = mark.label.text.isEmpty ? signs : "\(signs) \(mark.label.text.displayed)"
            let indent = String(repeating: " ", count: max(0, lower - excerpt.shift))
            result.append(frame("", gutter, "│") + " \(indent)" + style.paint(text, mark.role))
        }
        return result
    }

    // MARK: The mended line

    /// The line as the fix-its would make it, unless the label already says what to write.
    private func mendedLine(of diagnostic: Diagnostic) -> [String] {
        let range = diagnostic.primary.range
        guard sources.files.indices.contains(range.file.index), !diagnostic.fixIts.isEmpty else { return [] }
        let file = sources.files[range.file.index]
        let line = file.lineIndex(of: range.lower)
        let bounds = file.lineBounds(line)
        let fixIts = diagnostic.fixIts.filter { file.lineIndex(of: $0.range.lower) == line }
            .sorted { $0.range.lower < $1.range.lower }
        guard bounds.count <= Self.widestExcerpt else { return [] }
        var mended: [UInt8] = []
        var offset = bounds.lowerBound
        for fixIt in fixIts where fixIt.range.lower >= offset && fixIt.range.upper <= bounds.upperBound {
            mended += file.bytes[offset..<fixIt.range.lower]
            mended += Array(fixIt.replacement.utf8)
            offset = fixIt.range.upper
        }
        mended += file.bytes[offset..<bounds.upperBound]
        let text = String(decoding: mended.drop { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
        let isSaid = fixIts.allSatisfy { Self.says($0.replacement, mending: text, in: diagnostic) }
        return isSaid ? [] : ["write `\(text)`"]
    }

    /// Whether the label or a help writes out a replacement, alone or with what stands around it in the mended line.
    private static func says(_ replacement: String, mending line: String, in diagnostic: Diagnostic) -> Bool {
        let plain = String(replacement.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        guard !plain.isEmpty, !replacement.contains("\n") else { return true }
        return ([diagnostic.primary.text] + diagnostic.help).contains { text in
            // What stands between backticks.
            let quoted = text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            return quoted.contains { index, part in
                index % 2 == 1 && (part == plain || part.contains(plain) && line.contains(part))
            }
        }
    }
}
