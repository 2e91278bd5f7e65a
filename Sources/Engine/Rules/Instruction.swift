/// One step of a small stack machine over 64-bit values: what expressions are compiled to.
///
/// Every value is an `Int64` in the unit of its type; a text is a handle: a field below `Instruction.textConstants`,
/// a constant of the program from there on.
package struct Instruction: BitwiseCopyable, Sendable, Equatable {
    package enum Operation: UInt8, BitwiseCopyable, Sendable {
        /// Pushes `operand`: a scalar, or a text handle.
        case constant
        case amount
        case kind
        case time
        case weekday
        case hour
        case date
        case balance
        case add
        case subtract
        /// left × right ÷ 1,000,000, half-even.
        case multiply
        /// left × 1,000,000 ÷ right, half-even.
        case divide
        case negate
        case not
        case less
        case lessOrEqual
        case greater
        case greaterOrEqual
        case equal
        case notEqual
        case textEqual
        case textNotEqual
        /// Replaces the top by whether it is in scalar set `operand`.
        case memberOfScalars
        /// Replaces the top by whether it is in text set `operand`.
        case memberOfTexts
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

    /// The first handle that names a constant text; below it are the text fields of a transaction.
    package static let textConstants: Int64 = 1 << 32

    package let operation: Operation
    package let operand: Int64

    package init(_ operation: Operation, _ operand: Int64 = 0) {
        self.operation = operation
        self.operand = operand
    }
}

/// Where an expression's instructions begin.
package struct Code: BitwiseCopyable, Sendable, Equatable {
    package let start: Int32

    package init(start: Int) {
        self.start = Int32(start)
    }
}
