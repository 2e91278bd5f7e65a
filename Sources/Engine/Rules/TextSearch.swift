/// The text functions of the language, over texts where they lie. Both texts are valid UTF-8.
enum TextSearch {
    /// Whether two texts are the same bytes.
    @inline(__always)
    static func areEqual(_ left: TextSlice, _ right: TextSlice) -> Bool {
        left.length == right.length && holds(left, right, at: 0)
    }

    /// Whether a text begins with another.
    static func starts(_ text: TextSlice, with part: TextSlice) -> Bool {
        part.length <= text.length && holds(text, part, at: 0)
    }

    /// Whether a text ends with another.
    static func ends(_ text: TextSlice, with part: TextSlice) -> Bool {
        part.length <= text.length && holds(text, part, at: text.length - part.length)
    }

    /// Whether a text holds another.
    ///
    /// - Complexity: The product of both lengths at the worst.
    static func contains(_ text: TextSlice, _ part: TextSlice) -> Bool {
        guard part.length > 0 else { return true }
        let first = part[0]
        var place = 0
        while part.length <= text.length - place {
            let end = text.offset + text.length - part.length + 1
            let found = text.bytes.firstIndex(of: first, in: text.offset + place..<end)
            if found == end { return false }
            place = found - text.offset
            if holds(text, part, at: place) { return true }
            place += 1
        }
        return false
    }

    /// How many Unicode scalars a text has.
    static func length(_ text: TextSlice) -> Int {
        text.reduce(0) { $0 + ($1 & 0xc0 == 0x80 ? 0 : 1) }
    }

    @inline(__always)
    private static func holds(_ text: TextSlice, _ part: TextSlice, at place: Int) -> Bool {
        text.bytes.matches(part.bytes, at: part.offset, count: part.length, from: text.offset + place)
    }
}
