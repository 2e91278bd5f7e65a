extension PolicyChecker {
    /// An operation with two sides. Both are checked, so that each one's own errors are found in one run.
    mutating func check(
        _ operation: ExpressionSyntax.BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax,
        operatorRange: SourceRange, _ syntax: ExpressionSyntax
    ) -> TypedExpression? {
        switch operation {
        case .and, .or: return checkConnective(operation, left, right, syntax)
        case .in: return checkMembership(left, right, operatorRange: operatorRange, isNegated: false, syntax)
        case .notIn: return checkMembership(left, right, operatorRange: operatorRange, isNegated: true, syntax)
        case .is, .isNot, .less, .lessOrEqual, .greater, .greaterOrEqual:
            return checkComparison(operation, left, right, operatorRange: operatorRange, syntax)
        case .add, .subtract, .multiply, .divide:
            return checkArithmetic(operation, left, right, operatorRange: operatorRange, syntax)
        }
    }

    private mutating func checkConnective(
        _ operation: ExpressionSyntax.BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax,
        _ syntax: ExpressionSyntax
    ) -> TypedExpression? {
        if operation == .or, let fallback = checkFallback(left, right, syntax) { return fallback }
        let value = check(left)
        if reportNegatedValue(operation, left, right) { return nil }
        let other = check(right)
        if operation == .or, isNeverMissing(left, value, other) {
            report(CheckMessage.neverMissing(syntax.range, field: excerpt(left)))
            return nil
        }
        let first = value.flatMap { condition($0, left, of: operation.rawValue) }
        guard let second = other else { return nil }
        // Behind what is not known may stand anything.
        if operation == .or, value == nil { return nil }
        guard second.type == .boolean else {
            report(
                CheckMessage.conditionExpected(
                    right.range, text: excerpt(right), type: second.type, place: operation.rawValue,
                    help: repeatedComparison(operation, left, right, type: second.type)))
            return nil
        }
        guard let first else { return nil }
        let isAnd = operation == .and
        if let folded = isAnd ? ConstantFolding.and(first, second) : ConstantFolding.or(first, second) {
            return TypedExpression(scalar: folded, type: .boolean, range: syntax.range)
        }
        let kind: CheckedExpression.Kind =
            isAnd ? .and(first.expression, second.expression) : .or(first.expression, second.expression)
        return self.operation(kind, type: .boolean, of: [first, second], syntax)
    }

    /// `weekday is saturday or sunday` is how people say it; the language wants the comparison twice, or a list.
    private mutating func repeatedComparison(
        _ operation: ExpressionSyntax.BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax,
        type: ValueType
    ) -> [String] {
        guard case .binary(let comparison, let subject, let object, _) = left.kind,
            OperatorTypes.comparison(comparison) != nil
        else { return [] }
        let again = "`\(excerpt(subject)) \(comparison.rawValue) \(excerpt(right))`"
        if operation == .or, comparison == .is {
            return ["write `\(excerpt(subject)) in [\(excerpt(object)), \(excerpt(right))]`"]
        }
        // One of two such comparisons always holds.
        if operation == .or, comparison == .isNot {
            guard isFixedValue(object), isFixedValue(right) else { return [] }
            return ["write `\(excerpt(subject)) not in [\(excerpt(object)), \(excerpt(right))]`"]
        }
        return ["write the comparison again: \(again)"]
    }

    /// `country is not "US" and not "CA"`: reports a value behind `not` where the comparison was to go on.
    private mutating func reportNegatedValue(
        _ operation: ExpressionSyntax.BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax
    ) -> Bool {
        guard case .unary(.not, let operand) = right.kind, isFixedValue(operand),
            case .binary(let comparison, let subject, let object, _) = left.kind,
            comparison == .is || comparison == .isNot
        else { return false }
        guard let value = check(operand) else { return true }
        let plain =
            comparison == .isNot
            ? "`\(excerpt(subject)) not in [\(excerpt(object)), \(excerpt(operand))]`"
            : "the comparison again: `\(excerpt(subject)) is not \(excerpt(operand))`"
        report(
            CheckMessage.conditionExpected(
                operand.range, text: excerpt(operand), type: value.type, place: "not", help: ["write \(plain)"]))
        return true
    }

    /// Whether an expression is a value that is written out, and not true or false.
    private func isFixedValue(_ syntax: ExpressionSyntax) -> Bool {
        switch syntax.kind {
        case .literal: return true
        case .name(let name):
            return switch declarations.meaning(of: name) {
            case .kind, .weekday: true
            case .field, .value, .list, .builtin, .function, .rule, nil: false
            }
        case .boolean, .list, .unary, .binary, .conditional, .parenthesized, .call, .missing: return false
        }
    }

    private mutating func checkComparison(
        _ operation: ExpressionSyntax.BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax,
        operatorRange: SourceRange, _ syntax: ExpressionSyntax
    ) -> TypedExpression? {
        if reportForeign(left, operation, right, syntax) { return nil }
        if let list = listName(right), operation == .is || operation == .isNot {
            _ = check(left)
            report(CheckMessage.listCompared(operatorRange, operation, list: list))
            return nil
        }
        let first = check(left)
        let second = check(right, meant: first?.type ?? optionalType(left))
        guard let first, let second, let comparison = OperatorTypes.comparison(operation) else { return nil }
        // The second sign of a chain has been reported, and would always compare a condition.
        guard !syntaxErrors.areAny(in: operatorRange) else { return nil }
        let isEquality = comparison == .equal || comparison == .notEqual
        guard first.type == second.type else {
            let wayOut = wayOut(left, first.type, right, second.type) { isEquality || OperatorTypes.isOrdered($0) }
            report(
                CheckMessage.typesDiffer(
                    operatorRange, operation, left: (excerpt(left), first.type), right: (excerpt(right), second.type),
                    wayOut: wayOut))
            return nil
        }
        guard isEquality || OperatorTypes.isOrdered(first.type) else {
            let quoted = [left, right].first { nameInQuotes($0, .money) ?? nameInQuotes($0, .number) != nil }
            report(
                CheckMessage.noOrder(
                    operatorRange, operation, text: excerpt(left), type: first.type, quoted: quoted.map { excerpt($0) })
            )
            return nil
        }
        if let folded = ConstantFolding.compare(comparison, first, second) {
            return TypedExpression(scalar: folded, type: .boolean, range: syntax.range)
        }
        return self.operation(
            .compare(comparison, first.expression, second.expression), type: .boolean, of: [first, second], syntax)
    }

    /// The name of a field that the policy declares as a text, if the expression is one.
    private func declaredField(_ syntax: ExpressionSyntax) -> String? {
        guard case .name(let name) = syntax.kind, case .field(let field) = declarations.meaning(of: name),
            field.index >= vocabulary.fields.count, declarations.fields[field.index].type == .text
        else { return nil }
        return name
    }

    /// The name of a list, if the expression is one.
    private func listName(_ syntax: ExpressionSyntax) -> String? {
        guard case .name(let name) = syntax.kind, case .list = declarations.meaning(of: name) else { return nil }
        return name
    }

    private mutating func checkArithmetic(
        _ operation: ExpressionSyntax.BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax,
        operatorRange: SourceRange, _ syntax: ExpressionSyntax
    ) -> TypedExpression? {
        let first = check(left)
        let second = check(right)
        guard let first, let second else { return nil }
        guard let (arithmetic, type) = OperatorTypes.arithmetic(operation, first.type, second.type) else {
            report(
                CheckMessage.typesDiffer(
                    operatorRange, operation, left: (excerpt(left), first.type), right: (excerpt(right), second.type),
                    wayOut: wayOut(operation, left, first.type, right, second.type),
                    declared: [left, right].compactMap { declaredField($0) }.first))
            return nil
        }
        if arithmetic == .divide, second.scalar == 0 {
            report(CheckMessage.divisionByZero(right.range, text: excerpt(syntax)))
            return nil
        }
        if let folded = ConstantFolding.arithmetic(arithmetic, first, second) {
            return constant(folded, type: type, syntax)
        }
        return self.operation(
            .arithmetic(arithmetic, first.expression, second.expression), type: type, of: [first, second], syntax)
    }

    private mutating func checkMembership(
        _ left: ExpressionSyntax, _ right: ExpressionSyntax, operatorRange: SourceRange, isNegated: Bool,
        _ syntax: ExpressionSyntax
    ) -> TypedExpression? {
        if reportForeign(left, isNegated ? .notIn : .in, right, syntax) { return nil }
        let value = check(left)
        let elements: [ExpressionSyntax]
        switch right.kind {
        case .list(let written): elements = written
        case .name(let name):
            return checkListed(value, left, in: NameSyntax(name, right.range), isNegated: isNegated, syntax)
        case .literal, .boolean, .unary, .binary, .conditional, .parenthesized, .call, .missing:
            // The parser takes nothing else, and has said so.
            sawMissing = true
            return nil
        }
        guard !elements.isEmpty else {
            report(CheckMessage.emptyList(right.range))
            return nil
        }
        let constants = elements.map { checkElement($0, of: value?.type ?? optionalType(left), left) }
        guard let value, constants.allSatisfy({ $0 != nil }) else { return nil }
        let known = constants.compactMap { $0 }
        guard known.count <= CheckLimits.expressionSize else {
            report(CheckMessage.expressionTooLarge(right.range))
            return nil
        }
        if let folded = ConstantFolding.member(value, of: known) {
            return TypedExpression(scalar: isNegated ? 1 - folded : folded, type: .boolean, range: syntax.range)
        }
        let member = operation(.member(value.expression, of: known), type: .boolean, of: [value], syntax)
        guard isNegated, let member else { return member }
        return operation(.not(member.expression), type: .boolean, of: [member], syntax)
    }

    /// One element of a list: a constant of the type on the left of `in` (nil where that is not known).
    private mutating func checkElement(
        _ element: ExpressionSyntax, of type: ValueType?, _ left: ExpressionSyntax
    ) -> Constant? {
        if type == .weekday, reportDays(element) { return nil }
        guard let checked = check(element, meant: type) else { return nil }
        if let type, checked.type != type {
            report(
                CheckMessage.elementType(
                    element.range, text: excerpt(element), type: checked.type, left: (excerpt(left), type),
                    replacement: rewriting(element, to: type)))
            return nil
        }
        guard let constant = checked.constant else {
            report(CheckMessage.elementNotConstant(element.range, text: excerpt(element)))
            return nil
        }
        return constant
    }
}
