extension FingerprintEncoder {
    mutating func add(_ expression: CheckedExpression) {
        add(expression.type.rawValue)
        switch expression.kind {
        case .constant(let value):
            add("constant")
            add(value)
        case .field(let field):
            add("field")
            add(field)
        case .not(let operand): add("not", [operand])
        case .negate(let operand): add("negate", [operand])
        case .and(let left, let right): add("and", [left, right])
        case .or(let left, let right): add("or", [left, right])
        case .compare(let comparison, let left, let right): add(comparison.rawValue, [left, right])
        case .arithmetic(let operation, let left, let right): add(Self.name(of: operation), [left, right])
        case .conditional(let condition, let then, let otherwise): add("if", [condition, then, otherwise])
        case .member(let value, let constants):
            add("member", [value])
            add(constants) { $0.add($1) }
        case .listed(let value, let list):
            add("listed", [value])
            add(index: list.index)
        case .fallback(let field, let otherwise):
            add("fallback", [otherwise])
            add(field)
        case .aggregate(let aggregate):
            add("aggregate")
            add(index: aggregate.index)
        case .lookup(let table):
            add("lookup")
            add(index: table.index)
        case .call(let function, let arguments):
            add("call", arguments)
            add(function.rawValue)
        case .plugin(let function, let arguments):
            add("plugin", arguments)
            add(index: function.index)
        }
    }

    private mutating func add(_ name: String, _ operands: [CheckedExpression]) {
        add(name)
        add(operands) { $0.add($1) }
    }

    private static func name(of operation: CheckedExpression.Arithmetic) -> String {
        switch operation {
        case .add: "+"
        case .subtract: "-"
        case .multiply: "*"
        case .divide: "/"
        }
    }
}
