extension PolicyChecker {
    /// An expression with its names resolved and its types agreed, or nil where something was wrong and has been said.
    mutating func check(_ syntax: ExpressionSyntax) -> TypedExpression? {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= CheckLimits.expressionDepth else {
            report(CheckMessage.expressionTooLarge(syntax.range))
            return nil
        }
        switch syntax.kind {
        case .name(let name): return resolve(NameSyntax(name, syntax.range))
        case .literal(let literal): return check(literal, syntax)
        case .boolean(let value): return TypedExpression(scalar: value ? 1 : 0, type: .boolean, range: syntax.range)
        case .list:
            report(CheckMessage.listOutsideIn(syntax.range))
            return nil
        case .unary(.negate, let operand): return negate(operand, syntax)
        case .unary(.not, let operand): return not(operand, syntax)
        case .binary(let operation, let left, let right, let operatorRange):
            return check(operation, left, right, operatorRange: operatorRange, syntax)
        case .conditional(let condition, let then, let otherwise):
            return checkConditional(condition, then: then, otherwise: otherwise, syntax)
        case .parenthesized(let inner): return check(inner)
        case .call(let name, let arguments): return checkCall(name, arguments, syntax)
        case .missing:
            sawMissing = true
            return nil
        }
    }

    /// What should be a value of this type: an unknown word is a text without its quotes, or a kind that there is not.
    mutating func check(_ syntax: ExpressionSyntax, meant type: ValueType?) -> TypedExpression? {
        guard case .name(let name) = syntax.kind else { return check(syntax) }
        if type == .kind, declarations.meaning(of: name) == nil, !hidesNames {
            _ = checkKind(NameSyntax(name, syntax.range))
            return nil
        }
        return type == .text ? resolve(NameSyntax(name, syntax.range), isText: true) : check(syntax)
    }

    /// An expression that must be true or false; `place` is the word that asks for it.
    mutating func checkCondition(_ syntax: ExpressionSyntax, of place: String) -> TypedExpression? {
        check(syntax).flatMap { condition($0, syntax, of: place) }
    }

    /// The value, if it is true or false.
    mutating func condition(
        _ value: TypedExpression, _ syntax: ExpressionSyntax, of place: String
    ) -> TypedExpression? {
        guard value.type == .boolean else {
            report(
                CheckMessage.conditionExpected(
                    syntax.range, text: excerpt(syntax), type: value.type, place: place, help: []))
            return nil
        }
        return value
    }

    /// Puts an operation together, unless it has grown out of bounds.
    mutating func operation(
        _ kind: CheckedExpression.Kind, type: ValueType, of parts: [TypedExpression], _ syntax: ExpressionSyntax
    ) -> TypedExpression? {
        let size = parts.reduce(1) { $0 + $1.size }
        let depth = 1 + (parts.map(\.depth).max() ?? 0)
        guard size <= CheckLimits.expressionSize, depth <= CheckLimits.expressionDepth else {
            report(CheckMessage.expressionTooLarge(syntax.range))
            return nil
        }
        let expression = CheckedExpression(kind, type: type, range: syntax.range)
        let stateUse = parts.lazy.compactMap(\.stateUse).first
        return TypedExpression(expression, size: size, depth: depth, stateUse: stateUse)
    }

    private mutating func resolve(_ name: NameSyntax, isText: Bool = false) -> TypedExpression? {
        switch declarations.meaning(of: name.text) {
        case .field(let field):
            let known = declarations.fields[field.index]
            guard let type = known.type else { return nil }
            guard !known.isOptional else {
                reportOptional(name, type)
                return nil
            }
            return TypedExpression(
                CheckedExpression(.field(field), type: type, range: name.range),
                stateUse: known.origin == .state ? name : nil)
        case .kind(let index): return TypedExpression(scalar: Int64(index), type: .kind, range: name.range)
        case .weekday(let day): return TypedExpression(scalar: Int64(day.rawValue), type: .weekday, range: name.range)
        case .value(let index): return declarations.named[index].value?.used(as: name)
        case .list:
            report(CheckMessage.listOutsideIn(name.range))
            return nil
        case .builtin, .function:
            report(CheckMessage.functionWithoutCall(name))
            return nil
        case .rule:
            report(CheckMessage.ruleAsValue(name))
            return nil
        case nil:
            if Self.isClock(name.text) {
                report(CheckMessage.noClock(name))
                return nil
            }
            let near =
                difference(meantBy: name.text) ?? weekday(abbreviatedBy: name.text)
                ?? suggestion(for: name.text, among: declarations.valueNames)
            guard near != nil || !hidesNames else { return nil }
            report(
                isText && near == nil
                    ? CheckMessage.textWithoutQuotes(name)
                    : CheckMessage.unknownName(name, suggestion: near, fields: declarations.fieldNames))
            return nil
        }
    }

    /// `balance - amount` for `balance-amount`, which is one name.
    private func difference(meantBy name: String) -> String? {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        let isDifference = parts.allSatisfy {
            switch declarations.meaning(of: $0) {
            case .field, .value: true
            case .kind, .weekday, .list, .builtin, .function, .rule, nil: false
            }
        }
        return parts.count == 2 && isDifference ? parts.joined(separator: " - ") : nil
    }

    private mutating func negate(_ operand: ExpressionSyntax, _ syntax: ExpressionSyntax) -> TypedExpression? {
        guard let value = check(operand) else { return nil }
        guard OperatorTypes.canBeNegated(value.type) else {
            report(CheckMessage.cannotNegate(syntax.range, text: excerpt(operand), type: value.type))
            return nil
        }
        if let folded = ConstantFolding.negate(value) {
            return constant(folded, type: value.type, syntax)
        }
        return operation(.negate(value.expression), type: value.type, of: [value], syntax)
    }

    private mutating func not(_ operand: ExpressionSyntax, _ syntax: ExpressionSyntax) -> TypedExpression? {
        guard let value = checkCondition(operand, of: "not") else { return nil }
        if let folded = ConstantFolding.not(value) {
            return TypedExpression(scalar: folded, type: .boolean, range: syntax.range)
        }
        return operation(.not(value.expression), type: .boolean, of: [value], syntax)
    }

    /// Both branches are checked, whichever a constant condition chooses.
    private mutating func checkConditional(
        _ condition: ExpressionSyntax, then: ExpressionSyntax, otherwise: ExpressionSyntax, _ syntax: ExpressionSyntax
    ) -> TypedExpression? {
        let test = checkCondition(condition, of: "if")
        let first = check(then)
        let second = check(otherwise)
        guard let test, let first, let second else { return nil }
        guard first.type == second.type else {
            let wayOut = wayOut(then, first.type, otherwise, second.type)
            report(
                CheckMessage.branchesDiffer(
                    otherwise.range, then: (excerpt(then), first.type), otherwise: (excerpt(otherwise), second.type),
                    wayOut: wayOut))
            return nil
        }
        if let decided = test.scalar {
            return decided == 1 ? first : second
        }
        return operation(
            .conditional(test.expression, then: first.expression, otherwise: second.expression), type: first.type,
            of: [test, first, second], syntax)
    }

    /// The value of a constant operation, where it has one.
    mutating func constant(_ value: Int64?, type: ValueType, _ syntax: ExpressionSyntax) -> TypedExpression? {
        guard let value else {
            report(CheckMessage.constantOverflow(syntax.range, text: excerpt(syntax)))
            return nil
        }
        return TypedExpression(scalar: value, type: type, range: syntax.range)
    }
}
