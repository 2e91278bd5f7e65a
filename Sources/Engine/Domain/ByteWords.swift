#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Bytes read and written eight at a time: the only place where a column of bytes is seen as words.
///
/// A debug build checks that all eight bytes lie in the column.
extension Column<UInt8> {
    /// The eight bytes from `offset` on, the first in the lowest bits.
    @inline(__always)
    package func word(at offset: Int) -> UInt64 {
        assert(offset >= 0 && offset + 8 <= capacity, "a word reaches beyond its column")
        return unsafe UInt64(
            littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// The four bytes from `offset` on, the first in the lowest bits.
    @inline(__always)
    package func halfWord(at offset: Int) -> UInt32 {
        assert(offset >= 0 && offset + 4 <= capacity, "a half word reaches beyond its column")
        return unsafe UInt32(
            littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// Puts eight bytes at `offset`, the lowest bits first.
    @inline(__always)
    package func setWord(_ word: UInt64, at offset: Int) {
        assert(offset >= 0 && offset + 8 <= capacity, "a word reaches beyond its column")
        unsafe UnsafeMutableRawPointer(base).storeBytes(of: word.littleEndian, toByteOffset: offset, as: UInt64.self)
    }

    /// Puts four bytes at `offset`, the lowest bits first.
    @inline(__always)
    package func setHalfWord(_ word: UInt32, at offset: Int) {
        assert(offset >= 0 && offset + 4 <= capacity, "a half word reaches beyond its column")
        unsafe UnsafeMutableRawPointer(base).storeBytes(of: word.littleEndian, toByteOffset: offset, as: UInt32.self)
    }

    /// Where the byte first occurs in `range`, or the range's end: one call of the C library for a long line.
    @inline(__always)
    package func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int {
        assert(range.lowerBound >= 0 && range.upperBound <= capacity, "nothing to search there")
        let found = unsafe memchr(base + range.lowerBound, Int32(byte), range.count)
        guard let found = unsafe found else { return range.upperBound }
        return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Whether a text of the program's own stands at `offset`.
    @inline(__always)
    package func matches(_ text: StaticString, at offset: Int) -> Bool {
        assert(offset >= 0 && offset + text.utf8CodeUnitCount <= capacity, "a text reaches beyond its column")
        return unsafe memcmp(base + offset, text.utf8Start, text.utf8CodeUnitCount) == 0
    }
}
