/// Makes random policies over the whole language, such that transactions meet their rules.
struct PolicyGenerator {
    private var random: RandomSource
    private var terms: TermGenerator
    private let scale: MoneyScale

    /// A policy about the amounts, days and texts that the stream will have.
    static func policy(_ random: RandomSource, _ scale: MoneyScale, anchorDay: Int64, texts: [Text]) -> Policy {
        var generator = PolicyGenerator(random, scale, anchorDay: anchorDay, texts: texts)
        return generator.policy()
    }

    private init(_ random: RandomSource, _ scale: MoneyScale, anchorDay: Int64, texts: [Text]) {
        var random = random
        self.scale = scale
        terms = TermGenerator(scale: scale, anchorDay: anchorDay, texts: texts, random: random.split())
        self.random = random
    }

    private mutating func policy() -> Policy {
        var policy = Policy()
        policy.currency = random.chance(60) ? .dollar : random.pick(ModelCurrency.all)
        policy.weekStart = random.chance(40) ? 0 : random.index(below: 7)
        if random.chance(15) {
            policy.rules = usualRules()
            return policy
        }
        for number in 0..<random.index(below: 4) {
            policy.lets.append(makeLet(number))
            terms.lets = policy.lets
        }
        let count = 1 + random.index(below: random.chance(10) ? 12 : 6)
        policy.rules = (0..<count).map { rule($0, lets: policy.lets) }
        if random.chance(60) { policy.rules.insert(duplicateRule(), at: random.index(below: policy.rules.count + 1)) }
        policy.lets = random.shuffled(policy.lets)
        return policy
    }

    private mutating func makeLet(_ number: Int) -> Let {
        let type = random.pick([ModelType.money, .money, .number, .number, .boolean, .duration, .text, .weekday, .date])
        let term =
            type == .boolean
            ? small { $0.condition(depth: 2) }
            : random.chance(50) ? terms.constant(type) : small { $0.variable(type, depth: 2) }
        return Let(name: random.pick(["cap", "usual", "let-it", "x"]) + "-\(number)", type: type, term: term)
    }

    /// A term that stays within the limits of the language, with every `let` in its place.
    private mutating func small(_ make: (inout TermGenerator) -> Term) -> Term {
        while true {
            let term = make(&terms)
            if term.size(with: terms.lets) <= 60 { return term }
        }
    }

    // MARK: Rules

    /// Rules as most files have them, which the engine may have a shorter way for.
    private mutating func usualRules() -> [Rule] {
        func money(_ factor: Int64) -> Term { .literal(.money(scale.amounts[4] * factor)) }
        var rules = [
            Rule("daily-count", .count(atMost: .literal(.number(random.int(2...6) * 1_000_000))), on: [.load]),
            Rule("daily-amount", .sum(atMost: money(random.int(1...4))), on: [.load], as: "LimitExceeded"),
            Rule("weekly-amount", .sum(atMost: money(random.int(4...20)), per: .week), on: [.load], as: "Weekly"),
            Rule("monthly-count", .count(atMost: 40, per: .month), on: [.withdrawal], else: .review),
            Rule("funds", .require(.balance >= .amount), on: [.withdrawal], else: .decline, as: "InsufficientFunds"),
        ].filter { _ in random.chance(75) }
        if random.chance(30) { rules = random.shuffled(rules) }
        if random.chance(85) { rules.insert(duplicateRule(), at: random.chance(80) ? 0 : rules.count) }
        return rules
    }

    private mutating func duplicateRule() -> Rule {
        Rule(
            "duplicates", .unique(key: [.id], scope: random.chance(80) ? [.customer] : nil), else: .ignore,
            as: random.chance(80) ? "DuplicateTxn" : nil)
    }

    private mutating func rule(_ number: Int, lets: [Let]) -> Rule {
        let kind = random.index(below: 10)
        terms.allowsState = kind >= 2
        // A `let` with the balance in it has no place in a `unique`.
        terms.lets = kind >= 2 ? lets : lets.filter { !usesBalance($0.term, lets) }
        defer { terms.lets = lets }
        let check: Check =
            switch kind {
            case 0, 1: uniqueCheck()
            case 2...7: limitCheck()
            default: .require(small { $0.condition(depth: 3) })
            }
        let name = random.pick(["daily-cap", "r", "rule-of-7", "a1-b2", "burst"]) + "-\(number)"
        var rule = Rule(name, check)
        addConditions(to: &rule)
        addOutcome(to: &rule)
        if case .require = check, random.chance(70) { soften(&rule) }
        return rule
    }

