/// Words of a command line that somebody is to type.
package enum ShellWord {
    /// A text as one word of bash, zsh and fish: in single quotes, unless nothing in it means anything to them.
    package static func quoted(_ text: String) -> String {
        isPlain(text) ? text : inQuotes(text)
    }

    /// A text in single quotes, whatever it holds.
    package static func inQuotes(_ text: String) -> String {
        var quoted = "'"
        for character in text {
            quoted += character == "'" ? "'\\''" : String(character)
        }
        return quoted + "'"
    }

    /// A path as an operand: one that begins with a hyphen would be read as an option.
    package static func operand(_ path: String) -> String {
        quoted(path.hasPrefix("-") && path != "-" ? "./" + path : path)
    }

    /// A `~` means something only in front.
    private static func isPlain(_ text: String) -> Bool {
        !text.isEmpty && text.unicodeScalars.first != "~"
            && text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.isDigit || "_-./@%+:,~".unicodeScalars.contains($0)
            }
    }
}
