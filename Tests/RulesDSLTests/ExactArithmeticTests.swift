import RulesDSL
import Testing

struct ExactArithmeticTests {
    @Test(
        arguments: [
            // left, right, left × right ÷ 1,000,000 half-even
            (3, 2_000_000, 6), (5, 500_000, 2), (7, 500_000, 4), (-5, 500_000, -2), (-7, 500_000, -4),
            (-7, -500_000, 4),
            (1, 500_001, 1), (1, 499_999, 0), (0, .min, 0), (.max, 1_000_000, .max), (.min, 1_000_000, .min),
            (.min, -1_000_000, nil), (.max, 1_000_001, nil), (.max, .max, nil), (.min, .min, nil),
            (9_000_000_000_000_000_000, 1_100_000, nil),
        ] as [(Int64, Int64, Int64?)])
    func `a product is exact and rounded half-even`(left: Int64, right: Int64, expected: Int64?) {
        #expect(ExactArithmetic.multiply(left, right) == expected)
        #expect(ExactArithmetic.multiply(right, left) == expected)
    }

    @Test(
        arguments: [
            // left, right, left × 1,000,000 ÷ right half-even
            (6, 2_000_000, 3), (5, 2_000_000, 2), (7, 2_000_000, 4), (-5, 2_000_000, -2), (5, -2_000_000, -2),
            (-7, -2_000_000, 4), (1, 3_000_000, 0), (2, 3_000_000, 1), (10, 3, 3_333_333), (20, 3, 6_666_667),
            (1, 0, nil), (0, 0, nil), (0, 5, 0), (.max, 1, nil), (.max, 1_000_000, .max), (.min, 1_000_000, .min),
            (.min, -1_000_000, nil), (.max, .max, 1_000_000), (.min, .min, 1_000_000), (1, .min, 0),
        ] as [(Int64, Int64, Int64?)])
    func `a quotient is exact and rounded half-even`(left: Int64, right: Int64, expected: Int64?) {
        #expect(ExactArithmetic.divide(left, right) == expected)
    }

    @Test(
        arguments: [
            (7, 5, 5), (8, 5, 10), (5, 10, 0), (15, 10, 20), (25, 10, 20), (-5, 10, 0), (-15, 10, -20), (-7, 5, -5),
            (0, 3, 0), (.max, 2, nil), (.max, 1, .max), (.min, 1, .min), (.min, 3, nil), (7, 0, nil), (7, -5, nil),
        ] as [(Int64, Int64, Int64?)])
    func `a value is rounded to the nearest multiple, halves to the even one`(
        value: Int64, step: Int64, expected: Int64?
    ) {
        #expect(ExactArithmetic.round(value, toMultipleOf: step) == expected)
    }

    @Test func `sums and differences that do not fit are nil`() {
        #expect(ExactArithmetic.add(.max, 1) == nil)
        #expect(ExactArithmetic.add(.min, -1) == nil)
        #expect(ExactArithmetic.subtract(.min, 1) == nil)
        #expect(ExactArithmetic.subtract(0, .min) == nil)
        #expect(ExactArithmetic.add(.max, .min) == -1)
        #expect(ExactArithmetic.subtract(-1, .min) == .max)
    }

    /// The same in another way: with 128 bits and a division of its own.
    @Test func `products and quotients agree with wide integers`() {
        var state: UInt64 = 88_172_645_463_325_252
        func next() -> Int64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int64(truncatingIfNeeded: state) >> Int64(state % 60)
        }
        func roundedHalfEven(_ dividend: Int128, _ divisor: Int128) -> Int64? {
            guard divisor != 0 else { return nil }
            let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
            let twice = remainder.magnitude * 2
            let isUp = twice > divisor.magnitude || (twice == divisor.magnitude && quotient & 1 != 0)
            let step: Int128 = (dividend < 0) == (divisor < 0) ? 1 : -1
            return Int64(exactly: isUp ? quotient + step : quotient)
        }
        for _ in 0..<20_000 {
            let (left, right) = (next(), next())
            #expect(ExactArithmetic.multiply(left, right) == roundedHalfEven(Int128(left) * Int128(right), 1_000_000))
            #expect(ExactArithmetic.divide(left, right) == roundedHalfEven(Int128(left) * 1_000_000, Int128(right)))
        }
    }
}
