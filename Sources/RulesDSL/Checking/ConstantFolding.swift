/// What is known of an operation before there is a transaction. The results are the engine's: `and` and `or` decide
/// from the left side alone, since the right one is not computed then.
enum ConstantFolding {
    static func negate(_ operand: TypedExpression) -> Int64?? {
        operand.scalar.map { ExactArithmetic.subtract(0, $0) }
    }

    static func not(_ operand: TypedExpression) -> Int64? {
        operand.scalar.map { 1 - $0 }
    }

    static func and(_ left: TypedExpression, _ right: TypedExpression) -> Int64? {
        guard let decided = left.scalar else { return nil }
        return decided == 0 ? 0 : right.scalar
    }

    static func or(_ left: TypedExpression, _ right: TypedExpression) -> Int64? {
        guard let decided = left.scalar else { return nil }
        return decided == 1 ? 1 : right.scalar
    }

    /// The outer nil says that a side is not constant, the inner one that the result does not exist.
    static func arithmetic(
        _ operation: CheckedExpression.Arithmetic, _ left: TypedExpression, _ right: TypedExpression
    ) -> Int64?? {
        guard let left = left.scalar, let right = right.scalar else { return nil }
        switch operation {
        case .add: return .some(ExactArithmetic.add(left, right))
        case .subtract: return .some(ExactArithmetic.subtract(left, right))
        case .multiply: return .some(ExactArithmetic.multiply(left, right))
        case .divide: return .some(ExactArithmetic.divide(left, right))
        }
    }

    static func compare(
        _ comparison: CheckedExpression.Comparison, _ left: TypedExpression, _ right: TypedExpression
    ) -> Int64? {
        guard let leftValue = left.constant, let rightValue = right.constant else { return nil }
        let isTrue: Bool
        switch comparison {
        case .equal: isTrue = isSame(leftValue, rightValue)
        case .notEqual: isTrue = !isSame(leftValue, rightValue)
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            guard let left = left.scalar, let right = right.scalar else { return nil }
            isTrue = isOrdered(comparison, left, right)
        }
        return isTrue ? 1 : 0
    }

    static func member(_ value: TypedExpression, of elements: [Constant]) -> Int64? {
        value.constant.map { known in elements.contains { isSame(known, $0) } ? 1 : 0 }
    }

    private static func isOrdered(_ comparison: CheckedExpression.Comparison, _ left: Int64, _ right: Int64) -> Bool {
        switch comparison {
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        case .equal: left == right
        case .notEqual: left != right
        }
    }

    /// Texts are compared as bytes, and not, as strings are, by what they look like.
    private static func isSame(_ left: Constant, _ right: Constant) -> Bool {
        switch (left, right) {
        case (.scalar(let left), .scalar(let right)): left == right
        case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
        case (.scalar, .text), (.text, .scalar): false
        }
    }
}
