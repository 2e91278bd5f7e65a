internal import RulesDSL

/// The values of fields that make a difference to expressions: those that stand in them, those beside these, and one
/// that is none of them.
struct WitnessValues {
    /// So many values of a field are tried.
    private static let most = 10
    /// So many members of a list, and keys of a table.
    private static let mostMembers = 3

    private let policy: CheckedPolicy
    private var found: [FieldIndex: [Constant]] = [:]

    init(_ expressions: [CheckedExpression], of policy: CheckedPolicy) {
        self.policy = policy
        for expression in expressions { visit(expression) }
    }

    /// The fields that the expressions read and whose values can be chosen, each with what to try.
    var choices: [(field: FieldIndex, values: [Constant])] {
        found.keys.sorted { $0.index < $1.index }.compactMap { field in
            guard let type = type(of: field) else { return nil }
            return (field, Array(values(found[field] ?? [], type).prefix(Self.most)))
        }
    }

    private func values(_ constants: [Constant], _ type: ValueType) -> [Constant] {
        switch type {
        case .boolean: [.scalar(0), .scalar(1)]
        case .text: constants + [.text("none-of-them")]
        case .number: constants.flatMap { beside($0, ExactArithmetic.numberUnit) } + [.scalar(0)]
        case .money, .time: constants.flatMap { beside($0, 1) } + [.scalar(0)]
        case .duration, .date, .weekday, .kind: []
        }
    }

    private func beside(_ constant: Constant, _ step: Int64) -> [Constant] {
        guard case .scalar(let value) = constant, value > .min + step, value < .max - step else { return [] }
        return [constant, .scalar(value - step), .scalar(value + step)]
    }

    /// The type of a declared field, and of the customer: everything else has a place of its own in what is tried.
    private func type(of field: FieldIndex) -> ValueType? {
        if field == FieldIndex(.customer) { return .text }
        let index = field.index - AccountField.allCases.count
        return policy.fields.indices.contains(index) ? policy.fields[index].type : nil
    }

    // MARK: Collecting

    /// What stands in a comparison belongs to each field in it that has its type.
    private mutating func visit(_ expression: CheckedExpression) {
        switch expression.kind {
        case .compare, .member, .listed, .call:
            let constants = constants(in: expression)
            for field in Self.fields(in: expression) {
                let type = type(of: field)
                add(constants.filter { $0.type == type }.map(\.value), to: field)
            }
        case .lookup(let index):
            let table = policy.tables[index.index]
            add(table.entries.prefix(Self.mostMembers).map(\.key), to: table.key)
        case .field(let field), .fallback(let field, otherwise: _): add([], to: field)
        case .constant, .not, .negate, .and, .or, .arithmetic, .conditional, .aggregate, .plugin: break
        }
        for part in expression.parts { visit(part) }
    }

    private mutating func add(_ values: [Constant], to field: FieldIndex) {
        let known = found[field, default: []]
        found[field] = known + values.filter { !known.contains($0) }
    }

    private static func fields(in expression: CheckedExpression) -> [FieldIndex] {
        let inner = expression.parts.flatMap(fields)
        switch expression.kind {
        case .field(let field), .fallback(let field, otherwise: _): return [field] + inner
        case .constant, .not, .negate, .and, .or, .compare, .arithmetic, .conditional, .member, .listed, .aggregate,
            .lookup, .call, .plugin:
            return inner
        }
    }

    private func constants(in expression: CheckedExpression) -> [(value: Constant, type: ValueType)] {
        let inner = expression.parts.flatMap(constants)
        switch expression.kind {
        case .constant(let value): return [(value, expression.type)]
        case .member(let value, of: let members):
            return inner + members.prefix(Self.mostMembers).map { ($0, value.type) }
        case .listed(let value, in: let list):
            return inner + policy.lists[list.index].members.prefix(Self.mostMembers).map { ($0, value.type) }
        case .field, .not, .negate, .and, .or, .compare, .arithmetic, .conditional, .fallback, .aggregate, .lookup,
            .call, .plugin:
            return inner
        }
    }
}
