internal import RulesDSL

/// Turns checked expressions into instructions, all in one run of code.
struct ExpressionCompiler {
    private let policy: CheckedPolicy
    private let fields: FieldTable
    private(set) var instructions: [Instruction] = []
    private(set) var constants = ConstantTexts()
    private(set) var lookups: LookupBuilder
    /// The deepest the stack becomes in any expression compiled so far.
    private(set) var stackDepth = 1
    private var depth = 0

    init(_ policy: CheckedPolicy, _ fields: FieldTable) {
        self.policy = policy
        self.fields = fields
        lookups = LookupBuilder(policy, fields)
    }

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

    /// The top two become one.
    private mutating func combine(_ operation: Instruction.Operation) {
        instructions.append(Instruction(operation))
        depth -= 1
    }

    private mutating func replace(_ operation: Instruction.Operation, _ operand: Int64 = 0) {
        instructions.append(Instruction(operation, operand))
    }

    private mutating func emit(_ expression: CheckedExpression) {
        switch expression.kind {
        case .constant(let constant): emit(constant)
        case .field(let field): emit(field)
        case .not(let operand):
            emit(operand)
            replace(.not)
        case .negate(let operand):
            emit(operand)
            replace(.negate)
        case .and(let left, let right): emitShortCircuit(.jumpKeepingFalse, left, right)
        case .or(let left, let right): emitShortCircuit(.jumpKeepingTrue, left, right)
        case .compare(let comparison, let left, let right):
            emitBoth(left, right, Self.operation(comparison, of: left.type))
        case .arithmetic(let arithmetic, let left, let right): emitBoth(left, right, Self.operation(arithmetic))
        case .conditional(let condition, let then, let otherwise): emitConditional(condition, then, otherwise)
        case .member(let value, let members):
            emit(value)
            replace(Self.lookUp(value.type), lookups.lookup(of: members, value.type, &constants))
        case .listed(let value, let list):
            emit(value)
            replace(Self.lookUp(value.type), lookups.lookup(of: list, &constants))
        case .fallback(let field, let otherwise): emitFallback(field, otherwise)
        case .aggregate(let aggregate): emit(aggregate)
        case .lookup(let table): emit(table)
        case .call(let function, let arguments): emitCall(function, arguments)
        case .plugin(let function, let arguments):
            for argument in arguments { emit(argument) }
            // The result takes the place of the first argument, or a new one.
            depth += 1 - arguments.count
            stackDepth = max(stackDepth, depth)
            instructions.append(Instruction(.call, Int64(function.index)))
        }
    }

    private mutating func emitBoth(
        _ left: CheckedExpression, _ right: CheckedExpression, _ operation: Instruction.Operation
    ) {
        emit(left)
        emit(right)
        combine(operation)
    }

    private mutating func emit(_ constant: Constant) {
        switch constant {
        case .scalar(let value): push(.constant, value)
        case .text(let text): push(.constant, constants.handle(text).word)
        }
    }

    private mutating func emit(_ index: FieldIndex) {
        switch fields[index] {
        case .account(let field): push(Self.operation(field))
        case .declared(let field):
            guard let fallback = field.fallback else { return push(.declared, Int64(field.column)) }
            emitOrElse(.declaredOrGoOn, field.column) { $0.emit(fallback) }
        }
    }

    private mutating func emitFallback(_ index: FieldIndex, _ otherwise: CheckedExpression) {
        guard case .declared(let field) = fields[index], field.presence == .optional else { return emit(index) }
        emitOrElse(.declaredOrGoOn, field.column) { $0.emit(otherwise) }
    }

    private mutating func emit(_ aggregate: AggregateIndex) {
        guard let fallback = policy.aggregates[aggregate.index].fallback else {
            return push(.aggregate, Int64(aggregate.index))
        }
        emitOrElse(.aggregateOrGoOn, aggregate.index) { $0.emit(fallback) }
    }

    /// A value that may not be there, and what is computed only where it isn't.
    private mutating func emitOrElse(
        _ operation: Instruction.Operation, _ index: Int, otherwise: (inout ExpressionCompiler) -> Void
    ) {
        let hole = instructions.count
        instructions.append(Instruction(operation))
        otherwise(&self)
        instructions[hole] = Instruction(operation, index: index, target: instructions.count)
    }

    private mutating func emit(_ index: TableIndex) {
        let table = policy.tables[index.index]
        let lookup = lookups.lookup(of: index, &constants)
        let operation = Self.lookUp(fields[table.key].type)
        guard case .declared(let field) = fields[table.key], field.presence == .optional else {
            emit(table.key)
            return replace(operation, lookup)
        }
        // The field is there: the lookup follows. It is missing: behind the lookup.
        let hole = instructions.count
        instructions.append(Instruction(.declaredOrGoOn))
        push(.constant, table.otherwise)
        let toEnd = instructions.count
        instructions.append(Instruction(.jump))
        instructions[hole] = Instruction(.declaredOrGoOn, index: field.column, target: instructions.count)
        replace(operation, lookup)
        instructions[toEnd] = Instruction(.jump, Int64(instructions.count))
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

    private mutating func emitCall(_ function: BuiltinFunction, _ arguments: [CheckedExpression]) {
        guard let first = arguments.first else { return push(.constant, 0) }
        emit(first)
        switch function {
        case .length: replace(.length)
        case .abs: replace(.absolute)
        case .startsWith, .endsWith, .contains, .matches, .min, .max:
            for argument in arguments.dropFirst() {
                emit(argument)
                combine(Self.operation(function))
            }
        case .round:
            if arguments.count > 1 { emit(arguments[1]) } else { push(.constant, ExactArithmetic.numberUnit) }
            combine(.round)
        }
    }
}

extension ExpressionCompiler {
    private static func lookUp(_ type: ValueType) -> Instruction.Operation {
        type == .text ? .lookUpText : .lookUpScalar
    }

    private static func operation(_ field: AccountField) -> Instruction.Operation {
        switch field {
        case .id: .id
        case .customer: .customer
        case .amount: .amount
        case .kind: .kind
        case .time: .time
        case .weekday: .weekday
        case .hour: .hour
        case .date: .date
        case .balance: .balance
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

    private static func operation(_ function: BuiltinFunction) -> Instruction.Operation {
        switch function {
        case .length: .length
        case .startsWith: .startsWith
        case .endsWith: .endsWith
        case .contains: .contains
        case .matches: .matches
        case .min: .minimum
        case .max: .maximum
        case .abs: .absolute
        case .round: .round
        }
    }
}
