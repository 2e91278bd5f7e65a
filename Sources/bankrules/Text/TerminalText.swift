import RulesDSL

/// Text from outside as it may be shown on a terminal: nothing in it moves the cursor, changes colours, runs backwards
/// or can't be seen.
package enum TerminalText {
    /// A text with each unseen or dangerous character spelled out, as in `\u{1b}`.
    package static func escape(_ text: String) -> String {
        text.displayed
    }

    /// Bytes from outside: as text, and each byte that isn't UTF-8 as in `\xff`.
    package static func escape(_ bytes: some Collection<UInt8>) -> String {
        var result = ""
        var rest = bytes[...]
        while let first = rest.first {
            // The longest character is four bytes; the shortest prefix that is valid UTF-8 is the next one.
            let prefixes = (1...4).lazy.map { rest.prefix($0) }
            let character = prefixes.compactMap { String(validating: $0, as: UTF8.self) }.first
            if let character {
                result += character.displayed
                rest = rest.dropFirst(character.utf8.count)
            } else {
                result += "\\x" + (first < 16 ? "0" : "") + String(first, radix: 16)
                rest = rest.dropFirst()
            }
        }
        return result
    }
}
