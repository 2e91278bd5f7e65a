/// A text as one word, so that it fits where numbers do: in which memory it lies, where there, and how long it is.
package struct TextHandle: BitwiseCopyable, Sendable, Equatable {
    /// The memories that hold texts while transactions are decided.
    package enum Place: UInt8, BitwiseCopyable, Sendable {
        /// `TransactionBatch.bytes`.
        case line
        /// `TransactionBatch.side`.
        case side
        /// The constants of a program.
        case constant
    }

    /// The offset in the low 32 bits, the length in the next 28, the place above them.
    package let word: Int64

    private static let lengthShift: Int64 = 32
    private static let placeShift: Int64 = 60
    /// The longest text that a handle can name.
    package static let longest = 1 << 28 - 1

    @inline(__always)
    package init(word: Int64) {
        self.word = word
    }

    @inline(__always)
    package init(_ place: Place, offset: Int, length: Int) {
        assert(offset >= 0 && offset < 1 << 32 && length >= 0 && length <= Self.longest, "no handle reaches there")
        word =
            Int64(truncatingIfNeeded: offset) | Int64(truncatingIfNeeded: length) << Self.lengthShift
            | Int64(place.rawValue) << Self.placeShift
    }

    /// The first byte, counted from where its place begins.
    @inline(__always)
    package var offset: Int { Int(word & 0xffff_ffff) }

    /// How many bytes it has.
    @inline(__always)
    package var length: Int { Int(word >> Self.lengthShift) & Self.longest }

    /// Which memory the offset is in.
    @inline(__always)
    package var place: Place {
        switch word >> Self.placeShift {
        case 0: .line
        case 1: .side
        default: .constant
        }
    }
}
