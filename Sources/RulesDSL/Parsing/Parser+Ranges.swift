/// Ranges of values, which the language says with two comparisons: `between $5 and $10`, `in [7995-7999]`.
extension Parser {
    /// The words between the ends of a range, and how its last one is compared.
    private static let joints: [String: ExpressionSyntax.BinaryOperator] = [
        "and": .lessOrEqual, "to": .lessOrEqual, "through": .lessOrEqual, "thru": .lessOrEqual, "till": .less,
        "until": .less,
    ]

    /// `between $5 and $10` or `from $5 to $10`, with `is` or `not` before it.
    mutating func parseBetween(_ value: ExpressionSyntax) -> ExpressionSyntax? {
        var words = current.word == "is" ? 1 : 0
        let isNegated = peek(words).word == "not"
        words += isNegated ? 1 : 0
        switch peek(words).word?.lowercased() {
        case "between": break
        // `from` alone may be the next thing.
        case "from" where peek(words + 2).word.map { $0 != "and" && Self.joints[$0] != nil } ?? false: break
        default: return nil
        }
        let isClock = peek(words + 1).isClock
        for _ in 0...words { take() }
        let plain = isClock ? takeHours(of: value, isNegated) : takeBoundaries(of: value, isNegated)
        guard !isLost else { return missing(value.range) }
        noteRange(Diagnostic.between(_:ofTexts:at:), of: value, plain)
        return missing(value.range)
    }

    /// Reports what was read from a value on as a range of values.
    private mutating func noteRange(
        _ diagnostic: (String?, Bool, SourceRange) -> Diagnostic, of value: ExpressionSyntax, _ plain: String?
    ) {
        note(diagnostic(plain, isText(value), range(from: value.range)))
    }

    /// `$5 and $10`, as the two comparisons that were meant.
    private mutating func takeBoundaries(of value: ExpressionSyntax, _ isNegated: Bool) -> String? {
        let lowest = parseSum()
        guard !isLost, let word = current.word, let last = Self.joints[word] else { return nil }
        take()
        let highest = parseSum()
        return comparisons(of: value, lowest, highest, last: last, isNegated)
    }

    /// The two comparisons with the ends of a range; nil where the range would hold nothing. Hours go around midnight,
    /// and texts have no order.
    private mutating func comparisons(
        of value: ExpressionSyntax, _ lowest: ExpressionSyntax, _ highest: ExpressionSyntax,
        last: ExpressionSyntax.BinaryOperator = .lessOrEqual, _ isNegated: Bool
    ) -> String? {
        if isText(value) { return textsBetween(lowest, highest, of: value, isNegated) }
        if value.names("weekday") { return daysBetween(lowest, highest, isNegated) }
        let isHour = value.names("hour")
        let isRising = lowest.isAtMost(highest)
        let isAround = isRising == false
        guard isHour ? isRising != nil : !isAround, let field = field(value, comparedWith: lowest),
            let lowest = spelling(lowest.range), let highest = spelling(highest.range)
        else { return nil }
        return isNegated
            ? join(
                "\(field) < \(lowest)", "\(field) \(last.opposite.rawValue) \(highest)", isAnd: isAround, behind: value)
            : join("\(field) >= \(lowest)", "\(field) \(last.rawValue) \(highest)", isAnd: !isAround, behind: value)
    }

    /// The field that has values like another one: `date` for the `time` that is compared with a day. Nil where nobody
    /// knows which is meant.
    private mutating func field(_ value: ExpressionSyntax, comparedWith other: ExpressionSyntax) -> String? {
        let written = spelling(value.range)
        switch other.kind {
        case .literal(.date): return isTime(value) ? (value.names("time") ? "date" : nil) : written
        case .literal(.time): return value.names("date") ? "time" : written
        case .name, .literal, .boolean, .list, .unary, .binary, .conditional, .parenthesized, .call, .missing:
            return written
        }
    }

    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    /// `weekday in [monday, tuesday]`: days have no order, and go around the end of the week.
    private func daysBetween(
        _ first: ExpressionSyntax, _ last: ExpressionSyntax, _ isNegated: Bool
    ) -> String? {
        let days = Self.weekdays
        guard let begin = days.firstIndex(where: first.names), let end = days.firstIndex(where: last.names) else {
            return nil
        }
        let between = begin <= end ? days[begin...end] : days[begin...] + days[...end]
        return "weekday \(isNegated ? "not in" : "in") [\(between.joined(separator: ", "))]"
    }

