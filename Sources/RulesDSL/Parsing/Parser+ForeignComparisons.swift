/// Comparisons that other languages have, and this one writes in another way.
extension Parser {
    /// What stands behind a value where a comparison should, as in `amount between $5 and $10`; reported, and nil where
    /// nothing of the kind does.
    mutating func parseForeignComparison(_ value: ExpressionSyntax) -> ExpressionSyntax? {
        guard !isLost, !current.isFirstOnLine else { return nil }
        return parseBetween(value) ?? parseFunctionInWords(value)
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

    /// Whether `not` stands before a value that was read.
    private func followsNot(_ value: ExpressionSyntax) -> Bool {
        var index = position - 1
        while index >= 0, tokens[index].range.lower >= value.range.lower { index -= 1 }
        return index >= 0 && tokens[index].word == "not"
    }

    // MARK: Between

    /// `between $5 and $10`, with `is` or `not` before it.
    private mutating func parseBetween(_ value: ExpressionSyntax) -> ExpressionSyntax? {
        var words = current.word == "is" ? 1 : 0
        let isNegated = peek(words).word == "not"
        words += isNegated ? 1 : 0
        guard peek(words).word?.lowercased() == "between" else { return nil }
        for _ in 0...words { take() }
        let plain = current.isClock ? takeHours(of: value, isNegated) : takeBoundaries(of: value, isNegated)
        guard !isLost else { return missing(value.range) }
        note(.between(plain, at: range(from: value.range)))
        return missing(value.range)
    }

    /// `$5 and $10`, as the two comparisons that were meant.
    private mutating func takeBoundaries(of value: ExpressionSyntax, _ isNegated: Bool) -> String? {
        let lowest = parseSum()
        guard !isLost, take(word: "and") != nil else { return nil }
        let highest = parseSum()
        return comparisons(of: value, lowest, highest, isNegated)
    }

    /// The two comparisons with the ends of a range; nil where the range would hold nothing. Hours go around midnight.
    private func comparisons(
        of value: ExpressionSyntax, _ lowest: ExpressionSyntax, _ highest: ExpressionSyntax, _ isNegated: Bool
    ) -> String? {
        let isHour = if case .name("hour") = value.kind { true } else { false }
        let isRising = lowest.isAtMost(highest)
        let isAround = isRising == false
        guard isHour ? isRising != nil : !isAround, let field = spelling(value.range),
            let lowest = spelling(lowest.range), let highest = spelling(highest.range)
        else { return nil }
        return isNegated
            ? join("\(field) < \(lowest)", "\(field) > \(highest)", isAnd: isAround, behind: value)
            : join("\(field) >= \(lowest)", "\(field) <= \(highest)", isAnd: !isAround, behind: value)
    }

    /// Two conditions as they can stand in place of one: only those that `and` joins need no parentheses, where no
    /// `not` stands before them.
    private func join(
        _ first: String, _ second: String, isAnd: Bool, behind value: ExpressionSyntax
    ) -> String {
        let both = "\(first) \(isAnd ? "and" : "or") \(second)"
        return isAnd && !followsNot(value) ? both : "(\(both))"
    }

    /// `09:00 and 17:00`, as the hours that were meant, if they are whole ones, and those of the time itself.
    private mutating func takeHours(of value: ExpressionSyntax, _ isNegated: Bool) -> String? {
        let from = wholeHour(take())
        guard take(word: "and") != nil, current.isClock else { return nil }
        let until = wholeHour(take())
        guard let from, let until, from != until, until > 0 else { return nil }
        switch value.kind {
        case .name("time"), .name("hour"): break
        case .name, .literal, .boolean, .list, .unary, .binary, .conditional, .parenthesized, .call, .missing:
            return nil
        }
        return isNegated
            ? join("hour < \(from)", "hour >= \(until)", isAnd: from > until, behind: value)
            : join("hour >= \(from)", "hour < \(until)", isAnd: from < until, behind: value)
    }

    /// 9 for `09:00`.
    private func wholeHour(_ clock: Token) -> Int? {
        let parts = text(clock.range).split(separator: ":")
        return parts.dropFirst().allSatisfy { $0 == "00" } ? parts.first.flatMap { Int($0) } : nil
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
        let call = spelling(value.range).flatMap { value in plain.map { "\(function)(\(value), \($0))" } }
        note(.functionInWords(written, plain: call.map { isNegated ? "not \($0)" : $0 }, at: range))
        let result = ExpressionSyntax(.call(name, [value, argument]), range)
        return isNegated ? ExpressionSyntax(.unary(.not, result), range) : result
    }

    // MARK: Lists

    /// `[7995-7999]` or `7995-7999` behind `in`: a list holds single values.
    mutating func parseRangeInList(
        _ sign: ExpressionSyntax.BinaryOperator, of value: ExpressionSyntax
    ) -> ExpressionSyntax? {
        let begin = current.is(.leftBracket) ? 1 : 0
        guard peek(begin).isAmount, peek(begin + 1).is(.minus), peek(begin + 2).isAmount,
            begin == 0 || peek(begin + 3).is(.rightBracket)
        else { return nil }
        take(.leftBracket)
        let lowest = parsePrimary()
        take(.minus)
        let highest = parsePrimary()
        take(.rightBracket)
        let isOnly = depth > 0 || !current.is(.comma)
        takeRestOfBareList()
        let range = range(from: value.range)
        note(
            isOnly
                ? .rangeInList(plain: comparisons(of: value, lowest, highest, sign == .notIn), at: range)
                : .rangeAmongElements(at: range))
        return missing(value.range)
    }

    /// `1-5` among the values of a list: nobody means the difference.
    mutating func takeRangeAmongElements() -> SourceRange? {
        let begin = current.is(.minus) ? 1 : 0
        let sign = peek(begin + 1)
        guard peek(begin).isAmount, sign.is(.minus), peek(begin + 2).isAmount,
            !sign.hasSpaceBefore || !peek(begin + 2).hasSpaceBefore,
            peek(begin + 3).is(.comma) || peek(begin + 3).is(.rightBracket)
        else { return nil }
        let first = take().range
        for _ in 0..<begin + 2 { take() }
        return range(from: first)
    }

    /// `"US", "CA"` behind `in`, without brackets: takes what stands behind the first of them.
    mutating func takeRestOfBareList() {
        while depth == 0, current.is(.comma), peek().isLiteral, !peek().isFirstOnLine {
            take()
            take()
            guard current.is(.minus), peek().isAmount else { continue }
            take()
            take()
        }
    }

    // MARK: Spelling

    /// Nobody reads more in one proposal.
    private static let longestSpelling = 80

    /// What was read in a range, as it should be written; nil where that is long. Proposals are made of it.
    func spelling(_ range: SourceRange) -> String? {
        guard range.upper - range.lower <= Self.longestSpelling else { return nil }
        var parts: [String] = []
        var index = position - 1
        while index >= 0, tokens[index].range.lower >= range.lower {
            let token = tokens[index]
            let isFirst = token.range.lower == range.lower
            index -= 1
            guard token.range.upper <= range.upper else { continue }
            let written =
                if case .text(let text) = token.kind { "\"\(text.escapedForText)\"" } else { text(token.range) }
            parts.append((token.hasSpaceBefore && !isFirst ? " " : "") + written)
        }
        return parts.reversed().joined()
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

extension ExpressionSyntax {
    /// Whether an amount that is written out is no more than another; nil where nobody knows.
    fileprivate func isAtMost(_ other: ExpressionSyntax) -> Bool? {
        guard case .literal(let literal) = kind, case .literal(let otherLiteral) = other.kind else { return nil }
        switch (literal, otherLiteral) {
        case (.number(let digits, let scale), .number(let otherDigits, let otherScale)),
            (.money(_, let digits, let scale), .money(_, let otherDigits, let otherScale)):
            let finest = max(scale, otherScale)
            guard let left = Self.digits(digits, timesTenTo: finest - scale),
                let right = Self.digits(otherDigits, timesTenTo: finest - otherScale)
            else { return nil }
            return left <= right
        case (.date(let value), .date(let otherValue)):
            return value <= otherValue
        case (.time(let value), .time(let otherValue)), (.duration(let value), .duration(let otherValue)):
            return value <= otherValue
        case (.number, _), (.money, _), (.text, _), (.duration, _), (.date, _), (.time, _):
            return nil
        }
    }

    private static func digits(_ digits: Int64, timesTenTo exponent: Int) -> Int64? {
        var value = digits
        for _ in 0..<exponent {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            value = product
        }
        return value
    }
}
