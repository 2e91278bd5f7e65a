/// A text where it lies: a run of bytes in a column that must outlive it.
package struct TextSlice {
    /// The column, which someone else owns.
    package let bytes: Column<UInt8>
    package let offset: Int
    package let length: Int

    package init(_ bytes: Column<UInt8>, offset: Int, length: Int) {
        self.bytes = bytes
        self.offset = offset
        self.length = length
    }

    /// A copy of the bytes.
    package var copied: [UInt8] {
        (offset..<offset + length).map { bytes[$0] }
    }

    /// Whether the bytes are the given ones.
    package func equals(_ other: [UInt8]) -> Bool {
        length == other.count && other.indices.allSatisfy { bytes[offset + $0] == other[$0] }
    }
}

extension TextSlice: RandomAccessCollection {
    @inline(__always) package var startIndex: Int { 0 }
    @inline(__always) package var endIndex: Int { length }

    /// A byte by its place in the text.
    @inline(__always)
    package subscript(position: Int) -> UInt8 {
        assert(position >= 0 && position < length, "a text has no such byte")
        return bytes[offset + position]
    }
}