    /// More values nobody wants to see in a proposal.
    private static let mostValues = 10

    /// `in ["7995", "7996"]` or `matches(…, "7???")`: the codes from one to another of the same length.
    private mutating func textsBetween(
        _ lowest: ExpressionSyntax, _ highest: ExpressionSyntax, of value: ExpressionSyntax, _ isNegated: Bool
    ) -> String? {
        guard let field = spelling(value.range), let low = digits(lowest), let high = digits(highest),
            low.utf8.count == high.utf8.count, low.utf8.count <= 18, let first = Int(low), let last = Int(high),
            first < last
        else { return nil }
        if last - first < Self.mostValues {
            let values = (first...last).map { "\"\($0.padded(low.utf8.count))\"" }
            return "\(field) \(isNegated ? "not in" : "in") [\(values.joined(separator: ", "))]"
        }
        let prefix = zip(low, high).prefix { $0 == $1 }.map { String($0.0) }.joined()
        guard low.dropFirst(prefix.count).allSatisfy({ $0 == "0" }),
            high.dropFirst(prefix.count).allSatisfy({ $0 == "9" })
        else { return nil }
        let pattern = prefix + String(repeating: "?", count: low.utf8.count - prefix.utf8.count)
        return (isNegated ? "not " : "") + "matches(\(field.withoutParentheses), \"\(pattern)\")"
    }

    /// The digits of a whole number, or of a text of nothing else.
    private func digits(_ value: ExpressionSyntax) -> String? {
        switch value.kind {
        case .literal(.number(_, scale: 0)): text(value.range)
        case .literal(.text(let text)) where !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }: text
        case .name, .literal, .boolean, .list, .unary, .binary, .conditional, .parenthesized, .call, .missing: nil
        }
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
        guard value.names("time") || value.names("hour") else { return nil }
        return isNegated
            ? join("hour < \(from)", "hour >= \(until)", isAnd: from > until, behind: value)
            : join("hour >= \(from)", "hour < \(until)", isAnd: from < until, behind: value)
    }

    /// 9 for `09:00`.
    private func wholeHour(_ clock: Token) -> Int? {
        let parts = text(clock.range).split(separator: ":")
        return parts.dropFirst().allSatisfy { $0 == "00" } ? parts.first.flatMap { Int($0) } : nil
    }

    /// Whether `not` stands before a value that was read.
    private func followsNot(_ value: ExpressionSyntax) -> Bool {
        var index = position - 1
        while index >= 0, tokens[index].range.lower >= value.range.lower { index -= 1 }
        return index >= 0 && tokens[index].word == "not"
    }

    // MARK: Lists

    /// `in [7995-7999]` or `not in 7995-7999`: a list holds single values.
    mutating func parseRangeInList(_ value: ExpressionSyntax) -> ExpressionSyntax? {
        let isNegated = current.word == "not"
        let sign = isNegated ? 1 : 0
        guard peek(sign).word == "in" else { return nil }
        let begin = sign + (peek(sign + 1).is(.leftBracket) ? 2 : 1)
        guard peek(begin).startsRange, peek(begin + 1).is(.minus), peek(begin + 2).startsRange,
            begin == sign + 1 || peek(begin + 3).is(.rightBracket)
        else { return nil }
        for _ in 0..<begin { take() }
        let lowest = parsePrimary()
        take(.minus)
        let highest = parsePrimary()
        take(.rightBracket)
        let isOnly = depth > 0 || !current.is(.comma)
        takeRestOfBareList()
        if isOnly {
            noteRange(
                Diagnostic.rangeInList(plain:ofTexts:at:), of: value, comparisons(of: value, lowest, highest, isNegated)
            )
        } else {
            note(.rangeAmongElements(at: range(from: value.range)))
        }
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
}

extension Token {
    /// Whether it is an end of a range of numbers, money or texts.
    fileprivate var startsRange: Bool {
        if case .text = kind { true } else { isAmount }
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
