/// Text from outside as it may be shown on a terminal: nothing in it moves the cursor, changes colours, runs backwards
/// or can't be seen.
package enum TerminalText {
    /// A text with each unseen or dangerous character spelled out, as in `\u{1B}`.
    package static func escape(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            append(scalar, to: &result)
        }
        return result
    }

    /// Bytes from outside: as text, and each byte that isn't UTF-8 as in `\xFF`.
    package static func escape(_ bytes: some Collection<UInt8>) -> String {
        var result = ""
        var rest = bytes[...]
        while let first = rest.first {
            // The longest character is four bytes; the shortest prefix that is valid UTF-8 is the next one.
            let character = (1...4).lazy.map { rest.prefix($0) }.compactMap { String(validating: $0, as: UTF8.self) }
                .first
            guard let character, let scalar = character.unicodeScalars.first else {
                result += "\\x" + (first < 16 ? "0" : "") + String(first, radix: 16, uppercase: true)
                rest = rest.dropFirst()
                continue
            }
            append(scalar, to: &result)
            rest = rest.dropFirst(character.utf8.count)
        }
        return result
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
        if isHarmless(scalar) {
            result.unicodeScalars.append(scalar)
        } else {
            result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
