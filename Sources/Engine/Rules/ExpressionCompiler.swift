internal import RulesDSL

/// Turns checked expressions into instructions, all in one run of code.
struct ExpressionCompiler {
    private(set) var instructions: [Instruction] = []
    private(set) var texts: [[UInt8]] = []
    private(set) var scalarSets: [[Int64]] = []
    private(set) var textSets: [[[UInt8]]] = []
    /// The deepest the stack becomes in any expression compiled so far.
    private(set) var stackDepth = 1
    private var depth = 0

    /// Compiles a whole expression.
    mutating func compile(_ expression: CheckedExpression) -> Code {
        let start = instructions.count
        depth = 0
        emit(expression)
        instructions.append(Instruction(.end))
        return Code(start: start)
    }

    private mutating func push(_ operation: Instruction.Operation, _ operand: Int64 = 0) {
        instructions.append(Instruction(operation, operand))
        depth += 1
        stackDepth = max(stackDepth, depth)
    }

    private mutating func combine(_ operation: Instruction.Operation) {
        instructions.append(Instruction(operation))
        depth -= 1
    }

    private mutating func replace(_ operation: Instruction.Operation, _ operand: Int64 = 0) {
        instructions.append(Instruction(operation, operand))
    }

    private mutating func emit(_ expression: CheckedExpression) {
        switch expression.kind {
        case .constant(.scalar(let value)):
            push(.constant, value)
        case .constant(.text(let text)):
            push(.constant, Instruction.textConstants + Int64(texts.count))
            texts.append(Array(text.utf8))
        case .field(let field):
            emit(field)
        case .not(let operand):
            emit(operand)
            replace(.not)
        case .negate(let operand):
            emit(operand)
            replace(.negate)
        case .and(let left, let right):
            emitShortCircuit(.jumpKeepingFalse, left, right)
        case .or(let left, let right):
            emitShortCircuit(.jumpKeepingTrue, left, right)
        case .compare(let comparison, let left, let right):
            emit(left)
            emit(right)
            combine(Self.operation(comparison, of: left.type))
        case .arithmetic(let arithmetic, let left, let right):
            emit(left)
            emit(right)
            combine(Self.operation(arithmetic))
        case .conditional(let condition, let then, let otherwise):
            emitConditional(condition, then, otherwise)
        case .member(let value, let members):
            emit(value)
            emitMembership(members)
        case .listed, .fallback, .aggregate, .lookup, .call, .plugin:
            // The checker makes none of these yet.
            push(.constant)
        }
    }

    private mutating func emit(_ field: FieldIndex) {
        guard let field = AccountField(rawValue: field.index) else { return push(.constant, 0) }
        switch field {
        case .id, .customer: push(.constant, Int64(field.rawValue))
        case .amount: push(.amount)
        case .kind: push(.kind)
        case .time: push(.time)
        case .weekday: push(.weekday)
        case .hour: push(.hour)
        case .date: push(.date)
        case .balance: push(.balance)
        }
    }

    private mutating func emitShortCircuit(
        _ jump: Instruction.Operation, _ left: CheckedExpression, _ right: CheckedExpression
    ) {
        emit(left)
        let hole = instructions.count
        instructions.append(Instruction(jump))
        depth -= 1
        emit(right)
        instructions[hole] = Instruction(jump, Int64(instructions.count))
    }

    private mutating func emitConditional(
        _ condition: CheckedExpression, _ then: CheckedExpression, _ otherwise: CheckedExpression
    ) {
        emit(condition)
        let toOtherwise = instructions.count
        combine(.jumpIfFalse)
        emit(then)
        let toEnd = instructions.count
        combine(.jump)
        instructions[toOtherwise] = Instruction(.jumpIfFalse, Int64(instructions.count))
        emit(otherwise)
        instructions[toEnd] = Instruction(.jump, Int64(instructions.count))
    }

    private mutating func emitMembership(_ members: [Constant]) {
        var scalars: [Int64] = []
        var texts: [[UInt8]] = []
        for member in members {
            switch member {
            case .scalar(let value): scalars.append(value)
            case .text(let text): texts.append(Array(text.utf8))
            }
        }
        if texts.isEmpty {
            replace(.memberOfScalars, Int64(scalarSets.count))
            scalarSets.append(scalars)
        } else {
            replace(.memberOfTexts, Int64(textSets.count))
            textSets.append(texts)
        }
    }

    private static func operation(
        _ comparison: CheckedExpression.Comparison, of type: ValueType
    ) -> Instruction.Operation {
        switch comparison {
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        case .equal: type == .text ? .textEqual : .equal
        case .notEqual: type == .text ? .textNotEqual : .notEqual
        }
    }

    private static func operation(_ arithmetic: CheckedExpression.Arithmetic) -> Instruction.Operation {
        switch arithmetic {
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .divide: .divide
        }
    }
}
