/// Writes an outline in the canonical layout.
struct OutlinePrinter {
    static let width = 100
    private static let indent = "  "
    /// Where what follows a keyword stands, in the header and in rules.
    private static let keywordWidth = 9
    /// The spaces before a comment that stands behind something and in no column of its own.
    static let commentDistance = 2

    private let texts: TokenText
    private var output = ""

    init(source: SourceFile) {
        texts = TokenText(source: source)
    }

    /// The whole text; it ends with a line end if it isn't empty.
    func text(of outline: Outline) -> String {
        var printer = self
        var previous: Outline.Style?
        var index = 0
        while index < outline.declarations.count {
            let group = printer.group(at: index, in: outline)
            let columns = DefinitionColumns(group, printer.texts)
            for declaration in group {
                printer.printGap(before: declaration, after: previous)
                printer.write(declaration, columns)
                previous = declaration.style
            }
            index += group.count
        }
        for comment in outline.ending {
            if comment.hasGap { printer.writeGap() }
            printer.writeLine(comment.text)
        }
        return printer.output
    }

    // MARK: Declarations

    /// A declaration with the following ones that it is aligned with.
    private func group(at index: Int, in outline: Outline) -> ArraySlice<Outline.Declaration> {
        let rest = outline.declarations[index...]
        let style = outline.declarations[index].style
        guard style.isOfOneLine else { return rest.prefix(1) }
        let others = rest.dropFirst().prefix { $0.style == style && !$0.hasAnyGap }
        return rest.prefix(1 + others.count)
    }

    private mutating func printGap(before declaration: Outline.Declaration, after previous: Outline.Style?) {
        guard let previous else { return }
        let belongsTogether = previous == declaration.style && previous.isOfOneLine
        if !belongsTogether || declaration.hasGapBefore { writeGap() }
    }

    private mutating func write(_ declaration: Outline.Declaration, _ columns: DefinitionColumns) {
        switch declaration.style {
        case .header, .include, .field, .function, .definition:
            for line in declaration.lines { writeWhole(line, declaration.style, columns) }
        case .rule:
            for line in declaration.lines { writeRuleLine(line) }
        case .table:
            let width = columns.keyWidth(in: declaration.lines)
            for (index, line) in declaration.lines.enumerated() {
                writeTableLine(line, width, isAfterOpening: index == 1)
            }
        case .test:
            let table = EntryTable(declaration.lines, texts)
            for (index, line) in declaration.lines.enumerated() {
                writeTestLine(line, table, isAfterOpening: index == 1)
            }
        }
    }

    private mutating func writeWhole(_ line: Outline.Line, _ style: Outline.Style, _ columns: DefinitionColumns) {
        writeLeading(line, indent: "", keepsGaps: true, isFirstInBlock: true)
        if !line.leading.isEmpty, line.hasGap { writeGap() }
        let (head, body): (String, ArraySlice<Token>)
        switch style {
        case .header:
            head = Self.padded(texts.text(line.tokens.prefix(1)), Self.keywordWidth - 1) + " "
            body = line.tokens.dropFirst()
        case .include, .function, .field, .definition, .rule, .table, .test: (head, body) = columns.parts(of: line)
        }
        write(head, body, continuation: "    ", trailing: line.trailing)
    }

    // MARK: Blocks

    private mutating func writeRuleLine(_ line: Outline.Line) {
        switch line.role {
        case .opening, .closing, .whole, .other, .table, .tableEntry, .entry: writePlain(line, keepsGaps: false)
        case .clause(_, let words):
            writeLeading(line, indent: Self.indent, keepsGaps: false, isFirstInBlock: false)
            let keyword = texts.text(line.tokens.prefix(words))
            let head = Self.indent + Self.padded(keyword, Self.keywordWidth - 1) + " "
            let continuation = String(repeating: " ", count: Self.keywordWidth + Self.indent.count)
            write(head, line.tokens.dropFirst(words), continuation: continuation, trailing: line.trailing)
        }
    }

