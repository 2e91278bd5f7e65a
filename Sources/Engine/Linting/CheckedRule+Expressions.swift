internal import RulesDSL

extension CheckedRule {
    /// What it computes.
    var expressions: [CheckedExpression] {
        let conditions = [filter, exemption].compactMap { $0 }
        switch check {
        case .require(let condition): return conditions + [condition]
        case .limit(let aggregate, atMost: let bound):
            return conditions + [aggregate.expression, bound].compactMap { $0 }
        case .unique: return conditions
        }
    }

    /// The amounts of money that stand in it.
    var moneyConstants: [Int64] { expressions.flatMap(\.moneyConstants) }

    var largestMoney: Int64? { moneyConstants.filter { $0 < 1 << 50 }.max() }
}

extension CheckedPolicy {
    /// Whether an expression depends on a field of the transaction of which something is so.
    func reads(_ expression: CheckedExpression, _ isWanted: (FieldIndex) -> Bool) -> Bool {
        switch expression.kind {
        case .field(let field): return isWanted(field)
        case .fallback(let field, otherwise: let otherwise): return isWanted(field) || reads(otherwise, isWanted)
        case .lookup(let table): return isWanted(tables[table.index].key)
        case .constant, .not, .negate, .and, .or, .compare, .arithmetic, .conditional, .member, .listed, .aggregate,
            .call, .plugin:
            return expression.parts.contains { reads($0, isWanted) }
        }
    }

    /// Whether an expression may have another value at another time.
    func readsClock(_ expression: CheckedExpression) -> Bool {
        let fields = [AccountField.time, .weekday, .hour, .date].map { FieldIndex($0) }
        return reads(expression) { fields.contains($0) }
    }
}

extension CheckedExpression {
    fileprivate var moneyConstants: [Int64] {
        if case .constant(.scalar(let value)) = kind { return type == .money ? [value] : [] }
        return parts.flatMap(\.moneyConstants)
    }
}
