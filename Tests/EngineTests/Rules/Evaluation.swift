import Engine
import RulesDSL
import Testing

/// Computes checked expressions that tests put together by hand.
final class Evaluation {
    /// What an expression comes to: its scalar, or why it has none.
    enum Outcome: Equatable {
        case value(Int64)
        case arithmetic
        case tooLate
    }

    private let program: Program
    private let batch: TransactionBatch
    private let memory: MachineMemory

    /// The expression under a policy with these declarations, for a transaction with these fields.
    init(
        _ expression: CheckedExpression, _ declarations: CheckedDeclarations = CheckedDeclarations(),
        functions: [PolicyFunction] = [], id: String = "1", fields: [String: FieldValue] = [:],
        aggregates: [AggregateValue] = []
    ) throws {
        let isBoolean = expression.type == .boolean
        let condition =
            isBoolean ? expression : .make(.compare(.equal, expression, expression), .boolean)
        let rule = CheckedRule(
            name: "rule", position: .start, range: SourceRange(file: FileID(0), lower: 0, upper: 0),
            check: .require(condition), kinds: [0, 1], filter: nil, exemption: nil, outcome: .decline, code: "CODE",
            sentence: nil)
        let policy = CheckedPolicy(
            name: "Test", currency: Intake.dollars, timezone: "UTC", zone: .utc, weekStart: .monday, late: 0,
            declarations: declarations, rules: [rule], tests: [], sources: SourceMap([]))
        program = ProgramCompiler.compile(policy, functions: functions)
        batch = TransactionBatch(byteCapacity: TransactionBatch.bytesForOne(program.input), fields: program.input)
        batch.fill(
            with: try Transaction(id: id, customer: "2", kind: .load, amount: 100, time: 0, fields: fields))
        memory = MachineMemory(program)
        for (index, value) in aggregates.enumerated() { memory.aggregates[index] = value }
    }

    deinit {
        memory.deallocate()
    }

    var outcome: Outcome {
        let step = program.steps[0]
        guard let code = step.left ?? step.condition else { return .arithmetic }
        do {
            let input = MachineInput(batch: batch, row: 0, balance: 7)
            return .value(try Machine(program, memory).value(of: code, input))
        } catch {
            return error == .arithmetic ? .arithmetic : .tooLate
        }
    }
}

extension CheckedExpression {
    static func make(_ kind: Kind, _ type: ValueType) -> CheckedExpression {
        CheckedExpression(kind, type: type, range: SourceRange(file: FileID(0), lower: 0, upper: 0))
    }

    static func text(_ text: String) -> CheckedExpression { make(.constant(.text(text)), .text) }
    static func scalar(_ value: Int64, _ type: ValueType = .number) -> CheckedExpression {
        make(.constant(.scalar(value)), type)
    }
    /// The account's own field of this name, or the declared one with this index.
    static func field(_ field: AccountField, _ type: ValueType) -> CheckedExpression {
        make(.field(FieldIndex(field)), type)
    }
    static func declared(_ index: Int, _ type: ValueType) -> CheckedExpression { make(.field(.declared(index)), type) }
    static func call(_ function: BuiltinFunction, _ arguments: CheckedExpression...) -> CheckedExpression {
        let type: ValueType =
            switch function {
            case .length: .number
            case .startsWith, .endsWith, .contains, .matches: .boolean
            case .min, .max, .abs, .round: arguments[0].type
            }
        return make(.call(function, arguments), type)
    }
}

extension FieldIndex {
    static func declared(_ index: Int) -> FieldIndex { FieldIndex(AccountField.allCases.count + index) }
}

extension SourcePosition {
    static let start = SourcePosition(file: "test.rules", line: 1, column: 1, byte: 0)
}
