/// A file's bytes as Unicode scalars, each with the offset of its first byte.
///
/// Bytes that are no UTF-8 become U+FFFD, run by run, and the runs are kept, so that what follows can be read and
/// reported all the same.
struct DecodedText {
    private(set) var scalars: [Unicode.Scalar] = []
    /// One for each scalar, and one more for the end.
    private(set) var offsets: [Int] = []
    /// The runs of bytes that are no UTF-8.
    private(set) var invalidRuns: [Range<Int>] = []

    /// Decodes everything after a byte order mark.
    init(_ source: SourceFile) {
        self.init(source.bytes, in: source.byteOrderMarkLength..<source.bytes.count)
    }

    /// Decodes a part of the bytes; the offsets count from their beginning, not from the part's.
    init(_ bytes: [UInt8], in part: Range<Int>) {
        var offset = part.lowerBound
        scalars.reserveCapacity(part.count)
        offsets.reserveCapacity(part.count + 1)
        while offset < part.upperBound {
            offsets.append(offset)
            let length = Self.decode(bytes, at: offset, into: &scalars)
            if length > 0 {
                offset += length
            } else {
                scalars.append("\u{FFFD}")
                noteInvalid(at: offset)
                offset += 1
            }
        }
        offsets.append(part.upperBound)
    }

    /// Appends the scalar at an offset and answers how many bytes it has, or 0 where there is none.
    private static func decode(_ bytes: [UInt8], at offset: Int, into scalars: inout [Unicode.Scalar]) -> Int {
        let first = bytes[offset]
        if first < 0x80 {
            scalars.append(Unicode.Scalar(first))
            return 1
        }
        let length: Int
        let smallest: UInt32
        switch first {
        case 0xC2...0xDF: (length, smallest) = (2, 0x80)
        case 0xE0...0xEF: (length, smallest) = (3, 0x800)
        case 0xF0...0xF4: (length, smallest) = (4, 0x10000)
        default: return 0
        }
        guard offset + length <= bytes.count else { return 0 }
        var value = UInt32(first) & (0xFF >> UInt32(length + 1))
        for byte in bytes[(offset + 1)..<(offset + length)] {
            guard byte & 0xC0 == 0x80 else { return 0 }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        // Overlong forms, surrogates and values past U+10FFFF are no UTF-8.
        guard value >= smallest, let scalar = Unicode.Scalar(value) else { return 0 }
        scalars.append(scalar)
        return length
    }

    private mutating func noteInvalid(at offset: Int) {
        if let last = invalidRuns.last, last.upperBound == offset {
            invalidRuns[invalidRuns.count - 1] = last.lowerBound..<(offset + 1)
        } else {
            invalidRuns.append(offset..<(offset + 1))
        }
    }
}
