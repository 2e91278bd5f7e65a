extension PolicyChecker {
    /// A rule with all its parts resolved, or nil where a part that it can't do without is missing or wrong.
    mutating func check(_ rule: RuleSyntax, at range: SourceRange) -> CheckedRule? {
        let clauses = RuleClauses(rule)
        let allowed = ClauseSlot.allowed(in: rule.kind)
        func clause(_ slot: ClauseSlot) -> ClauseSyntax.Kind? {
            allowed.contains(slot) ? clauses[slot]?.kind : nil
        }
        let (kinds, filter) = checkOn(clause(.on), of: rule)
        checkClauses(of: rule, at: range, isConditionRight: filter != nil)
        let checkedPart = checkPart(of: rule, clauses)
        let exemption = checkUnless(clause(.unless), of: rule)
        let active = checkActive(clause(.active))
        let outcome = checkElse(clause(.otherwise), of: rule)
        let sentence = checkBecause(clause(.because), of: rule)
        guard let checkedPart, let outcome, let active else { return nil }
        let fact = RuleFacts.fact(of: rule)
        return CheckedRule(
            name: rule.name.text, position: sources.position(of: rule.name.range), range: rule.name.range,
            check: checkedPart, kinds: kinds, filter: filter, exemption: exemption, active: active,
            isShadow: fact.isShadow, outcome: outcome, code: fact.code, sentence: sentence)
    }

    private mutating func checkClauses(of rule: RuleSyntax, at range: SourceRange, isConditionRight: Bool) {
        let isOfOne = isLimitOfOne(rule)
        let allowed = ClauseSlot.allowed(in: isOfOne ? .require : rule.kind)
        var first: [ClauseSlot: SourceRange] = [:]
        for (index, clause) in rule.clauses.enumerated() {
            let slot = ClauseSlot(clause.kind)
            if !allowed.contains(slot) {
                report(CheckMessage.clauseNotAllowed(clause, in: rule.kind, allowed: allowed))
            } else if let earlier = first[slot] {
                report(
                    CheckMessage.clauseTwice(
                        clause, first: earlier,
                        isJoinable: index > 0 && rule.clauses[index - 1].isJoinable(with: clause)))
            } else {
                first[slot] = clause.keyword
            }
        }
        // A clause that could not be read may be the one that is missing.
        guard !syntaxErrors.areAny(in: range), !reportLimitOfOne(rule, at: range, isConditionRight: isConditionRight)
        else { return }
        for slot in ClauseSlot.required(in: rule.kind) where first[slot] == nil {
            report(CheckMessage.clauseMissing(slot, in: rule, currency: header.currency))
        }
    }

    private mutating func checkOn(
        _ clause: ClauseSyntax.Kind?, of rule: RuleSyntax
    ) -> (kinds: [Int], filter: CheckedExpression?) {
        guard case .on(let names, where: let condition) = clause else {
            return (Array(vocabulary.kinds.indices), nil)
        }
        let kinds = checkKinds(names)
        let filter = condition.flatMap { checkRuleCondition($0, of: "where", in: rule) }
        if let condition, filter?.scalar == 0 {
            report(CheckMessage.neverApplies(condition.range, rule: rule.name, text: excerpt(condition)))
        }
        return (kinds, filter?.expression)
    }

    private mutating func checkUnless(_ clause: ClauseSyntax.Kind?, of rule: RuleSyntax) -> CheckedExpression? {
        guard case .unless(let condition) = clause else { return nil }
        let exemption = checkRuleCondition(condition, of: "unless", in: rule)
        if exemption?.scalar == 1 {
            report(CheckMessage.neverChecked(condition.range, rule: rule.name, text: excerpt(condition)))
        }
        return exemption?.expression
    }

    /// In a `unique` nothing may depend on what happened before: whether a repeat is one must not change with the
    /// balance.
    private mutating func checkRuleCondition(
        _ syntax: ExpressionSyntax, of place: String, in rule: RuleSyntax
    ) -> TypedExpression? {
        guard let condition = checkCondition(syntax, of: place) else { return nil }
        if rule.kind == .unique, let use = condition.stateUse {
            report(CheckMessage.stateInUnique(use))
            return nil
        }
        return condition
    }

    /// The part that makes it the kind of rule it is.
    private mutating func checkPart(of rule: RuleSyntax, _ clauses: RuleClauses) -> CheckedRule.Check? {
        switch rule.kind {
        case .unique:
            return checkUnique(rule, clauses)
        case .limit:
            var aggregate: CheckedAggregate?
            if case .measure(let measure) = clauses[.measure]?.kind { aggregate = checkMeasure(measure, of: rule.name) }
            guard case .atMost(let bound) = clauses[.atMost]?.kind else { return nil }
            let limit = checkBound(bound, of: aggregate)
            guard let aggregate, let limit else { return nil }
            return .limit(aggregate, atMost: limit)
        case .require:
            guard case .that(let condition) = clauses[.that]?.kind else { return nil }
            let checked = checkCondition(condition, of: "that")
            if checked?.scalar == 1 {
                report(CheckMessage.neverFails(condition.range, rule: rule.name, text: excerpt(condition)))
            }
            return checked.map { .require($0.expression) }
        }
    }

    private mutating func checkBound(
        _ syntax: ExpressionSyntax, of measure: CheckedAggregate?
    ) -> CheckedExpression? {
        guard let bound = check(syntax), let measure else { return nil }
        guard bound.type == measure.type else {
            report(
                CheckMessage.boundType(
                    syntax.range, text: excerpt(syntax), type: bound.type, measure: measure,
                    replacement: rewriting(syntax, to: measure.type)))
            return nil
        }
        if let value = bound.scalar, value < 0, isNeverBelowZero(measure) {
            report(CheckMessage.boundBelowZero(syntax.range, text: excerpt(syntax)))
            return nil
        }
        if let value = bound.scalar, measure.function.isWhole, value % ExactArithmetic.numberUnit != 0 {
            let whole = value / ExactArithmetic.numberUnit
            report(CheckMessage.boundBetweenCounts(syntax.range, text: excerpt(syntax), whole: whole))
        }
        return bound.expression
    }

    /// Counts are not, and neither is money that a transaction itself has: a load and a withdrawal both have an amount
    /// above zero.
    private func isNeverBelowZero(_ measure: CheckedAggregate) -> Bool {
        switch measure.function {
        case .count, .distinct: return true
        case .sum(let measured), .average(let measured), .largest(let measured), .smallest(let measured):
            guard measured.type == .money, case .field(let field) = measured.kind else { return false }
            return vocabulary.fields.indices.contains(field.index)
                && vocabulary.fields[field.index].origin == .transaction
        }
    }

    private mutating func checkElse(_ clause: ClauseSyntax.Kind?, of rule: RuleSyntax) -> RuleOutcome? {
        guard case .otherwise(let outcome, let code) = clause else { return .decline }
        if let code, EngineCause(rawValue: code.text) != nil {
            report(CheckMessage.codeOfEngine(code))
        }
        // Other words the parser has reported.
        guard let outcome, let known = RuleOutcome(rawValue: outcome.text) else { return nil }
        switch (known, rule.kind) {
        case (.decline, _), (.ignore, .unique), (.review, .limit), (.review, .require): return known
        case (.ignore, .limit), (.ignore, .require), (.review, .unique):
            report(CheckMessage.outcomeNotAllowed(outcome, in: rule.kind))
            return nil
        }
    }
}

extension ClauseSyntax {
    /// Whether it is a condition that must hold, as the one behind it, and `and` can join them as they stand.
    fileprivate func isJoinable(with next: ClauseSyntax) -> Bool {
        guard case .that(let first) = kind, case .that(let second) = next.kind else { return false }
        return first.isConjunct && second.isConjunct
    }
}

extension ExpressionSyntax {
    /// Whether `and` takes the whole of it.
    fileprivate var isConjunct: Bool {
        switch kind {
        case .binary(let operation, _, _, operatorRange: _): operation != .or
        case .name, .boolean, .call, .parenthesized, .unary: true
        case .literal, .list, .conditional, .missing: false
        }
    }
}
