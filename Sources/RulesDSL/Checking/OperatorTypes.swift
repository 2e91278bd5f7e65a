/// Which types go together: the one table of the language's arithmetic, orders and words for types.
enum OperatorTypes {
    /// What an arithmetic operator becomes for two types, and the type of its result; nil where they don't go together.
    static func arithmetic(
        _ operation: ExpressionSyntax.BinaryOperator, _ left: ValueType, _ right: ValueType
    ) -> (CheckedExpression.Arithmetic, ValueType)? {
        switch (operation, left, right) {
        case (.add, .money, .money), (.add, .number, .number), (.add, .duration, .duration): (.add, left)
        case (.add, .time, .duration): (.add, .time)
        case (.subtract, .money, .money), (.subtract, .number, .number), (.subtract, .duration, .duration):
            (.subtract, left)
        case (.subtract, .time, .time): (.subtract, .duration)
        case (.subtract, .time, .duration): (.subtract, .time)
        case (.multiply, .number, .number): (.multiply, .number)
        case (.multiply, .money, .number), (.multiply, .number, .money): (.multiply, .money)
        case (.multiply, .duration, .number): (.multiply, .duration)
        case (.divide, .number, .number), (.divide, .money, .money): (.divide, .number)
        case (.divide, .money, .number): (.divide, .money)
        default: nil
        }
    }

    /// The comparison that an operator stands for; nil for all others.
    static func comparison(_ operation: ExpressionSyntax.BinaryOperator) -> CheckedExpression.Comparison? {
        switch operation {
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        case .is: .equal
        case .isNot: .notEqual
        case .or, .and, .in, .notIn, .add, .subtract, .multiply, .divide: nil
        }
    }

    static func isOrdered(_ type: ValueType) -> Bool {
        switch type {
        case .money, .number, .time, .duration, .date: true
        case .text, .weekday, .kind, .boolean: false
        }
    }

    static func canBeNegated(_ type: ValueType) -> Bool {
        switch type {
        case .money, .number, .duration: true
        case .text, .time, .date, .weekday, .kind, .boolean: false
        }
    }

    /// A type as a person says it.
    static func words(_ type: ValueType) -> String {
        switch type {
        case .money: "money"
        case .number: "a number"
        case .text: "text"
        case .time: "a time"
        case .duration: "a duration"
        case .date: "a date"
        case .weekday: "a weekday"
        case .kind: "a kind of transaction"
        case .boolean: "true or false"
        }
    }

    /// What becomes of two things under an arithmetic operator.
    static func participle(_ operation: ExpressionSyntax.BinaryOperator) -> String {
        switch operation {
        case .add: "added"
        case .subtract: "subtracted"
        case .multiply: "multiplied"
        case .divide: "divided"
        case .or, .and, .less, .lessOrEqual, .greater, .greaterOrEqual, .is, .isNot, .in, .notIn: "compared"
        }
    }
}
