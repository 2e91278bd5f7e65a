/// Which way a value is moved: where the comparison it stands in is changed besides, one of the two is the same change.
enum StepDirections {
    case both
    case higher
    case lower
}

extension MutationFinder {
    mutating func visit(_ syntax: ExpressionSyntax, _ place: Place) {
        switch syntax.kind {
        case .literal(let literal): step(literal, syntax.range, .both, in: place)
        case .name, .boolean, .missing: break
        case .list(let elements): removeMembers(elements, in: place)
        case .unary(.not, let operand):
            if !operand.isTurnedRound {
                replace(
                    .logic, syntax.range, with: text(operand.range), in: place,
                    advice: "add a transaction whose result depends on `\(text(operand.range))`")
            }
            visit(operand, place)
        case .unary(.negate, let operand): visit(operand, place)
        case .binary(let sign, let left, let right, operatorRange: let range):
            visit(sign, left, right, range, of: syntax, place)
        case .conditional(let condition, then: let then, otherwise: let otherwise):
            choose(then, otherwise, of: syntax, condition, place)
            [condition, then, otherwise].forEach { visit($0, place) }
        case .parenthesized(let inner): visit(inner, place)
        case .call(let function, let arguments): visitCall(function, arguments, of: syntax, place)
        }
    }

    private mutating func visit(
        _ sign: ExpressionSyntax.BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax,
        _ range: SourceRange, of syntax: ExpressionSyntax, _ place: Place
    ) {
        switch sign {
        case .or where isFallback(syntax): visitFallback(right, place)
        case .and, .or: visitJoined(sign, syntax, place)
        case .less, .lessOrEqual, .greater, .greaterOrEqual: visitOrdering(sign, left, right, range, of: syntax, place)
        case .is, .isNot: visitEquality(sign, left, right, range, of: syntax, place)
        case .in, .notIn: visitMembership(sign, left, right, range, of: syntax, place)
        case .add, .subtract, .multiply, .divide:
            if !isNeutral(right, behind: sign) {
                replace(
                    .arithmetic, range, with: sign.mistaken.rawValue, in: place,
                    advice: "add a transaction whose result depends on `\(text(syntax.range))`")
            }
            visit(left, place)
            visit(right, place)
        }
    }

    /// Whether an operator and its opposite give the same: `+ $0.00`, `* 1`.
    private func isNeutral(_ right: ExpressionSyntax, behind sign: ExpressionSyntax.BinaryOperator) -> Bool {
        if case .parenthesized(let inner) = right.kind { return isNeutral(inner, behind: sign) }
        guard let value = right.literal.flatMap({ LiteralSteps.scalar($0, exponent: used.currencyExponent) }) else {
            return false
        }
        switch sign {
        case .add, .subtract: return value == 0
        case .multiply, .divide: return value == ExactArithmetic.numberUnit
        case .or, .and, .less, .lessOrEqual, .greater, .greaterOrEqual, .is, .isNot, .in, .notIn: return false
        }
    }

    // MARK: Values

    /// A value becomes the next one.
    mutating func step(
        _ literal: LiteralSyntax, _ range: SourceRange, _ directions: StepDirections, in place: Place,
        kind: Mutation.Kind = .value
    ) {
        let old = text(range)
        let steps = LiteralSteps(literal, text: old, exponent: used.currencyExponent)
        if let lower = steps.lower, directions != .higher {
            replace(kind, range, with: lower, in: place, advice: place.advice(old, lower, false))
        }
        if let higher = steps.higher, directions != .lower {
            replace(kind, range, with: higher, in: place, advice: place.advice(old, higher, true))
        }
        if let other = steps.other {
            replace(
                kind, range, with: other, in: place,
                advice: "add a transaction whose result depends on \(old)")
        }
    }

    /// What stands for a field that is missing.
    private mutating func visitFallback(_ value: ExpressionSyntax, _ place: Place) {
        let advice = "add a transaction without the field, whose result depends on what stands for it"
        switch value.kind {
        case .literal(.time): replace(.value, value.range, with: "time", in: place, advice: advice)
        case .literal(.date): replace(.value, value.range, with: "date", in: place, advice: advice)
        // Which other text would make a difference depends on what it is compared with: that is looked at there.
        case .literal(.text): break
        case .boolean(let flag):
            replace(.value, value.range, with: flag ? "false" : "true", in: place, advice: advice)
        case .name, .literal, .list, .unary, .binary, .conditional, .parenthesized, .call, .missing:
            visit(value, place)
        }
    }

    // MARK: Comparisons

