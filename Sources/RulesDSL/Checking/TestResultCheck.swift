extension PolicyChecker {
    /// What a test expects: the rule or the code must exist, and must be able to do that.
    mutating func checkResult(_ result: TestEntrySyntax.Result, _ facts: RuleFacts) -> CheckedTest.Entry.Result? {
        switch result {
        case .accepted: .accepted
        case .reviewedAs(let code): checkCode(code, outcome: .review, facts).map { .reviewed(code: $0) }
        case .declinedAs(let code): checkCode(code, outcome: .decline, facts).map { .declinedAs(code: $0) }
        case .declinedBy(let rule): checkRule(rule, outcome: .decline, facts).map { .declined(rule: $0) }
        case .ignoredBy(let rule): checkRule(rule, outcome: .ignore, facts).map { .ignored(rule: $0) }
        }
    }

    private mutating func checkRule(_ name: NameSyntax, outcome: RuleOutcome, _ facts: RuleFacts) -> String? {
        guard !name.text.isEmpty else { return nil }
        guard let fact = facts[rule: name.text] else {
            if let withCode = facts.rules(withCode: name.text).first {
                report(CheckMessage.codeForRule(name, rule: withCode.name.text))
            } else {
                let near = suggestion(for: name.text, among: facts.names)
                if near != nil || !hidesNames {
                    let known = canSuggest ? facts.deciding(outcome, atMost: CheckMessage.mostNames + 1) : nil
                    report(CheckMessage.unknownRule(name, suggestion: near, outcome: outcome, known: known))
                }
            }
            return nil
        }
        guard !fact.isShadow else {
            report(CheckMessage.shadowDecides(name, rule: fact))
            return nil
        }
        // A rule whose own outcome is wrong has been reported there.
        guard let actual = fact.outcome else { return nil }
        guard fact.canHave(outcome) else {
            report(CheckMessage.ruleOutcome(name, expected: outcome, actual: actual, rule: fact))
            return nil
        }
        return name.text
    }

    private mutating func checkCode(_ name: NameSyntax, outcome: RuleOutcome, _ facts: RuleFacts) -> String? {
        guard !name.text.isEmpty else { return nil }
        if let cause = EngineCause(rawValue: name.text) {
            guard cause == .transactionTooLate || outcome == .decline else {
                report(CheckMessage.engineCauseReviewed(name))
                return nil
            }
            return name.text
        }
        let rules = facts.rules(withCode: name.text)
        guard !rules.isEmpty else {
            if let fact = facts[rule: name.text] {
                report(CheckMessage.ruleForCode(name, code: fact.code))
            } else if syntaxErrors.isEmpty {
                let near = suggestion(for: name.text, among: facts.codes)
                let known = canSuggest ? facts.codes(of: outcome, atMost: CheckMessage.mostNames + 1) : nil
                report(CheckMessage.unknownCode(name, suggestion: near, outcome: outcome, known: known))
            }
            return nil
        }
        let deciding = rules.filter { !$0.isShadow }
        if deciding.isEmpty, let shadow = rules.first {
            report(CheckMessage.shadowDecides(name, rule: shadow))
            return nil
        }
        guard deciding.contains(where: { $0.canHave(outcome, as: name.text) }) else {
            if let first = deciding.first {
                report(
                    CheckMessage.codeOutcome(name, expected: outcome, actual: first.outcome(of: name.text), rule: first)
                )
            }
            return nil
        }
        return name.text
    }

    /// `shadow RULE`: each a rule that is evaluated only, and each once.
    mutating func checkShadows(_ names: [NameSyntax], _ facts: RuleFacts) -> [String]? {
        var first: [String: NameSyntax] = [:]
        var isWhole = true
        for name in names where !name.text.isEmpty {
            if let earlier = first[name.text] {
                report(CheckMessage.fieldTwice(name, first: earlier))
            } else if let fact = facts[rule: name.text] {
                first[name.text] = name
                if !fact.isShadow {
                    report(CheckMessage.notShadow(name, rule: fact))
                    isWhole = false
                }
            } else {
                let near = suggestion(for: name.text, among: facts.shadows)
                if near != nil || !hidesNames {
                    report(CheckMessage.unknownShadow(name, suggestion: near, known: canSuggest ? facts.shadows : nil))
                }
                isWhole = false
            }
        }
        return isWhole ? names.map(\.text) : nil
    }
}