    private mutating func writeTableLine(_ line: Outline.Line, _ width: Int, isAfterOpening: Bool) {
        guard case .tableEntry(let entry) = line.role else {
            writePlain(line, keepsGaps: true, isFirstInBlock: isAfterOpening)
            return
        }
        writeEntryLeading(line, isAfterOpening: isAfterOpening)
        let key = Self.padded(texts.key(line.tokens.prefix(entry.key)), width)
        let continuation = String(repeating: " ", count: Self.indent.count + width + 1)
        write(
            "\(Self.indent)\(key) ", line.tokens.dropFirst(entry.key), continuation: continuation,
            trailing: line.trailing)
    }

    private mutating func writeTestLine(_ line: Outline.Line, _ table: EntryTable, isAfterOpening: Bool) {
        guard case .entry(let counts) = line.role else {
            writePlain(line, keepsGaps: true, isFirstInBlock: isAfterOpening)
            return
        }
        writeEntryLeading(line, isAfterOpening: isAfterOpening)
        writeLine(Self.indent + table.text(line, counts), trailing: line.trailing)
    }

    /// The comments and the blank line before an entry.
    private mutating func writeEntryLeading(_ line: Outline.Line, isAfterOpening: Bool) {
        writeLeading(line, indent: Self.indent, keepsGaps: true, isFirstInBlock: isAfterOpening)
        if line.hasGap, !isAfterOpening || !line.leading.isEmpty { writeGap() }
    }

    private mutating func writePlain(_ line: Outline.Line, keepsGaps: Bool, isFirstInBlock: Bool = false) {
        let isOpening = line.role == .opening
        let isClosing = line.role == .closing
        let isInside = !isOpening
        writeLeading(
            line, indent: isInside ? Self.indent : "", keepsGaps: keepsGaps || isOpening,
            isFirstInBlock: isFirstInBlock || isOpening)
        let mayHaveGap = isOpening ? !line.leading.isEmpty : keepsGaps && !isClosing && !isFirstInBlock
        if line.hasGap, mayHaveGap { writeGap() }
        let head = isOpening || isClosing ? "" : Self.indent
        writeLine(head + texts.text(line.tokens), trailing: line.trailing)
    }

    // MARK: Lines

    private mutating func writeLeading(
        _ line: Outline.Line, indent: String, keepsGaps: Bool, isFirstInBlock: Bool
    ) {
        for (index, comment) in line.leading.enumerated() {
            if keepsGaps, comment.hasGap, !isFirstInBlock || index > 0 { writeGap() }
            writeLine(indent + comment.text)
        }
    }

    private mutating func write(
        _ head: String, _ body: ArraySlice<Token>, continuation: String, trailing: Outline.TrailingComment?
    ) {
        let lines = texts.lines(body, after: max(head.unicodeScalars.count, continuation.count), width: Self.width)
        for (index, text) in lines.enumerated() {
            writeLine(
                (index == 0 ? head : continuation) + text, trailing: index == lines.count - 1 ? trailing : nil)
        }
    }

    private mutating func writeLine(_ text: String, trailing: Outline.TrailingComment? = nil) {
        var text = Substring(text)
        // What is padded up to the next column ends here where there is none.
        while text.last == " " { text.removeLast() }
        output += text
        if let trailing {
            let length = text.unicodeScalars.count
            let distance = max(Self.commentDistance, (trailing.column ?? 0) - length)
            output += String(repeating: " ", count: distance) + trailing.text
        }
        output += "\n"
    }

    private mutating func writeGap() {
        if !output.isEmpty { output += "\n" }
    }

    static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
    }
}

extension Outline.Style {
    /// Whether those that stand together need no blank line between them.
    fileprivate var isOfOneLine: Bool {
        switch self {
        case .header, .include, .field, .function, .definition: true
        case .rule, .table, .test: false
        }
    }
}

extension Outline.Declaration {
    /// Whether a blank line stood before it, its comments included.
    var hasGapBefore: Bool {
        guard let line = lines.first else { return false }
        return line.leading.first?.hasGap ?? line.hasGap
    }

    /// Whether a blank line stood before it or one of its comments.
    var hasAnyGap: Bool {
        guard let line = lines.first else { return false }
        return line.hasGap || line.leading.contains { $0.hasGap }
    }
}
