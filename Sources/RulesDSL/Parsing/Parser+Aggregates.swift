extension Parser {
    /// `[EXPR] [of attempts] per SCOPE per WINDOW`, after the function of a limit's measure.
    mutating func parseMeasure(_ function: NameSyntax) -> AggregateSyntax {
        let first = parseCountedFirst(function)
        let expression = first?.expression ?? parseMeasured(function)
        skipKindsOfMeasure(function)
        let counted = first?.counted ?? parseCounted()
        skipKindsOfMeasure(function)
        let head = line(range(from: function.range))
        skipOnInsideMeasure(function)
        let begin = current.range
        let scope = parseMeasureScope()
        let hasScope = scope.scope != nil && scope.window == nil
        measureRead = MeasureRead(head: head, scope: hasScope ? line(range(from: begin)) : nil)
        let window = scope.window ?? parseWindow(after: scope.scope)
        skipFallbackOfMeasure()
        return AggregateSyntax(
            function: function, expression: readable(expression), counted: counted, scope: scope.scope, window: window)
    }

    /// `[EXPR] [of attempts] [on KIND …] per SCOPE per WINDOW [or VALUE]`, the whole of a `let`, after its function.
    mutating func parseAggregate(_ function: NameSyntax) -> AggregateSyntax {
        let first = parseCountedFirst(function)
        let expression = first?.expression ?? parseMeasured(function)
        skipKindsOfMeasure(function)
        var counted = first?.counted ?? parseCounted()
        skipKindsOfMeasure(function)
        var selection = parseSelection()
        if current.word == "of", !isLost {
            note(.aggregateOrder("of", before: "on", at: current.range))
            counted = parseCounted()
        }
        let scope = parseMeasureScope()
        let window = scope.window ?? parseWindow(after: scope.scope)
        let fallback = parseFallback()
        if current.word == "on", !isLost {
            note(.aggregateOrder("on", before: "per", at: current.range))
            selection = parseSelection()
        }
        endAggregate()
        return AggregateSyntax(
            function: function, expression: readable(expression), counted: counted, selection: selection,
            scope: scope.scope, window: window, fallback: readable(fallback))
    }

    /// What was meant by an expression is as unclear as what stands behind it.
    private func readable(_ expression: ExpressionSyntax?) -> ExpressionSyntax? {
        isLost ? expression.map { ExpressionSyntax(.missing, $0.range) } : expression
    }

    /// The function of an aggregate, which begins the value of a `let`; or the one that was meant, where a word behind
    /// it says that it is one.
    mutating func takeAggregateWord() -> NameSyntax? {
        guard let word = current.word else { return nil }
        if AggregateWord(rawValue: word) != nil {
            return NameSyntax(word, take().range)
        }
        guard !JoiningWord.isKeyword(word), !peek().isFirstOnLine, startsMeasured || isMeasuredInParentheses,
            let meant = AggregateWord.meant(by: word)
        else { return nil }
        let range = take().range
        note(.misspeltWord(word, meant: meant.rawValue, at: range))
        return NameSyntax(meant.rawValue, range)
    }

    /// Whether what stands behind a word may be what is measured, or the rest of a measure.
    private var startsMeasured: Bool {
        peek().word.map { !JoiningWord.isKeyword($0) || Self.wordsOfMeasure.contains($0) } ?? false
    }

    /// Whether `(amount)` stands behind a word, and then the rest of a measure.
    var isMeasuredInParentheses: Bool {
        peek().is(.leftParenthesis) && peek(2).word != nil && peek(3).is(.rightParenthesis)
            && peek(4).word.map { Self.wordsOfMeasure.contains($0) } ?? false
    }

    private static let wordsOfMeasure: Set = ["across", "of", "on", "per"]

    // MARK: What is measured

    /// What is summed, say. A `count` has nothing here, every other function must.
    private mutating func parseMeasured(_ function: NameSyntax) -> ExpressionSyntax? {
        if skipDistinctInWords(function) { return function.text == "count" ? nil : missing(previousEnd) }
        if skipKindsOfMeasure(function, isFirst: true) {
            return function.text == "count" ? nil : ExpressionSyntax(.name("amount"), previousEnd)
        }
        skipNeedlessOf(function)
        let begin = current.range
        let isMissing =
            current.word.map { JoiningWord.isKeyword($0.lowercased()) && $0 != "if" && $0 != "not" } ?? isAtEnd
            || current.is(.rightBrace) || countOfWordsForPer != nil
            || function.text == "count" && current.word.map { Self.adverbs[$0] != nil } ?? false
        if function.text == "count" {
            guard !isMissing, countedInWords == nil else { return nil }
            let isStar = startsWithStar
            if isStar {
                for _ in 0..<3 { take() }
            } else {
                skipWords()
            }
            note(.countWithExpression(isStar: isStar, at: range(from: begin)))
            return nil
        }
        guard !isMissing else {
            note(.measureWithoutExpression(function.text, at: function.range))
            // Nothing of it follows: that is the same mistake.
            isLost = isLost || !(current.word.map { Self.wordsOfMeasure.contains($0) } ?? false)
            return ExpressionSyntax(.missing, previousEnd)
        }
        let expression = parseExpression()
        if function.text == "distinct", !isLost {
            if case .parenthesized(let inner) = expression.kind, case .name(let name) = inner.kind {
                note(.distinctInWords("distinct \(name)", at: range(from: function.range)))
                return inner
            }
            guard case .name = expression.kind else {
                note(.distinctOfExpression(at: expression.range))
                return ExpressionSyntax(.missing, expression.range)
            }
            skipFurtherFields()
        }
        return expression
    }

    /// `loads` in `count loads`, `sum of loads`, `sum amount for loads and withdrawals`: the kinds stand behind `on`.
    /// `isFirst` where what is measured should stand: alone it may be a name there, which the checker knows. Whether
    /// they were there.
    @discardableResult private mutating func skipKindsOfMeasure(
        _ function: NameSyntax, isFirst: Bool = false
    ) -> Bool {
        let first = ["for", "from", "of"].contains(current.word) ? 1 : 0
        guard !isLost, !hasKindInMeasure, function.text != "distinct", let (end, kinds) = kindsOfMeasure(at: first),
            !isFirst || function.text == "count" || end > 1
        else { return false }
        let gap = previousEnd
        let begin = current.range
        for _ in 0..<end { take() }
        let range = range(from: begin)
        let clause = "on \(kinds.joined(separator: ", "))"
        let measured = isFirst && function.text != "count" ? ["amount"] : []
        let isRule = ruleKind == .limit
        let plain = (isRule ? measured : measured + [clause]).joined(separator: " ")
        let replacement = Diagnostic.FixIt(range: plain.isEmpty ? gap.union(range) : range, replacement: plain)
        let insertion = Diagnostic.FixIt(range: function.range.beginning, replacement: clause + " ")
        let inPlace = plain.isEmpty ? "delete this" : "write `\(plain)`"
        let (label, fixIts) =
            switch isRule ? kindsOfRule?.text : clause {
            case clause: (inPlace, [replacement])
            case nil: ("write that before the measure, in place of this", [replacement, insertion])
            // It says two things, and nobody knows which is meant.
            case let own?: ("\(inPlace), or change `\(own)`", [])
            }
        note(.kindOfMeasure(clause, label: label, fixIts: fixIts, at: range))
        hasKindInMeasure = true
        return true
    }

    /// How far the kinds reach that begin `distance` after the current token, in the words of people; nil where there
    /// are none, or what is compared begins.
    private mutating func kindsOfMeasure(at distance: Int) -> (end: Int, kinds: [String])? {
        var end = distance
        var kinds: Set<String> = []
        while let word = wordOnLine(end), let kind = ForeignKind.meant(by: word), !peek(end + 1).isComparison,
            !fields.contains(where: { $0.name == word })
        {
            kinds.insert(kind)
            end += 1
            let isJoined = peek(end).is(.comma) || peek(end).word == "and" || peek(end).word == "or"
            guard isJoined, let next = wordOnLine(end + 1), ForeignKind.meant(by: next) != nil else { break }
            end += 1
        }
        return kinds.isEmpty ? nil : (end, ForeignKind.all.filter(kinds.contains))
    }

    /// `sum of amount`: what is summed stands right behind the word.
    private mutating func skipNeedlessOf(_ function: NameSyntax) {
        guard function.text != "count", current.word == "of", let word = peek().word, !JoiningWord.isKeyword(word),
            !["attempts", "attempt", "declined"].contains(word)
        else { return }
        note(.needlessOf(function.text, at: current.range))
        take()
    }

    // MARK: Which transactions

    /// `on load where …`, which in a rule is a clause of its own.
    private mutating func parseSelection() -> AggregateSyntax.Selection? {
        if current.word == "where" { return parseSelectionWithoutKinds() }
        guard !isLost, take(word: "on") != nil else { return nil }
        let (kinds, condition) = parseOn()
        return AggregateSyntax.Selection(kinds: kinds, condition: condition)
    }

    /// `where amount > $5`, without the kinds that it stands behind.
    private mutating func parseSelectionWithoutKinds() -> AggregateSyntax.Selection? {
        note(.whereWithoutKinds(at: current.range))
        take()
        let condition = parseExpression()
        return isLost ? nil : AggregateSyntax.Selection(kinds: [], condition: condition)
    }

    /// `sum amount on load per customer …`: in a rule, `on` is a clause of its own. Where `per` follows it, it stands
    /// inside the measure; where not, it is the next clause, and the measure lacks its end.
    private mutating func skipOnInsideMeasure(_ function: NameSyntax) {
        guard !current.isFirstOnLine, !isLost else { return }
        if current.word == "where" {
            skipMisplacedCondition(before: function.range)
            return
        }
        guard current.word == "on" else { return }
        let saved = self
        let begin = take().range
        _ = parseOn()
        if !isLost, current.word == "per" || current.word == "across" {
            diagnostics = saved.diagnostics
            note(.onInsideMeasure(at: range(from: begin)))
        } else {
            self = saved
        }
    }

    // MARK: Where nothing was counted

    /// `or $100.00`, behind the window.
    private mutating func parseFallback() -> ExpressionSyntax? {
        guard !isLost else { return nil }
        if let word = current.word, ["default", "else", "otherwise"].contains(word), !current.isFirstOnLine {
            note(.misspeltWord(word, meant: "or", at: take().range))
        } else if take(word: "or") == nil {
            return nil
        }
        operators = 0
        return parseSum()
    }

    /// Nothing is computed with an aggregate where it stands.
    private mutating func endAggregate() {
        guard !isLost else { return }
        let isOperator =
            switch current.kind {
            case .symbol(let symbol): [.plus, .minus, .star, .slash].contains(symbol) || current.isComparison
            case .word(let word): ["and", "or", "not"].contains(word) || current.isComparison
            case .number, .money, .text, .date, .time, .clock, .invalid, .end: false
            }
        if isOperator {
            fail(.afterAggregate(found: found, at: current.range))
        } else {
            endWhole()
        }
    }

    /// A limit's measure always has a value: this transaction is part of it.
    private mutating func skipFallbackOfMeasure() {
        guard current.word == "or", !isLost else { return }
        let begin = current.range
        _ = parseFallback()
        note(.fallbackOfMeasure(at: range(from: begin)))
    }
}
