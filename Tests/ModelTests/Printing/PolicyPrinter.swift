/// Writes a policy as a rules file.
struct PolicyPrinter {
    private let policy: Policy
    private let isVaried: Bool
    private let terms: TermPrinter
    private var random: RandomSource

    /// The file as people would write it.
    static func tidy(_ policy: Policy) -> String {
        var printer = PolicyPrinter(policy, isVaried: false, RandomSource(seed: 0))
        let declarations = printer.header() + printer.lets() + printer.rules()
        return Layout.tidy.text(of: declarations.flatMap(\.self), &printer.random)
    }

    /// The same policy in another order, spelling and layout.
    static func varied(_ policy: Policy, _ random: RandomSource) -> String {
        var printer = PolicyPrinter(policy, isVaried: true, random)
        let declarations = printer.mixed(printer.header() + printer.lets(), into: printer.rules())
        let layout: Layout = printer.random.chance(50) ? .tidy : .wild
        return layout.text(of: declarations.flatMap(\.self), &printer.random)
    }

    private init(_ policy: Policy, isVaried: Bool, _ random: RandomSource) {
        self.policy = policy
        self.isVaried = isVaried
        self.random = random
        terms = TermPrinter(
            literals: LiteralSpelling(currency: policy.currency, isVaried: isVaried), hasNeedlessParentheses: isVaried)
    }

    /// The others shuffled in between; rules keep their order.
    private mutating func mixed(_ others: [[Token]], into rules: [[Token]]) -> [[Token]] {
        var result = rules
        for other in others {
            result.insert(other, at: random.index(below: result.count + 1))
        }
        return result
    }

    private func line(_ words: [String]) -> [Token] {
        line(words.map { Token($0) })
    }

    private func line(_ tokens: [Token], depth: Int = 0) -> [Token] {
        var tokens = tokens
        tokens[0].beginsLine = true
        tokens[0].depth = depth
        return tokens
    }

    private func header() -> [[Token]] {
        [
            line(["policy", "\"Model\""]), line(["currency", policy.currency.code]), line(["timezone", "UTC"]),
            line(["week", "starts", LiteralSpelling.weekdays[policy.weekStart]]),
        ]
    }

    private mutating func lets() -> [[Token]] {
        policy.lets.map {
            line([Token("let"), Token($0.name), Token("=")] + terms.tokens(of: $0.term, &random))
        }
    }

    private mutating func rules() -> [[Token]] {
        policy.rules.map { rule in
            let keyword =
                switch rule.check {
                case .unique: "unique"
                case .limit: "limit"
                case .require: "require"
                }
            var clauses = clauses(of: rule)
            if isVaried, random.chance(50) { clauses = random.shuffled(clauses) }
            return line([keyword, rule.name]) + [Token("{")] + clauses.flatMap { line($0, depth: 1) }
                + line([Token("}")])
        }
    }

    private mutating func clauses(of rule: Rule) -> [[Token]] {
        var clauses: [[Token]] = []
        if let kinds = rule.kinds {
            let names = commaSeparated(kinds.map(\.name))
            let filter = rule.filter.map { [Token("where")] + terms.tokens(of: $0, &random) }
            clauses.append([Token("on")] + names + (filter ?? []))
        }
        clauses += checkClauses(of: rule.check)
        if let exemption = rule.exemption {
            clauses.append([Token("unless")] + terms.tokens(of: exemption, &random))
        }
        if let outcome = rule.outcome {
            let code = rule.code.map { [Token("as"), Token($0)] } ?? []
            clauses.append([Token("else"), Token(outcome.rawValue)] + code)
        }
        if let sentence = rule.sentence {
            clauses.append([Token("because"), Token("\"\(sentence)\"")])
        }
        return clauses
    }

    private mutating func checkClauses(of check: Check) -> [[Token]] {
        switch check {
        case .unique(let key, let scope):
            let names = scope.map { [Token("per")] + commaSeparated($0.map(\.rawValue)) }
            return [
                [Token("key")] + commaSeparated(key.map(\.rawValue)) + (names ?? [Token("across"), Token("everyone")])
            ]
        case .limit(let measure, let ofAttempts, let perCustomer, let window, let bound):
            var words: [Token] =
                switch measure {
                case .count: [Token("count")]
                case .sum(let term): [Token("sum")] + terms.tokens(of: term, &random)
                }
            words += (ofAttempts ? ["of", "attempts"] : []).map { Token($0) }
            words += (perCustomer ? ["per", "customer"] : ["across", "everyone"]).map { Token($0) }
            words += [Token("per"), Token(window.rawValue)]
            return [words, [Token("at"), Token("most")] + terms.tokens(of: bound, &random)]
        case .require(let condition):
            return [[Token("that")] + terms.tokens(of: condition, &random)]
        }
    }

    private func commaSeparated(_ names: [String]) -> [Token] {
        var result: [Token] = []
        for name in names {
            if !result.isEmpty { result.append(Token(",")) }
            result.append(Token(name))
        }
        return result
    }
}
