extension AggregateWord {
    /// Whether it has a value where nothing was counted: zero.
    var isZeroOfNothing: Bool {
        switch self {
        case .count, .sum, .distinct: true
        case .average, .largest, .smallest: false
        }
    }
}

extension PolicyChecker {
    /// What a limit measures. Its kinds and its filter are the rule's own, and the parser has refused an `or`.
    mutating func checkMeasure(_ measure: AggregateSyntax, of rule: NameSyntax) -> CheckedAggregate? {
        let aggregate = checkAggregate(measure)
        if let aggregate { warnOfOneClock(aggregate, measure, of: rule) }
        return aggregate
    }

    /// `let name = AGGREGATE …`, and what its name stands for.
    mutating func checkLetAggregate(_ name: NameSyntax, _ syntax: AggregateSyntax) -> TypedExpression? {
        let (kinds, filter) = checkSelection(syntax.selection)
        let aggregate = checkAggregate(syntax)
        let fallback = checkLetFallback(syntax, of: name, type: aggregate?.type)
        guard let aggregate, let kinds else { return nil }
        if syntax.selection?.condition != nil, filter == nil { return nil }
        if let word = AggregateWord(rawValue: syntax.function.text), !word.isZeroOfNothing, fallback == nil {
            return nil
        }
        if let declared = declarations.index(of: name.text), declarations.named[declared].isUsed {
            warnOfOneClock(aggregate, syntax, of: name)
        }
        let index = AggregateIndex(parts.aggregates.count)
        parts.aggregates.append(
            CheckedLetAggregate(
                name: name.text, position: sources.position(of: name.range), aggregate: aggregate, kinds: kinds,
                filter: filter?.expression, fallback: fallback?.expression))
        return TypedExpression(
            CheckedExpression(.aggregate(index), type: aggregate.type, range: name.range), stateUse: name)
    }

    private mutating func checkSelection(
        _ selection: AggregateSyntax.Selection?
    ) -> (kinds: [Int]?, filter: TypedExpression?) {
        guard let selection else { return (Array(vocabulary.kinds.indices), nil) }
        let kinds = checkKinds(selection.kinds)
        return (
            kinds.count == selection.kinds.count ? kinds : nil,
            selection.condition.flatMap { checkCondition($0, of: "where") }
        )
    }

    /// `or VALUE`: what an average, a largest or a smallest is where nothing was counted.
    private mutating func checkLetFallback(
        _ syntax: AggregateSyntax, of name: NameSyntax, type: ValueType?
    ) -> TypedExpression? {
        let word = AggregateWord(rawValue: syntax.function.text)
        guard let fallback = syntax.fallback else {
            if let word, !word.isZeroOfNothing, !syntaxErrors.areAny(in: syntax.function.range) {
                report(CheckMessage.fallbackMissing(syntax.function, type: type, currency: header.currency))
            }
            return nil
        }
        let value = check(fallback)
        if let word, word.isZeroOfNothing {
            report(CheckMessage.fallbackNeedless(needless(syntax.window, fallback), of: syntax.function))
            return nil
        }
        guard let value, let type else { return nil }
        guard value.type == type else {
            report(
                CheckMessage.fallbackType(
                    fallback.range, text: excerpt(fallback), type: value.type, subject: name.text, expected: type,
                    replacement: rewriting(fallback, to: type)))
            return nil
        }
        return value
    }

    /// From the end of the window to that of what stands for it.
    private func needless(_ window: WindowSyntax?, _ fallback: ExpressionSyntax) -> SourceRange {
        switch window {
        case .calendar(let name):
            SourceRange(file: name.range.file, lower: name.range.upper, upper: fallback.range.upper)
        case .rolling(let length, _):
            SourceRange(file: length.range.file, lower: length.range.upper, upper: fallback.range.upper)
        case nil: fallback.range
        }
    }

    /// What every aggregate has. Where the parser found a part missing or unknown it has said so, and the part is nil.
    private mutating func checkAggregate(_ syntax: AggregateSyntax) -> CheckedAggregate? {
        let function = checkFunction(syntax)
        let counted = checkCounted(syntax.counted)
        let scope = syntax.scope.flatMap { checkAggregateScope($0) }
        let window = syntax.window.flatMap { checkWindow($0) }
        guard let (function, type) = function, let counted, let scope, let window else { return nil }
        return CheckedAggregate(
            function: function, counted: counted, scope: scope, window: window,
            lengthRange: syntax.window.flatMap(lengthRange), type: type)
    }

