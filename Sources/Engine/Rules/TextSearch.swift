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

    /// Whether a whole text matches a glob: `*` is any run of characters, `?` is one, a backslash before one of the three
    /// is that character itself. Characters are Unicode scalars.
    ///
    /// Where a run of a `*` turns out too short it becomes one character longer; no earlier `*` needs to be looked at
    /// again, since its run could end in front of the same text only.
    ///
    /// - Complexity: The product of both lengths at the worst.
    static func matches(_ text: TextSlice, glob: TextSlice) -> Bool {
        var place = 0
        var wanted = 0
        var behindStar: Int?
        var endOfRun = 0
        while place < text.length {
            if wanted < glob.length, glob[wanted] == UInt8(ascii: "*") {
                wanted += 1
                behindStar = wanted
                endOfRun = place
            } else if let step = step(text, place, glob, wanted) {
                place += step.text
                wanted += step.glob
            } else if let behindStar {
                endOfRun += lengthOfScalar(text[endOfRun])
                place = endOfRun
                wanted = behindStar
            } else {
                return false
            }
        }
        while wanted < glob.length, glob[wanted] == UInt8(ascii: "*") { wanted += 1 }
        return wanted == glob.length
    }

    /// How far a text and a glob agree at a place, where the glob has no `*`; nil where they do not.
    @inline(__always)
    private static func step(
        _ text: TextSlice, _ place: Int, _ glob: TextSlice, _ wanted: Int
    ) -> (text: Int, glob: Int)? {
        guard wanted < glob.length else { return nil }
        if glob[wanted] == UInt8(ascii: "?") { return (lengthOfScalar(text[place]), 1) }
        let isEscape = glob[wanted] == UInt8(ascii: "\\") && wanted + 1 < glob.length && isSpecial(glob[wanted + 1])
        let length = isEscape ? 2 : 1
        return text[place] == glob[wanted + length - 1] ? (1, length) : nil
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "\\")
    }

    private static func lengthOfScalar(_ first: UInt8) -> Int {
        switch first {
        case 0..<0xc0: 1
        case 0xc0..<0xe0: 2
        case 0xe0..<0xf0: 3
        default: 4
        }
    }

    @inline(__always)
    private static func holds(_ text: TextSlice, _ part: TextSlice, at place: Int) -> Bool {
        text.bytes.matches(part.bytes, at: part.offset, count: part.length, from: text.offset + place)
    }
}
