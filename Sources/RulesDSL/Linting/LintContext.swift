/// What the lints know of a policy, computed once.
package struct LintContext {
    package let policy: CheckedPolicy
    let vocabulary: Vocabulary
    let ranges: ValueRanges
    let cover: WindowCover
    let transactionBounds: TransactionBounds
    private let facts: [ValueFacts?]
    /// Of lengths of rolling windows, by their seconds: as the first limit that has one writes it.
    private let lengths: [Int64: String]
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
        lengths = Self.lengths(policy)
    }

    /// A value as people read it.
    func text(_ value: Int64, _ type: ValueType) -> String { words(value, type) }

    /// The length of a rolling window as the policy writes it.
    func length(_ seconds: Int64) -> String { lengths[seconds] ?? DurationWords.text(window: seconds) }

    private static func lengths(_ policy: CheckedPolicy) -> [Int64: String] {
        var lengths: [Int64: String] = [:]
        for rule in policy.rules {
            guard case .limit(let aggregate, atMost: _) = rule.check, case .rolling(let seconds) = aggregate.window,
                lengths[seconds] == nil, let range = aggregate.lengthRange
            else { continue }
            // The name of a `let` says nothing of how long that is.
            lengths[seconds] = excerpt(range, of: policy).flatMap { $0.first?.isNumber == true ? $0 : nil }
        }
        return lengths
    }

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
        return counting.active == .always ? facts[rule] : Self.facts(countedBy: counting, ranges)
    }

    /// What holds of all transactions of some kinds.
    func facts(ofKinds kinds: [Int]) -> ValueFacts? { ValueFacts(kinds: kinds, active: .always, ranges, .join) }

    private static func facts(countedBy rule: CheckedRule, _ ranges: ValueRanges) -> ValueFacts? {
        guard var facts = ValueFacts(kinds: rule.kinds, active: .always, ranges, .join) else { return nil }
        if let filter = rule.filter, !facts.assumeFully(filter, true) { return nil }
        return facts
    }

    private static func facts(_ policy: CheckedPolicy, _ ranges: ValueRanges) -> [ValueFacts?] {
        // Most rules say of the time and the kind what others say, too.
        var plain: [[Int]: ValueFacts?] = [:]
        return policy.rules.map { rule in
            guard rule.active == .always else { return ValueFacts(rule, ranges, .join) }
            let known = plain[rule.kinds] ?? ValueFacts(kinds: rule.kinds, active: .always, ranges, .join)
            plain[rule.kinds] = .some(known)
            guard var facts = known else { return nil }
            if let filter = rule.filter, !facts.assumeFully(filter, true) { return nil }
            return facts
        }
    }

    /// A transaction that a rule may check.
    func setting(of rule: CheckedRule, but condition: CheckedExpression? = nil, holds: Bool = true) -> LintSetting {
        var facts = ValueFacts(rule, ranges, .choose)
        if let condition, var more = facts, more.assume(condition, holds) { facts = more }
        return LintSetting(kinds: rule.kinds, values: facts?.example ?? [:], active: rule.active)
    }

    /// A transaction that a limit may check and that passes the conditions of others, as far as there is one, under
    /// which limits that go by tables allow most.
    package func setting(of limit: Int, passing rules: [Int], mostAllowedBy limits: [Int]) -> LintSetting {
        let rule = policy.rules[limit]
        var facts = ValueFacts(rule, ranges, .choose)
        for other in rules {
            if var more = facts, more.pass(policy.rules[other]) { facts = more }
        }
        let setting = LintSetting(kinds: rule.kinds, values: facts?.example ?? [:], active: rule.active)
        return mostAllowed(setting, by: limits)
    }

    /// The setting under which limits that go by tables allow most: the best entry of each table, where its field is
    /// free.
    private func mostAllowed(_ setting: LintSetting, by rules: [Int]) -> LintSetting {
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

    func name(of field: FieldIndex) -> String {
        let own = vocabulary.fields
        return own.indices.contains(field.index)
            ? own[field.index].name : policy.fields[field.index - own.count].name
    }

    /// What stands in the text, on one line; nil where that is long.
    func excerpt(_ range: SourceRange) -> String? { Self.excerpt(range, of: policy) }

    private static func excerpt(_ range: SourceRange, of policy: CheckedPolicy) -> String? {
        guard policy.sources.files.indices.contains(range.file.index) else { return nil }
        let bytes = policy.sources.files[range.file.index].bytes
        guard range.lower < range.upper, range.upper <= bytes.count, range.upper - range.lower <= 40 else { return nil }
        return String(decoding: bytes[range.lower..<range.upper], as: UTF8.self)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Where a rule says how much it allows.
    func boundRange(of rule: Int) -> SourceRange {
        guard case .limit(_, atMost: let bound) = policy.rules[rule].check else { return policy.rules[rule].range }
        return bound.range
    }
}
