/// The smallest and the largest value that expressions can have, from what their parts can have: never too narrow.
///
/// A value that does not fit 64 bits is none: computing it fails.
final class ValueRanges: Sendable {
    static let all: ClosedRange<Int64> = .min ... .max

    let policy: CheckedPolicy
    let vocabulary: Vocabulary
    /// The range of each table's values, and how few values each list has.
    private let tables: [ClosedRange<Int64>]

    init(_ policy: CheckedPolicy, _ vocabulary: Vocabulary) {
        self.policy = policy
        self.vocabulary = vocabulary
        tables = policy.tables.map { table in
            table.entries.reduce(table.otherwise...table.otherwise) { range, entry in
                min(range.lowerBound, entry.value)...max(range.upperBound, entry.value)
            }
        }
    }

    /// What an expression can be on its own; `known` may say more of a part than its type.
    func range(
        of expression: CheckedExpression, known: (CheckedExpression) -> ClosedRange<Int64>? = { _ in nil }
    ) -> ClosedRange<Int64> {
        if let range = known(expression) { return range }
        func part(_ expression: CheckedExpression) -> ClosedRange<Int64> { range(of: expression, known: known) }
        switch expression.kind {
        case .constant(.scalar(let value)): return value...value
        case .constant(.text): return Self.all
        case .field(let field): return range(of: field)
        case .not, .and, .or, .compare, .member, .listed: return 0...1
        case .negate(let operand): return Self.negated(part(operand))
        case .arithmetic(let operation, let left, let right): return Self.combined(operation, part(left), part(right))
        case .conditional(_, let then, let otherwise): return Self.hull(part(then), part(otherwise))
        case .fallback(let field, let otherwise): return Self.hull(range(of: field), part(otherwise))
        case .aggregate(let index): return range(of: policy.aggregates[index.index])
        case .lookup(let table): return tables[table.index]
        case .call(let function, let arguments): return Self.range(of: function, arguments.map(part))
        case .plugin: return expression.type == .boolean ? 0...1 : Self.all
        }
    }

    /// What a field can be.
    func range(of field: FieldIndex) -> ClosedRange<Int64> {
        if vocabulary.fields.indices.contains(field.index) { return vocabulary.fields[field.index].values }
        let declared = policy.fields[field.index - vocabulary.fields.count]
        switch declared.type {
        case .boolean: return 0...1
        case .time: return vocabulary.fields.first { $0.type == .time }?.values ?? Self.all
        case .money, .number, .text, .duration, .date, .weekday, .kind: return Self.all
        }
    }

    private func range(of named: CheckedLetAggregate) -> ClosedRange<Int64> {
        switch named.aggregate.function {
        case .count, .distinct: return 0 ... .max
        case .sum(let expression): return range(of: expression).lowerBound >= 0 ? 0 ... .max : Self.all
        case .average(let expression), .largest(let expression), .smallest(let expression):
            let own = range(of: expression)
            return named.fallback.map { Self.hull(own, range(of: $0)) } ?? own
        }
    }

    // MARK: Arithmetic

    private static func hull(_ left: ClosedRange<Int64>, _ right: ClosedRange<Int64>) -> ClosedRange<Int64> {
        min(left.lowerBound, right.lowerBound)...max(left.upperBound, right.upperBound)
    }

    private static func negated(_ range: ClosedRange<Int64>) -> ClosedRange<Int64> {
        Int64(clamping: -Int128(range.upperBound))...Int64(clamping: -Int128(range.lowerBound))
    }

    private static func combined(
        _ operation: CheckedExpression.Arithmetic, _ left: ClosedRange<Int64>, _ right: ClosedRange<Int64>
    ) -> ClosedRange<Int64> {
        switch operation {
        case .add:
            return Int64(
                clamping: Int128(left.lowerBound) + Int128(right.lowerBound))...Int64(
                    clamping: Int128(left.upperBound) + Int128(right.upperBound))
        case .subtract: return combined(.add, left, negated(right))
        case .multiply: return corners(left, right, overflow: product) { ExactArithmetic.multiply($0, $1) }
        case .divide:
            // A divisor near zero makes anything of it.
            guard right.lowerBound > 0 || right.upperBound < 0 else { return all }
            return corners(left, right, overflow: product) { ExactArithmetic.divide($0, $1) }
        }
    }

    /// Products and quotients grow or fall in each of their sides, and so the ends lie in the corners.
    private static func corners(
        _ left: ClosedRange<Int64>, _ right: ClosedRange<Int64>, overflow: (Int64, Int64) -> Int64,
        _ combine: (Int64, Int64) -> Int64?
    ) -> ClosedRange<Int64> {
        let sides = [left.lowerBound, left.upperBound].flatMap { one in
            [right.lowerBound, right.upperBound].map { other in combine(one, other) ?? overflow(one, other) }
        }
        return (sides.min() ?? .min)...(sides.max() ?? .max)
    }

    /// What does not fit lies beyond all that does.
    private static func product(_ left: Int64, _ right: Int64) -> Int64 {
        (left < 0) == (right < 0) ? .max : .min
    }

    private static func range(of function: BuiltinFunction, _ arguments: [ClosedRange<Int64>]) -> ClosedRange<Int64> {
        let first = arguments.first ?? all
        switch function {
        case .startsWith, .endsWith, .contains, .matches: return 0...1
        case .length: return 0 ... .max
        case .min:
            return arguments.dropFirst().reduce(first) {
                min($0.lowerBound, $1.lowerBound)...min($0.upperBound, $1.upperBound)
            }
        case .max:
            return arguments.dropFirst().reduce(first) {
                max($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound)
            }
        case .abs:
            let size = [first.lowerBound, first.upperBound].map { Int64(clamping: $0.magnitude) }
            let least = first.contains(0) ? 0 : size.min() ?? 0
            return least...(size.max() ?? .max)
        case .round: return all
        }
    }
}
