/// What people and word processors put around texts. Only `"` is right, and the others are read all the same.
enum TextQuotes {
    /// What may close a text that a character opens, or nil if it opens none.
    static func closers(of opener: Unicode.Scalar) -> [Unicode.Scalar]? {
        switch opener {
        case "\"": ["\""]
        case "“", "”", "„", "‟": ["”", "“", "\""]
        case "«", "»": ["»", "«", "\""]
        case "'", "‘", "’", "‚": ["'", "’", "‘"]
        case "`", "´": ["`", "´"]
        default: nil
        }
    }
}

extension Lexer {
    /// A quoted text with its escapes undone. One that isn't closed ends with its line.
    mutating func scanText() {
        guard let opener = raw(), let closers = closersOnLine(of: opener) else { return }
        let begin = index
        step()
        var content = ""
        while let scalar = raw(), scalar != "\n" {
            if closers.contains(scalar) {
                step()
                finishText(content, opener: opener, from: begin)
                return
            }
            content.unicodeScalars.append(contentsOf: scanTextScalar(scalar))
        }
        finishUnterminated(opener: opener, content, from: begin)
    }

    /// Without a limit, a line of nothing but opening quotes would be read again for each of them.
    private static let longestLookAhead = 200

    /// What closes a text here: `"` closes one that begins with another quote only where its own doesn't follow.
    private func closersOnLine(of opener: Unicode.Scalar) -> [Unicode.Scalar]? {
        let closers = TextQuotes.closers(of: opener)
        guard let closers, opener != "\"" else { return closers }
        let own = closers.filter { $0 != "\"" }
        let line = text.scalars[(index + 1)...].prefix(Self.longestLookAhead).prefix { $0 != "\n" }
        return line.contains { own.contains($0) } ? own : closers
    }

    private mutating func finishText(_ content: String, opener: Unicode.Scalar, from begin: Int) {
        if opener != "\"" {
            note(.foreignQuotes(opener, content: content, at: range(from: begin)))
        }
        emit(.text(content), from: begin)
    }

    /// Takes the line as the text, but leaves a last `{` or `{ }` outside: it mostly was meant as a block.
    private mutating func finishUnterminated(opener: Unicode.Scalar, _ content: String, from begin: Int) {
        var end = index
        func drop(while isDropped: (Unicode.Scalar) -> Bool) {
            while end > begin + 1, isDropped(text.scalars[end - 1]) {
                end -= 1
            }
        }
        drop { $0.properties.isWhitespace }
        let lineEnd = end
        drop { $0 == "}" || $0.properties.isWhitespace }
        if text.scalars[end - 1] == "{", end > begin + 1 {
            end -= 1
            drop { $0.properties.isWhitespace }
        } else {
            end = lineEnd
        }
        // What was dropped holds no escapes, and so is as long in the content.
        let kept = content.unicodeScalars.dropLast(index - end)
        index = end
        diagnostics.add(
            .unterminatedText(opener: range(from: begin, to: begin + 1), end: range(from: end, to: end)))
        emit(.text(String(kept)), from: begin)
    }

    /// One character of a text, or one escape.
    private mutating func scanTextScalar(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        if scalar == "\\" {
            return scanEscape().map { [$0] } ?? []
        }
        let begin = index
        step()
        if scalar.isDirectionControl {
            diagnostics.add(.hiddenDirection(scalar, at: range(from: begin)))
        } else if scalar.isControl, !(scalar == "\r" && raw() == "\n") {
            diagnostics.add(.controlCharacter(scalar, inText: true, at: range(from: begin)))
        }
        return [scalar]
    }

    private mutating func scanEscape() -> Unicode.Scalar? {
        let begin = index
        step()
        guard let letter = raw(), letter != "\n" else {
            diagnostics.add(.unknownEscape("\\", at: range(from: begin)))
            return nil
        }
        step()
        switch letter {
        case "\"", "\\": return letter
        case "n": return "\n"
        case "t": return "\t"
        case "u" where raw() == "{": return scanScalarEscape(from: begin)
        default:
            diagnostics.add(.unknownEscape("\\\(letter)", at: range(from: begin)))
            return letter
        }
    }

    /// `\u{1F600}`: one to six hexadecimal digits that name a Unicode scalar.
    private mutating func scanScalarEscape(from begin: Int) -> Unicode.Scalar? {
        step()
        var digits = ""
        while let scalar = raw(), scalar.properties.isASCIIHexDigit, digits.count < 7 {
            digits.unicodeScalars.append(scalar)
            step()
        }
        let isClosed = raw() == "}"
        if isClosed {
            step()
        }
        guard isClosed, digits.count <= 6, let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value)
        else {
            diagnostics.add(.impossibleScalar(at: range(from: begin)))
            return nil
        }
        return scalar
    }
}
