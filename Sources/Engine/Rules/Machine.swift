internal import RulesDSL

/// What an expression may read while it is computed.
package struct MachineInput {
    package let batch: TransactionBatch
    package let row: Int
    /// The balance on arrival; 0 where the expression is known not to read it.
    package let balance: Int64

    @inline(__always)
    package init(batch: TransactionBatch, row: Int, balance: Int64) {
        self.batch = batch
        self.row = row
        self.balance = balance
    }
}

/// Runs compiled expressions in memory that the caller owns.
package struct Machine {
    private let program: Program
    private let instructions: Column<Instruction>
    private let stack: Column<Int64>
    private let aggregates: Column<AggregateValue>

    package init(_ program: Program, _ memory: MachineMemory) {
        self.program = program
        instructions = program.instructions
        stack = memory.stack
        aggregates = memory.aggregates
    }

    /// The value of an expression.
    ///
    /// - Throws: Why it has none.
    /// - Complexity: Linear in the instructions met, but for the functions over texts. Nothing is allocated but for calls
    ///   of plugins.
    package func value(of code: Code, _ input: MachineInput) throws(EvaluationFailure) -> Int64 {
        var pc = Int(code.start)
        var top = -1
        while true {
            let instruction = instructions[pc]
            pc += 1
            switch instruction.operation {
            case .constant, .amount, .kind, .time, .weekday, .hour, .date, .balance, .id, .customer, .declared:
                top += 1
                stack[top] = load(instruction, input)
            case .declaredOrGoOn:
                if input.batch.hasField(instruction.index, input.row) {
                    top += 1
                    stack[top] = input.batch.fieldValue(instruction.index, input.row)
                    pc = instruction.target
                }
            case .aggregate:
                top += 1
                stack[top] = try aggregate(instruction.index) ?? 0
            case .aggregateOrGoOn:
                if let value = try aggregate(instruction.index) {
                    top += 1
                    stack[top] = value
                    pc = instruction.target
                }
            case .add, .subtract, .multiply, .divide, .minimum, .maximum, .round:
                guard let result = combine(instruction.operation, stack[top - 1], stack[top]) else {
                    throw .arithmetic
                }
                top -= 1
                stack[top] = result
            case .negate:
                guard stack[top] != .min else { throw .arithmetic }
                stack[top] = -stack[top]
            case .absolute:
                guard stack[top] != .min else { throw .arithmetic }
                stack[top] = abs(stack[top])
            case .not:
                stack[top] = stack[top] == 0 ? 1 : 0
            case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
                top -= 1
                stack[top] = compare(instruction.operation, stack[top], stack[top + 1]) ? 1 : 0
            case .textEqual, .textNotEqual, .startsWith, .endsWith, .contains, .matches:
                top -= 1
                stack[top] = compareTexts(instruction.operation, stack[top], stack[top + 1], input) ? 1 : 0
            case .length:
                stack[top] = Int64(TextSearch.length(text(stack[top], input))) * ExactArithmetic.numberUnit
            case .lookUpScalar:
                stack[top] = program.lookups.value(of: stack[top], in: instruction.operand)
            case .lookUpText:
                stack[top] = program.lookups.value(of: text(stack[top], input), in: instruction.operand)
            case .call:
                top = try call(program.functions[instruction.index], top, input)
            case .jump:
                pc = Int(instruction.operand)
            case .jumpIfFalse:
                if stack[top] == 0 { pc = Int(instruction.operand) }
                top -= 1
            case .jumpKeepingFalse:
                if stack[top] == 0 { pc = Int(instruction.operand) } else { top -= 1 }
            case .jumpKeepingTrue:
                if stack[top] != 0 { pc = Int(instruction.operand) } else { top -= 1 }
            case .end:
                return stack[0]
            }
        }
    }

    @inline(__always)
    private func load(_ instruction: Instruction, _ input: MachineInput) -> Int64 {
        switch instruction.operation {
        case .amount: input.batch.amounts[input.row]
        case .kind: Int64(input.batch.kind(of: input.row).rawValue)
        case .time: input.batch.times[input.row]
        case .weekday: CivilClock.weekday(day: CivilClock.day(of: local(input)))
        case .hour: CivilClock.hour(of: local(input)) * ExactArithmetic.numberUnit
        case .date: CivilClock.day(of: local(input))
        case .balance: input.balance
        case .id: input.batch.idHandle(input.row).word
        case .customer: input.batch.customerHandle(input.row).word
        case .declared: input.batch.fieldValue(instruction.index, input.row)
        default: instruction.operand
        }
    }

    /// What the policy's wall clock shows.
    @inline(__always)
    private func local(_ input: MachineInput) -> Int64 {
        program.calendar.clock.local(input.batch.times[input.row])
    }

    /// What an aggregate is; nil for nothing.
    @inline(__always)
    private func aggregate(_ index: Int) throws(EvaluationFailure) -> Int64? {
        switch aggregates[index] {
        case .value(let value): value
        case .nothing: nil
        case .closed: throw .tooLate
        case .overflow: throw .arithmetic
        }
    }

    @inline(__always)
    private func combine(_ operation: Instruction.Operation, _ left: Int64, _ right: Int64) -> Int64? {
        switch operation {
        case .add:
            let (sum, overflow) = left.addingReportingOverflow(right)
            return overflow ? nil : sum
        case .subtract:
            let (difference, overflow) = left.subtractingReportingOverflow(right)
            return overflow ? nil : difference
        case .multiply:
            return ExactArithmetic.multiply(left, right)
        case .minimum:
            return min(left, right)
        case .maximum:
            return max(left, right)
        case .round:
            return ExactArithmetic.round(left, toMultipleOf: right)
        default:
            return ExactArithmetic.divide(left, right)
        }
    }

    @inline(__always)
    private func compare(_ operation: Instruction.Operation, _ left: Int64, _ right: Int64) -> Bool {
        switch operation {
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        case .equal: left == right
        default: left != right
        }
    }

    private func compareTexts(
        _ operation: Instruction.Operation, _ left: Int64, _ right: Int64, _ input: MachineInput
    ) -> Bool {
        let left = text(left, input)
        let right = text(right, input)
        return switch operation {
        case .textEqual: TextSearch.areEqual(left, right)
        case .textNotEqual: !TextSearch.areEqual(left, right)
        case .startsWith: TextSearch.starts(left, with: right)
        case .endsWith: TextSearch.ends(left, with: right)
        case .contains: TextSearch.contains(left, right)
        default: GlobPattern.matches(left, pattern: right)
        }
    }

    /// The text that an expression is.
    ///
    /// - Throws: Why it has none.
    package func text(of code: Code, _ input: MachineInput) throws(EvaluationFailure) -> TextSlice {
        text(try value(of: code, input), input)
    }

    /// Where the text of a handle's word lies.
    private func text(_ word: Int64, _ input: MachineInput) -> TextSlice {
        let handle = TextHandle(word: word)
        switch handle.place {
        case .constant: return TextSlice(program.constants, offset: handle.offset, length: handle.length)
        case .line, .side: return input.batch.text(handle)
        }
    }

    /// Calls a plugin's function with the arguments on top of the stack; the answer is where its result is.
    @inline(never)
    private func call(
        _ function: FunctionCall, _ top: Int, _ input: MachineInput
    ) throws(EvaluationFailure) -> Int {
        let first = top + 1 - function.parameters.count
        var arguments: [FieldValue] = []
        for (index, type) in function.parameters.enumerated() {
            let value = stack[first + index]
            let argument =
                type == .text
                ? .text(String(decoding: text(value, input), as: UTF8.self)) : FieldValue(value, type)
            guard let argument else { throw .arithmetic }
            arguments.append(argument)
        }
        guard let result = function(arguments) else { throw .arithmetic }
        stack[first] = result
        return first
    }
}
