/// How tokens look beside each other: one space between two, and none where none belongs.
struct TokenText {
    /// The words before which a line that is too long is broken.
    private static let lineBeginnings: Set = ["across", "and", "on", "or", "per", "where"]

    let source: SourceFile

    /// Tokens in one line.
    func text(_ tokens: some Sequence<Token>) -> String {
        pieces(tokens).map(\.text).joined(separator: " ")
    }

    /// The key of a table's entry, with its colon.
    func key(_ tokens: ArraySlice<Token>) -> String {
        text(tokens.dropLast()) + text(tokens.suffix(1))
    }

    /// Tokens in as many lines as it takes, the first after `used` columns.
    func lines(_ tokens: some Sequence<Token>, after used: Int, width: Int) -> [String] {
        let pieces = pieces(tokens)
        var lines: [String] = []
        var start = 0
        while start < pieces.count {
            let end = lineEnd(pieces, from: start, room: width - used)
            lines.append(pieces[start..<end].map(\.text).joined(separator: " "))
            start = end
        }
        return lines.isEmpty ? [""] : lines
    }

    /// Where the line that begins with a piece ends: what stands in parentheses stays in one line where it can.
    private func lineEnd(_ pieces: [Piece], from start: Int, room: Int) -> Int {
        var length = pieces[start].text.unicodeScalars.count
        var end = start + 1
        for index in pieces.indices.dropFirst(start + 1) {
            if pieces[index].depth <= pieces[end].depth { end = index }
            length += 1 + pieces[index].text.unicodeScalars.count
            if length > room { return end }
        }
        return pieces.count
    }

    /// What no line end stands within.
    private struct Piece {
        var text: String
        /// In how many parentheses it begins.
        let depth: Int
    }

    private func pieces(_ tokens: some Sequence<Token>) -> [Piece] {
        var pieces: [Piece] = []
        var depth = 0
        let tokens = Array(tokens)
        for (index, token) in tokens.enumerated() {
            if token.is(.rightParenthesis) { depth -= 1 }
            let spelling = spelling(of: token)
            if pieces.isEmpty {
                pieces.append(Piece(text: spelling, depth: depth))
            } else if touches(index, in: tokens) {
                pieces[pieces.count - 1].text += spelling
            } else if tokens[index - 1].is(.comma) || token.word.map(Self.lineBeginnings.contains) ?? false {
                pieces.append(Piece(text: spelling, depth: depth))
            } else {
                pieces[pieces.count - 1].text += " " + spelling
            }
            if token.is(.leftParenthesis) { depth += 1 }
        }
        return pieces
    }

    /// Whether no space stands between a token and the one before it.
    private func touches(_ index: Int, in tokens: [Token]) -> Bool {
        let (previous, token) = (tokens[index - 1], tokens[index])
        if token.is(.comma) || token.is(.rightParenthesis) || token.is(.rightBracket) { return true }
        if previous.is(.leftParenthesis) || previous.is(.leftBracket) { return true }
        if previous.is(.minus) { return !token.hasSpaceBefore || isSign(index - 1, in: tokens) }
        // A function's name and its parenthesis; a word that joins has a space behind it.
        if token.is(.leftParenthesis), let word = previous.word, !token.hasSpaceBefore {
            return !JoiningWord.isKeyword(word)
        }
        return false
    }

    /// Whether a minus stands before a value rather than between two.
    private func isSign(_ index: Int, in tokens: [Token]) -> Bool {
        guard index > 0 else { return true }
        switch tokens[index - 1].kind {
        case .symbol(let symbol): return symbol != .rightParenthesis && symbol != .rightBracket
        case .word(let word): return JoiningWord.isKeyword(word)
        case .number, .money, .text, .date, .time, .clock, .invalid, .end: return false
        }
    }

    // MARK: Spelling

    private func spelling(of token: Token) -> String {
        let written = String(decoding: source.bytes[token.range.lower..<token.range.upper], as: UTF8.self)
        if case .money(let currency, _, _) = token.kind { return Self.grouped(written, currency) }
        return written
    }

    /// Money with commas between thousands, and one space behind a code. The digits stay.
    ///
    /// Between a code and its digits there may be anything that means nothing, comments too, which are printed
    /// elsewhere.
    private static func grouped(_ written: String, _ currency: String) -> String {
        let isDigit: (Character) -> Bool = { "0"..."9" ~= $0 }
        let isSpace: (Character) -> Bool = { $0.isWhitespace }
        let isCode = currency.unicodeScalars.allSatisfy { "A"..."Z" ~= $0 }
        let separator = isCode ? " " : ""
        let amount =
            written.contains(where: isSpace)
            ? String(written.reversed().prefix { !isSpace($0) }.reversed()) : String(written.dropFirst(currency.count))
        let whole = amount.prefix { isDigit($0) || $0 == "," }.filter { $0 != "," }
        // Digits that nobody expects are left alone.
        let rest = amount.drop { isDigit($0) || $0 == "," }
        guard whole.allSatisfy(isDigit), whole.count > 0, whole == "0" || whole.first != "0" else {
            return currency + separator + amount
        }
        var result = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index).isMultiple(of: 3) { result += "," }
            result.append(digit)
        }
        return currency + separator + result + rest
    }
}
