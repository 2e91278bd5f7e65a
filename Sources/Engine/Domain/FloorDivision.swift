extension FixedWidthInteger {
    /// The quotient rounded down, so that days and weeks before 1970 come out right; `divisor` is above zero.
    @inline(__always)
    package func floorDivided(by divisor: Self) -> Self {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
