/// Comparisons that other languages have, and this one writes in another way.
extension Parser {
    /// What stands behind a value where a comparison should, as in `amount between $5 and $10`; reported, and nil where
    /// nothing of the kind does.
    mutating func parseForeignComparison(_ value: ExpressionSyntax) -> ExpressionSyntax? {
        guard !isLost, !current.isFirstOnLine else { return nil }
        return parseBetween(value) ?? parseRangeInList(value) ?? parseFunctionInWords(value)
    }

    /// A sign that has a space in it, such as `> =`.
    mutating func takeSplitSign() -> (ExpressionSyntax.BinaryOperator, SourceRange)? {
        let meant: [String: ExpressionSyntax.BinaryOperator] = [
            "<=": .lessOrEqual, "=<": .lessOrEqual, ">=": .greaterOrEqual, "=>": .greaterOrEqual, "<>": .isNot,
            "==": .is,
        ]
        guard !isAtEnd, !peek().isFirstOnLine, let sign = meant[text(current.range) + text(peek().range)] else {
            return nil
        }
        let range = take().range.union(take().range)
        note(.foreignOperator(text(range), plain: sign.rawValue, replacement: sign.rawValue, at: range))
        return (sign, range)
    }

    // MARK: Functions between their values

    private static let functions = [
        "startswith": "starts-with", "starts": "starts-with", "start": "starts-with", "beginswith": "starts-with",
        "begins": "starts-with", "begin": "starts-with", "endswith": "ends-with", "ends": "ends-with",
        "end": "ends-with", "contains": "contains", "contain": "contains", "includes": "contains",
        "matches": "matches", "match": "matches", "like": "matches",
    ]

    /// How many words stand here for a function of two texts, as in `does not contain "4"`; nil where none do.
    private var functionInWords: (count: Int, function: String, isNegated: Bool)? {
        var count = 0
        if current.word == "does" || current.word == "is" { count += 1 }
        let isNegated = peek(count).word == "not"
        if isNegated { count += 1 }
        guard let word = peek(count).word?.lowercased(),
            let function = Self.functions[word.filter { $0 != "-" && $0 != "_" }]
        else { return nil }
        count += peek(count + 1).word == "with" ? 2 : 1
        switch peek(count).kind {
        case .text, .number: return (count, function, isNegated)
        case .word(let next) where !JoiningWord.isKeyword(next): return (count, function, isNegated)
        case .word, .money, .date, .time, .clock, .symbol, .invalid, .end: return nil
        }
    }

    /// `starts-with "4"`: a function's values stand in parentheses behind it.
    private mutating func parseFunctionInWords(_ value: ExpressionSyntax) -> ExpressionSyntax? {
        guard let (count, function, isNegated) = functionInWords else { return nil }
        let isPattern = peek(count - 1).word?.lowercased() == "like"
        let begin = current.range
        for _ in 0..<count { take() }
        let name = NameSyntax(function, range(from: begin))
        let written = text(name.range)
        var argument = parseSum()
        guard !isLost else { return missing(value.range) }
        var plain = spelling(argument.range)
        if isPattern, case .literal(.text(let pattern)) = argument.kind {
            let meant = pattern.patternMeantInLike
            argument = ExpressionSyntax(meant.map { .literal(.text($0)) } ?? .missing, argument.range)
            plain = meant.map { "\"\($0.escapedForText)\"" }
        } else if isPattern {
            plain = nil
        }
        let range = range(from: value.range)
        let subject = spelling(value.range)?.withoutParentheses
        let call = subject.flatMap { subject in plain.map { "\(function)(\(subject), \($0))" } }
        note(.functionInWords(written, plain: call.map { isNegated ? "not \($0)" : $0 }, at: range))
        // What stands for a field that may be missing was proposed, too.
        if lacksFallback(range) { return missing(value.range) }
        let result = ExpressionSyntax(.call(name, [value, argument]), range)
        return isNegated ? ExpressionSyntax(.unary(.not, result), range) : result
    }
}

extension String {
    /// The pattern that is meant by one of SQL's `like`, where `%` and `_` stand for `*` and `?`; nil where nobody knows,
    /// since it has signs of both, or escapes some.
    var patternMeantInLike: String? {
        let isForeign = contains { $0 == "%" || $0 == "_" }
        guard !contains("\\"), !isForeign || !contains(where: { $0 == "*" || $0 == "?" }) else { return nil }
        return String(map { $0 == "%" ? "*" : $0 == "_" ? "?" : $0 })
    }
}
