/// Bytes on their way out: grows as needed, is cleared and filled again, and never gives memory back in between.
package struct OutputBuffer: ~Copyable {
    /// The bytes; the first `count` are written.
    package private(set) var bytes: Column<UInt8>
    package private(set) var count = 0

    /// An empty buffer with room for `capacity` bytes.
    package init(capacity: Int = 4_096) {
        bytes = Column(zeroed: max(capacity, 64))
    }

    deinit {
        bytes.deallocate()
    }

    /// Forgets the content, keeps the room.
    package mutating func clear() {
        count = 0
    }

    /// Makes room for `additional` further bytes.
    @inline(__always)
    package mutating func reserve(_ additional: Int) {
        if count + additional > bytes.capacity { grow(additional) }
    }

    @inline(never)
    private mutating func grow(_ additional: Int) {
        let larger = Column<UInt8>(zeroed: max(bytes.capacity * 2, count + additional))
        larger.copy(from: bytes, count: count)
        bytes.deallocate()
        bytes = larger
    }

    /// A cursor behind what is written, with room for `additional` bytes: give it back to `close` before the next
    /// `append`.
    @inline(__always)
    mutating func open(_ additional: Int) -> OutputCursor {
        reserve(additional)
        return OutputCursor(bytes: bytes, end: count)
    }

    /// Takes what was written with a cursor.
    @inline(__always)
    mutating func close(_ cursor: OutputCursor) {
        assert(cursor.end >= count && cursor.end <= bytes.capacity, "a cursor went back, or beyond its room")
        count = cursor.end
    }

    /// One byte.
    @inline(__always)
    package mutating func append(_ byte: UInt8) {
        reserve(1)
        bytes[count] = byte
        count += 1
    }

    /// Bytes as they are: nothing is escaped.
    @inline(__always)
    package mutating func append(_ text: [UInt8]) {
        reserve(text.count)
        bytes.copy(from: text, to: count)
        count += text.count
    }

    /// A fixed text as it is.
    @inline(__always)
    package mutating func append(_ text: StaticString) {
        let length = text.utf8CodeUnitCount
        reserve(length)
        bytes.copy(from: text, to: count)
        count += length
    }

    /// A part of a column as it is; it may not be a part of this buffer, which may move.
    @inline(__always)
    package mutating func append(_ source: Column<UInt8>, offset: Int, length: Int) {
        reserve(length)
        bytes.copy(from: source, sourceStart: offset, count: length, to: count)
        count += length
    }

    @inline(__always)
    mutating func append(_ text: TextSlice) {
        append(text.bytes, offset: text.offset, length: text.length)
    }

    /// The last `count` of a word's eight bytes, the first in the lowest bits.
    @inline(__always)
    package mutating func append(lastOf word: UInt64, count length: Int) {
        reserve(8)
        bytes.setWord(word >> UInt64(64 - 8 * length), at: count)
        count += length
    }

    /// Text inside a JSON string: `"`, `\` and control characters escaped, everything else as it is.
    package mutating func append(jsonEscaped text: TextSlice) {
        for index in text.offset..<text.offset + text.length {
            append(jsonEscaped: text.bytes[index])
        }
    }

    /// Text inside a JSON string: `"`, `\` and control characters escaped, everything else as it is.
    package mutating func append(jsonEscaped text: some Sequence<UInt8>) {
        for byte in text {
            append(jsonEscaped: byte)
        }
    }

    private mutating func append(jsonEscaped byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case 0x08: append("\\b")
        case 0x0C: append("\\f")
        case 0x0A: append("\\n")
        case 0x0D: append("\\r")
        case 0x09: append("\\t")
        case 0..<0x20:
            append("\\u00")
            append(byte >> 4 + UInt8(ascii: "0"))
            append(byte & 15 < 10 ? byte & 15 + UInt8(ascii: "0") : byte & 15 - 10 + UInt8(ascii: "a"))
        default: append(byte)
        }
    }

    /// What was written, as text.
    package var text: String {
        String(decoding: (0..<count).map { bytes[$0] }, as: UTF8.self)
    }
}