    private func usesBalance(_ term: Term, _ lets: [Let]) -> Bool {
        if term == .balance { return true }
        if case .name(let name) = term, let found = lets.first(where: { $0.name == name }) {
            return usesBalance(found.term, lets)
        }
        return term.parts.contains { usesBalance($0, lets) }
    }

    private mutating func addConditions(to rule: inout Rule) {
        if random.chance(60) {
            rule.kinds = random.pick([[.load], [.load], [.withdrawal], [.load, .withdrawal], [.withdrawal, .load]])
            if random.chance(35) { rule.filter = small { $0.condition(depth: 2) } }
        }
        if random.chance(20) { rule.exemption = small { $0.condition(depth: 2) } }
    }

    private mutating func addOutcome(to rule: inout Rule) {
        if random.chance(85) {
            if case .unique = rule.check {
                rule.outcome = random.chance(50) ? .ignore : .decline
            } else {
                rule.outcome = random.chance(35) ? .review : .decline
            }
            if random.chance(75) { rule.code = random.pick(["LimitExceeded", "Odd", "Check_1", "Too-Much", "X"]) }
        }
        if random.chance(15) {
            if case .limit = rule.check {
                rule.sentence = "{used} and {this} make {total}: {excess} over {limit} in {window}"
            } else {
                rule.sentence = "{{{rule}}} {code}: {id} of {customer}, {kind} of {amount} at {time}"
            }
        }
    }

    /// A condition that is false half of the time would decline half of everything: most apply to a part only.
    private mutating func soften(_ rule: inout Rule) {
        if random.chance(50) {
            rule.outcome = .review
        } else if rule.kinds == nil || rule.filter == nil {
            rule.kinds = rule.kinds ?? [random.pick(Kind.allCases)]
            rule.filter = small { $0.condition(depth: 1) }
        }
    }

    private mutating func uniqueCheck() -> Check {
        let fields = Field.allCases.filter { $0 != .balance }
        var key = random.pick([
            [Field.id], [.id], [.id, .amount], [.amount, .date], [.amount, .time], [.customer, .id], [.time],
            [.hour, .date],
            [.id, .kind], [.weekday, .amount, .kind],
        ])
        if random.chance(15) { key = Array(random.shuffled(fields).prefix(1 + random.index(below: 3))) }
        let scope = random.shuffled(fields.filter { !key.contains($0) })
        if random.chance(30) { return .unique(key: key, scope: nil) }
        if random.chance(70), !key.contains(.customer) { return .unique(key: key, scope: [.customer]) }
        return .unique(key: key, scope: Array(scope.prefix(1 + random.index(below: 2))))
    }

    private mutating func limitCheck() -> Check {
        let window = random.pick([Window.day, .day, .day, .week, .week, .month, .year, .ever])
        let attempts = random.chance(30)
        let perCustomer = random.chance(80)
        func limit(_ measure: Measure, _ bound: Term) -> Check {
            .limit(measure, ofAttempts: attempts, perCustomer: perCustomer, window: window, atMost: bound)
        }
        switch random.index(below: 10) {
        case 0...3: return limit(.count, countBound(window))
        case 4...7:
            return limit(
                .sum(random.chance(60) ? .amount : small { $0.variable(.money, depth: 3) }), moneyBound(window))
        case 8:
            let signed = Term.choice(.kind.is(.on(.load)), then: .amount, otherwise: -.amount)
            return limit(.sum(signed), moneyBound(window))
        default: return limit(.sum(small { $0.any(.number, depth: 3) }), small { $0.any(.number, depth: 2) })
        }
    }

    private mutating func countBound(_ window: Window) -> Term {
        let few = random.int(1...(window == .day ? 5 : 20))
        switch random.index(below: 10) {
        case 0: return .literal(.number(few * 1_000_000 + 500_000))
        case 1: return small { $0.any(.number, depth: 2) }
        case 2: return .choice(small { $0.condition(depth: 1) }, then: .literal(.number(few * 1_000_000)), otherwise: 1)
        default: return .literal(.number(few * 1_000_000))
        }
    }

    private mutating func moneyBound(_ window: Window) -> Term {
        let factor: Int64 = window == .day ? 4 : 30
        switch random.index(below: 10) {
        case 0: return small { $0.any(.money, depth: 2) }
        case 1: return .literal(.money(.max - random.int(0...5)))
        default: return .literal(.money(scale.usual(&random) * random.int(1...factor)))
        }
    }
}
