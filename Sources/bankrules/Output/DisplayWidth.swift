/// How many columns of a terminal a text takes.
package enum DisplayWidth {
    /// The width of a text in columns: combining marks take none, East Asian characters and pictures take two.
    package static func of(_ text: String) -> Int {
        var width = 0
        for character in text {
            width += of(character)
        }
        return width
    }

    /// The width of what a reader sees as one character.
    private static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        // A variation selector asks for the picture.
        if scalars.contains("\u{FE0F}") { return 2 }
        return scalars.first.map { of($0) } ?? 0
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        guard scalar.value >= 0x300 else { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return isWide(scalar) ? 2 : 1
        }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            true
        default:
            scalar.properties.isEmojiPresentation
        }
    }
}
