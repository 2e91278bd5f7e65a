/// Texts kept one behind the other, each found again by a number.
///
/// A text takes its bytes, four for its length, and what rounds that up to four. Room for 16 GiB.
struct TextArena: ~Copyable {
    private var bytes: Column<UInt8>
    private var used = TextArena.alignment

    private static let alignment = 4
    private static let header = 4

    init() throws(CriticalError) {
        guard let bytes = Column<UInt8>.mapped(capacity: 1 << 16) else { throw .outOfMemory }
        self.bytes = bytes
    }

    deinit {
        bytes.unmap()
    }

    /// Keeps a text; the answer is never 0.
    mutating func append(_ text: TextSlice) throws(CriticalError) -> UInt32 {
        let place = used
        let needed = (Self.header + text.length + Self.alignment - 1) & ~(Self.alignment - 1)
        guard let handle = UInt32(exactly: place / Self.alignment) else {
            throw CriticalError(.limit, "more than 16 GiB of texts to remember")
        }
        while used + needed > bytes.capacity { try grow() }
        for index in 0..<Self.header {
            bytes[place + index] = UInt8(truncatingIfNeeded: text.length >> (8 * index))
        }
        bytes.copy(from: text.bytes, sourceStart: text.offset, count: text.length, to: place + Self.header)
        used = place + needed
        return handle
    }

    /// Whether the text behind a handle is this one, byte for byte.
    func holds(_ text: TextSlice, at handle: UInt32) -> Bool {
        let place = Int(handle) * Self.alignment
        return lengthOfText(at: place) == text.length
            && bytes.matches(text.bytes, at: text.offset, count: text.length, from: place + Self.header)
    }

    /// The text behind a handle; valid until another one is kept.
    func text(at handle: UInt32) -> TextSlice {
        let place = Int(handle) * Self.alignment
        return TextSlice(bytes, offset: place + Self.header, length: lengthOfText(at: place))
    }

    /// Puts another text in the place of one that is as long; the answer is whether it was.
    func replace(at handle: UInt32, with text: TextSlice) -> Bool {
        let place = Int(handle) * Self.alignment
        guard lengthOfText(at: place) == text.length else { return false }
        bytes.copy(from: text.bytes, sourceStart: text.offset, count: text.length, to: place + Self.header)
        return true
    }

    private func lengthOfText(at place: Int) -> Int {
        var length = 0
        for index in 0..<Self.header {
            length |= Int(bytes[place + index]) << (8 * index)
        }
        return length
    }

    private mutating func grow() throws(CriticalError) {
        guard let larger = Column<UInt8>.mapped(capacity: bytes.capacity * 2) else { throw .outOfMemory }
        larger.copy(from: bytes, count: used)
        bytes.unmap()
        bytes = larger
    }
}
