/// The pattern of `matches`: `*` is any run of characters, `?` is one, and a backslash before one of the three makes it
/// that character itself. A character is a Unicode scalar; all others must be the same bytes.
package struct GlobPattern: Sendable, Equatable {
    package enum Part: Sendable, Equatable {
        case anyRun
        case anyCharacter
        case byte(UInt8)
    }

    package let parts: [Part]

    /// Reads a pattern; nil where a backslash stands before nothing that it could mean.
    package init?(_ pattern: String) {
        var parts: [Part] = []
        var isEscaped = false
        for byte in pattern.utf8 {
            switch (byte, isEscaped) {
            case (UInt8(ascii: "\\"), false):
                isEscaped = true
                continue
            case (UInt8(ascii: "*"), false):
                // Two runs are one.
                if parts.last != .anyRun { parts.append(.anyRun) }
            case (UInt8(ascii: "?"), false): parts.append(.anyCharacter)
            case (UInt8(ascii: "*"), true), (UInt8(ascii: "?"), true), (UInt8(ascii: "\\"), true), (_, false):
                parts.append(.byte(byte))
            case (_, true): return nil
            }
            isEscaped = false
        }
        guard !isEscaped else { return nil }
        self.parts = parts
    }

    /// Whether the whole text, which is UTF-8, is as the pattern says.
    ///
    /// - Complexity: Linear in the text for patterns without `*`, at worst the text's length times the pattern's.
    package func matches(_ text: some RandomAccessCollection<UInt8>) -> Bool {
        var place = text.startIndex
        var part = 0
        // Where the last run began to be tried, and what it has taken so far: a longer one is the only other way.
        var retry: (part: Int, place: Int)?
        let start = text.startIndex
        while true {
            if part < parts.count, parts[part] == .anyRun {
                retry = (part, text.distance(from: start, to: place))
                part += 1
                continue
            }
            if part == parts.count, place == text.endIndex { return true }
            if part < parts.count, place != text.endIndex, Self.takes(parts[part], text, &place) {
                part += 1
                continue
            }
            guard let (run, taken) = retry else { return false }
            var next = text.index(start, offsetBy: taken)
            guard next != text.endIndex else { return false }
            text.formIndex(after: &next)
            retry = (run, taken + 1)
            place = next
            part = run + 1
        }
    }

    /// Takes what a part other than a run stands for, if it is there.
    private static func takes<Text: RandomAccessCollection<UInt8>>(
        _ part: Part, _ text: Text, _ place: inout Text.Index
    ) -> Bool {
        let byte = text[place]
        switch part {
        case .anyRun: return false
        case .byte(let expected):
            guard byte == expected else { return false }
            text.formIndex(after: &place)
            return true
        case .anyCharacter:
            // From within a character, none begins.
            guard !isContinuation(byte) else { return false }
            text.formIndex(after: &place)
            while place != text.endIndex, isContinuation(text[place]) {
                text.formIndex(after: &place)
            }
            return true
        }
    }

    private static func isContinuation(_ byte: UInt8) -> Bool {
        byte & 0xC0 == 0x80
    }
}