    private mutating func visitOrdering(
        _ sign: ExpressionSyntax.BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax,
        _ range: SourceRange, of syntax: ExpressionSyntax, _ outer: Place
    ) {
        // Where both sides are never equal, the neighbour says the same.
        if canBe(left, right.literal), canBe(right, left.literal) {
            replace(
                .comparison, range, with: sign.mistaken.rawValue, in: Place(syntax.range),
                advice: "add a transaction for which `\(text(left.range))` is exactly \(quoted(right))")
        }
        let (leftText, rightText) = (text(left.range), text(right.range))
        let isRight = right.literal != nil
        let subject = isRight ? leftText : rightText
        // Moved one way, a value in a comparison makes the same difference as the other sign does.
        let isHigher = (sign == .lessOrEqual || sign == .greater) == isRight
        let place = Place(syntax.range) { _, new, _ in
            "add a transaction for which `\(subject)` is exactly \(new)"
        }
        for side in [left, right] {
            if let literal = side.literal, left.literal == nil || right.literal == nil {
                if canBe(isRight ? left : right, literal, stepped: isHigher ? 1 : -1) {
                    step(literal, side.range, isHigher ? .higher : .lower, in: place)
                }
            } else {
                visit(side, outer)
            }
        }
    }

    /// Whether a value can be equal to a literal, or to the one next to it: no amount is zero. Of a field of the
    /// policy's own anything is possible.
    private func canBe(_ value: ExpressionSyntax, _ literal: LiteralSyntax?, stepped step: Int64 = 0) -> Bool {
        guard case .name(let name) = value.kind, let field = vocabulary.fields.first(where: { $0.name == name }),
            let literal, let scalar = LiteralSteps.scalar(literal, exponent: used.currencyExponent)
        else { return true }
        let unit = field.type == .number ? ExactArithmetic.numberUnit : 1
        let (other, overflow) = scalar.addingReportingOverflow(step * unit)
        return !overflow && field.values.contains(other)
    }

    private mutating func visitEquality(
        _ sign: ExpressionSyntax.BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax,
        _ range: SourceRange, of syntax: ExpressionSyntax, _ place: Place
    ) {
        replace(
            .comparison, range, with: sign.mistaken.rawValue, in: Place(syntax.range),
            advice: "add a transaction whose result depends on `\(text(syntax.range))`")
        compareFallback(of: left, with: right.text.map { _ in right }, in: Place(syntax.range))
        for side in [left, right] {
            if case .name(let name) = side.kind, let other = neighbour(of: name) {
                replace(
                    .value, side.range, with: other, in: Place(syntax.range),
                    advice: "add a transaction whose result depends on \(name)")
            } else {
                visit(side, place)
            }
        }
    }

    private mutating func visitMembership(
        _ sign: ExpressionSyntax.BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax,
        _ range: SourceRange, of syntax: ExpressionSyntax, _ place: Place
    ) {
        replace(
            .comparison, range, with: sign.mistaken.rawValue, in: Place(syntax.range),
            advice: "add a transaction whose result depends on `\(text(syntax.range))`")
        var members: [ExpressionSyntax] = []
        if case .list(let elements) = right.kind { members = elements }
        if case .name(let name) = right.kind, case .inPlace(let elements, _) = used.lists[name]?.members {
            members = elements
        }
        compareFallback(of: left, with: members.first { $0.text != nil }, in: Place(syntax.range))
        visit(left, place)
        visit(right, Place(syntax.range))
    }

    /// `(merchant or "unknown") is "unknown"`: what stands for a missing text matters in what it is compared with.
    private mutating func compareFallback(
        of syntax: ExpressionSyntax, with other: ExpressionSyntax?, in place: Place
    ) {
        guard let other, let value = fallback(of: syntax), let old = value.text else { return }
        let new = old == other.text ? text(value.range).dropLast() + "-\"" : text(other.range)
        replace(
            .value, value.range, with: String(new), in: place,
            advice: "add a transaction without the field, whose result depends on what stands for it")
    }

    private func fallback(of syntax: ExpressionSyntax) -> ExpressionSyntax? {
        switch syntax.kind {
        case .parenthesized(let inner): return fallback(of: inner)
        case .binary(.or, _, let right, operatorRange: _): return isFallback(syntax) ? right : nil
        case .name, .literal, .boolean, .list, .unary, .binary, .conditional, .call, .missing: return nil
        }
    }

    /// Whether an `or` has an optional field on its left.
    private func isFallback(_ syntax: ExpressionSyntax) -> Bool {
        switch syntax.kind {
        case .name(let name): return used.optionalFields.contains(name)
        case .binary(.or, let left, _, operatorRange: _): return isFallback(left)
        case .literal, .boolean, .list, .unary, .binary, .conditional, .parenthesized, .call, .missing: return false
        }
    }

