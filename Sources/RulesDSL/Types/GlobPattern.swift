/// The pattern of `matches`: `*` is any run of characters, `?` is one, and a backslash before one of the three makes it
/// that character itself. A character is a Unicode scalar; all others must be the same bytes.
package struct GlobPattern: Sendable, Equatable {
    private let bytes: [UInt8]

    /// Reads a pattern; nil where a backslash stands before nothing that it could mean.
    package init?(_ pattern: String) {
        bytes = Array(pattern.utf8)
        var place = 0
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "\\") {
                place += 1
                guard place < bytes.count, Self.isSpecial(bytes[place]) else { return nil }
            }
            place += 1
        }
    }

    /// Whether the whole text, which is UTF-8, is as the pattern says.
    package func matches(_ text: [UInt8]) -> Bool {
        Self.matches(text, pattern: bytes)
    }

    /// Whether a whole text matches a pattern, both UTF-8 and with indices from 0.
    ///
    /// Where a run of a `*` turns out too short it becomes one character longer; no earlier `*` needs to be looked at
    /// again, since its run could end in front of the same text only.
    ///
    /// - Complexity: Linear in the text for patterns without `*`, at worst the text's length times the pattern's.
    @inlinable
    package static func matches<Text: RandomAccessCollection<UInt8>>(_ text: Text, pattern: Text) -> Bool
    where Text.Index == Int {
        let length = text.count
        let end = pattern.count
        var place = 0
        var wanted = 0
        var behindStar: Int?
        var endOfRun = 0
        while place < length {
            if wanted < end, pattern[wanted] == UInt8(ascii: "*") {
                wanted += 1
                behindStar = wanted
                endOfRun = place
            } else if let step = step(text, place, pattern, wanted) {
                place += step.text
                wanted += step.pattern
            } else if let behindStar {
                endOfRun += lengthOfScalar(text[endOfRun])
                place = endOfRun
                wanted = behindStar
            } else {
                return false
            }
        }
        while wanted < end, pattern[wanted] == UInt8(ascii: "*") { wanted += 1 }
        return wanted == end
    }

    /// How far a text and a pattern agree at a place, where the pattern has no `*`; nil where they do not.
    @inlinable
    static func step<Text: RandomAccessCollection<UInt8>>(
        _ text: Text, _ place: Int, _ pattern: Text, _ wanted: Int
    ) -> (text: Int, pattern: Int)? where Text.Index == Int {
        guard wanted < pattern.count else { return nil }
        if pattern[wanted] == UInt8(ascii: "?") { return (lengthOfScalar(text[place]), 1) }
        let isEscape =
            pattern[wanted] == UInt8(ascii: "\\") && wanted + 1 < pattern.count && isSpecial(pattern[wanted + 1])
        let length = isEscape ? 2 : 1
        return text[place] == pattern[wanted + length - 1] ? (1, length) : nil
    }

    @inlinable
    static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "\\")
    }

    @inlinable
    static func lengthOfScalar(_ first: UInt8) -> Int {
        switch first {
        case 0..<0xc0: 1
        case 0xc0..<0xe0: 2
        case 0xe0..<0xf0: 3
        default: 4
        }
    }
}
