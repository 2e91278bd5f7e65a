/// The columns of declarations of one line that stand together.
///
/// Names are aligned, and the types behind them: those of fields by themselves, those of `let`s by themselves, those of
/// lists and tables together. A keyword is as wide as the widest of them.
struct DefinitionColumns {
    private let texts: TokenText
    private var keyword = 0
    /// The widths of names, by what stands behind them.
    private var names: [String: Int] = [:]
    private var type = 0
    /// What a field has between its type and `from`, where it has a `from`.
    private var option = 0

    init(_ group: ArraySlice<Outline.Declaration>, _ texts: TokenText) {
        self.texts = texts
        for line in group.compactMap(\.lines.first) {
            measure(line)
        }
    }

    private mutating func measure(_ line: Outline.Line) {
        let tokens = line.tokens[...]
        guard let word = tokens.first?.word, tokens.count > 3 else { return }
        keyword = max(keyword, word.count)
        names[Self.column(of: word), default: 0] = max(names[Self.column(of: word)] ?? 0, width(tokens[1...1]))
        guard word == "field" || word == "list" else { return }
        type = max(type, width(tokens[3...3]))
        if let from = Self.indexOfPath(tokens) {
            option = max(option, width(tokens[4..<from]))
        }
    }

    /// The column that a declaration's name stands in, by its keyword.
    private static func column(of keyword: String) -> String {
        keyword == "list" ? "table" : keyword
    }

    /// Where the `from` of a field stands. No value has such a word in it.
    private static func indexOfPath(_ tokens: ArraySlice<Token>) -> Int? {
        tokens.firstIndex { $0.word == "from" }
    }

    private func width(_ tokens: ArraySlice<Token>) -> Int {
        texts.text(tokens).unicodeScalars.count
    }

    // MARK: Lines

    /// A declaration as its aligned beginning, and the tokens behind it.
    func parts(of line: Outline.Line) -> (head: String, body: ArraySlice<Token>) {
        let tokens = line.tokens[...]
        let word = tokens.first?.word ?? ""
        guard tokens.count > 3, let name = names[Self.column(of: word)] else { return ("", tokens) }
        if case .table(let head, let entries) = line.role {
            return (tableText(tokens, head, entries, name), [])
        }
        switch word {
        case "let": return (begin(tokens, name) + "= ", tokens.dropFirst(3))
        case "list": return ("\(begin(tokens, name)): \(padded(tokens[3...3], type)) ", tokens.dropFirst(4))
        case "field":
            let head = "\(begin(tokens, name)): \(padded(tokens[3...3], type))  "
            guard let from = Self.indexOfPath(tokens) else { return (head, tokens.dropFirst(4)) }
            let gap = option == 0 ? "" : " "
            return (head + padded(tokens[4..<from], option) + gap, tokens[from...])
        default: return ("", tokens)
        }
    }

    /// The keyword and the name, up to where the next column begins.
    private func begin(_ tokens: ArraySlice<Token>, _ name: Int) -> String {
        "\(padded(tokens[0...0], keyword)) \(padded(tokens[1...1], name)) "
    }

    private func tableText(
        _ tokens: ArraySlice<Token>, _ head: Int, _ entries: [Outline.Line.TableEntry], _ name: Int
    ) -> String {
        var rest = tokens.dropFirst(head)
        var text = begin(tokens, name) + texts.text(tokens[2..<head])
        for (index, entry) in entries.enumerated() {
            let all = rest.prefix(entry.all)
            text += (index == 0 ? " " : "  ") + texts.key(all.prefix(entry.key)) + " "
            text += texts.text(all.dropFirst(entry.key))
            rest = rest.dropFirst(entry.all)
        }
        return text + " }"
    }

    private func padded(_ tokens: ArraySlice<Token>, _ width: Int) -> String {
        OutlinePrinter.padded(texts.text(tokens), width)
    }

    /// How wide the keys of a table are, with their colons.
    func keyWidth(in lines: [Outline.Line]) -> Int {
        let widths = lines.map { line in
            guard case .tableEntry(let entry) = line.role else { return 0 }
            return texts.key(line.tokens.prefix(entry.key)).unicodeScalars.count
        }
        return widths.max() ?? 0
    }
}
