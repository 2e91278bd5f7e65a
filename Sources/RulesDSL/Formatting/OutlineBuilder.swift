/// Makes the outline of a file that has no errors.
struct OutlineBuilder {
    private typealias Line = Outline.Line

    private let source: SourceFile
    private let tokens: [Token]
    private let texts: TokenText
    /// The first token that is in no declaration yet.
    private var next = 0
    private var declarations: [Outline.Declaration] = []

    /// The outline, or nil if the tree doesn't hold every token of the file.
    static func outline(of syntax: RulesFileSyntax, in source: SourceFile) -> Outline? {
        var builder = OutlineBuilder(source: source, tokens: Lexer.lex(source, as: syntax.file).tokens)
        for declaration in syntax.declarations {
            guard builder.add(declaration) else { return nil }
        }
        guard builder.next == builder.tokens.count - 1 else { return nil }
        var outline = Outline(declarations: builder.declarations, ending: [])
        var placement = CommentPlacement(source: source, outline: outline)
        outline = placement.place(syntax.comments)
        for index in outline.declarations.indices {
            outline.declarations[index].lines = CanonicalOrder.sorted(outline.declarations[index].lines)
        }
        return outline
    }

    private init(source: SourceFile, tokens: [Token]) {
        self.source = source
        self.tokens = tokens
        texts = TokenText(source: source)
    }

    private mutating func add(_ declaration: DeclarationSyntax) -> Bool {
        let begin = next
        while next < tokens.count - 1, tokens[next].range.lower < declaration.range.upper {
            next += 1
        }
        guard begin < next, tokens[begin].range.lower == declaration.range.lower else { return false }
        let own = begin..<next
        guard let new = outline(of: declaration.kind, own) else { return false }
        declarations.append(new)
        return true
    }

    private func outline(of kind: DeclarationSyntax.Kind, _ own: Range<Int>) -> Outline.Declaration? {
        switch kind {
        case .policy, .currency, .timezone, .week, .late: return whole(.header, own)
        case .include: return whole(.include, own)
        case .field: return whole(.field, own)
        case .function: return whole(.function, own)
        case .list, .constant, .aggregate: return whole(.definition, own)
        case .table(let table): return outline(of: table, own)
        case .rule(let rule):
            let contents = rule.clauses.map { ($0.range, Content.clause($0)) }
            return block(own, contents).map { .init(style: .rule, lines: $0) }
        case .test(let test):
            let contents = test.entries.map { ($0.range, Content.entry($0)) }
            return block(own, contents).map { .init(style: .test, lines: $0) }
        }
    }

    private func whole(_ style: Outline.Style, _ own: Range<Int>) -> Outline.Declaration {
        .init(style: style, lines: [line(.whole, own)])
    }

    /// A table stays in one line if it was written in one, and fits.
    private func outline(of table: TableSyntax, _ own: Range<Int>) -> Outline.Declaration? {
        var contents = table.entries.map { ($0.key.range.union($0.value.range), Content.pair(value: $0.value.range)) }
        if let value = table.otherwise?.range {
            let place = index(own.lowerBound, before: own.upperBound) { $0.range.lower >= value.lower }
            // `else` and its colon.
            guard place - 2 > own.lowerBound else { return nil }
            contents.append((tokens[place - 2].range.union(value), .pair(value: value)))
        }
        guard let lines = block(own, contents) else { return nil }
        let block = own.drop { !tokens[$0].is(.leftBrace) }.dropFirst()
        let length = texts.text(tokens[own]).unicodeScalars.count
        guard length <= OutlinePrinter.width, !block.contains(where: { tokens[$0].isFirstOnLine }) else {
            return .init(style: .table, lines: lines)
        }
        let entries = lines.compactMap { line in
            if case .tableEntry(let entry) = line.role { entry } else { nil }
        }
        return .init(
            style: .definition, lines: [line(.table(head: lines.first?.tokens.count ?? 0, entries: entries), own)])
    }

    // MARK: Blocks

    private enum Content {
        case clause(ClauseSyntax)
        case pair(value: SourceRange)
        case entry(TestEntrySyntax)
    }

    private func block(_ own: Range<Int>, _ contents: [(range: SourceRange, content: Content)]) -> [Line]? {
        guard let brace = own.first(where: { tokens[$0].is(.leftBrace) }), let last = own.last, brace < last,
            tokens[last].is(.rightBrace)
        else { return nil }
        var lines = [line(.opening, own.lowerBound..<(brace + 1))]
        var position = brace + 1
        for (range, content) in contents {
            let begin = index(position, before: last) { $0.range.lower >= range.lower }
            let end = index(begin, before: last) { $0.range.lower >= range.upper }
            if position < begin { lines.append(line(.other, position..<begin)) }
            guard begin < end else { return nil }
            lines.append(line(role(of: content, begin..<end), begin..<end))
            position = end
        }
        if position < last { lines.append(line(.other, position..<last)) }
        return lines + [line(.closing, last..<(last + 1))]
    }

    private func index(_ begin: Int, before end: Int, where isFound: (Token) -> Bool) -> Int {
        (begin..<max(begin, end)).first { isFound(tokens[$0]) } ?? max(begin, end)
    }

    private func role(of content: Content, _ own: Range<Int>) -> Line.Role {
        switch content {
        case .clause(let clause):
            let words = own.prefix { tokens[$0].range.lower < clause.keyword.upper }.count
            return .clause(rank: CanonicalOrder.rank(of: clause.kind), words: words)
        case .pair(let value):
            let key = index(own.lowerBound, before: own.upperBound) { $0.range.lower >= value.lower }
            return .tableEntry(.init(key: key - own.lowerBound, all: own.count))
        case .entry(let entry):
            let ends =
                [entry.timeRange.upper, entry.kind.range.upper, entry.amount.range.upper]
                + entry.values.suffix(1).map(\.value.range.upper)
            var position = own.lowerBound
            return .entry(
                ends.map { end in
                    let begin = position
                    position = index(begin, before: own.upperBound) { $0.range.lower >= end }
                    return position - begin
                })
        }
    }

    private func line(_ role: Line.Role, _ own: Range<Int>) -> Line {
        let hasGap = source.hasBlankLine(before: tokens[own.lowerBound].range.lower)
        return Line(role: role, tokens: Array(tokens[own]), hasGap: hasGap)
    }
}

extension SourceFile {
    /// Whether a blank line stands between an offset and what comes before it.
    func hasBlankLine(before offset: Int) -> Bool {
        var ends = 0
        var index = offset - 1
        while index >= 0, [0x20, 0x09, 0x0D, 0x0A].contains(bytes[index]) {
            if bytes[index] == 0x0A { ends += 1 }
            index -= 1
        }
        return ends > 1
    }
}
