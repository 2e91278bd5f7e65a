/// What is said of a rule in advice.
struct RuleAdvice {
    /// What becomes of a transaction that fails the rule, as a test says it.
    let failing: String
    /// `load`, `withdrawal` or `transaction`.
    let noun: String
    let isShadow: Bool

    init(_ rule: RuleSyntax, _ clauses: RuleClauses) {
        var outcome = "decline"
        var code = rule.name.text
        if case .otherwise(let word, let name) = clauses[.otherwise]?.kind {
            outcome = word?.text ?? outcome
            code = name?.text ?? code
        }
        isShadow = clauses[.mode] != nil
        switch RuleOutcome(rawValue: outcome) {
        case .review where !isShadow: failing = "`reviewed as \(code)`"
        case .ignore where !isShadow: failing = "`ignored by \(rule.name.text)`"
        case .decline where !isShadow, nil: failing = "`declined by \(rule.name.text)`"
        case .decline, .review, .ignore: failing = "`shadow \(rule.name.text)`"
        }
        if case .on(let kinds, _) = clauses[.on]?.kind, kinds.count == 1 {
            noun = kinds[0].text
        } else {
            noun = "transaction"
        }
    }
}

extension MutationFinder {
    mutating func visit(_ rule: RuleSyntax, _ declaration: DeclarationSyntax) {
        subject = rule.name.text
        let clauses = RuleClauses(rule)
        let words = RuleAdvice(rule, clauses)
        remove(
            .rule, declaration.range, shown: "\(rule.kind.rawValue) \(rule.name.text)",
            advice: "add a transaction that fails no other rule: \(words.failing)")
        for clause in rule.clauses { visit(clause, of: rule, words) }
        addMissing(clauses, rule, words)
    }

    private mutating func visit(_ clause: ClauseSyntax, of rule: RuleSyntax, _ words: RuleAdvice) {
        switch clause.kind {
        case .on(let kinds, where: let condition):
            visitKinds(kinds, clause, words)
            if let condition { visitFilter(condition, behind: kinds.last?.range, Place(clause.range), words) }
        case .key(let names, scope: let scope): visitKey(names, scope, clause, words)
        case .within(let length): visitWithin(length, clause, words)
        case .conflict(on: let names, outcome: _, code: let code):
            if !words.isShadow { visitConflict(names, code, clause) }
        case .measure(let aggregate): visit(aggregate, Place(clause.range), words)
        case .atMost(let bound): visitBound(bound, clause, of: rule, words)
        case .that(let condition): visit(condition, Place(clause.range))
        case .unless(let condition): visitExemption(condition, clause, words)
        case .active(from: let from, until: let until): visitActive(from, until, clause, words)
        case .mode:
            remove(.mode, clause.range, advice: "add a transaction: `accepted \(words.failing.dropFirst())")
        case .otherwise(let outcome, code: _): if !words.isShadow { visitOutcome(outcome, of: rule, clause, words) }
        case .because: break
        }
    }

    /// What a rule says without saying it: that it is about all kinds, and that it declines.
    private mutating func addMissing(_ clauses: RuleClauses, _ rule: RuleSyntax, _ words: RuleAdvice) {
        guard let first = rule.clauses.first, let last = rule.clauses.last else { return }
        if clauses[.on] == nil {
            for kind in vocabulary.kinds {
                insert(
                    .kinds, "on \(kind)\n  ", at: first.range.start,
                    advice: "add a transaction that is no \(kind): \(words.failing)")
            }
        }
        if clauses[.otherwise] == nil, !words.isShadow {
            let other: RuleOutcome = rule.kind == .unique ? .ignore : .review
            insert(
                .outcome, "\n  else \(other.rawValue)", at: last.range.end,
                advice: "add a transaction: \(words.failing)")
        }
    }

    // MARK: Which transactions

    /// `on load` becomes both kinds, and both become one.
    mutating func visitKinds(_ kinds: [NameSyntax], in place: Place, _ words: RuleAdvice?) {
        guard let first = kinds.first, let last = kinds.last else { return }
        let failing = words.map { ": \($0.failing)" } ?? " and makes a difference"
        if kinds.count > 1 {
            for (kind, removal) in zip(kinds, Self.removals(of: kinds.map(\.range))) {
                replace(.kinds, removal, with: "", in: place, advice: "add a \(kind.text) that counts\(failing)")
            }
        }
        for kind in vocabulary.kinds where !kinds.contains(where: { $0.text == kind }) {
            let advice =
                words.map { "add a \(kind) that would be \($0.failing) if `\(subject)` were about it" }
                ?? "add a \(kind) that `\(subject)` does not count"
            replace(
                .kinds, first.range.union(last.range).end, with: ", \(kind)", in: place, advice: advice)
        }
    }

    private mutating func visitKinds(_ kinds: [NameSyntax], _ clause: ClauseSyntax, _ words: RuleAdvice) {
        visitKinds(kinds, in: Place(clause.range), words)
    }

