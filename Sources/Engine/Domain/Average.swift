extension Int128 {
    /// This sum of `count` values by their count, rounded half-even. It fits, since it lies between the smallest and the
    /// largest value.
    package func average(of count: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: Int128(count))
        let twice = remainder.magnitude * 2
        let divisor = UInt128(count.magnitude)
        guard twice > divisor || (twice == divisor && quotient & 1 == 1) else {
            return Int64(truncatingIfNeeded: quotient)
        }
        return Int64(truncatingIfNeeded: self < 0 ? quotient - 1 : quotient + 1)
    }
}
