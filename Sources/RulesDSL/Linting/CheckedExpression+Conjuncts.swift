extension CheckedExpression {
    /// Whether its value stands in the text: the checker has said so where that can't be meant.
    var isConstant: Bool {
        if case .constant = kind { true } else { false }
    }

    /// Whether other conditions stand in it, of which one may say something of another one.
    var hasSeveralParts: Bool {
        switch kind {
        case .and, .or, .conditional: true
        case .not(let operand): operand.hasSeveralParts
        case .compare(_, let left, let right): !left.isConstant && !right.isConstant
        case .constant, .field, .negate, .arithmetic, .member, .listed, .fallback, .aggregate, .lookup, .call, .plugin:
            false
        }
    }

    /// Whether it calls a function of a plugin, which may answer anything.
    var callsPlugin: Bool {
        if case .plugin = kind { true } else { parts.contains(where: \.callsPlugin) }
    }

    /// The conditions of which each holds where this one does: its parts joined by `and`.
    var conjuncts: [CheckedExpression] {
        guard case .and(let left, let right) = kind else { return [self] }
        return left.conjuncts + right.conjuncts
    }

    /// The tables that it looks something up in.
    var tables: [TableIndex] {
        if case .lookup(let table) = kind { [table] } else { parts.flatMap(\.tables) }
    }

    /// Whether computing it never fails: nothing in it can be too large, too late, or divided by zero.
    var alwaysHasValue: Bool {
        switch kind {
        case .constant, .field, .lookup: true
        case .negate, .arithmetic, .aggregate, .plugin: false
        case .not(let operand), .member(let operand, of: _), .listed(let operand, in: _): operand.alwaysHasValue
        case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right):
            left.alwaysHasValue && right.alwaysHasValue
        case .conditional(let condition, let then, let otherwise):
            condition.alwaysHasValue && then.alwaysHasValue && otherwise.alwaysHasValue
        case .fallback(_, let otherwise): otherwise.alwaysHasValue
        case .call(let function, let arguments):
            switch function {
            case .length, .startsWith, .endsWith, .contains, .matches, .min, .max:
                arguments.allSatisfy(\.alwaysHasValue)
            case .abs, .round: false
            }
        }
    }
}