    /// `where` is removed and turned round.
    mutating func visitFilter(
        _ condition: ExpressionSyntax, behind last: SourceRange?, _ place: Place, _ words: RuleAdvice?
    ) {
        let written = text(condition.range)
        if let last {
            let range = SourceRange(file: last.file, lower: last.upper, upper: condition.range.upper)
            let would = words.map { "and which would be \($0.failing) if it did" } ?? "and which is not counted"
            remove(.condition, range, advice: "add a transaction for which `\(written)` does not hold, \(would)")
        }
        if !condition.isTurnedRound {
            replace(
                .condition, condition.range, with: "not (\(written))", in: place,
                advice: "add a transaction for which `\(written)` holds" + (words.map { ": \($0.failing)" } ?? ""))
        }
        visit(condition, place)
    }

    private mutating func visitExemption(_ condition: ExpressionSyntax, _ clause: ClauseSyntax, _ words: RuleAdvice) {
        let written = text(condition.range)
        remove(
            .condition, clause.range,
            advice: "add a transaction for which `\(written)` holds, and which would be \(words.failing) without it")
        if !condition.isTurnedRound {
            replace(
                .condition, condition.range, with: "not (\(written))", in: Place(clause.range),
                advice: "add a transaction for which `\(written)` does not hold: \(words.failing)")
        }
        visit(condition, Place(clause.range))
    }

    private mutating func visitActive(
        _ from: ExpressionSyntax?, _ until: ExpressionSyntax?, _ clause: ClauseSyntax, _ words: RuleAdvice
    ) {
        if let from {
            let place = Place(clause.range) { old, new, isHigher in
                isHigher
                    ? "add a transaction right at the beginning of \(old): \(words.failing)"
                    : "add a transaction before \(old), not before \(new), that would be \(words.failing) later"
            }
            visit(from, place)
        }
        if let until {
            let place = Place(clause.range) { old, new, isHigher in
                isHigher
                    ? "add a transaction from \(old) on, before \(new), that would be \(words.failing) earlier"
                    : "add a transaction from \(new) on, before \(old): \(words.failing)"
            }
            visit(until, place)
        }
    }

    // MARK: Bounds and outcomes

    private mutating func visitBound(
        _ bound: ExpressionSyntax, _ clause: ClauseSyntax, of rule: RuleSyntax, _ words: RuleAdvice
    ) {
        guard bound.literal != nil, case .measure(let aggregate) = RuleClauses(rule)[.measure]?.kind else {
            visit(bound, Place(clause.range))
            return
        }
        let measured = words.measured(aggregate, text: { text($0) })
        let place = Place(clause.range) { old, new, isHigher in
            isHigher
                ? "add a \(words.noun) that brings \(measured) to exactly \(new): \(words.failing)"
                : "add a \(words.noun) that brings \(measured) to exactly \(old), and passes"
        }
        visit(bound, place)
    }

    private mutating func visitOutcome(
        _ outcome: NameSyntax?, of rule: RuleSyntax, _ clause: ClauseSyntax, _ words: RuleAdvice
    ) {
        guard let outcome, let written = RuleOutcome(rawValue: outcome.text) else { return }
        let other: RuleOutcome
        switch written {
        case .decline: other = rule.kind == .unique ? .ignore : .review
        case .review, .ignore: other = .decline
        }
        replace(
            .outcome, outcome.range, with: other.rawValue, in: Place(clause.range),
            advice: "add a transaction: \(words.failing)")
    }

    // MARK: Keys

    private mutating func visitKey(
        _ names: [NameSyntax], _ scope: ScopeSyntax?, _ clause: ClauseSyntax, _ words: RuleAdvice
    ) {
        if names.count > 1 {
            for (name, removal) in zip(names, Self.removals(of: names.map(\.range))) {
                replace(
                    .key, removal, with: "", in: Place(clause.range),
                    advice: "add two transactions that differ in `\(name.text)` only, and are no repeats")
            }
        }
        visit(scope, of: "key", Place(clause.range))
    }

    private mutating func visitWithin(_ length: ExpressionSyntax, _ clause: ClauseSyntax, _ words: RuleAdvice) {
        let place = Place(clause.range) { old, _, isHigher in
            isHigher
                ? "add a repeat exactly \(old) later, which is none"
                : "add a repeat one second less than \(old) later: \(words.failing)"
        }
        stepLength(length, place)
    }

    private mutating func visitConflict(_ names: [NameSyntax], _ code: NameSyntax?, _ clause: ClauseSyntax) {
        let result = "`declined as \(code?.text ?? subject)`"
        remove(.conflict, clause.range, advice: "add a repeat of a key with another content: \(result)")
        guard names.count > 1 else { return }
        for (name, removal) in zip(names, Self.removals(of: names.map(\.range))) {
            replace(
                .conflict, removal, with: "", in: Place(clause.range),
                advice: "add a repeat of a key that differs in `\(name.text)` only: \(result)")
        }
    }
}
