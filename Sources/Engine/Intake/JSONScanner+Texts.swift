extension JSONScanner {
    /// Reads a text; the opening quote comes next. Without escapes it is a slice of the line itself.
    @inline(__always)
    mutating func text() throws(LineMistake) -> TextSlice {
        let start = position + 1
        position = start
        try skipUnescaped()
        if bytes[position] == UInt8(ascii: "\"") {
            let slice = TextSlice(bytes, offset: start, length: position - start)
            position += 1
            return slice
        }
        return try decodedText(from: start)
    }

    /// Goes on behind the first backslash: copies what was plain so far, then decodes up to the closing quote.
    private mutating func decodedText(from start: Int) throws(LineMistake) -> TextSlice {
        let first = sideEnd
        var run = start
        while true {
            side.copy(from: bytes, sourceStart: run, count: position - run, to: sideEnd)
            sideEnd += position - run
            if bytes[position] == UInt8(ascii: "\"") { break }
            try decodeEscape()
            run = position
            try skipUnescaped()
        }
        position += 1
        return TextSlice(side, offset: first, length: sideEnd - first)
    }

    /// Goes to the next quote or backslash, over valid UTF-8.
    @inline(__always)
    private mutating func skipUnescaped() throws(LineMistake) {
        while true {
            // Zeros or a line feed at the line's end stop it, since both are control characters.
            while position < end {
                let plain = PlainText.count(bytes.word(at: position))
                position += plain
                if plain < 8 { break }
            }
            guard position < end else {
                position = end
                throw mistake(expected: .quote)
            }
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
            if byte < 0x20 { throw LineMistake(.controlCharacter(byte), at: position) }
            position += try lengthOfScalar()
        }
    }

    /// How many bytes the scalar at `position` has, which is not ASCII: table 3-7 of the Unicode standard, "Well-Formed
    /// UTF-8 Byte Sequences".
    private func lengthOfScalar() throws(LineMistake) -> Int {
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xbf
        switch bytes[position] {
        case 0xc2...0xdf: length = 2
        case 0xe0:
            length = 3
            second = 0xa0...0xbf
        case 0xed:
            length = 3
            second = 0x80...0x9f
        case 0xe1...0xef: length = 3
        case 0xf0:
            length = 4
            second = 0x90...0xbf
        case 0xf4:
            length = 4
            second = 0x80...0x8f
        case 0xf1...0xf3: length = 4
        default: throw LineMistake(.invalidUTF8, at: position)
        }
        guard position + length <= end, second ~= bytes[position + 1] else {
            throw LineMistake(.invalidUTF8, at: position)
        }
        for index in 2..<max(length, 2) where bytes[position + index] & 0xc0 != 0x80 {
            throw LineMistake(.invalidUTF8, at: position)
        }
        return length
    }

    /// Decodes the escape that begins at `position` to the end of `side`.
    private mutating func decodeEscape() throws(LineMistake) {
        let start = position
        position += 1
        guard let letter = next else { throw mistake(expected: .escape) }
        let byte: UInt8
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte = letter
        case UInt8(ascii: "b"): byte = 0x08
        case UInt8(ascii: "f"): byte = 0x0c
        case UInt8(ascii: "n"): byte = 0x0a
        case UInt8(ascii: "r"): byte = 0x0d
        case UInt8(ascii: "t"): byte = 0x09
        case UInt8(ascii: "u"):
            position += 1
            return encode(try scalar(escapeAt: start))
        default: throw mistake(expected: .escape)
        }
        position += 1
        side[sideEnd] = byte
        sideEnd += 1
    }

    /// The scalar of one `\u` escape, or of two that are a surrogate pair.
    private mutating func scalar(escapeAt start: Int) throws(LineMistake) -> UInt32 {
        let first = try hexDigits()
        guard (0xd800...0xdfff).contains(first) else { return first }
        guard first < 0xdc00, position + 1 < end, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        else { throw LineMistake(.loneSurrogate, at: start) }
        position += 2
        let second = try hexDigits()
        guard (0xdc00...0xdfff).contains(second) else { throw LineMistake(.loneSurrogate, at: start) }
        return 0x10000 + (first - 0xd800) << 10 + (second - 0xdc00)
    }

    private mutating func hexDigits() throws(LineMistake) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            let digit: UInt8
            switch next {
            case .some(let byte) where byte &- UInt8(ascii: "0") <= 9: digit = byte - UInt8(ascii: "0")
            case .some(let byte) where (byte | 0x20) &- UInt8(ascii: "a") <= 5:
                digit = (byte | 0x20) - UInt8(ascii: "a") + 10
            case .some, .none: throw mistake(expected: .hexDigits)
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    /// Appends a scalar as UTF-8, which is never longer than its escape.
    private mutating func encode(_ scalar: UInt32) {
        func put(_ value: UInt32) {
            side[sideEnd] = UInt8(truncatingIfNeeded: value)
            sideEnd += 1
        }
        if scalar < 0x80 { return put(scalar) }
        if scalar < 0x800 {
            put(0xc0 | scalar >> 6)
        } else {
            if scalar < 0x10000 {
                put(0xe0 | scalar >> 12)
            } else {
                put(0xf0 | scalar >> 18)
                put(0x80 | scalar >> 12 & 0x3f)
            }
            put(0x80 | scalar >> 6 & 0x3f)
        }
        put(0x80 | scalar & 0x3f)
    }
}
