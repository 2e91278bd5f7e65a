extension Parser {
    /// A literal, a name, something in brackets or an `if`.
    mutating func parsePrimary() -> ExpressionSyntax {
        let token = current
        guard !isLost else { return missing(previousEnd) }
        switch token.kind {
        case .number(let digits, let scale):
            take()
            return parseDuration(digits: digits, scale: scale, token.range)
                ?? ExpressionSyntax(.literal(.number(digits: digits, scale: scale)), token.range)
        case .money(let currency, let digits, let scale):
            return literal(.money(currency: currency, digits: digits, scale: scale))
        case .text(let text): return literal(.text(text))
        case .date(let days): return literal(.date(days: days))
        case .time(let seconds): return literal(.time(seconds: seconds))
        case .word(let word): return parseWord(word)
        case .symbol(.leftParenthesis): return parseParenthesized()
        case .symbol(.leftBracket): return parseListLiteral()
        case .symbol(.leftBrace) where peek(-1).word.map { Self.conditionWords.contains($0) } ?? false:
            return parseBraced()
        case .invalid:
            // Nobody knows how far what the lexer could not read was meant to reach.
            isLost = true
            take()
            return missing(token.range)
        case .clock:
            fail(.clockInExpression(at: token.range))
            take()
            return missing(token.range)
        case .symbol, .end:
            fail(.expectedExpression(found: found, at: expectedRange))
            return missing(previousEnd)
        }
    }

    private mutating func literal(_ value: LiteralSyntax) -> ExpressionSyntax {
        ExpressionSyntax(.literal(value), take().range)
    }

    private mutating func parseWord(_ word: String) -> ExpressionSyntax {
        let begin = current.range
        switch word {
        case "true", "false": return ExpressionSyntax(.boolean(word == "true"), take().range)
        case "if": return parseConditional()
        case "not":
            // After an arithmetic sign, where only parentheses would do.
            fail(.expectedExpression(found: "`not`", at: begin))
            return missing(begin)
        default:
            break
        }
        if AggregateWord(rawValue: word) != nil, !startsAnotherClause {
            fail(.aggregateInExpression(word, at: begin))
            take()
            return missing(begin)
        }
        if JoiningWord.isKeyword(word) {
            fail(.expectedExpression(found: found, at: expectedRange))
            return missing(previousEnd)
        }
        take()
        if current.is(.leftParenthesis), !current.isFirstOnLine {
            if current.hasSpaceBefore { noteSpaceBeforeArguments() }
            return parseCall(of: NameSyntax(word, begin))
        }
        return ExpressionSyntax(.name(word), begin)
    }

    /// `length (merchant)`, before the parenthesis.
    mutating func noteSpaceBeforeArguments() {
        let gap = SourceRange(file: file, lower: previousEnd.lower, upper: current.range.lower)
        note(.spaceBeforeArguments(at: gap))
    }

    /// `(a, b)`, after a function's name.
    private mutating func parseCall(of name: NameSyntax) -> ExpressionSyntax {
        let opener = take().range
        return nested(from: name.range) { parser in
            var arguments: [ExpressionSyntax] = []
            if !parser.current.is(.rightParenthesis) {
                repeat {
                    arguments.append(parser.parseOr())
                } while !parser.isLost && parser.take(.comma) != nil
            }
            guard parser.take(.rightParenthesis) != nil else {
                parser.failUnclosed(opener, ")", isList: true)
                return parser.missing(name.range)
            }
            return ExpressionSyntax(.call(name, arguments), parser.range(from: name.range))
        }
    }

    /// Whether the keyword here is the first of its line, and so begins a clause rather than an expression.
    private var startsAnotherClause: Bool {
        current.isFirstOnLine && startsClause
    }

    private mutating func parseParenthesized() -> ExpressionSyntax {
        let opener = take().range
        return nested(from: opener) { parser in
            let inner = parser.parseOr()
            guard parser.take(.rightParenthesis) != nil else {
                parser.failUnclosed(opener, ")")
                return parser.missing(opener)
            }
            return ExpressionSyntax(.parenthesized(inner), parser.range(from: opener))
        }
    }

    private static let conditionWords: Set = ["and", "if", "not", "or", "that", "unless", "when", "where"]

    /// `{ amount > $5 }`, where a condition stands.
    private mutating func parseBraced() -> ExpressionSyntax {
        let opener = take().range
        return nested(from: opener) { parser in
            let inner = parser.parseOr()
            guard !parser.isLost, parser.current.is(.rightBrace) else {
                parser.failUnclosed(opener, "}")
                return parser.missing(opener)
            }
            parser.note(.bracesAroundCondition(opener, parser.take().range))
            return ExpressionSyntax(.parenthesized(inner), parser.range(from: opener))
        }
    }

    mutating func parseListLiteral() -> ExpressionSyntax {
        let opener = take().range
        return nested(from: opener) { parser in
            var elements: [ExpressionSyntax] = []
            var hasRange = false
            while !parser.isLost, !parser.current.is(.rightBracket) {
                if let range = parser.takeRangeAmongElements() {
                    if !hasRange { parser.note(.rangeAmongElements(at: range)) }
                    hasRange = true
                    elements.append(ExpressionSyntax(.missing, range))
                } else {
                    elements.append(parser.parseOr())
                }
                if parser.take(.comma) == nil {
                    break
                }
            }
            guard parser.take(.rightBracket) != nil else {
                parser.failUnclosed(opener, "]", isList: true)
                return parser.missing(opener)
            }
            return ExpressionSyntax(.list(elements), parser.range(from: opener))
        }
    }

    mutating func failUnclosed(_ opener: SourceRange, _ closer: String, isList: Bool = false) {
        fail(
            .unclosedBracket(
                opener: opener, openerText: text(opener), closer: closer, found: found, isList: isList,
                at: expectedRange))
    }

    /// `if condition then a else b`; the last branch reaches as far as it can.
    private mutating func parseConditional() -> ExpressionSyntax {
        let begin = take().range
        return nested(from: begin) { parser in
            let condition = parser.parseOr()
            guard parser.take(word: "then") != nil else {
                parser.fail(.incompleteConditional("then", at: parser.expectedRange, conditional: begin))
                return parser.missing(begin)
            }
            let chosen = parser.parseOr()
            // The `else` of a clause is followed by an outcome, that of a table by a colon.
            let isClause = parser.peek().is(.colon) || parser.peek().word.map { OutcomeWord.all.contains($0) } ?? false
            guard !isClause, parser.take(word: "else") != nil else {
                parser.fail(.incompleteConditional("else", at: parser.expectedRange, conditional: begin))
                return parser.missing(begin)
            }
            let otherwise = parser.parseOr()
            return ExpressionSyntax(
                .conditional(condition, then: chosen, otherwise: otherwise), begin.union(otherwise.range))
        }
    }

    // MARK: Durations

    private static let units: [String: Int64] = ["second": 1, "minute": 60, "hour": 3600, "day": 86_400]

    /// `30 days`, after its number; nil where no unit follows.
    private mutating func parseDuration(digits: Int64, scale: Int, _ number: SourceRange) -> ExpressionSyntax? {
        guard let word = current.word else { return nil }
        let singular = word.hasSuffix("s") ? String(word.dropLast()) : word
        guard let unit = Self.units[singular] else {
            return parseForeignUnit(word, singular, digits: digits, scale: scale, number)
        }
        let range = number.union(take().range)
        var divisor: Int64 = 1
        for _ in 0..<min(scale, 18) {
            divisor *= 10
        }
        let (seconds, overflow) = digits.multipliedReportingOverflow(by: unit)
        guard scale <= 18, !overflow else {
            note(.durationTooLong(at: range))
            return missing(number)
        }
        guard seconds % divisor == 0 else {
            note(.durationNotWhole(at: range))
            return missing(number)
        }
        return ExpressionSyntax(.literal(.duration(seconds: seconds / divisor)), range)
    }

    /// `2 weeks`, `3 months`: what calendars count in is no unit here. `week starts monday` may follow a number.
    private mutating func parseForeignUnit(
        _ word: String, _ singular: String, digits: Int64, scale: Int, _ number: SourceRange
    ) -> ExpressionSyntax? {
        guard ["week", "month", "year"].contains(singular) else { return nil }
        if word == "week", peek().word == "starts" {
            return nil
        }
        let days = digits.multipliedReportingOverflow(by: 7)
        let isWhole = singular == "week" && scale == 0 && !days.overflow
        note(.calendarUnit(word, days: isWhole ? days.partialValue : nil, at: number.union(take().range)))
        return missing(number)
    }
}
