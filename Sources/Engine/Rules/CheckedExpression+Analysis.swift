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
