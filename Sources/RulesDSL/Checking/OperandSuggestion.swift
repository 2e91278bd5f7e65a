/// How one side of an operation could be written so that it has the type that the other one asks for.
struct WayOut {
    let range: SourceRange
    let replacement: String
}

extension PolicyChecker {
    /// What would make two sides have the same type, one that is fit for what is done with them: `$5` for `5`, `monday`
    /// for `"monday"`.
    func wayOut(
        _ left: ExpressionSyntax, _ leftType: ValueType, _ right: ExpressionSyntax, _ rightType: ValueType,
        where isFit: (ValueType) -> Bool = { _ in true }
    ) -> WayOut? {
        for (side, type) in [(left, rightType), (right, leftType)] where isFit(type) {
            if let name = nameInQuotes(side, type) { return WayOut(range: side.range, replacement: name) }
        }
        if isFit(leftType), let replacement = rewriting(right, to: leftType) {
            return WayOut(range: right.range, replacement: replacement)
        }
        guard isFit(rightType) else { return nil }
        return rewriting(left, to: rightType).map { WayOut(range: left.range, replacement: $0) }
    }

    /// What would make an arithmetic operation one of those there are.
    func wayOut(
        _ operation: ExpressionSyntax.BinaryOperator, _ left: ExpressionSyntax, _ leftType: ValueType,
        _ right: ExpressionSyntax, _ rightType: ValueType
    ) -> WayOut? {
        if operation == .add || operation == .subtract {
            return wayOut(left, leftType, right, rightType) { OperatorTypes.arithmetic(operation, $0, $0) != nil }
        }
        guard operation == .multiply || operation == .divide else { return nil }
        if OperatorTypes.arithmetic(operation, leftType, .number) != nil,
            let replacement = rewriting(right, to: .number)
        {
            return WayOut(range: right.range, replacement: replacement)
        }
        guard OperatorTypes.arithmetic(operation, .number, rightType) != nil else { return nil }
        return rewriting(left, to: .number).map { WayOut(range: left.range, replacement: $0) }
    }

    /// The same thing as a value of another type, where its text says what was meant.
    func rewriting(_ syntax: ExpressionSyntax, to type: ValueType) -> String? {
        switch syntax.kind {
        case .literal(let literal):
            return nameInQuotes(syntax, type) ?? rewriting(literal, text: excerpt(syntax), to: type)
        case .unary(.negate, let operand): return rewriting(operand, to: type).map { "-" + $0 }
        case .parenthesized(let inner): return rewriting(inner, to: type)
        case .name(let name): return rewriting(name: name, to: type)
        case .boolean, .list, .unary, .binary, .conditional, .call, .missing: return nil
        }
    }

    /// `amount` for `"amount"`, where that is a value of the type.
    func nameInQuotes(_ syntax: ExpressionSyntax, _ type: ValueType) -> String? {
        guard case .literal(.text(let name)) = syntax.kind else { return nil }
        switch declarations.meaning(of: name) {
        case .field(let field):
            let known = declarations.fields[field.index]
            return known.type == type && !known.isOptional ? name : nil
        case .value(let index): return declarations.named[index].value?.type == type ? name : nil
        case .kind, .weekday, .list, .builtin, .function, .rule, nil: return nil
        }
    }

    private func rewriting(_ literal: LiteralSyntax, text: String, to type: ValueType) -> String? {
        switch (literal, type) {
        case (.number(_, let scale), .money):
            guard let currency = header.currency, scale <= currency.exponent else { return nil }
            return currency.written(text)
        case (.number, .text): return "\"\(text)\""
        case (.money, .number): return String(text.drop { !$0.isNumber }.filter { $0 != "," })
        case (.text(let value), .money): return isMoney(value) ? value : nil
        case (.text(let value), .kind):
            let kind = ForeignKind.meant(by: value) ?? value.lowercased()
            return vocabulary.kinds.contains(kind) ? kind : nil
        case (.text(let value), .weekday): return Weekday.named(value.lowercased()) == nil ? nil : value.lowercased()
        case (.text(let value), .boolean): return value == "true" || value == "false" ? value : nil
        case (.text(let value), .date), (.text(let value), .time): return isMoment(value, type) ? value : nil
        case (.text(let value), .number):
            return !value.isEmpty && value.allSatisfy { ("0"..."9").contains($0) } ? value : nil
        default: return nil
        }
    }

    /// Whether a text is an amount in the policy's currency, written as in a rules file.
    private func isMoney(_ text: String) -> Bool {
        let lexed = Lexer.lex(SourceFile(name: "", text: text), as: FileID(0))
        guard lexed.diagnostics.isEmpty, lexed.tokens.count == 2, let currency = header.currency,
            case .money(let written, _, let scale) = lexed.tokens[0].kind
        else { return false }
        return scale <= currency.exponent && (written == currency.code || written == currency.symbol)
    }

    /// Whether a text is a date or a time, written as in a rules file.
    private func isMoment(_ text: String, _ type: ValueType) -> Bool {
        let lexed = Lexer.lex(SourceFile(name: "", text: text), as: FileID(0))
        guard lexed.diagnostics.isEmpty, lexed.tokens.count == 2 else { return false }
        return switch lexed.tokens[0].kind {
        case .date: type == .date
        case .time: type == .time
        case .word, .number, .money, .text, .clock, .symbol, .invalid, .end: false
        }
    }

    private func rewriting(name: String, to type: ValueType) -> String? {
        switch (declarations.meaning(of: name), type) {
        case (.kind, .text), (.weekday, .text): return "\"\(name)\""
        // `time >= 2026-01-01` means the day.
        case (.field(let field), .date) where declarations.fields[field.index].type == .time:
            return vocabulary.fields.first { $0.type == .date }?.name
        default: return nil
        }
    }
}
