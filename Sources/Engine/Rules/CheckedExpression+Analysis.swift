internal import RulesDSL

extension CheckedExpression {
    /// Whether the value follows from the transaction alone and computing it can't fail: no balance, no arithmetic.
    var isPureAndTotal: Bool {
        switch kind {
        case .constant: true
        case .field(let field): field.index != AccountField.balance.rawValue
        case .not(let operand): operand.isPureAndTotal
        case .negate, .arithmetic: false
        case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right):
            left.isPureAndTotal && right.isPureAndTotal
        case .conditional(let condition, let then, let otherwise):
            condition.isPureAndTotal && then.isPureAndTotal && otherwise.isPureAndTotal
        case .member(let value, _), .listed(let value, in: _): value.isPureAndTotal
        case .lookup: true
        case .fallback(_, let otherwise): otherwise.isPureAndTotal
        case .call(let function, let arguments): function.isTotal && arguments.allSatisfy(\.isPureAndTotal)
        // What a plugin does may take time, and is done where transactions are decided in order.
        case .aggregate, .plugin: false
        }
    }

    func isField(_ field: AccountField) -> Bool {
        if case .field(let index) = kind { index.index == field.rawValue } else { false }
    }

    /// A text that is the same for two expressions exactly if they compute the same way.
    var structure: String {
        switch kind {
        case .constant(let constant): Self.structure(constant)
        case .field(let field): "f\(field.index)"
        case .not(let operand): "!(\(operand.structure))"
        case .negate(let operand): "-(\(operand.structure))"
        case .and(let left, let right): "(\(left.structure)&\(right.structure))"
        case .or(let left, let right): "(\(left.structure)|\(right.structure))"
        case .compare(let comparison, let left, let right):
            "(\(left.structure) \(comparison.rawValue) \(right.structure))"
        case .arithmetic(let arithmetic, let left, let right): "(\(left.structure) \(arithmetic) \(right.structure))"
        case .conditional(let condition, let then, let otherwise):
            "(\(condition.structure)?\(then.structure):\(otherwise.structure))"
        case .listed(let value, let list): "(\(value.structure) in l\(list.index))"
        case .fallback(let field, let otherwise): "(f\(field.index)|\(otherwise.structure))"
        case .aggregate(let aggregate): "a\(aggregate.index)"
        case .lookup(let table): "t\(table.index)"
        case .call(let function, let arguments):
            "\(function.rawValue)(\(arguments.map(\.structure).joined(separator: ",")))"
        case .plugin(let function, let arguments):
            "p\(function.index)(\(arguments.map(\.structure).joined(separator: ",")))"
        case .member(let value, let members):
            "(\(value.structure) in [\(members.map(Self.structure).joined(separator: ","))])"
        }
    }

    private static func structure(_ constant: Constant) -> String {
        switch constant {
        case .scalar(let value): "\(value)"
        // The length in front keeps two texts from reading like one.
        case .text(let text): "t\(text.utf8.count):\(text)"
        }
    }
}

extension BuiltinFunction {
    /// Whether it has a value for all arguments.
    fileprivate var isTotal: Bool {
        switch self {
        case .length, .startsWith, .endsWith, .contains, .matches, .min, .max: true
        case .abs, .round: false
        }
    }
}
