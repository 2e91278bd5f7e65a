/// The words of a Swift file with the lines they stand on; what comments and literals say is left out.
struct SwiftSource {
    /// An identifier or keyword.
    struct Word {
        let text: String
        let line: Int
        /// The character before it that is no space, and the one right behind it; a space at the file's ends.
        let before: Character
        let after: Character
    }

    /// The path below the root of the repository.
    let path: String
    let lines: [Substring]
    let words: [Word]

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        words = Self.words(of: CodeMask.masked(Array(text.utf8)))
    }

    private static func words(of code: [UInt8]) -> [Word] {
        var words: [Word] = []
        var line = 1
        var before = UInt8(ascii: " ")
        var index = 0
        while index < code.count {
            let byte = code[index]
            guard isPartOfWord(byte) else {
                if byte == UInt8(ascii: "\n") { line += 1 }
                if !isSpace(byte) { before = byte }
                index += 1
                continue
            }
            let start = index
            while index < code.count && isPartOfWord(code[index]) { index += 1 }
            words.append(
                Word(
                    text: String(decoding: code[start..<index], as: UTF8.self), line: line,
                    before: Character(Unicode.Scalar(before)),
                    after: index < code.count ? Character(Unicode.Scalar(code[index])) : " "))
            before = code[index - 1]
        }
        return words
    }

    private static func isPartOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...: true
        default: false
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
    }
}
