/// The form of names: lower-case words of letters and digits, joined by single hyphens.
enum KebabCase {
    static func isValid(_ name: String) -> Bool {
        guard let first = name.utf8.first, isLetter(first) else { return false }
        var previous: UInt8 = 0
        for byte in name.utf8 {
            guard isLetter(byte) || isDigit(byte) || (byte == hyphen && previous != hyphen) else { return false }
            previous = byte
        }
        return previous != hyphen
    }

    /// The name in that form: `DailyLimit` and `daily_limit` become `daily-limit`. Nil where nothing useful is left.
    static func form(of name: String) -> String? {
        var result = ""
        var wasLower = false
        for character in name {
            if character == "-" || character == "_" {
                if !result.isEmpty, result.last != "-" { result.append("-") }
                wasLower = false
                continue
            }
            if character.isUppercase, wasLower { result.append("-") }
            wasLower = character.isLowercase || character.isNumber
            result += character.lowercased()
        }
        while result.last == "-" { result.removeLast() }
        return isValid(result) ? result : nil
    }

    private static let hyphen = UInt8(ascii: "-")

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
