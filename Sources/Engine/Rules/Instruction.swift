/// One step of a small stack machine over 64-bit values: what expressions are compiled to.
///
/// Every value is an `Int64` in the unit of its type; a text is the word of a `TextHandle`.
package struct Instruction: BitwiseCopyable, Sendable, Equatable {
    /// What is done with the stack. A row of `Machine.value` does each; the two change together.
    package enum Operation: UInt8, BitwiseCopyable, Sendable {
        /// Pushes `operand`: a scalar, or the word of a constant text.
        case constant
        case amount
        case kind
        case time
        case weekday
        case hour
        case date
        case balance
        case id
        case customer
        /// Pushes the declared field in column `operand`, which is there.
        case declared
        /// If the declared field in column `index` is there, pushes it and goes on at `target`.
        case declaredOrGoOn
        /// Pushes what aggregate `operand` is; fails where its window is closed.
        case aggregate
        /// The same with aggregate `index`, then goes on at `target`; where it is nothing, just goes on.
        case aggregateOrGoOn
        case add
        case subtract
        /// left × right ÷ 1,000,000, half-even.
        case multiply
        /// left × 1,000,000 ÷ right, half-even.
        case divide
        case minimum
        case maximum
        /// left rounded half-even to a multiple of right.
        case round
        case negate
        case absolute
        case not
        case less
        case lessOrEqual
        case greater
        case greaterOrEqual
        case equal
        case notEqual
        case textEqual
        case textNotEqual
        case startsWith
        case endsWith
        case contains
        /// Whether left as a whole matches the glob that right is.
        case matches
        /// Replaces the top, a text, by its number of Unicode scalars.
        case length
        /// Replaces the top, a scalar, by what lookup `operand` has for it.
        case lookUpScalar
        /// Replaces the top, a text, by what lookup `operand` has for it.
        case lookUpText
        /// Replaces the arguments by what the plugin's function `operand` makes of them.
        case call
        /// Goes on at `operand`.
        case jump
        /// Pops; goes on at `operand` if it was false.
        case jumpIfFalse
        /// Goes on at `operand` if the top is false, else pops it.
        case jumpKeepingFalse
        /// Goes on at `operand` if the top is true, else pops it.
        case jumpKeepingTrue
        /// The top is the result.
        case end
    }

    package let operation: Operation
    /// What it means stands with each operation; 0 where there is none.
    package let operand: Int64

    package init(_ operation: Operation, _ operand: Int64 = 0) {
        self.operation = operation
        self.operand = operand
    }

    /// An instruction with two operands.
    package init(_ operation: Operation, index: Int, target: Int) {
        self.init(operation, Int64(index) | Int64(target) << 32)
    }

    /// The first of two operands.
    @inline(__always)
    package var index: Int { Int(operand & 0xffff_ffff) }

    /// The second of two operands.
    @inline(__always)
    package var target: Int { Int(operand >> 32) }
}

/// Where an expression's instructions begin.
package struct Code: BitwiseCopyable, Sendable, Equatable {
    package let start: Int32

    package init(start: Int) {
        self.start = Int32(start)
    }
}
