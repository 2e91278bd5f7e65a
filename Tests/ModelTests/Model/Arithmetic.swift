/// The arithmetic of the language on 128 bits: every operation is exact, then rounded half-even once.
enum Arithmetic {
    static let million: Int128 = 1_000_000

    static func fitted(_ exact: Int128) throws -> Int64 {
        guard let fits = Int64(exactly: exact) else { throw Trouble.arithmetic }
        return fits
    }

    /// The whole number nearest to the fraction; of two as near, the even one.
    static func nearest(_ numerator: Int128, over denominator: Int128) throws -> Int128 {
        guard denominator != 0 else { throw Trouble.arithmetic }
        let top = denominator < 0 ? -numerator : numerator
        let bottom = denominator < 0 ? -denominator : denominator
        // The whole number below, then up if the rest is more than a half, or a half and that makes it even.
        var below = top / bottom
        if top % bottom < 0 { below -= 1 }
        let rest = top - below * bottom
        let isUp = rest * 2 > bottom || (rest * 2 == bottom && below % 2 != 0)
        return isUp ? below + 1 : below
    }

    static func result(_ left: Value, _ sign: ArithmeticSign, _ right: Value) throws -> Value {
        guard let type = resultType(left.type, sign, right.type), let leftSize = left.size, let rightSize = right.size
        else {
            throw ModelMistake(what: "\(left) \(sign.rawValue) \(right)")
        }
        let first = Int128(leftSize)
        let second = Int128(rightSize)
        let exact: Int128 =
            switch sign {
            case .plus: first + second
            case .minus: first - second
            // One of the factors counts millionths, or both do.
            case .times: try nearest(first * second, over: million)
            // Both in one unit give a number, in millionths; money over a number has its millionths in the divisor.
            case .over: try nearest(first * million, over: second)
            }
        guard let value = Value(type, size: try fitted(exact)) else { throw ModelMistake(what: "\(type)") }
        return value
    }

    /// What two types make; nil where they do not go together.
    static func resultType(_ left: ModelType, _ sign: ArithmeticSign, _ right: ModelType) -> ModelType? {
        switch sign {
        case .plus:
            switch (left, right) {
            case (.money, .money), (.number, .number), (.duration, .duration): left
            case (.time, .duration): .time
            default: nil
            }
        case .minus:
            switch (left, right) {
            case (.money, .money), (.number, .number), (.duration, .duration): left
            case (.time, .time): .duration
            case (.time, .duration): .time
            default: nil
            }
        case .times:
            switch (left, right) {
            case (.number, .number): .number
            case (.money, .number), (.number, .money): .money
            case (.duration, .number): .duration
            default: nil
            }
        case .over:
            switch (left, right) {
            case (.number, .number), (.money, .money): .number
            case (.money, .number): .money
            default: nil
            }
        }
    }

    static func compare(_ left: Value, _ sign: ComparisonSign, _ right: Value) throws -> Bool {
        guard left.type == right.type else { throw ModelMistake(what: "\(left) \(sign.rawValue) \(right)") }
        switch sign {
        case .equal: return left == right
        case .unequal: return left != right
        case .less, .lessOrEqual, .greater, .greaterOrEqual: break
        }
        guard let first = left.size, let second = right.size else {
            throw ModelMistake(what: "\(left) \(sign.rawValue) \(right)")
        }
        switch sign {
        case .less: return first < second
        case .lessOrEqual: return first <= second
        case .greater: return first > second
        case .greaterOrEqual: return first >= second
        case .equal, .unequal: return false
        }
    }
}
