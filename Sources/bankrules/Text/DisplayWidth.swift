import RulesDSL

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

    /// The width of what a reader sees as one character: that of its first scalar, to which the others are added signs.
    private static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        // A variation selector asks for the picture.
        if scalars.contains("\u{FE0F}") { return 2 }
        return scalars.first?.displayWidth ?? 0
    }
}
