internal import RulesDSL

/// What an expression may read while it is computed.
struct MachineInput {
    let batch: TransactionBatch
    let row: Int
    /// The balance on arrival; 0 where the expression is known not to read it.
    let balance: Int64
}

/// Runs compiled expressions in memory that the caller owns.
struct Machine {
    private let program: Program
    private let instructions: Column<Instruction>
    private let stack: Column<Int64>
    private let clock: LocalClock

    init(_ program: Program, _ memory: MachineMemory) {
        self.program = program
        instructions = program.instructions
        clock = program.calendar.clock
        stack = memory.stack
    }

    /// The value of an expression.
    ///
    /// - Throws: Why it has none.
    /// - Complexity: Linear in the instructions met; nothing is allocated but for comparing texts with constants.
    func value(of code: Code, _ input: MachineInput) throws(EvaluationFailure) -> Int64 {
        var pc = Int(code.start)
        var top = -1
        while true {
            let instruction = instructions[pc]
            pc += 1
            switch instruction.operation {
            case .constant, .amount, .kind, .time, .weekday, .hour, .date, .balance:
                top += 1
                stack[top] = load(instruction, input)
            case .add, .subtract, .multiply, .divide:
                guard let result = combine(instruction.operation, stack[top - 1], stack[top]) else {
                    throw .arithmetic
                }
                top -= 1
                stack[top] = result
            case .negate:
                guard stack[top] != .min else { throw .arithmetic }
                stack[top] = -stack[top]
            case .not:
                stack[top] = stack[top] == 0 ? 1 : 0
            case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
                top -= 1
                stack[top] = compare(instruction.operation, stack[top], stack[top + 1]) ? 1 : 0
            case .textEqual, .textNotEqual:
                top -= 1
                let areEqual = text(stack[top], input) == text(stack[top + 1], input)
                stack[top] = areEqual == (instruction.operation == .textEqual) ? 1 : 0
            case .memberOfScalars:
                stack[top] = program.scalarSets[Int(instruction.operand)].contains(stack[top]) ? 1 : 0
            case .memberOfTexts:
                let value = text(stack[top], input)
                let members = program.textSets[Int(instruction.operand)]
                stack[top] = members.contains(value) ? 1 : 0
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
        case .weekday: CivilClock.weekday(day: CivilClock.day(of: clock.local(input.batch.times[input.row])))
        case .hour: CivilClock.hour(of: clock.local(input.batch.times[input.row])) * 1_000_000
        case .date: CivilClock.day(of: clock.local(input.batch.times[input.row]))
        case .balance: input.balance
        default: instruction.operand
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

    private func text(_ handle: Int64, _ input: MachineInput) -> [UInt8] {
        if handle >= Instruction.textConstants { return program.texts[Int(handle - Instruction.textConstants)] }
        let isCustomer = handle == Int64(AccountField.customer.rawValue)
        return (isCustomer ? input.batch.customerText(input.row) : input.batch.idText(input.row)).copied
    }
}
