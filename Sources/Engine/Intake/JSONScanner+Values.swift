extension JSONScanner {
    /// Skips a value of any kind, inside so many containers, of which the line's own object is the first. Nesting is
    /// kept in the bits of a word, not on the call stack, which a hostile line could exhaust.
    mutating func skipValue(depth outer: Int = 1) throws(LineMistake) {
        var depth = outer
        /// One bit for each open container from the lowest, the innermost, on: 1 for an object.
        var objects: UInt64 = 0
        repeat {
            switch try kindOfValue() {
            case .object, .array:
                guard depth < Self.depthLimit else { throw LineMistake(.nestedTooDeep, at: position) }
                depth += 1
                let isObject = bytes[position] == UInt8(ascii: "{")
                objects = objects << 1 | (isObject ? 1 : 0)
                position += 1
                if try opens(isObject) { continue }
            case .text: _ = try text()
            case .number: _ = try number()
            case .boolean: try skipLiteral(bytes[position] == UInt8(ascii: "t") ? "true" : "false")
            case .null: try skipLiteral("null")
            }
            try closeContainers(&depth, &objects, outer)
        } while depth > outer
    }

    /// Goes to the first value of a container; false if it has none, its closing bracket then comes next.
    private mutating func opens(_ isObject: Bool) throws(LineMistake) -> Bool {
        skipSpace()
        if next == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) { return false }
        if isObject { try skipKey(expected: .keyOrEnd) }
        return true
    }

    /// Behind a value: closes what ends here, and goes to the next value of what does not.
    private mutating func closeContainers(
        _ depth: inout Int, _ objects: inout UInt64, _ outer: Int
    ) throws(LineMistake) {
        while depth > outer {
            let isObject = objects & 1 == 1
            skipSpace()
            if skip(UInt8(ascii: ",")) {
                skipSpace()
                if isObject { try skipKey(expected: .key) }
                return
            }
            guard skip(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
                throw mistake(expected: isObject ? .commaOrBrace : .commaOrBracket)
            }
            depth -= 1
            objects >>= 1
        }
    }

    private mutating func skipKey(expected: JSONExpectation) throws(LineMistake) {
        guard next == UInt8(ascii: "\"") else { throw mistake(expected: expected) }
        _ = try text()
        try skipColon()
    }

    private mutating func skipLiteral(_ word: StaticString) throws(LineMistake) {
        guard position + word.utf8CodeUnitCount <= end, bytes.matches(word, at: position) else {
            throw mistake(expected: .value)
        }
        position += word.utf8CodeUnitCount
    }

    /// Reads a number, which comes next, and says whether it has neither point nor exponent.
    mutating func number() throws(LineMistake) -> (text: TextSlice, isWhole: Bool) {
        let start = position
        var isWhole = true
        _ = skip(UInt8(ascii: "-"))
        if !skip(UInt8(ascii: "0")) { try skipDigits() }
        if skip(UInt8(ascii: ".")) {
            isWhole = false
            try skipDigits()
        }
        if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
            isWhole = false
            if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
            try skipDigits()
        }
        return (TextSlice(bytes, offset: start, length: position - start), isWhole)
    }

    private mutating func skipDigits() throws(LineMistake) {
        let start = position
        while let byte = next, byte &- UInt8(ascii: "0") <= 9 { position += 1 }
        if position == start { throw mistake(expected: .digit) }
    }
}
