/// What a JSON value is, by its first byte.
package enum JSONKind: String, Sendable, CaseIterable {
    case object = "an object"
    case array = "an array"
    case text = "a text"
    case number = "a number"
    case boolean = "true or false"
    case null = "null"

    /// Nil where no value begins with the byte.
    init?(firstByte byte: UInt8) {
        switch byte {
        case UInt8(ascii: "{"): self = .object
        case UInt8(ascii: "["): self = .array
        case UInt8(ascii: "\""): self = .text
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): self = .number
        case UInt8(ascii: "t"), UInt8(ascii: "f"): self = .boolean
        case UInt8(ascii: "n"): self = .null
        default: return nil
        }
    }
}

/// What JSON's grammar wants at a place.
package enum JSONExpectation: String, Sendable, CaseIterable {
    case object = "an object in braces"
    case key = "a key in double quotes"
    case keyOrEnd = "a key in double quotes or `}`"
    case colon = "`:` after the key"
    case value = "a value"
    case commaOrBrace = "`,` or `}`"
    case commaOrBracket = "`,` or `]`"
    case digit = "a digit"
    case quote = "the closing quote"
    case escape = "one of `\"`, `\\`, `/`, `b`, `f`, `n`, `r`, `t` and `u` after the backslash"
    case hexDigits = "four hexadecimal digits after `\\u`"
}