    /// The next weekday, or another kind of transaction; where there are two kinds, `is not` says the same.
    private func neighbour(of name: String) -> String? {
        if let day = Weekday.named(name) { return day.next.name }
        guard vocabulary.kinds.count > 2, vocabulary.kinds.contains(name) else { return nil }
        return vocabulary.kinds.first { $0 != name }
    }

    /// A value as it stands in a sentence.
    private func quoted(_ syntax: ExpressionSyntax) -> String {
        syntax.literal == nil ? "`\(text(syntax.range))`" : text(syntax.range)
    }

    // MARK: Logic

    private mutating func visitJoined(
        _ sign: ExpressionSyntax.BinaryOperator, _ syntax: ExpressionSyntax, _ place: Place
    ) {
        var operands: [ExpressionSyntax] = []
        var signs: [SourceRange] = []
        collect(sign, syntax, &operands, &signs)
        for range in signs {
            replace(
                .logic, range, with: sign.mistaken.rawValue, in: place,
                advice: "add a transaction for which only one of the two sides of `\(sign.rawValue)` holds")
        }
        for (operand, removal) in zip(operands, Self.removals(of: operands.map(\.range))) {
            let advice =
                sign == .and
                ? "add a transaction for which all the conditions hold but `\(text(operand.range))`"
                : "add a transaction for which none of the conditions holds but `\(text(operand.range))`"
            remove(.logic, removal, advice: advice)
        }
        operands.forEach { visit($0, place) }
    }

    /// What one operator joins, from left to right.
    private func collect(
        _ sign: ExpressionSyntax.BinaryOperator, _ syntax: ExpressionSyntax, _ operands: inout [ExpressionSyntax],
        _ signs: inout [SourceRange]
    ) {
        guard case .binary(sign, let left, let right, let range) = syntax.kind, !isFallback(syntax) else {
            operands.append(syntax)
            return
        }
        collect(sign, left, &operands, &signs)
        signs.append(range)
        operands.append(right)
    }

    private mutating func choose(
        _ then: ExpressionSyntax, _ otherwise: ExpressionSyntax, of syntax: ExpressionSyntax,
        _ condition: ExpressionSyntax, _ place: Place
    ) {
        for (value, words) in [(then, "does not hold"), (otherwise, "holds")] {
            replace(
                .branch, syntax.range, with: text(value.range), in: place,
                advice:
                    "add a transaction for which `\(text(condition.range))` \(words), and whose result depends on that")
        }
    }

    // MARK: Lists and functions

    mutating func removeMembers(_ elements: [ExpressionSyntax], in place: Place) {
        guard elements.count > 1 else {
            elements.forEach { visit($0, place) }
            return
        }
        for (element, removal) in zip(elements, Self.removals(of: elements.map(\.range))) {
            remove(
                .member, removal, shown: text(element.range),
                advice: "add a transaction whose result depends on \(text(element.range))")
        }
    }

    private mutating func visitCall(
        _ function: NameSyntax, _ arguments: [ExpressionSyntax], of syntax: ExpressionSyntax, _ place: Place
    ) {
        let advice = "add a transaction whose result depends on `\(text(syntax.range))`"
        switch BuiltinFunction(rawValue: function.text) {
        case .min: replace(.function, function.range, with: "max", in: place, advice: advice)
        case .max: replace(.function, function.range, with: "min", in: place, advice: advice)
        case .startsWith, .endsWith:
            replace(.function, function.range, with: "contains", in: place, advice: advice)
        case .contains: replace(.function, function.range, with: "starts-with", in: place, advice: advice)
        case .abs, .round:
            if let first = arguments.first {
                replace(.function, syntax.range, with: text(first.range), in: place, advice: advice)
            }
        case .length, .matches, nil: break
        }
        arguments.forEach { visit($0, place) }
    }
}

extension ExpressionSyntax {
    /// The value, if it is nothing but one.
    var literal: LiteralSyntax? {
        if case .literal(let literal) = kind { literal } else { nil }
    }

    var text: String? {
        if case .literal(.text(let text)) = kind { text } else { nil }
    }
}

extension ExpressionSyntax.BinaryOperator {
    /// What is easily written in its place.
    var mistaken: Self {
        switch self {
        case .or: .and
        case .and: .or
        case .less: .lessOrEqual
        case .lessOrEqual: .less
        case .greater: .greaterOrEqual
        case .greaterOrEqual: .greater
        case .is: .isNot
        case .isNot: .is
        case .in: .notIn
        case .notIn: .in
        case .add: .subtract
        case .subtract: .add
        case .multiply: .divide
        case .divide: .multiply
        }
    }
}

extension Weekday {
    var next: Weekday {
        let all = Weekday.allCases
        let index = all.firstIndex(of: self).map { ($0 + 1) % all.count } ?? 0
        return all[index]
    }
}
