extension Parser {
    /// A whole expression. What can't be read becomes `.missing`, and has been reported.
    mutating func parseExpression() -> ExpressionSyntax {
        operators = 0
        subject = nil
        return parseOr()
    }

    /// An expression after which the next clause or declaration begins, and nothing else. Where anything in it was
    /// wrong, nobody knows what it was meant to be: the checker stays silent about the whole of it.
    mutating func parseWholeExpression() -> ExpressionSyntax {
        let expression = parseExpression()
        endWhole()
        return isLost ? ExpressionSyntax(.missing, expression.range) : expression
    }

    /// Reports what follows on the line of something that is over.
    mutating func endWhole() {
        if !isLost, !current.isFirstOnLine {
            failUnjoined()
        }
    }

    /// What stands for text that could not be read and was reported.
    func missing(_ begin: SourceRange) -> ExpressionSyntax {
        ExpressionSyntax(.missing, range(from: begin))
    }

    /// `or`, the loosest.
    mutating func parseOr() -> ExpressionSyntax {
        var left = parseAnd()
        while current.word == "or", !isLost {
            let sign = take().range
            left = join(left, .or, sign, parseAnd())
        }
        return left
    }

    private mutating func parseAnd() -> ExpressionSyntax {
        var left = parseNot()
        while current.word == "and", !isLost {
            let sign = take().range
            left = join(left, .and, sign, parseNot())
        }
        return left
    }

    private mutating func parseNot() -> ExpressionSyntax {
        guard current.word == "not", !isLost else { return parseComparison() }
        let begin = take().range
        return nested(from: begin) { parser in
            let operand = parser.parseNot()
            return ExpressionSyntax(.unary(.not, operand), begin.union(operand.range))
        }
    }

    /// Counts a level of nesting around what `parse` reads.
    mutating func nested(from begin: SourceRange, _ parse: (inout Parser) -> ExpressionSyntax) -> ExpressionSyntax {
        guard depth < Self.deepestExpression else {
            fail(.nestingTooDeep(limit: Self.deepestExpression, at: begin))
            return missing(begin)
        }
        depth += 1
        defer { depth -= 1 }
        return parse(&self)
    }

    private mutating func join(
        _ left: ExpressionSyntax, _ sign: ExpressionSyntax.BinaryOperator, _ range: SourceRange,
        _ right: ExpressionSyntax
    ) -> ExpressionSyntax {
        operators += 1
        if operators > Self.longestExpression {
            fail(.expressionTooLong(limit: Self.longestExpression, at: range))
        }
        return ExpressionSyntax(
            .binary(sign, left, right, operatorRange: range), left.range.union(right.range))
    }

    // MARK: Comparisons

    /// At most one comparison: `1 < x < 5` is reported, and read from left to right.
    private mutating func parseComparison() -> ExpressionSyntax {
        if let comparison = parseComparisonWithoutSubject() { return comparison }
        var left = parseSum()
        if let comparison = parseForeignComparison(left) { return comparison }
        var first: SourceRange?
        while !isLost, let (sign, range) = takeComparison(of: left) {
            if let first {
                note(.chainedComparison(first: first, plain: joining(left, at: range), at: range))
            }
            first = first ?? range
            let right = sign == .in || sign == .notIn ? parseListOperand(sign) : parseSum()
            if case .literal = left.kind { subject = right } else { subject = left }
            left = join(left, sign, range, right)
        }
        return left
    }

    /// `< $500` behind `amount > $10 and`: what stands before the sign is meant to be that of the comparison before.
    private mutating func parseComparisonWithoutSubject() -> ExpressionSyntax? {
        guard !isLost, let subject, peek(-1).word == "and" || peek(-1).word == "or",
            current.isComparison || current.word == "not" && peek().word == "in" || comparisonInWords(at: 0) != nil
        else { return nil }
        let isShort = subject.range.upper - subject.range.lower <= 40
        let begin = current.range
        let saved = diagnostics
        guard let (sign, range) = takeComparison(of: subject) else { return nil }
        // In words too: the way to write it is told with what is missing.
        diagnostics = saved
        note(.missingSubject(isShort ? text(subject.range) : nil, sign: sign.rawValue, at: range))
        _ = sign == .in || sign == .notIn ? parseListOperand(sign) : parseSum()
        return missing(begin)
    }

    /// `and amount <` in place of the second sign of `1 < amount < 5`.
    private func joining(_ comparison: ExpressionSyntax, at sign: SourceRange) -> String? {
        guard case .binary(_, _, let middle, _) = comparison.kind, middle.range.upper - middle.range.lower <= 40 else {
            return nil
        }
        return "and \(text(middle.range)) \(text(sign))"
    }

