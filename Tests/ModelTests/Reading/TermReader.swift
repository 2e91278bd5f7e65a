import RulesDSL

/// Makes a term of a parsed expression again.
struct TermReader {
    /// Whose names are used.
    let known: Policy

    func field(_ name: String) throws -> Field {
        if let field = Field.builtin.first(where: { $0.name == name }) { return field }
        guard let declared = known.fields.first(where: { $0.name == name }) else { throw surprise(name) }
        return .declared(declared)
    }

    /// A value that is written as such, perhaps with a minus.
    func value(_ expression: ExpressionSyntax) throws -> Value {
        switch try term(expression) {
        case .literal(let value): return value
        case .negative(.literal(let value)):
            guard let size = value.size, let negative = Value(value.type, size: -size) else { throw surprise(value) }
            return negative
        default: throw surprise(expression)
        }
    }

    func term(_ expression: ExpressionSyntax) throws -> Term {
        switch expression.kind {
        case .name(let name): return try term(named: name)
        case .literal(let literal): return .literal(try value(literal))
        case .boolean(let isTrue): return .literal(.boolean(isTrue))
        case .unary(.negate, let inner): return .negative(try term(inner))
        case .unary(.not, let inner): return .not(try term(inner))
        case .binary(let sign, let left, let right, _): return try binary(left, sign, right)
        case .conditional(let condition, let then, let otherwise):
            return .choice(try term(condition), then: try term(then), otherwise: try term(otherwise))
        case .parenthesized(let inner): return try term(inner)
        case .call(let name, let arguments):
            guard let function = ModelFunction(rawValue: name.text) else { throw surprise(name.text) }
            return .call(function, try arguments.map { try term($0) })
        case .list, .missing: throw surprise(expression)
        }
    }

    private func surprise(_ what: some Any) -> PolicyReader.Surprise {
        PolicyReader.Surprise(description: "\(what)")
    }

    private func term(named name: String) throws -> Term {
        if let kind = Kind.allCases.first(where: { $0.name == name }) { return .literal(.kind(kind)) }
        if let day = LiteralSpelling.weekdays.firstIndex(of: name) { return .literal(.weekday(day)) }
        if known.lets.contains(where: { $0.name == name }) || known.tables.contains(where: { $0.name == name }) {
            return .name(name)
        }
        return .field(try field(name))
    }

    private func binary(
        _ left: ExpressionSyntax, _ sign: ExpressionSyntax.BinaryOperator, _ right: ExpressionSyntax
    ) throws -> Term {
        if sign == .in || sign == .notIn { return try member(left, right, isNegated: sign == .notIn) }
        let first = try term(left)
        let second = try term(right)
        if let comparison = ComparisonSign(rawValue: sign.rawValue) { return .comparison(first, comparison, second) }
        if let arithmetic = ArithmeticSign(rawValue: sign.rawValue) { return .arithmetic(first, arithmetic, second) }
        if sign == .and { return .and(first, second) }
        // What may be missing stands on the left of an `or` only.
        if case .field(.declared(let field)) = first, field.presence == .optional { return .fallback(field, second) }
        return .or(first, second)
    }

    private func member(_ left: ExpressionSyntax, _ right: ExpressionSyntax, isNegated: Bool) throws -> Term {
        switch right.kind {
        case .list(let elements):
            .member(try term(left), of: try elements.map { try term($0) }, isNegated: isNegated)
        case .name(let list): .listed(try term(left), in: list, isNegated: isNegated)
        default: throw surprise(right)
        }
    }

    private func value(_ literal: LiteralSyntax) throws -> Value {
        switch literal {
        case .number(let digits, let scale): .number(try scaled(digits, by: 6 - scale))
        case .money(let currency, let digits, let scale):
            if currency == known.currency.symbol || currency == known.currency.code {
                .money(try scaled(digits, by: known.currency.decimals - scale))
            } else {
                throw surprise(currency)
            }
        case .text(let text): .text(Text(text))
        case .duration(let seconds): .duration(seconds)
        case .date(let days): .date(days)
        case .time(let seconds): .time(seconds)
        }
    }

    private func scaled(_ digits: Int64, by places: Int) throws -> Int64 {
        guard places >= 0 else { throw surprise(digits) }
        return (0..<places).reduce(digits) { size, _ in size * 10 }
    }
}
