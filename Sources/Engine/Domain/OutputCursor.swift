/// Writes into room that was made once for many small pieces, so that none of them has to ask.
///
/// A debug build checks that nothing goes beyond the room.
struct OutputCursor {
    let bytes: Column<UInt8>
    /// Behind what is written.
    var end: Int

    /// What a piece may write behind its own end, for which there must be room.
    static var overhang: Int { 64 }

    /// A text of a column that goes on for a `copyStep` behind it; a short one is copied without a call.
    @inline(__always)
    mutating func put(_ source: Column<UInt8>, offset: Int, length: Int) {
        bytes.copySteps(from: source, sourceStart: offset, count: length, to: end)
        end &+= length
    }

    /// The same.
    @inline(__always)
    mutating func put(_ text: TextSlice) {
        put(text.bytes, offset: text.offset, length: text.length)
    }

    @inline(__always)
    mutating func put(_ text: ShortText) {
        bytes.setWord(text.low, at: end)
        bytes.setWord(text.high, at: end &+ 8)
        end &+= text.length
    }

    @inline(__always)
    mutating func put(_ byte: UInt8) {
        bytes[end] = byte
        end &+= 1
    }

    /// What stands at a place already, at most 16 bytes, once more.
    @inline(__always)
    mutating func put(again start: Int, length: Int) {
        bytes.setWord(bytes.word(at: start), at: end)
        bytes.setWord(bytes.word(at: start &+ 8), at: end &+ 8)
        end &+= length
    }
}
