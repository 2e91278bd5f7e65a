/// What was read, as it should be written: proposals are made of it.
extension Parser {
    /// Nobody reads more in one proposal.
    private static let longestSpelling = 80

    /// What was read in a range, with everything mended that was said of it; nil where that is long, or where something
    /// in it has no remedy that is known.
    mutating func spelling(_ range: SourceRange) -> String? {
        guard range.upper - range.lower <= Self.longestSpelling, let mends = mends(in: range) else { return nil }
        var left = mends[...]
        var written = ""
        var end = range.lower
        for index in tokensRead(in: range) where tokens[index].range.lower >= end {
            let token = tokens[index]
            written += token.hasSpaceBefore && token.range.lower > range.lower ? " " : ""
            while let mend = left.first, mend.range.lower == token.range.lower {
                written += mend.replacement
                end = mend.range.upper
                left.removeFirst()
            }
            guard token.range.lower >= end else { continue }
            guard let plain = spelling(ofTokenAt: index) else { return nil }
            written += plain
        }
        return left.isEmpty ? written : nil
    }

    /// The condition that holds where another one does not.
    mutating func opposite(of condition: ExpressionSyntax) -> String? {
        condition.opposite { part, other in spelling(part, comparedWith: other) }
    }

    /// `"7995"` for `7995` where a text is compared with it.
    private mutating func spelling(_ part: ExpressionSyntax, comparedWith other: ExpressionSyntax?) -> String? {
        guard let other, isText(other), case .literal(.number(_, scale: 0)) = part.kind else {
            return spelling(part.range)
        }
        return spelling(part.range).map { "\"\($0)\"" }
    }

    /// Whether a field that may be missing stands in a range, without what stands for it then.
    mutating func lacksFallback(_ range: SourceRange) -> Bool {
        for index in tokensRead(in: range) where optionalField(at: index) != nil { return true }
        return false
    }

    // MARK: Parts

    private func tokensRead(in range: SourceRange) -> Range<Int> {
        var first = position
        while first > 0, tokens[first - 1].range.lower >= range.lower { first -= 1 }
        var last = position
        while last > first, tokens[last - 1].range.upper > range.upper { last -= 1 }
        return first..<last
    }

    /// What is proposed in a range, in the order of the text; nil where something was said that proposes nothing.
    private func mends(in range: SourceRange) -> [Diagnostic.FixIt]? {
        var mends: [Diagnostic.FixIt] = []
        for diagnostic in diagnostics.kept where range.holds(diagnostic.primary.range) {
            guard !diagnostic.fixIts.isEmpty, diagnostic.fixIts.allSatisfy({ range.holds($0.range) }) else {
                return nil
            }
            mends += diagnostic.fixIts
        }
        return mends.sorted { ($0.range.lower, $0.range.upper) < ($1.range.lower, $1.range.upper) }
    }

    /// A token as it should be written: a field that may be missing with what stands for it then. Nil where nobody knows
    /// what does.
    private mutating func spelling(ofTokenAt index: Int) -> String? {
        let token = tokens[index]
        let written = text(token.range)
        guard let field = optionalField(at: index) else { return token.kind.plain(written) ?? written }
        guard let value = FieldGlimpse.standIn(for: field.type, zero: money("0")) else { return nil }
        let isAlone = tokens[index - 1].isOpening && tokens[index + 1].isClosing
        return isAlone ? "\(written) or \(value)" : "(\(written) or \(value))"
    }

    /// The field that the token here names, if it may be missing and no `or` says what stands for it.
    private mutating func optionalField(at index: Int) -> FieldGlimpse? {
        guard index > 0, index + 1 < tokens.count, let word = tokens[index].word, tokens[index + 1].word != "or" else {
            return nil
        }
        return fields.first { $0.name == word && $0.isOptional }
    }
}

extension ExpressionSyntax {
    /// The condition that holds where this one does not, made of its parts as they should be written: each with what it
    /// is compared with. Nil where one of them is not known.
    func opposite(
        spelling: (_ part: ExpressionSyntax, _ other: ExpressionSyntax?) -> String?
    ) -> String? {
        switch kind {
        case .binary(let sign, let left, let right, operatorRange: _) where sign.opposite != sign:
            guard let subject = spelling(left, right), let object = spelling(right, left) else { return nil }
            return "\(subject) \(sign.opposite.rawValue) \(object)"
        case .unary(.not, let operand): return spelling(operand, nil)
        case .name, .boolean, .call: return spelling(self, nil).map { "not \($0)" }
        case .literal, .list, .unary, .binary, .conditional, .parenthesized, .missing:
            return spelling(self, nil).map { $0.isInParentheses ? "not \($0)" : "not (\($0))" }
        }
    }
}

extension SourceRange {
    /// Whether another range lies in this one.
    fileprivate func holds(_ other: SourceRange) -> Bool {
        file == other.file && lower <= other.lower && other.upper <= upper
    }
}

extension Token {
    /// Whether what is behind it may be the whole of a value: the first in parentheses, or another one in them.
    fileprivate var isOpening: Bool { self.is(.leftParenthesis) || self.is(.comma) }

    fileprivate var isClosing: Bool { self.is(.rightParenthesis) || self.is(.comma) }
}

extension Token.Kind {
    /// As it should be written, where what was written may be another thing.
    fileprivate func plain(_ written: String) -> String? {
        switch self {
        case .text(let text): "\"\(text.escapedForText)\""
        case .symbol(.equals): "is"
        case .word, .symbol: spelling
        // Of `24h`.
        case .number(let digits, scale: 0) where !written.utf8.allSatisfy { (0x30...0x39).contains($0) }: "\(digits)"
        case .number, .money, .date, .time, .clock, .invalid, .end: nil
        }
    }
}

extension String {
    /// Whether one pair of parentheses is around the whole of it.
    fileprivate var isInParentheses: Bool {
        guard hasPrefix("("), hasSuffix(")") else { return false }
        var depth = 0
        var isText = false
        for character in dropLast() {
            if character == "\"" { isText.toggle() }
            if !isText { depth += character == "(" ? 1 : character == ")" ? -1 : 0 }
            if depth == 0 { return false }
        }
        return true
    }

    /// Without a pair of parentheses around it.
    var withoutParentheses: String {
        isInParentheses ? String(dropFirst().dropLast()) : self
    }
}