    private mutating func takeComparison(
        of value: ExpressionSyntax
    ) -> (ExpressionSyntax.BinaryOperator, SourceRange)? {
        if let sign = takeSplitSign() ?? takeComparisonInWords(of: value) { return sign }
        switch current.kind {
        case .symbol(.less): return (.less, take().range)
        case .symbol(.lessOrEqual): return (.lessOrEqual, take().range)
        case .symbol(.greater): return (.greater, take().range)
        case .symbol(.greaterOrEqual): return (.greaterOrEqual, take().range)
        case .symbol(.equals):
            note(.assignmentInExpression(at: current.range))
            return (.is, take().range)
        case .word("in"): return (.in, take().range)
        case .word("not") where peek().word == "in":
            let begin = take().range
            return (.notIn, begin.union(take().range))
        case .word("is"): return takeEquality()
        case .word, .number, .money, .text, .date, .time, .clock, .symbol, .invalid, .end: return nil
        }
    }

    private mutating func takeEquality() -> (ExpressionSyntax.BinaryOperator, SourceRange) {
        let begin = take().range
        let isNegated = take(word: "not") != nil
        var range = range(from: begin)
        if current.word == "in" {
            range = range.union(take().range)
            note(.isIn("in", isNegated: isNegated, at: range))
            return (isNegated ? .notIn : .in, range)
        }
        if let word = current.word, ["one", "any", "none"].contains(word), peek().word == "of" {
            range = range.union(take().range.union(take().range))
            let isNone = isNegated || word == "none"
            note(.isIn("\(word) of", isNegated: isNone, at: range))
            return (isNone ? .notIn : .in, range)
        }
        return (isNegated ? .isNot : .is, range)
    }

    /// What stands on the right of `in`.
    private mutating func parseListOperand(_ sign: ExpressionSyntax.BinaryOperator) -> ExpressionSyntax {
        if let list = parseListInOtherBrackets(sign) {
            return list
        }
        let operand = parseSum()
        switch operand.kind {
        case .list, .name, .missing: return operand
        case .literal, .boolean, .unary, .binary, .conditional, .parenthesized, .call:
            guard !isLost, current.kind != .invalid else {
                isLost = true
                return operand
            }
            takeRestOfBareList()
            let range = range(from: operand.range)
            note(
                .expectedList(
                    after: sign.rawValue, plain: spelling(range).map { "[\($0.withoutParentheses)]" }, at: range))
            return ExpressionSyntax(.missing, range)
        }
    }

    // MARK: Arithmetic

    mutating func parseSum() -> ExpressionSyntax {
        var left = parseProduct()
        while !isLost {
            let sign: ExpressionSyntax.BinaryOperator
            if current.is(.plus) {
                sign = .add
            } else if current.is(.minus), !startsNegativeKey {
                checkBinaryMinus()
                sign = .subtract
            } else {
                return left
            }
            let range = take().range
            left = join(left, sign, range, parseProduct())
        }
        return left
    }

    private mutating func parseProduct() -> ExpressionSyntax {
        var left = parseUnary()
        while !isLost, current.is(.star) || current.is(.slash) {
            let sign: ExpressionSyntax.BinaryOperator = current.is(.star) ? .multiply : .divide
            let range = take().range
            left = join(left, sign, range, parseUnary())
        }
        return left
    }

    /// Whether the minus here belongs to the key of a table's next entry.
    private var startsNegativeKey: Bool {
        let isSign = current.hasSpaceBefore && !peek().hasSpaceBefore && peek().isAmount
        return isSign && (peek(2).is(.colon) || peek(2).word != nil && peek(3).is(.colon))
    }

    /// A minus between two values has a space on both sides: `10-amount` could be meant as a name.
    private mutating func checkBinaryMinus() {
        let before = current.hasSpaceBefore
        let after = peek().hasSpaceBefore
        if !before || !after {
            note(.binaryMinus(spaceBefore: before, spaceAfter: after, at: current.range))
        }
    }

    mutating func parseUnary() -> ExpressionSyntax {
        guard current.is(.minus), !isLost else { return parsePrimary() }
        let sign = take().range
        if current.hasSpaceBefore, !isAtEnd {
            let gap = SourceRange(file: file, lower: sign.lower, upper: current.range.lower)
            note(.unaryMinus(gap: gap, at: sign))
        }
        return nested(from: sign) { parser in
            let operand = parser.parseUnary()
            return ExpressionSyntax(.unary(.negate, operand), sign.union(operand.range))
        }
    }
}
