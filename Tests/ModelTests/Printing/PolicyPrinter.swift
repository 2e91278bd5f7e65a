/// Writes a policy as a rules file.
struct PolicyPrinter {
    let policy: Policy
    private let isVaried: Bool
    let terms: TermPrinter
    var random: RandomSource

    /// The file as people would write it.
    static func tidy(_ policy: Policy) -> String {
        var printer = PolicyPrinter(policy, isVaried: false, RandomSource(seed: 0))
        let declarations = printer.header() + printer.declarations() + printer.lets() + printer.rules()
        return Layout.tidy.text(of: declarations.flatMap(\.self), &printer.random)
    }

    /// The same policy in another order, spelling and layout.
    static func varied(_ policy: Policy, _ random: RandomSource) -> String {
        var printer = PolicyPrinter(policy, isVaried: true, random)
        let declarations = printer.mixed(
            printer.header() + printer.declarations() + printer.lets(), into: printer.rules())
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

    func line(_ words: [String]) -> [Token] {
        line(words.map { Token($0) })
    }

    func line(_ tokens: [Token], depth: Int = 0) -> [Token] {
        var tokens = tokens
        tokens[0].beginsLine = true
        tokens[0].depth = depth
        return tokens
    }

    private mutating func header() -> [[Token]] {
        let zone = policy.zone.name == "UTC" && !random.chance(20) ? "UTC" : "\"\(policy.zone.name)\""
        let late =
            policy.late == 0 ? [] : [line([Token("late"), Token("up"), Token("to")] + duration(policy.late))]
        return [
            line(["policy", "\"Model\""]), line(["currency", policy.currency.code]), line(["timezone", zone]),
            line(["week", "starts", LiteralSpelling.weekdays[policy.weekStart]]),
        ] + late
    }

    private mutating func lets() -> [[Token]] {
        policy.lets.map { named in
            line([Token("let"), Token(named.name), Token("=")] + meaning(of: named))
        }
    }

    private mutating func meaning(of named: Let) -> [Token] {
        switch named.meaning {
        case .term(let term): return terms.tokens(of: term, &random)
        case .aggregate(let own):
            let selection = own.kinds.map { self.selection($0, own.filter) } ?? []
            let fallback = own.fallback.map { [Token("or")] + terms.fallback($0, &random) } ?? []
            return aggregate(own.aggregate, selection) + fallback
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
        if let kinds = rule.kinds { clauses.append(selection(kinds, rule.filter)) }
        clauses += checkClauses(of: rule.check)
        if let exemption = rule.exemption {
            clauses.append([Token("unless")] + terms.tokens(of: exemption, &random))
        }
        if let active = rule.active { clauses.append(self.active(active)) }
        if rule.isShadow { clauses.append([Token("mode"), Token("shadow")]) }
        if let outcome = rule.outcome {
            let code = rule.code.map { [Token("as"), Token($0)] } ?? []
            clauses.append([Token("else"), Token(outcome.rawValue)] + code)
        }
        if let sentence = rule.sentence {
            clauses.append([Token("because"), Token("\"\(sentence)\"")])
        }
        return clauses
    }

    private mutating func selection(_ kinds: [Kind], _ filter: Term?) -> [Token] {
        let filter = filter.map { [Token("where")] + terms.tokens(of: $0, &random) } ?? []
        return [Token("on")] + commaSeparated(kinds.map(\.name)) + filter
    }

    private mutating func active(_ active: Active) -> [Token] {
        var words = [Token("active")]
        if let from = active.from { words += [Token("from")] + terms.tokens(of: .literal(from), &random) }
        if let until = active.until { words += [Token("until")] + terms.tokens(of: .literal(until), &random) }
        return words
    }

    private mutating func checkClauses(of check: Check) -> [[Token]] {
        switch check {
        case .unique(let unique):
            var clauses = [[Token("key")] + commaSeparated(unique.key.map(\.name)) + scope(unique.scope)]
            if let within = unique.within { clauses.append([Token("within")] + duration(within)) }
            if let conflict = unique.conflict {
                let fields = conflict.fields.map { [Token("on")] + commaSeparated($0.map(\.name)) } ?? []
                clauses.append(
                    [Token("conflict")] + fields + [Token("decline"), Token("as"), Token(conflict.code)])
            }
            return clauses
        case .limit(let aggregate, let bound):
            return [
                self.aggregate(aggregate, []), [Token("at"), Token("most")] + terms.tokens(of: bound, &random),
            ]
        case .require(let condition):
            return [[Token("that")] + terms.tokens(of: condition, &random)]
        }
    }

    /// `on` stands in the middle of an aggregate that is a `let`, and is a clause of its own in a rule.
    private mutating func aggregate(_ aggregate: Aggregate, _ selection: [Token]) -> [Token] {
        var words: [Token] =
            switch aggregate.function {
            case .count: [Token("count")]
            case .sum(let term): [Token("sum")] + terms.tokens(of: term, &random)
            case .average(let term): [Token("average")] + terms.tokens(of: term, &random)
            case .largest(let term): [Token("largest")] + terms.tokens(of: term, &random)
            case .smallest(let term): [Token("smallest")] + terms.tokens(of: term, &random)
            case .distinct(let field): [Token("distinct"), Token(field.name)]
            }
        switch aggregate.counts {
        case .accepted: break
        case .attempts: words += [Token("of"), Token("attempts")]
        case .declined: words += [Token("of"), Token("declined")]
        }
        return words + selection + scope(aggregate.scope) + [Token("per")] + window(aggregate.window)
    }

    private func scope(_ fields: [Field]?) -> [Token] {
        guard let fields else { return [Token("across"), Token("everyone")] }
        return [Token("per")] + commaSeparated(fields.map(\.name))
    }

    private mutating func window(_ window: Window) -> [Token] {
        switch window {
        case .day: [Token("day")]
        case .week: [Token("week")]
        case .month: [Token("month")]
        case .year: [Token("year")]
        case .ever: [Token("ever")]
        case .rolling(let seconds): [Token("rolling")] + duration(seconds)
        }
    }

    /// Whole minutes, hours or days.
    private mutating func duration(_ seconds: Int64) -> [Token] {
        let units: [(String, Int64)] = [("day", 86_400), ("hour", 3600), ("minute", 60)].filter { seconds % $0.1 == 0 }
        let (unit, length) = isVaried ? random.pick(units) : units[0]
        let count = seconds / length
        return [Token("\(count)"), Token(unit + (count == 1 ? "" : "s"))]
    }

    func commaSeparated(_ names: [String]) -> [Token] {
        var result: [Token] = []
        for name in names {
            if !result.isEmpty { result.append(Token(",")) }
            result.append(Token(name))
        }
        return result
    }
}
