/// What the lints know of a policy, computed once.
package struct LintContext {
    package let policy: CheckedPolicy
    let vocabulary: Vocabulary
    let ranges: ValueRanges
    let cover: WindowCover
    let transactionBounds: TransactionBounds
    private let facts: [ValueFacts?]
    private let words: @Sendable (Int64, ValueType) -> String

    /// A context. The host writes values as people read them: the language itself does not know how.
    package init(
        _ policy: CheckedPolicy, _ vocabulary: Vocabulary, words: @escaping @Sendable (Int64, ValueType) -> String
    ) {
        self.policy = policy
        self.vocabulary = vocabulary
        self.words = words
        ranges = ValueRanges(policy, vocabulary)
        cover = WindowCover(policy.zone)
        transactionBounds = TransactionBounds(policy, ranges)
        facts = Self.facts(policy, ranges)
    }

    /// A value as people read it.
    func text(_ value: Int64, _ type: ValueType) -> String { words(value, type) }

    /// A moment as `active` would have it: a date where the policy's day begins, or else a time.
    func date(_ time: Int64) -> String {
        let local = time + policy.zone.offset(at: time)
        let day = (local + 43_200) >= 0 ? (local + 43_200) / 86_400 : (local - 43_199) / 86_400
        return policy.zone.start(ofDay: day) == time ? text(day, .date) : text(time, .time)
    }

    /// What holds of the transactions that a rule is about; nil where there are none.
    func facts(of rule: Int) -> ValueFacts? { facts[rule] }

    /// What holds of the transactions that a rule counts, also outside of its dates; nil where there are none.
    func countedFacts(of rule: Int) -> ValueFacts? {
        let counting = policy.rules[rule]
        return counting.active == .always ? facts[rule] : ValueFacts(countedBy: counting, ranges)
    }

    private static func facts(_ policy: CheckedPolicy, _ ranges: ValueRanges) -> [ValueFacts?] {
        // Most rules say no more than their kinds.
        var plain: [[Int]: ValueFacts?] = [:]
        return policy.rules.map { rule in
            let isPlain = rule.filter == nil && rule.active == .always
            if isPlain, let known = plain[rule.kinds] { return known }
            let facts = ValueFacts(rule, ranges, .join)
            if isPlain { plain[rule.kinds] = .some(facts) }
            return facts
        }
    }

    /// A transaction that a rule may check.
    func setting(of rule: CheckedRule, but condition: CheckedExpression? = nil, holds: Bool = true) -> LintSetting {
        var facts = ValueFacts(rule, ranges, .choose)
        if let condition, var more = facts, more.assume(condition, holds) { facts = more }
        return LintSetting(kinds: rule.kinds, values: facts?.example ?? [:], active: rule.active)
    }

    /// The setting under which limits that go by tables allow most: the best entry of each table, where its field is free.
    func mostAllowed(_ setting: LintSetting, by rules: [Int]) -> LintSetting {
        var values = setting.values
        for rule in rules {
            guard case .limit(_, atMost: let bound) = policy.rules[rule].check else { continue }
            for table in bound.tables.map({ policy.tables[$0.index] }) where values[table.key] == nil {
                guard let best = table.entries.max(by: { $0.value < $1.value }) else { continue }
                if best.value > table.otherwise { values[table.key] = best.key }
            }
        }
        return LintSetting(kinds: setting.kinds, values: values, active: setting.active)
    }

    /// Where a rule says how much it allows.
    func boundRange(of rule: Int) -> SourceRange {
        guard case .limit(_, atMost: let bound) = policy.rules[rule].check else { return policy.rules[rule].range }
        return bound.range
    }
}
