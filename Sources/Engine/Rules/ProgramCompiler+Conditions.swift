internal import RulesDSL

extension ProgramCompiler {
    /// Takes a condition apart.
    mutating func condition(_ expression: CheckedExpression) -> Condition {
        var anatomy = ConditionAnatomy()
        let structure = anatomy.structure(of: expression, failsWhole: false)
        let parts = anatomy.parts.map { part($0.expression, failsWhole: $0.failsWhole) }
        return Condition(
            text: self.parts.policy.sources.shown(expression.range), parts: parts, structure: structure)
    }

    private mutating func part(_ expression: CheckedExpression, failsWhole: Bool) -> Condition.Part {
        let text = parts.policy.sources.shown(expression.range)
        var values: [Condition.Value] = []
        for operand in expression.operands {
            // A field that is the whole part is what the part is.
            if operand.range != expression.range { values.append(value(operand, besides: values)) }
        }
        return Condition.Part(
            text: text, values: values, fallbacks: Self.fallbacks(in: expression, parts.fields),
            code: parts.code.compile(expression),
            failsWhole: failsWhole)
    }

    /// The optional fields that an expression reads with something in their place, each once.
    private static func fallbacks(in expression: CheckedExpression, _ fields: FieldTable) -> [DeclaredField] {
        var found: [DeclaredField] = []
        if case .fallback(let index, _) = expression.kind, case .declared(let field) = fields[index] {
            found.append(field)
        }
        for part in expression.parts {
            for field in fallbacks(in: part, fields) where !found.contains(field) { found.append(field) }
        }
        return found
    }

    private mutating func value(_ operand: CheckedExpression, besides others: [Condition.Value]) -> Condition.Value {
        let written = parts.policy.sources.shown(operand.range)
        let text = operand.isLoose && written.contains(" ") ? "(\(written))" : written
        let isLiteral = operand.isConstant && written.isLiteral(of: operand.type)
        return Condition.Value(
            text: text, type: operand.type, isShown: !isLiteral && !others.contains { $0.text == text },
            isSettled: operand.isPureAndTotal, code: parts.code.compile(operand))
    }

}

/// The parts of a condition, and how they are joined.
private struct ConditionAnatomy {
    private(set) var parts: [(expression: CheckedExpression, failsWhole: Bool)] = []

    mutating func structure(of expression: CheckedExpression, failsWhole: Bool) -> Condition.Structure {
        switch expression.kind {
        case .and(let left, let right):
            return .and(structure(of: left, failsWhole: failsWhole), structure(of: right, failsWhole: failsWhole))
        case .or(let left, let right):
            return .or(structure(of: left, failsWhole: failsWhole), structure(of: right, failsWhole: failsWhole))
        case .conditional(let condition, let then, let otherwise):
            return .conditional(
                structure(of: condition, failsWhole: failsWhole), then: structure(of: then, failsWhole: failsWhole),
                otherwise: structure(of: otherwise, failsWhole: failsWhole))
        case .not(let operand) where operand.joinsConditions:
            return .not(structure(of: operand, failsWhole: !failsWhole))
        case .not, .constant, .field, .negate, .compare, .arithmetic, .member, .listed, .fallback, .aggregate, .lookup,
            .call, .plugin:
            parts.append((expression, failsWhole))
            return .part(parts.count - 1)
        }
    }
}

extension CheckedExpression {
    /// Whether several conditions stand in it. The opposite of a single one is a part as it stands: `x not in [1, 2]`.
    fileprivate var joinsConditions: Bool {
        switch kind {
        case .and, .or, .conditional: true
        case .not(let operand): operand.joinsConditions
        case .constant, .field, .negate, .compare, .arithmetic, .member, .listed, .fallback, .aggregate, .lookup, .call,
            .plugin:
            false
        }
    }

    /// What a part of a condition reads.
    fileprivate var operands: [CheckedExpression] {
        switch kind {
        case .not(let operand): operand.operands
        case .compare(_, let left, let right): [left, right]
        case .member(let value, _), .listed(let value, _): [value]
        case .call(_, let arguments), .plugin(_, let arguments): arguments
        case .constant, .field, .fallback, .lookup, .aggregate: [self]
        case .and, .or, .conditional, .negate, .arithmetic: []
        }
    }

    /// Whether it needs parentheses before `is`.
    fileprivate var isLoose: Bool {
        switch kind {
        case .fallback, .conditional, .and, .or, .not, .compare, .member, .listed: true
        case .constant, .field, .negate, .arithmetic, .aggregate, .lookup, .call, .plugin: false
        }
    }

    fileprivate var isConstant: Bool {
        if case .constant = kind { true } else { false }
    }
}

extension String {
    /// Whether a constant of a type is written as itself, and not by the name of a `let` or as something to be
    /// computed.
    fileprivate func isLiteral(of type: ValueType) -> Bool {
        switch type {
        case .text: return hasPrefix("\"")
        case .boolean: return self == "true" || self == "false"
        case .kind: return TransactionKind.allCases.contains { $0.name == self }
        case .weekday: return Weekday.allCases.contains { "\($0)" == self }
        case .duration:
            let words = split(separator: " ")
            return words.count == 2 && words[0].allSatisfy(\.isNumber)
        case .money, .number, .time, .date: return !contains { $0.isLowercase || "+*/".contains($0) }
        }
    }
}
