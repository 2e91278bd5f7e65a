/// An expression whose type is known and whose names are resolved; `let`s are already put in their place.
///
/// Arithmetic is exact: each operation is computed in 128 bits, rounded half-even to its result's unit (a minor unit
/// of money, a millionth of a number), and fails where that does not fit 64 bits or a divisor is zero.
package struct CheckedExpression: Sendable {
    /// What it is made of: at most `CheckLimits.expressionSize` parts in all.
    package indirect enum Kind: Sendable {
        case constant(Constant)
        case field(FieldIndex)
        case not(CheckedExpression)
        case negate(CheckedExpression)
        /// Left to right: the right side is not computed where the left one decides.
        case and(CheckedExpression, CheckedExpression)
        case or(CheckedExpression, CheckedExpression)
        /// Both sides have the same type.
        case compare(Comparison, CheckedExpression, CheckedExpression)
        case arithmetic(Arithmetic, CheckedExpression, CheckedExpression)
        /// Only the chosen branch is computed.
        case conditional(CheckedExpression, then: CheckedExpression, otherwise: CheckedExpression)
        /// Whether the value is one of the constants, which have its type.
        case member(CheckedExpression, of: [Constant])
        /// Whether the value is in a list.
        case listed(CheckedExpression, in: ListIndex)
        /// An optional field, or what stands for it where it is missing. Only then the other one is computed.
        case fallback(FieldIndex, otherwise: CheckedExpression)
        /// The aggregate of a `let`.
        case aggregate(AggregateIndex)
        /// The entry of a table for the transaction's value of the table's field.
        case lookup(TableIndex)
        /// A function of the language.
        case call(BuiltinFunction, [CheckedExpression])
        /// A function of a plugin.
        case plugin(FunctionIndex, [CheckedExpression])
    }

    /// Ordering comparisons exist for money, numbers, times, durations and dates; equality for every type.
    package enum Comparison: String, Sendable, CaseIterable {
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case equal = "is"
        case notEqual = "is not"
    }

    /// What the machine does; the types of the sides decide which one a `+ - * /` becomes.
    package enum Arithmetic: Sendable {
        /// The plain sum of two values in the same unit (money, numbers, durations; a time and a duration).
        case add
        /// The plain difference (money, numbers, durations; two times; a time less a duration).
        case subtract
        /// left × right ÷ 1,000,000: two numbers, or money or a duration and a number (which is in millionths).
        case multiply
        /// left × 1,000,000 ÷ right: two numbers, two of money, money by a number. A zero divisor fails.
        case divide
    }

    package let kind: Kind
    package let type: ValueType
    package let range: SourceRange

    package init(_ kind: Kind, type: ValueType, range: SourceRange) {
        self.kind = kind
        self.type = type
        self.range = range
    }
}
