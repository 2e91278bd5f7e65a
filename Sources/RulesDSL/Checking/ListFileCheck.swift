extension PolicyChecker {
    /// The members in a file: one a line; empty lines and those that begin with `#` are skipped.
    mutating func readMembers(at path: NameSyntax, of list: ListSyntax, _ type: ValueType) -> [Constant]? {
        guard let file = readFile(path) else { return nil }
        let source = sources.files[file.index]
        let values = type == .text ? texts(in: source, file) : literals(in: source, file, of: list, type)
        guard let values, isSmallEnough(values.map(\.1)) else { return nil }
        return distinct(values)
    }

    private mutating func isSmallEnough(_ lines: [SourceRange]) -> Bool {
        guard lines.count > CheckLimits.members else { return true }
        report(
            CheckMessage.tooMany(
                lines[CheckLimits.members], "members in a list", count: lines.count, limit: CheckLimits.members))
        return false
    }

    /// Each line is the text itself, without the white space around it.
    private mutating func texts(in source: SourceFile, _ file: FileID) -> [(Constant?, SourceRange)]? {
        var values: [(Constant?, SourceRange)] = []
        for line in source.lineStarts.indices {
            let range = trimmed(source.lineBounds(line), of: source)
            guard !range.isEmpty, source.bytes[range.lowerBound] != UInt8(ascii: "#") else { continue }
            let place = SourceRange(file: file, lower: range.lowerBound, upper: range.upperBound)
            guard let text = String(validating: source.bytes[range], as: UTF8.self) else {
                // One that is no UTF-8 is likely to be one of many.
                report(CheckMessage.listFileNotUTF8(place))
                return nil
            }
            values.append((.text(text), place))
        }
        return values
    }

    private func trimmed(_ line: Range<Int>, of source: SourceFile) -> Range<Int> {
        var line = line
        func isSpace(_ offset: Int) -> Bool {
            let byte = source.bytes[offset]
            return byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
        }
        while let first = line.first, isSpace(first) { line = (first + 1)..<line.upperBound }
        while let last = line.last, isSpace(last) { line = line.lowerBound..<last }
        return line
    }

    /// Each line is a value as it is written in a rules file.
    private mutating func literals(
        in source: SourceFile, _ file: FileID, of list: ListSyntax, _ type: ValueType
    ) -> [(Constant?, SourceRange)]? {
        let (tokens, _, misread) = Lexer.collect(source, as: file)
        diagnostics += misread.kept
        leftOut += misread.count - misread.kept.count
        let misreadLines = Set(misread.kept.map { source.lineIndex(of: $0.primary.range.lower) })
        var values: [(Constant?, SourceRange)] = []
        var rest = tokens.dropLast()[...]
        let known = diagnostics.count
        while let first = rest.first {
            let line = [first] + rest.dropFirst().prefix { !$0.isFirstOnLine }
            rest = rest.dropFirst(line.count)
            let range = line.dropFirst().reduce(first.range) { $0.union($1.range) }
            var value: Constant?
            if let syntax = literal(line, range) {
                value = checkFixed(syntax, as: type, of: "a member of `\(list.name.text)`")
            } else if !misreadLines.contains(source.lineIndex(of: range.lower)), !line.contains(where: \.isInvalid) {
                report(CheckMessage.listLine(range, text: excerpt(range), list: list.name, type))
            }
            values.append((value, range))
            countOnly(behind: known + DiagnosticCollector.limit)
        }
        return misread.count == 0 ? values : values + [(nil, SourceRange(file: file, lower: 0, upper: 0))]
    }

    /// Keeps so many diagnostics and counts those behind them: nobody reads one for each line of a file of another
    /// sort.
    private mutating func countOnly(behind limit: Int) {
        guard diagnostics.count > limit else { return }
        leftOut += diagnostics.count - limit
        diagnostics.removeSubrange(limit...)
    }

    private func literal(_ line: [Token], _ range: SourceRange) -> ExpressionSyntax? {
        guard let last = line.last, line.count <= 2 else { return nil }
        let value: LiteralSyntax
        switch last.kind {
        case .number(let digits, let scale): value = .number(digits: digits, scale: scale)
        case .money(let currency, let digits, let scale):
            value = .money(currency: currency, digits: digits, scale: scale)
        case .text(let text): value = .text(text)
        case .date(let days): value = .date(days: days)
        case .time(let seconds): value = .time(seconds: seconds)
        case .word, .clock, .symbol, .invalid, .end: return nil
        }
        let syntax = ExpressionSyntax(.literal(value), last.range)
        guard line.count == 2 else { return syntax }
        return line[0].is(.minus) ? ExpressionSyntax(.unary(.negate, syntax), range) : nil
    }
}

extension Token {
    /// Whether the lexer could not read it, and has said so.
    fileprivate var isInvalid: Bool {
        switch kind {
        case .invalid: true
        case .word, .number, .money, .text, .date, .time, .clock, .symbol, .end: false
        }
    }
}
