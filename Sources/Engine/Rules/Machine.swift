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
    /// - Complexity: Linear in the instructions met, but for the functions over texts. Nothing is allocated but for
    ///   calls of plugins.
    package func value(of code: Code, _ input: MachineInput) throws(EvaluationFailure) -> Int64 {
        var pc = Int(code.start)
        var top = -1
        // A row an operation, so that each is found by one jump.
        while true {
            let instruction = instructions[pc]
            pc += 1
            switch instruction.operation {
            case .constant: push(instruction.operand, &top)
            case .amount: push(input.batch.amounts[input.row], &top)
            case .kind: push(Int64(input.batch.kind(of: input.row).rawValue), &top)
            case .time: push(input.batch.times[input.row], &top)
            case .weekday: push(CivilClock.weekday(day: CivilClock.day(of: local(input))), &top)
            case .hour: push(CivilClock.hour(of: local(input)) * ExactArithmetic.numberUnit, &top)
            case .date: push(CivilClock.day(of: local(input)), &top)
            case .balance: push(input.balance, &top)
            case .id: push(input.batch.idHandle(input.row).word, &top)
            case .customer: push(input.batch.customerHandle(input.row).word, &top)
            case .declared: push(input.batch.fieldValue(instruction.index, input.row), &top)
            case .declaredOrGoOn:
                guard input.batch.hasField(instruction.index, input.row) else { continue }
                push(input.batch.fieldValue(instruction.index, input.row), &top)
                pc = instruction.target
            case .aggregate: push(try aggregate(instruction.index) ?? 0, &top)
            case .aggregateOrGoOn:
                guard let value = try aggregate(instruction.index) else { continue }
                push(value, &top)
                pc = instruction.target
            case .add: try combine(&top) { Self.exact($0.addingReportingOverflow($1)) }
            case .subtract: try combine(&top) { Self.exact($0.subtractingReportingOverflow($1)) }
            case .multiply: try combine(&top) { ExactArithmetic.multiply($0, $1) }
            case .divide: try combine(&top) { ExactArithmetic.divide($0, $1) }
            case .minimum: try combine(&top) { min($0, $1) }
            case .maximum: try combine(&top) { max($0, $1) }
            case .round: try combine(&top) { ExactArithmetic.round($0, toMultipleOf: $1) }
            case .negate: stack[top] = try negated(stack[top])
            case .absolute: stack[top] = stack[top] < 0 ? try negated(stack[top]) : stack[top]
            case .not: stack[top] = stack[top] == 0 ? 1 : 0
            case .less: compare(&top) { $0 < $1 }
            case .lessOrEqual: compare(&top) { $0 <= $1 }
            case .greater: compare(&top) { $0 > $1 }
            case .greaterOrEqual: compare(&top) { $0 >= $1 }
            case .equal: compare(&top) { $0 == $1 }
            case .notEqual: compare(&top) { $0 != $1 }
            case .textEqual: compareTexts(&top, input) { TextSearch.areEqual($0, $1) }
            case .textNotEqual: compareTexts(&top, input) { !TextSearch.areEqual($0, $1) }
            case .startsWith: compareTexts(&top, input) { TextSearch.starts($0, with: $1) }
            case .endsWith: compareTexts(&top, input) { TextSearch.ends($0, with: $1) }
            case .contains: compareTexts(&top, input) { TextSearch.contains($0, $1) }
            case .matches: compareTexts(&top, input) { GlobPattern.matches($0, pattern: $1) }
            case .length:
                stack[top] = Int64(TextSearch.length(text(stack[top], input))) * ExactArithmetic.numberUnit
            case .lookUpScalar: stack[top] = program.lookups.value(of: stack[top], in: instruction.operand)
            case .lookUpText:
                stack[top] = program.lookups.value(of: text(stack[top], input), in: instruction.operand)
            case .call: top = try call(program.functions[instruction.index], top, input)
            case .jump: pc = Int(instruction.operand)
            case .jumpIfFalse:
                if stack[top] == 0 { pc = Int(instruction.operand) }
                top -= 1
            case .jumpKeepingFalse:
                if stack[top] == 0 { pc = Int(instruction.operand) } else { top -= 1 }
            case .jumpKeepingTrue:
                if stack[top] != 0 { pc = Int(instruction.operand) } else { top -= 1 }
            case .end: return stack[0]
            }
        }
    }

    @inline(__always)
    private func push(_ value: Int64, _ top: inout Int) {
        top += 1
        stack[top] = value
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

    /// Replaces the top two by what they come to, if anything.
    @inline(__always)
    private func combine(
        _ top: inout Int, _ operation: (_ left: Int64, _ right: Int64) -> Int64?
    ) throws(EvaluationFailure) {
        top -= 1
        guard let result = operation(stack[top], stack[top + 1]) else { throw .arithmetic }
        stack[top] = result
    }

    /// Replaces the top two by whether something holds of them.
    @inline(__always)
    private func compare(_ top: inout Int, _ holds: (_ left: Int64, _ right: Int64) -> Bool) {
        top -= 1
        stack[top] = holds(stack[top], stack[top + 1]) ? 1 : 0
    }

    /// Replaces the top two, which are texts, by whether something holds of them.
    @inline(__always)
    private func compareTexts(
        _ top: inout Int, _ input: MachineInput, _ holds: (_ left: TextSlice, _ right: TextSlice) -> Bool
    ) {
        compare(&top) { holds(text($0, input), text($1, input)) }
    }

    @inline(__always)
    private static func exact(_ result: (partialValue: Int64, overflow: Bool)) -> Int64? {
        result.overflow ? nil : result.partialValue
    }

    @inline(__always)
    private func negated(_ value: Int64) throws(EvaluationFailure) -> Int64 {
        guard value != .min else { throw .arithmetic }
        return -value
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
