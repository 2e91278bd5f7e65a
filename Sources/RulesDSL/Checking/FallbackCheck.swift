extension PolicyChecker {
    /// `country or "??"`: an optional field, or what stands for it; with several (`a or b or "??"`) the first that is
    /// there. The outer nil says that this `or` is not one of those.
    mutating func checkFallback(
        _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ syntax: ExpressionSyntax
    ) -> TypedExpression?? {
        let operands = alternatives(of: left)
        let fields = operands.compactMap { optionalField($0) }
        guard fields.count == operands.count else { return nil }
        guard var value = check(right) else { return .some(nil) }
        for (operand, field) in zip(operands, fields).reversed() {
            guard let type = declarations.fields[field.index].type else { return .some(nil) }
            guard value.type == type else {
                report(
                    CheckMessage.fallbackType(
                        right.range, text: excerpt(right), type: value.type, subject: excerpt(operand), expected: type,
                        replacement: rewriting(right, to: type)))
                return .some(nil)
            }
            let kind = CheckedExpression.Kind.fallback(field, otherwise: value.expression)
            guard let next = operation(kind, type: type, of: [value], syntax) else { return .some(nil) }
            value = next
        }
        if value.type == .boolean, isCondition(right) {
            report(CheckMessage.conditionAsFallback(left.range, field: excerpt(left), condition: excerpt(right)))
        }
        return .some(value)
    }

    /// Whether an expression compares or joins something, and so is not meant to stand for a field.
    private func isCondition(_ syntax: ExpressionSyntax) -> Bool {
        switch syntax.kind {
        case .parenthesized(let inner): isCondition(inner)
        case .binary, .unary: true
        case .name, .literal, .boolean, .list, .conditional, .call, .missing: false
        }
    }

    /// What is joined by `or`s without parentheses.
    private func alternatives(of syntax: ExpressionSyntax) -> [ExpressionSyntax] {
        var found: [ExpressionSyntax] = []
        var rest = syntax
        while case .binary(.or, let left, let right, operatorRange: _) = rest.kind {
            found.append(right)
            rest = left
        }
        return [rest] + found.reversed()
    }

    private func optionalField(_ syntax: ExpressionSyntax) -> FieldIndex? {
        var syntax = syntax
        while case .parenthesized(let inner) = syntax.kind { syntax = inner }
        guard case .name(let name) = syntax.kind, case .field(let field) = declarations.meaning(of: name),
            declarations.fields[field.index].isOptional
        else { return nil }
        return field
    }

    /// The type of a field that may be missing.
    func optionalType(_ syntax: ExpressionSyntax) -> ValueType? {
        optionalField(syntax).flatMap { declarations.fields[$0.index].type }
    }

    /// A field that a transaction may lack, where only a value will do.
    mutating func reportOptional(_ name: NameSyntax, _ type: ValueType) {
        report(CheckMessage.optionalField(name, replacement: "(\(name.text) or \(standIn(for: type) ?? "…"))"))
    }

    func standIn(for type: ValueType) -> String? {
        FieldGlimpse.standIn(for: type.rawValue, zero: header.currency?.written("0") ?? "$0")
    }

    /// `amount or $5`, where the left side is never missing, and no condition that the right one could be joined to.
    func isNeverMissing(_ left: ExpressionSyntax, _ value: TypedExpression?, _ other: TypedExpression?) -> Bool {
        guard case .name(let name) = left.kind, case .field = declarations.meaning(of: name) else { return false }
        return value != nil && value?.type != .boolean && other != nil && other?.type != .boolean
    }
}