    private func lengthRange(_ window: WindowSyntax) -> SourceRange? {
        switch window {
        case .calendar: nil
        case .rolling(let length, _): length.range
        }
    }

    private mutating func checkFunction(_ syntax: AggregateSyntax) -> (CheckedAggregate.Function, ValueType)? {
        guard let word = AggregateWord(rawValue: syntax.function.text) else { return nil }
        switch word {
        case .count: return (.count, .number)
        case .sum: return checkMeasured(syntax).map { (.sum($0), $0.type) }
        case .average: return checkMeasured(syntax).map { (.average($0), $0.type) }
        case .largest: return checkMeasured(syntax).map { (.largest($0), $0.type) }
        case .smallest: return checkMeasured(syntax).map { (.smallest($0), $0.type) }
        case .distinct: return checkDistinctField(syntax).map { (.distinct($0), .number) }
        }
    }

    /// Money or numbers.
    private mutating func checkMeasured(_ syntax: AggregateSyntax) -> CheckedExpression? {
        guard let expression = syntax.expression, let measured = check(expression) else { return nil }
        guard measured.type == .money || measured.type == .number else {
            let name = nameInQuotes(expression, .money) ?? nameInQuotes(expression, .number)
            report(
                CheckMessage.measureType(
                    expression.range, text: excerpt(expression), type: measured.type, of: syntax.function,
                    replacement: name))
            return nil
        }
        return measured.expression
    }

    private mutating func checkDistinctField(_ syntax: AggregateSyntax) -> FieldIndex? {
        guard let expression = syntax.expression else { return nil }
        // The parser takes nothing but a name, and has said so.
        guard case .name(let name) = expression.kind else { return nil }
        return checkTransactionField(NameSyntax(name, expression.range)) { CheckMessage.stateInDistinct($0) }
    }

    private func checkCounted(_ name: NameSyntax?) -> CheckedAggregate.Counted? {
        guard let name else { return .accepted }
        switch name.text {
        case "attempts": return .attempts
        case "declined": return .declined
        default: return nil
        }
    }

    private mutating func checkWindow(_ syntax: WindowSyntax) -> CheckedWindow? {
        switch syntax {
        case .rolling(let length, _):
            return checkLength(length, behind: "rolling", atLeast: 1, atMost: CheckLimits.windowDays)
                .map { .rolling(seconds: $0) }
        case .calendar(let name):
            guard !name.text.isEmpty else { return nil }
            guard let window = vocabulary.windows.first(where: { $0.rawValue == name.text }) else {
                let all = vocabulary.windows.map(\.rawValue)
                report(CheckMessage.unknownWindow(name, suggestion: suggestion(for: name.text, among: all), all: all))
                return nil
            }
            return .calendar(window)
        }
    }

    private mutating func checkAggregateScope(_ scope: ScopeSyntax) -> CheckedScope? {
        switch scope {
        case .everyone: return .everyone
        case .per(let names):
            let scopes = declarations.scopeNames
            let fields = names.map { name -> FieldIndex? in
                guard let field = checkField(name, among: scopes) else { return nil }
                guard declarations.fields[field.index].isScope else {
                    report(CheckMessage.fieldIsNoScope(name, scopes: scopes))
                    return nil
                }
                return field
            }
            return checkDistinct(names, fields).map { .fields($0) }
        }
    }

    /// Where senders share a window, one whose clock is wrong closes it for all others.
    private mutating func warnOfOneClock(_ aggregate: CheckedAggregate, _ syntax: AggregateSyntax, of name: NameSyntax)
    {
        guard header.lateSyntax == nil, aggregate.window != .calendar(.ever) else { return }
        let own = vocabulary.fields.indices.filter { vocabulary.fields[$0].isScope }
        switch aggregate.scope {
        case .everyone: break
        case .fields(let fields): if fields.contains(where: { own.contains($0.index) }) { return }
        }
        report(
            CheckMessage.sharedWithoutLate(
                syntax.scope.flatMap(range) ?? name.range, name, scope: own.first.map { vocabulary.fields[$0].name }))
    }

    private func range(_ scope: ScopeSyntax) -> SourceRange? {
        switch scope {
        case .everyone(let range): range
        case .per(let names): names.dropFirst().reduce(names.first?.range) { $0?.union($1.range) }
        }
    }
}
