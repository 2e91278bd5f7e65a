/// The arithmetic of the language: computed exactly in 128 bits, rounded half-even once, and nil where the result does
/// not fit 64 bits or the divisor is zero. Constants (when a policy is checked) and transactions use the same
/// functions.
public enum ExactArithmetic {
    /// How many units a number's 1 has: numbers are counted in millionths.
    public static let numberUnit: Int64 = 1_000_000

    /// left + right, for two values in the same unit.
    ///
    /// - Parameters:
    ///   - left: The first summand.
    ///   - right: The second summand.
    /// - Returns: The sum, or nil if it does not fit.
    @inlinable
    public static func add(_ left: Int64, _ right: Int64) -> Int64? {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : sum
    }

    /// left − right, for two values in the same unit.
    ///
    /// - Parameters:
    ///   - left: What is subtracted from.
    ///   - right: What is subtracted.
    /// - Returns: The difference, or nil if it does not fit.
    @inlinable
    public static func subtract(_ left: Int64, _ right: Int64) -> Int64? {
        let (difference, overflow) = left.subtractingReportingOverflow(right)
        return overflow ? nil : difference
    }

    /// left × right ÷ 1,000,000: two numbers, or money or a duration and a number.
    ///
    /// - Parameters:
    ///   - left: One factor; at least one of the two counts millionths.
    ///   - right: The other factor.
    /// - Returns: The product in the unit of the factor that is not a number, or nil if it does not fit.
    @inlinable
    public static func multiply(_ left: Int64, _ right: Int64) -> Int64? {
        quotient(of: left, times: right, dividedBy: numberUnit)
    }

    /// left × 1,000,000 ÷ right: two numbers, two of money, or money by a number.
    ///
    /// - Parameters:
    ///   - left: The dividend.
    ///   - right: The divisor.
    /// - Returns: The quotient, or nil if it does not fit or the divisor is zero.
    @inlinable
    public static func divide(_ left: Int64, _ right: Int64) -> Int64? {
        quotient(of: left, times: numberUnit, dividedBy: right)
    }

    /// The multiple of a step that is nearest to a value; of two equally near ones that of an even number of steps.
    ///
    /// - Parameters:
    ///   - value: What is rounded.
    ///   - step: The step, in the same unit.
    /// - Returns: The multiple, or nil if it does not fit or the step is not above zero.
    @inlinable
    public static func round(_ value: Int64, toMultipleOf step: Int64) -> Int64? {
        guard step > 0, let steps = quotient(of: value, times: 1, dividedBy: step) else { return nil }
        let (multiple, overflow) = steps.multipliedReportingOverflow(by: step)
        return overflow ? nil : multiple
    }

    /// Half-even looks at the remainder's distance to half the divisor, which needs no wider type than the divisor's.
    @inlinable
    static func quotient(of left: Int64, times right: Int64, dividedBy divisor: Int64) -> Int64? {
        let size = divisor.magnitude
        let product = left.magnitude.multipliedFullWidth(by: right.magnitude)
        // Covers a divisor of zero too: no high half is below it.
        guard product.high < size else { return nil }
        var (magnitude, remainder) = size.dividingFullWidth(product)
        let rest = size - remainder
        if remainder > rest || (remainder == rest && magnitude & 1 == 1) {
            let (rounded, overflow) = magnitude.addingReportingOverflow(1)
            guard !overflow else { return nil }
            magnitude = rounded
        }
        let isNegative = (left < 0) != ((right < 0) != (divisor < 0))
        guard isNegative else { return Int64(exactly: magnitude) }
        return magnitude <= Int64.min.magnitude ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil
    }
}
