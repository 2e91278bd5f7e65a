/// What can be said of a rule without checking it, for those who name it or its code.
struct RuleFacts {
    struct Fact {
        let name: NameSyntax
        /// Nil where the rule's own `else` is wrong.
        let outcome: RuleOutcome?
        let code: String
        /// The code of `conflict … decline`.
        let conflictCode: String?
        /// Whether it never decides.
        let isShadow: Bool

        /// What it does under one of its codes.
        func outcome(of name: String) -> RuleOutcome {
            code == name ? outcome ?? .decline : .decline
        }

        /// Whether it can have an outcome, as far as is known.
        func canHave(_ other: RuleOutcome) -> Bool {
            outcome == nil || outcome == other || (conflictCode != nil && other == .decline)
        }

        /// Whether it can have an outcome under a code.
        func canHave(_ other: RuleOutcome, as name: String) -> Bool {
            (code == name && (outcome == nil || outcome == other)) || (conflictCode == name && other == .decline)
        }
    }

    private var byName: [String: Fact] = [:]
    /// In the order of the policy.
    private(set) var names: [String] = []
    private var byCode: [String: [Fact]] = [:]

    init(of rules: [RuleSyntax]) {
        for rule in rules {
            let fact = RuleFacts.fact(of: rule)
            if byName[rule.name.text] == nil {
                byName[rule.name.text] = fact
                names.append(rule.name.text)
            }
            byCode[fact.code, default: []].append(fact)
            if let code = fact.conflictCode, code != fact.code { byCode[code, default: []].append(fact) }
        }
    }

    subscript(rule name: String) -> Fact? {
        byName[name]
    }

    func rules(withCode code: String) -> [Fact] {
        byCode[code] ?? []
    }

    var shadows: [String] {
        names.filter { byName[$0]?.isShadow ?? false }
    }

    /// The rules that can decide so, the first `count` of them.
    func deciding(_ outcome: RuleOutcome, atMost count: Int) -> [String] {
        Array(
            names.lazy.filter { name in byName[name].map { !$0.isShadow && $0.canHave(outcome) } ?? false }.prefix(
                count))
    }

    /// The codes under which rules can decide so, each once, the first `count` of them.
    func codes(of outcome: RuleOutcome, atMost count: Int) -> [String] {
        var codes: [String] = []
        for name in names where codes.count < count {
            guard let fact = byName[name], !fact.isShadow else { continue }
            for code in [fact.code, fact.conflictCode].compactMap(\.self)
            where fact.canHave(outcome, as: code) && !codes.contains(code) {
                codes.append(code)
            }
        }
        return codes
    }

    var codes: some Sequence<String> {
        byCode.keys
    }

    /// The outcome and the code of a rule: `decline` and its name where it names none.
    static func fact(of rule: RuleSyntax) -> Fact {
        let clauses = RuleClauses(rule)
        var outcome: RuleOutcome? = .decline
        var code = rule.name.text
        var conflictCode: String?
        var isShadow = false
        if case .otherwise(let word, let name) = clauses[.otherwise]?.kind {
            outcome = word.flatMap { RuleOutcome(rawValue: $0.text) }
            code = name?.text ?? code
        }
        if case .conflict(_, _, let name) = clauses[.conflict]?.kind { conflictCode = name?.text ?? rule.name.text }
        // The parser knows no other mode than `shadow`.
        if case .mode = clauses[.mode]?.kind { isShadow = true }
        return Fact(name: rule.name, outcome: outcome, code: code, conflictCode: conflictCode, isShadow: isShadow)
    }
}
