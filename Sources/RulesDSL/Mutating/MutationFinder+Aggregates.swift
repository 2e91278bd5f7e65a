extension RuleAdvice {
    /// What a limit measures, in a sentence: `the day`, `the count of the day`.
    func measured(_ aggregate: AggregateSyntax, text: (SourceRange) -> String) -> String {
        let window: String
        switch aggregate.window {
        case .calendar(let name): window = name.text == "ever" ? "all time" : "the \(name.text)"
        case .rolling(let length, _): window = text(length.range)
        case nil: window = "its window"
        }
        switch AggregateWord(rawValue: aggregate.function.text) {
        case .sum: return window
        case .count: return "the count of \(window)"
        case .distinct: return "the different values of \(window)"
        case .average, .largest, .smallest, nil: return "the \(aggregate.function.text) of \(window)"
        }
    }
}

extension MutationFinder {
    /// `let name = AGGREGATE …`.
    mutating func visitLet(_ aggregate: AggregateSyntax, _ declaration: DeclarationSyntax) {
        // Behind `let name =`.
        let start = aggregate.function.range
        let place = Place(
            SourceRange(file: start.file, lower: start.lower, upper: declaration.range.upper))
        if let selection = aggregate.selection {
            visitKinds(selection.kinds, in: place, nil)
            if let condition = selection.condition {
                visitFilter(condition, behind: selection.kinds.last?.range, place, nil)
            }
        } else {
            for kind in vocabulary.kinds {
                replace(
                    .kinds, selectionPlace(aggregate), with: " on \(kind)", in: place,
                    advice: "add a transaction that is no \(kind) and that `\(subject)` counts")
            }
        }
        visit(aggregate, place, nil)
        if let fallback = aggregate.fallback {
            var place = place
            place.advice = { old, new, _ in
                "add a transaction without history that is decided differently with \(new) instead of \(old)"
            }
            visit(fallback, place)
        }
    }

    /// Where `on` would stand.
    private func selectionPlace(_ aggregate: AggregateSyntax) -> SourceRange {
        (aggregate.counted?.range ?? aggregate.expression?.range ?? aggregate.function.range).end
    }

    /// The function, what is counted, the scope and the window.
    mutating func visit(_ aggregate: AggregateSyntax, _ place: Place, _ words: RuleAdvice?) {
        visitFunction(aggregate, place)
        if let expression = aggregate.expression { visit(expression, place) }
        visitCounted(aggregate, place)
        visit(aggregate.scope, of: "count", place)
        switch aggregate.window {
        case .calendar(let name): visitWindow(name, place)
        case .rolling(let length, _): visitRolling(length, place)
        case nil: break
        }
    }

    private mutating func visitFunction(_ aggregate: AggregateSyntax, _ place: Place) {
        var range = aggregate.function.range
        let other: AggregateWord
        switch AggregateWord(rawValue: aggregate.function.text) {
        case .count, nil: return
        case .sum: other = .largest
        case .average: other = .largest
        case .largest: other = .smallest
        case .smallest: other = .largest
        case .distinct:
            other = .count
            if let expression = aggregate.expression { range = range.union(expression.range) }
        }
        replace(
            .function, range, with: other.rawValue, in: place,
            advice: "add several transactions of which `\(text(range))` and `\(other.rawValue)` differ")
    }

    private mutating func visitCounted(_ aggregate: AggregateSyntax, _ place: Place) {
        guard let counted = aggregate.counted else {
            let end = (aggregate.expression?.range ?? aggregate.function.range).end
            replace(
                .counted, end, with: " of attempts", in: place,
                advice: "add a declined transaction that `\(subject)` does not count")
            return
        }
        let previous = aggregate.expression?.range ?? aggregate.function.range
        let whole = SourceRange(file: counted.range.file, lower: previous.upper, upper: counted.range.upper)
        if counted.text == "attempts" {
            replace(
                .counted, whole, with: "", in: place,
                advice: "add a declined transaction that `\(subject)` counts")
        } else {
            replace(
                .counted, counted.range, with: "attempts", in: place,
                advice: "add an accepted transaction that `\(subject)` does not count")
        }
    }

    // MARK: Scopes

    /// A field is taken away, and what was everyone's becomes a customer's.
    mutating func visit(_ scope: ScopeSyntax?, of what: String, _ place: Place) {
        switch scope {
        case .everyone(let range):
            let own = vocabulary.fields.first { $0.isScope }?.name ?? "customer"
            replace(
                .scope, range, with: "per \(own)", in: place,
                advice: "add transactions that differ in `\(own)`, and that `\(subject)` takes together")
        case .per(let names):
            for (name, (range, replacement)) in zip(names, scopesWithout(names)) {
                replace(
                    .scope, range, with: replacement, in: place,
                    advice: "add transactions that differ in `\(name.text)` only, and that `\(subject)` keeps apart")
            }
        case nil: break
        }
    }

    private func scopesWithout(_ names: [NameSyntax]) -> [(SourceRange, String)] {
        if names.count > 1 { return Self.removals(of: names.map(\.range)).map { ($0, "") } }
        guard let name = names.first, let per = range(ofWord: "per", before: name.range) else { return [] }
        return [(per.union(name.range), "across everyone")]
    }

    // MARK: Windows

    private mutating func visitWindow(_ name: NameSyntax, _ place: Place) {
        let apart = "`\(subject)` takes apart"
        let together = "`\(subject)` takes together"
        let others: [(window: String, advice: String)]
        switch CalendarWindow(rawValue: name.text) {
        case .day:
            others = [
                ("week", "add transactions on two days of one week that \(apart)"),
                ("rolling 24 hours", "add transactions less than 24 hours apart, on two days, that \(apart)"),
            ]
        case .week:
            others = [
                ("day", "add transactions on two days of one week that \(together)"),
                ("month", "add transactions in two weeks of one month that \(apart)"),
            ]
        case .month:
            others = [
                ("week", "add transactions in two weeks of one month that \(together)"),
                ("year", "add transactions in two months of one year that \(apart)"),
            ]
        case .year:
            others = [
                ("month", "add transactions in two months of one year that \(together)"),
                ("ever", "add transactions in two years that \(apart)"),
            ]
        case .ever: others = [("year", "add transactions in two years that \(together)")]
        case nil: others = []
        }
        for (window, advice) in others { replace(.window, name.range, with: window, in: place, advice: advice) }
    }

    private mutating func visitRolling(_ length: ExpressionSyntax, _ place: Place) {
        var place = place
        place.advice = { [subject] old, _, isHigher in
            isHigher
                ? "add two transactions exactly \(old) apart, which `\(subject)` takes apart"
                : "add two transactions one second less than \(old) apart, which `\(subject)` takes together"
        }
        stepLength(length, place)
    }

    /// A length of time, where nothing else can stand: by a second.
    mutating func stepLength(_ length: ExpressionSyntax, _ place: Place) {
        guard let literal = length.literal else {
            visit(length, place)
            return
        }
        step(literal, length.range, .both, in: place, kind: .length)
    }
}
