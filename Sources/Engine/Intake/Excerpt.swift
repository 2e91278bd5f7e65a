/// Text of the input made fit to be shown inside a sentence: short, and without anything that a terminal or a reader
/// could mistake for something else.
enum Excerpt {
    /// The most characters that are shown.
    private static let limit = 40

    /// The beginning of a text, with control, bidirectional and invisible characters escaped.
    static func of(_ text: TextSlice) -> String {
        var result = ""
        var count = 0
        // A scalar has at most four bytes, and a cut one at the end is not shown.
        for scalar in String(decoding: text.prefix(4 * (limit + 1)), as: UTF8.self).unicodeScalars {
            if count == limit { return result + "…" }
            if isPlain(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "\\u{\(String(scalar.value, radix: 16))}"
            }
            count += 1
        }
        return result
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "`" || scalar == "\\" { return false }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate, .unassigned,
            .privateUse, .nonspacingMark, .enclosingMark, .spacingMark:
            return scalar == " "
        default: return true
        }
    }
}
