/// Blanks comments and the text of string literals, so that only code is left; line ends and interpolations stay.
struct CodeMask {
    private let source: [UInt8]
    private var result: [UInt8]
    private var index = 0

    static func masked(_ source: [UInt8]) -> [UInt8] {
        var mask = CodeMask(source: source, result: source)
        mask.maskCode(untilParenthesisCloses: false)
        return mask.result
    }

    private init(source: [UInt8], result: [UInt8]) {
        self.source = source
        self.result = result
    }

    /// Walks over code, to the end or to the parenthesis that ends an interpolation.
    private mutating func maskCode(untilParenthesisCloses isInterpolation: Bool) {
        var depth = 0
        while index < source.count {
            if starts(with: "//") {
                while index < source.count && source[index] != UInt8(ascii: "\n") { blank() }
            } else if starts(with: "/*") {
                maskBlockComment()
            } else if let hashes = hashesBeforeQuote() {
                maskString(hashes: hashes)
            } else if source[index] == UInt8(ascii: "`") {
                maskRawIdentifier()
            } else {
                if source[index] == UInt8(ascii: "(") { depth += 1 }
                if source[index] == UInt8(ascii: ")") {
                    if isInterpolation && depth == 0 { return }
                    depth -= 1
                }
                index += 1
            }
        }
    }

    private mutating func maskBlockComment() {
        var depth = 0
        repeat {
            if starts(with: "/*") {
                depth += 1
                blank()
            } else if starts(with: "*/") {
                depth -= 1
                blank()
            }
            blank()
        } while index < source.count && depth > 0
    }

    /// A name in backticks that holds a space is a sentence, not a word.
    private mutating func maskRawIdentifier() {
        let end = source[(index + 1)...].firstIndex { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "\n") }
        guard let end, source[end] == UInt8(ascii: "`") else {
            index += 1
            return
        }
        if source[index..<end].contains(UInt8(ascii: " ")) {
            while index <= end { blank() }
        } else {
            index = end + 1
        }
    }

    private mutating func maskString(hashes: Int) {
        index += hashes
        let quotes = starts(with: "\"\"\"") ? 3 : 1
        index += quotes
        let closing = String(repeating: "\"", count: quotes) + String(repeating: "#", count: hashes)
        let escape = "\\" + String(repeating: "#", count: hashes)
        while index < source.count {
            if starts(with: closing) {
                index += closing.utf8.count
                return
            }
            if quotes == 1 && source[index] == UInt8(ascii: "\n") { return }
            if starts(with: escape + "(") {
                index += escape.utf8.count + 1
                maskCode(untilParenthesisCloses: true)
            } else if starts(with: escape) {
                for _ in 0...escape.utf8.count { blank() }
            } else {
                blank()
            }
        }
    }

    /// How many `#` stand before the quote of a string that begins here; nil where none begins.
    private func hashesBeforeQuote() -> Int? {
        var end = index
        while end < source.count && source[end] == UInt8(ascii: "#") { end += 1 }
        return end < source.count && source[end] == UInt8(ascii: "\"") ? end - index : nil
    }

    private func starts(with text: String) -> Bool {
        source[index...].starts(with: text.utf8)
    }

    private mutating func blank() {
        guard index < source.count else { return }
        if source[index] != UInt8(ascii: "\n") { result[index] = UInt8(ascii: " ") }
        index += 1
    }
}
