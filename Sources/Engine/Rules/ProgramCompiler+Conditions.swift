internal import RulesDSL

extension ProgramCompiler {
    /// Takes a condition apart.
    mutating func condition(_ expression: CheckedExpression) -> Condition {
        var anatomy = ConditionAnatomy()
        let structure = anatomy.structure(of: expression, failsWhole: false)
        let parts = anatomy.parts.map { part($0.expression, reason: $0.reason) }
        let reasons = anatomy.reasons.enumerated().map { index, reason in
            let itsParts = parts.filter { $0.reason == index }
            return Condition.Reason(
                text: self.parts.policy.sources.shown(reason.expression.range), isWhole: anatomy.reasons.count == 1,
                failsWhole: reason.failsWhole, joinsParts: itsParts.count > 1, reading: itsParts.flatMap(\.values))
        }
        return Condition(
            text: self.parts.policy.sources.shown(expression.range), parts: parts, reasons: reasons,
            structure: structure)
    }

    private mutating func part(_ expression: CheckedExpression, reason: Int) -> Condition.Part {
        let text = parts.policy.sources.shown(expression.range)
        var values: [Condition.Value] = []
        for operand in expression.operands {
            // A field that is the whole part is what the part is.
            if operand.range != expression.range { values.append(value(operand, besides: values)) }
        }
        return Condition.Part(
            text: text, values: values, fallbacks: fallbacks(in: expression, needs: []),
            code: parts.code.compile(expression), isConstant: expression.isConstant, reason: reason)
    }

    /// Where an expression reads optional fields with something in their place, and what must be so for it to come there.
    private mutating func fallbacks(
        in expression: CheckedExpression, needs: [Condition.Fallback.Need]
    ) -> [Condition.Fallback] {
        guard expression.hasFallback else { return [] }
        switch expression.kind {
        case .fallback(let index, let otherwise):
            guard case .declared(let field) = parts.fields[index] else { return [] }
            return [Condition.Fallback(field: field, needs: needs)]
                + fallbacks(in: otherwise, needs: needs + [.missing(field)])
        case .and(let left, let right):
            return fallbacks(in: left, needs: needs) + fallbacks(in: right, if: left, is: true, needs)
        case .or(let left, let right):
            return fallbacks(in: left, needs: needs) + fallbacks(in: right, if: left, is: false, needs)
        case .conditional(let condition, let then, let otherwise):
            return fallbacks(in: condition, needs: needs)
                + fallbacks(in: then, if: condition, is: true, needs)
                + fallbacks(in: otherwise, if: condition, is: false, needs)
        case .constant, .field, .not, .negate, .compare, .arithmetic, .member, .listed, .aggregate, .lookup, .call,
            .plugin:
            return expression.parts.flatMap { fallbacks(in: $0, needs: needs) }
        }
    }

    /// Those in what is computed only if a condition holds, or only if it doesn't.
    private mutating func fallbacks(
        in expression: CheckedExpression, if condition: CheckedExpression, is holds: Bool,
        _ needs: [Condition.Fallback.Need]
    ) -> [Condition.Fallback] {
        guard expression.hasFallback else { return [] }
        return fallbacks(in: expression, needs: needs + [.condition(parts.code.compile(condition), holds: holds)])
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

/// The parts of a condition, how they are joined, and which of them make it fail together.
private struct ConditionAnatomy {
    private(set) var parts: [(expression: CheckedExpression, reason: Int)] = []
    private(set) var reasons: [(expression: CheckedExpression, failsWhole: Bool)] = []

    /// Takes an expression of the condition apart: one that makes all of it fail where it holds or where it does not,
    /// and that is a part of a reason, or else one itself or several.
    mutating func structure(
        of expression: CheckedExpression, failsWhole: Bool, in reason: Int? = nil
    ) -> Condition.Structure {
        switch expression.kind {
        case .and(let left, let right):
            let reason = reason ?? (failsWhole ? add(expression, failsWhole) : nil)
            return .and(
                structure(of: left, failsWhole: failsWhole, in: reason),
                structure(of: right, failsWhole: failsWhole, in: reason))
        case .or(let left, let right):
            let reason = reason ?? (failsWhole ? nil : add(expression, failsWhole))
            return .or(
                structure(of: left, failsWhole: failsWhole, in: reason),
                structure(of: right, failsWhole: failsWhole, in: reason))
        case .conditional(let condition, let then, let otherwise) where expression.joinsConditions:
            // Where the branch that is chosen is a constant, what chose it makes the whole fail.
            return .conditional(
                structure(of: condition, failsWhole: then.truth == failsWhole, in: reason),
                then: structure(of: then, failsWhole: failsWhole, in: reason),
                otherwise: structure(of: otherwise, failsWhole: failsWhole, in: reason))
        case .not(let operand) where operand.joinsConditions:
            return .not(structure(of: operand, failsWhole: !failsWhole, in: reason))
        case .not, .conditional, .constant, .field, .negate, .compare, .arithmetic, .member, .listed, .fallback,
            .aggregate, .lookup, .call, .plugin:
            parts.append((expression, reason ?? add(expression, failsWhole)))
            return .part(parts.count - 1)
        }
    }

    private mutating func add(_ expression: CheckedExpression, _ failsWhole: Bool) -> Int {
        reasons.append((expression, failsWhole))
        return reasons.count - 1
    }
}

extension CheckedExpression {
    /// Whether several conditions stand in it. The opposite of a single one is a part as it stands: `x not in [1, 2]`.
    /// An `if` whose branches are the same constant chooses nothing.
    fileprivate var joinsConditions: Bool {
        switch kind {
        case .and, .or: true
        case .conditional(_, let then, let otherwise): then.truth == nil || then.truth != otherwise.truth
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

    /// What a constant condition is; nil for any other.
    fileprivate var truth: Bool? {
        if case .constant(.scalar(let value)) = kind { value != 0 } else { nil }
    }

    /// Whether it reads an optional field with something in its place.
    fileprivate var hasFallback: Bool {
        if case .fallback = kind { true } else { parts.contains(where: \.hasFallback) }
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
            let words = drop { $0 == "-" }.split(separator: " ")
            return words.count == 2 && words[0].allSatisfy(\.isNumber)
        case .money, .number, .time, .date: return !contains { $0.isLowercase || "+*/".contains($0) }
        }
    }
}
