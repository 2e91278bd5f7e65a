/// Makes random policies over the whole language, such that transactions meet their rules.
struct PolicyGenerator {
    var random: RandomSource
    var terms: TermGenerator
    let setting: Setting
    var scale: MoneyScale { setting.scale }
    var policy = Policy()

    /// A policy about what the stream will have.
    static func policy(_ random: RandomSource, _ setting: Setting) -> Policy {
        var generator = PolicyGenerator(random, setting)
        generator.make()
        return generator.policy
    }

    private init(_ random: RandomSource, _ setting: Setting) {
        var random = random
        self.setting = setting
        terms = TermGenerator(setting, random: random.split())
        self.random = random
    }

    private mutating func make() {
        policy.currency = random.chance(60) ? .dollar : random.pick(ModelCurrency.all)
        policy.zone = setting.zone
        policy.weekStart = random.chance(40) ? 0 : random.index(below: 7)
        if random.chance(45) {
            policy.late = setting.someLength(&random, upToDays: 366)
        }
        if random.chance(15) {
            policy.rules = usualRules()
            return
        }
        if random.chance(65) { addFields() }
        if random.chance(35) { addLists() }
        if random.chance(35) { addTables() }
        for number in 0..<random.index(below: 5) {
            policy.lets.append(makeLet(number))
            terms.lets = policy.lets
        }
        let count = 1 + random.index(below: random.chance(10) ? 12 : 6)
        policy.rules = (0..<count).map { rule($0) }
        if random.chance(60) { policy.rules.insert(duplicateRule(), at: random.index(below: policy.rules.count + 1)) }
        policy.lets = random.shuffled(policy.lets)
    }

    /// A term that stays within the limits of the language, with every `let` in its place.
    mutating func small(_ make: (inout TermGenerator) -> Term) -> Term {
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
        if random.chance(60) { rules += rollingRules(atMost: money(random.int(1...6))) }
        if random.chance(30) { rules = random.shuffled(rules) }
        if random.chance(85) { rules.insert(duplicateRule(), at: random.chance(80) ? 0 : rules.count) }
        return rules
    }

    /// Rules about one rolling window, which count the same transactions or almost the same.
    private mutating func rollingRules(atMost bound: Term) -> [Rule] {
        let window = Window.rolling(setting.someLength(&random, upToDays: random.chance(50) ? 3 : 3_660))
        let counts = Term.literal(.number(random.int(1...9) * 1_000_000))
        var rules = [
            Rule("burst", .sum(atMost: bound, per: window), on: [.load], as: "Burst"),
            Rule("burst-count", .count(atMost: counts, per: window), on: [.load], as: "Burst"),
            Rule("burst-review", .sum(atMost: bound, per: window), on: [.load], else: .review),
        ].filter { _ in random.chance(75) }
        for index in rules.indices {
            if random.chance(10) { rules[index].isShadow = true }
            if random.chance(10) { rules[index].exemption = small { $0.condition(depth: 1) } }
            if random.chance(10) { rules[index].filter = small { $0.condition(depth: 1) } }
        }
        return rules
    }

    private mutating func duplicateRule() -> Rule {
        Rule(
            "duplicates", .unique(Unique(key: [.id], scope: random.chance(80) ? [.customer] : nil)), else: .ignore,
            as: random.chance(80) ? "DuplicateTxn" : nil)
    }

    private mutating func rule(_ number: Int) -> Rule {
        let kind = random.index(below: 10)
        terms.allowsState = kind >= 2
        // A `let` with the balance or an aggregate in it has no place in a `unique`.
        terms.lets = kind >= 2 ? policy.lets : policy.lets.filter { !policy.usesState($0) }
        defer { terms.lets = policy.lets }
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

    private mutating func addConditions(to rule: inout Rule) {
        if random.chance(60) {
            rule.kinds = kinds()
            if random.chance(35) { rule.filter = small { $0.condition(depth: 2) } }
        }
        if random.chance(20) { rule.exemption = small { $0.condition(depth: 2) } }
        if random.chance(12) { rule.active = active() }
        if random.chance(15) { rule.isShadow = true }
    }

    mutating func kinds() -> [Kind] {
        random.pick([[.load], [.load], [.withdrawal], [.load, .withdrawal], [.withdrawal, .load]])
    }

    private mutating func active() -> Active? {
        func moment(_ random: inout RandomSource) -> (time: Int64, value: Value) {
            let time = setting.someTime(&random)
            if random.chance(40) { return (time, .time(time)) }
            let day = Calendar.dayNumber(of: time)
            return (setting.zone.begin(ofDay: day), .date(day))
        }
        let first = moment(&random)
        let second = moment(&random)
        let (earlier, later) = first.time < second.time ? (first, second) : (second, first)
        guard earlier.time < later.time else { return nil }
        switch random.index(below: 3) {
        case 0: return Active(from: earlier.value, until: nil)
        case 1: return Active(from: nil, until: later.value)
        default: return Active(from: earlier.value, until: later.value)
        }
    }

    private mutating func addOutcome(to rule: inout Rule) {
        if random.chance(85) {
            if case .unique = rule.check {
                rule.outcome = random.chance(50) ? .ignore : .decline
            } else {
                rule.outcome = random.chance(35) ? .review : .decline
            }
            if random.chance(75) { rule.code = code() }
        }
        if random.chance(15) {
            if case .limit = rule.check {
                rule.sentence = "{used} and {this} make {total}: {excess} over {limit} in {window}"
            } else {
                rule.sentence = "{{{rule}}} {code}: {id} of {customer}, {kind} of {amount} at {time}"
            }
        }
    }

    mutating func code() -> String {
        random.pick(["LimitExceeded", "Odd", "Check_1", "Too-Much", "X"])
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
}

extension Policy {
    /// Whether a term depends on more than the transaction itself.
    func usesState(_ term: Term) -> Bool {
        if term == .balance { return true }
        if case .name(let name) = term, let found = lets.first(where: { $0.name == name }) { return usesState(found) }
        return term.parts.contains { usesState($0) }
    }

    func usesState(_ named: Let) -> Bool {
        switch named.meaning {
        case .term(let term): usesState(term)
        case .aggregate: true
        }
    }
}
