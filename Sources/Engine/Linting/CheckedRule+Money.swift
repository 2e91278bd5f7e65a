internal import RulesDSL

extension CheckedRule {
    /// The amounts of money that stand in its conditions and its bound.
    var moneyConstants: [Int64] {
        var expressions = [filter, exemption].compactMap { $0 }
        switch check {
        case .require(let condition): expressions.append(condition)
        case .limit(_, atMost: let bound): expressions.append(bound)
        case .unique: break
        }
        return expressions.flatMap(\.moneyConstants)
    }

    var largestMoney: Int64? { moneyConstants.filter { $0 < 1 << 50 }.max() }
}

extension CheckedExpression {
    fileprivate var moneyConstants: [Int64] {
        if case .constant(.scalar(let value)) = kind { return type == .money ? [value] : [] }
        return parts.flatMap(\.moneyConstants)
    }
}
