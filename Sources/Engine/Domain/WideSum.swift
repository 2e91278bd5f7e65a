/// Sums in 128 bits: no number of 64-bit values that a machine could hold makes them overflow.
extension Int128 {
    /// A sum that was stored as two words.
    @inline(__always)
    init(low: Int64, high: Int64) {
        self = Int128(high) << 64 | Int128(UInt64(bitPattern: low))
    }

    /// The lower half of what is stored.
    var lowWord: Int64 {
        @inline(__always) get { Int64(truncatingIfNeeded: self) }
    }

    /// The upper half of what is stored.
    var highWord: Int64 {
        @inline(__always) get { Int64(truncatingIfNeeded: self >> 64) }
    }

    /// This sum of `count` values by their count, rounded half-even. It fits, since it lies between the smallest and
    /// the largest value.
    package func average(of count: Int64) -> Int64 {
        if let sum = Int64(exactly: self) { return Self.roundedQuotient(sum, count) }
        return Int64(truncatingIfNeeded: Self.roundedQuotient(self, Int128(count)))
    }

    /// Most sums fit 64 bits, whose division is many times faster.
    @inline(__always)
    private static func roundedQuotient<Number: FixedWidthInteger & SignedInteger>(
        _ sum: Number, _ count: Number
    ) -> Number {
        let (quotient, remainder) = sum.quotientAndRemainder(dividingBy: count)
        let over = remainder.magnitude
        let rest = count.magnitude - over
        guard over > rest || (over == rest && quotient & 1 != 0) else { return quotient }
        return sum < 0 ? quotient - 1 : quotient + 1
    }
}
