/// Hashes of texts, seeded so that nobody can prepare ids that collide. A hash only finds the place to look at; texts
/// are compared in full.
package struct ByteHash: Sendable {
    package let seed: UInt64

    package init(seed: UInt64) {
        self.seed = seed
    }

    /// The one that a process uses; nothing that leaves the process depends on it.
    package static let process = ByteHash(seed: UInt64.random(in: .min ... .max))

    // Odd, with about as many ones as zeros: the fractional parts of √2 and √3.
    private static let wordFactor: UInt64 = 0x6a09_e667_f3bc_c909
    private static let endFactor: UInt64 = 0xbb67_ae85_84ca_a73b

    /// The hash of `count` bytes from `offset` on. The column must go on for 7 bytes behind them, whose values don't
    /// matter.
    @inline(__always)
    package func hash(_ column: Column<UInt8>, offset: Int, count: Int) -> UInt64 {
        var state = seed ^ (UInt64(truncatingIfNeeded: count) &* Self.endFactor)
        var done = 0
        while done + 8 <= count {
            state = Self.fold(state ^ column.word(at: offset + done), Self.wordFactor)
            done += 8
        }
        if done < count {
            let rest = column.word(at: offset + done) << UInt64(64 - 8 * (count - done))
            state = Self.fold(state ^ rest, Self.wordFactor)
        }
        return Self.fold(state ^ Self.endFactor, Self.endFactor)
    }

    /// The hash of a text that is not at its column's very end.
    @inline(__always)
    package func hash(_ text: TextSlice) -> UInt64 {
        hash(text.bytes, offset: text.offset, count: text.length)
    }

    /// Both halves of the 128-bit product, so that each bit of the input reaches each bit of the result.
    @inline(__always)
    private static func fold(_ value: UInt64, _ factor: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: factor)
        return product.high ^ product.low
    }
}
