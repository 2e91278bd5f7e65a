/// Reads JSON by RFC 8259 from one line of a chunk, byte by byte and strictly; the first mistake ends it.
///
/// It never looks at `end` or beyond it, but for words that reach into what follows and are judged up to `end` only.
struct JSONScanner {
    /// How deep objects and arrays may be nested, the line's own object included.
    static let depthLimit = 64

    let bytes: Column<UInt8>
    /// Where the line ends: its line feed, or the end of the chunk.
    let end: Int
    /// The next byte to look at.
    var position: Int
    /// Where texts with escapes are decoded to.
    let side: Column<UInt8>
    /// The first free byte of `side`.
    var sideEnd: Int

    /// The next byte, or nil at the line's end.
    @inline(__always)
    var next: UInt8? {
        position < end ? bytes[position] : nil
    }

    /// Skips JSON's white space, of which a line can hold all but the line feed.
    @inline(__always)
    mutating func skipSpace() {
        while position < end {
            let byte = bytes[position]
            guard byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r") else { return }
            position += 1
        }
    }

    /// Takes the byte if it is next.
    @inline(__always)
    mutating func skip(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    /// The mistake that something else than expected comes next.
    func mistake(expected: JSONExpectation) -> LineMistake {
        LineMistake(
            position < end ? .invalidJSON(expected: expected) : .lineIncomplete(expected: expected), at: position)
    }

    /// The kind of the value that comes next.
    func kindOfValue() throws(LineMistake) -> JSONKind {
        guard let byte = next, let kind = JSONKind(firstByte: byte) else { throw mistake(expected: .value) }
        return kind
    }

    /// Skips the colon between a key and its value, with the white space around it.
    @inline(__always)
    mutating func skipColon() throws(LineMistake) {
        skipSpace()
        guard skip(UInt8(ascii: ":")) else { throw mistake(expected: .colon) }
        skipSpace()
    }
}
