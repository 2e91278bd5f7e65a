/// Writes a term, with parentheses where they are needed and sometimes where not.
struct TermPrinter {
    let literals: LiteralSpelling
    let hasNeedlessParentheses: Bool

    /// How tightly a form binds.
    private enum Level: Int {
        case or, and, not, comparison, sum, product, sign, primary
    }

    /// A whole term, which nothing of the same expression follows.
    func tokens(of term: Term, _ random: inout RandomSource) -> [Token] {
        tokens(of: term, within: .or, isLast: true, &random)
    }

    /// What stands behind the `or` of an aggregate.
    func fallback(_ term: Term, _ random: inout RandomSource) -> [Token] {
        tokens(of: term, within: .and, isLast: true, &random)
    }

    /// `isLast` says that nothing follows which an open `if … else …` would swallow.
    private func tokens(
        of term: Term, within level: Level, isLast: Bool, _ random: inout RandomSource
    ) -> [Token] {
        let isChoice = if case .choice = term { true } else { false }
        let isNeeded = self.level(of: term).rawValue < level.rawValue || isChoice && !isLast
        guard isNeeded || hasNeedlessParentheses && random.chance(5) else {
            return bare(term, isLast: isLast, &random)
        }
        return [Token("(")] + bare(term, isLast: true, &random) + [Token(")")]
    }

    private func level(of term: Term) -> Level {
        switch term {
        case .or, .fallback: .or
        case .and: .and
        case .not: .not
        case .comparison, .member, .listed: .comparison
        case .arithmetic(_, .plus, _), .arithmetic(_, .minus, _): .sum
        case .arithmetic(_, .times, _), .arithmetic(_, .over, _): .product
        case .negative: .sign
        case .literal(let value): (value.size ?? 0) < 0 && value.type != .time && value.type != .date ? .sign : .primary
        case .field, .name, .choice, .call: .primary
        }
    }

    private func bare(_ term: Term, isLast: Bool, _ random: inout RandomSource) -> [Token] {
        switch term {
        case .literal(let value): return literal(value, &random)
        case .field(let field): return [Token(field.name)]
        case .name(let name): return [Token(name)]
        case .fallback(let field, let otherwise):
            let own = Term.field(.declared(field))
            return binary(own, within: .or, [Token("or")], otherwise, within: .and, isLast: isLast, &random)
        case .negative(let inner):
            return [Token("-", isGlued: true)] + tokens(of: inner, within: .primary, isLast: isLast, &random)
        case .not(let inner): return [Token("not")] + tokens(of: inner, within: .not, isLast: isLast, &random)
        case .arithmetic(let left, let sign, let right):
            let own = level(of: term)
            let above: Level = own == .sum ? .product : .sign
            return binary(left, within: own, [Token(sign.rawValue)], right, within: above, isLast: isLast, &random)
        case .comparison(let left, let sign, let right):
            let words = sign.rawValue.split(separator: " ").map { Token(String($0)) }
            return binary(left, within: .sum, words, right, within: .sum, isLast: isLast, &random)
        case .member(let inner, let elements, let isNegated):
            return tokens(of: inner, within: .sum, isLast: false, &random)
                + (isNegated ? [Token("not")] : []) + [Token("in"), Token("[")] + list(elements, &random) + [Token("]")]
        case .listed(let inner, let list, let isNegated):
            return tokens(of: inner, within: .sum, isLast: false, &random)
                + (isNegated ? [Token("not")] : []) + [Token("in"), Token(list)]
        case .call(let function, let arguments):
            return [Token(function.rawValue, isGlued: true), Token("(")] + list(arguments, &random) + [Token(")")]
        case .and(let left, let right):
            return binary(left, within: .and, [Token("and")], right, within: .not, isLast: isLast, &random)
        case .or(let left, let right):
            return binary(left, within: .or, [Token("or")], right, within: .and, isLast: isLast, &random)
        case .choice(let condition, let then, let otherwise):
            return [Token("if")] + tokens(of: condition, within: .or, isLast: true, &random)
                + [Token("then")] + tokens(of: then, within: .or, isLast: true, &random)
                + [Token("else")] + tokens(of: otherwise, within: .or, isLast: true, &random)
        }
    }

    private func binary(
        _ left: Term, within leftLevel: Level, _ sign: [Token], _ right: Term, within rightLevel: Level, isLast: Bool,
        _ random: inout RandomSource
    ) -> [Token] {
        tokens(of: left, within: leftLevel, isLast: false, &random) + sign
            + tokens(of: right, within: rightLevel, isLast: isLast, &random)
    }

    private func list(_ elements: [Term], _ random: inout RandomSource) -> [Token] {
        var result: [Token] = []
        for element in elements {
            if !result.isEmpty { result.append(Token(",")) }
            result += tokens(of: element, within: .or, isLast: true, &random)
        }
        return result
    }

    private func literal(_ value: Value, _ random: inout RandomSource) -> [Token] {
        if let size = value.size, size < 0, value.type != .time, value.type != .date, size != .min,
            let positive = Value(value.type, size: -size)
        {
            return [Token("-", isGlued: true)] + words(of: positive, &random)
        }
        return words(of: value, &random)
    }

    /// A literal that is not below zero; `30 days` and `CHF 5.00` may be laid out like any two words.
    private func words(of value: Value, _ random: inout RandomSource) -> [Token] {
        let text = literals.text(of: value, &random)
        return value.type == .text ? [Token(text)] : text.split(separator: " ").map { Token(String($0)) }
    }
}
