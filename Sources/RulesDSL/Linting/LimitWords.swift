/// Windows, amounts and counts in sentences: `$5,000.00 a day over 7 days`.
struct LimitWords {
    private let context: LintContext

    init(_ context: LintContext) {
        self.context = context
    }

    func bound(_ value: Int64, of rule: CheckedRule) -> String {
        guard case .limit(let aggregate, _) = rule.check else { return "" }
        switch aggregate.function {
        case .count: return counted(value / ExactArithmetic.numberUnit, rule)
        case .distinct(let field): return different(value / ExactArithmetic.numberUnit, field)
        case .sum, .average, .largest, .smallest: return context.text(value, aggregate.type)
        }
    }

    /// How a single transaction is more than a limit allows: `a single load counts at least $0.01, more than $0.00 a day`.
    func exceeding(_ rule: CheckedRule, least: Int64, most: Int64) -> String {
        guard case .limit(let aggregate, _) = rule.check else { return "" }
        let allowed = "more than \(bound(most, of: rule)) \(each(aggregate.window))"
        switch aggregate.function {
        case .count: return "a single \(kind(rule)) is \(allowed)"
        case .distinct: return "a single \(kind(rule)) has \(allowed)"
        case .sum, .average, .largest, .smallest:
            return "a single \(kind(rule)) counts at least \(context.text(least, aggregate.type)), \(allowed)"
        }
    }

    /// `5 values of `shop``.
    private func different(_ count: Int64, _ field: FieldIndex) -> String {
        let values = "\(context.text(count * ExactArithmetic.numberUnit, .number)) value\(count == 1 ? "" : "s")"
        return "\(values) of `\(context.name(of: field))`"
    }

    /// `a day`, `in 24 hours`, `ever`.
    func each(_ window: CheckedWindow) -> String {
        switch window {
        case .calendar(.ever): "ever"
        case .calendar(let window): "a \(window.rawValue)"
        case .rolling(let seconds): "in \(DurationWords.text(window: seconds))"
        }
    }

    /// `3 loads`, `1 load`; `transactions` where the rule is about several kinds.
    func counted(_ count: Int64, _ rule: CheckedRule) -> String {
        "\(context.text(count * ExactArithmetic.numberUnit, .number)) \(kind(rule))\(count == 1 ? "" : "s")"
    }

    private func kind(_ rule: CheckedRule) -> String {
        guard rule.kinds.count == 1, let kind = rule.kinds.first, context.vocabulary.kinds.indices.contains(kind)
        else { return "transaction" }
        return context.vocabulary.kinds[kind]
    }

    /// What can never be exceeded, as the rules say it.
    func subject(_ proof: LimitProof, _ rule: CheckedRule) -> String {
        guard case .limit(let aggregate, _) = rule.check else { return "" }
        func value(_ value: Int64) -> String { context.text(value, aggregate.type) }
        let amount =
            switch proof.reason {
            case .sum(let most): value(most)
            case .countOf(let count, each: let each): "\(counted(count, rule)) of at most \(value(each))"
            case .count(let count): counted(count, rule)
            case .distinct(let count): different(count, aggregate)
            case .sumOf(let most, each: let each, let type):
                "\(context.text(most, type)) in \(kind(rule))s of at least \(context.text(each, type))"
            case .single(let most): "a single \(kind(rule)) of at most \(value(most))"
            case .equal: "as much"
            }
        guard let window = proof.window else { return amount }
        return "\(amount) \(each(window))\(repeated(window, proof.windows))"
    }

    private func different(_ count: Int64, _ aggregate: CheckedAggregate) -> String {
        guard case .distinct(let field) = aggregate.function else { return "" }
        return different(count, field)
    }

    /// `` `weekly` allows the same `cap` a week ``, of a limit whose bound is no fixed value.
    func equal(_ proof: LimitProof) -> String {
        let others = proof.others.map { other in
            let bound = context.excerpt(other.range).map { " `\($0)`" } ?? ""
            return "`\(context.policy.rules[other.rule].name)` allows the same\(bound)"
        }
        return others.joined(separator: ", ") + (proof.window.map { " \(each($0))" } ?? "")
    }

    /// What can be seen of transactions that exceed a limit and with it one of those that it follows from: the first rule
    /// that fails is named, and failures in shadow are told of what is declined, too.
    func failing(_ rule: CheckedRule, at index: Int, with proof: LimitProof) -> String? {
        func names(_ rules: [Int]) -> String {
            rules.map { "`\(context.policy.rules[$0].name)`" }.joined(separator: " or ")
        }
        let others = proof.others.map(\.rule)
        if rule.isShadow { return "it fails in shadow only where \(names(others)) declines" }
        let later = others.filter { index < $0 }
        switch rule.outcome {
        case .decline where !later.isEmpty:
            return
                "what exceeds it, \(names(others)) declines too; `\(rule.name)` stands before \(names(later)) and is "
                + "named in its place"
        case .decline, .review, .ignore: return nil
        }
    }

    /// ` over 7 days`, where there are several.
    private func repeated(_ window: CheckedWindow, _ count: Int64) -> String {
        guard count > 1 else { return "" }
        switch window {
        case .calendar(let window): return " over \(count) \(window.rawValue)s"
        case .rolling(let seconds): return " over \(count) times \(DurationWords.text(window: seconds))"
        }
    }
}

extension LimitProof {
    /// What joins it with a number that it never exceeds: `never exceed 3`, `are no more than 3`. Transactions are no values:
    /// they have some.
    func verbs(_ aggregate: CheckedAggregate) -> (never: String, noMore: String) {
        if case .count = reason, case .distinct = aggregate.function {
            return isPlural ? ("have more than", "have") : ("has more than", "has")
        }
        return isPlural ? ("exceed", "are") : ("exceeds", "is")
    }

    /// Whether several things never exceed something.
    var isPlural: Bool {
        switch reason {
        case .countOf(let count, each: _), .count(let count), .distinct(let count): count != 1
        case .sum, .sumOf, .single, .equal: false
        }
    }
}
