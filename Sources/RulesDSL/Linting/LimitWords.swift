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

    /// How a single transaction is more than a limit allows: `` a single load is at least $0.01, and `none` allows
    /// $0.00 a day ``.
    func exceeding(_ rule: CheckedRule, least: Int64, most: Int64) -> String {
        guard case .limit(let aggregate, _) = rule.check else { return "" }
        let allowance = "\(bound(most, of: rule)) \(each(aggregate.window))"
        switch aggregate.function {
        case .count: return "a single \(kind(rule)) is more than \(allowance)"
        case .distinct: return "a single \(kind(rule)) has more than \(allowance)"
        case .sum, .average, .largest, .smallest:
            return "a single \(kind(rule)) \(measured(aggregate)) at least \(context.text(least, aggregate.type)), and "
                + "`\(rule.name)` allows \(allowance)"
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
        case .rolling(let seconds): "in \(context.length(seconds))"
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

    /// Why a limit is never reached: `` `daily` allows $5,000.00 a day, at most $35,000.00 a week ``.
    func reason(_ proof: LimitProof, _ rule: CheckedRule) -> String {
        guard case .limit(let aggregate, _) = rule.check else { return "" }
        func value(_ value: Int64) -> String { context.text(value, aggregate.type) }
        let most = bound(Int64(clamping: proof.most), of: rule)
        let whole = proof.window == aggregate.window ? most : "\(most) \(each(aggregate.window))"
        let windows = proof.window.map { each($0, of: proof.windows) } ?? ""
        let (isOne, amount): (Bool, String)
        switch proof.reason {
        case .sum(let most): (isOne, amount) = (true, value(most))
        case .count(let count): (isOne, amount) = (true, counted(count, rule))
        case .distinct(let count): (isOne, amount) = (true, different(count, aggregate))
        case .countOf(let count, each: let most):
            (isOne, amount) = (false, "\(counted(count, rule)) of at most \(value(most))")
        case .sumOf(let most, each: let least, let type):
            let loads = "\(kind(rule))s of at least \(context.text(least, type))"
            (isOne, amount) = (false, "\(context.text(most, type)) in \(loads)")
        case .single(let most): return "no single \(kind(rule)) \(measured(aggregate)) more than \(value(most))"
        case .own(let most):
            return "by its own `where`, no single \(kind(rule)) \(measured(aggregate)) more than \(value(most))"
        case .equal: return equal(proof)
        }
        // One limit says it all, or several rules do together.
        let name = isOne ? proof.others.first.map { "`\(context.policy.rules[$0.rule].name)` allows " } ?? "" : ""
        let start = "\(name)\(amount) \(windows)"
        if isOne, proof.windows == 1 { return start }
        return isOne ? "\(start), at most \(whole)" : "\(start) are at most \(whole)"
    }

    /// What a limit allows, beside its reason: `` `weekly` allows $40,000.00 ``.
    func allowance(_ rule: CheckedRule, least: Int64, _ proof: LimitProof) -> String {
        guard case .limit(let aggregate, _) = rule.check else { return "" }
        let isSame = Int128(least) == proof.most && (proof.windows != 1 || proof.window == aggregate.window)
        if isSame { return "`\(rule.name)` allows no less" }
        let isSaid = proof.windows > 1 || proof.window == aggregate.window
        let allowed = bound(least, of: rule) + (isSaid ? "" : " \(each(aggregate.window))")
        let what =
            switch aggregate.function {
            case .average: "an average of "
            case .smallest: "a smallest of "
            case .count, .sum, .largest, .distinct: ""
            }
        return "`\(rule.name)` allows \(what)\(allowed)"
    }

    /// `is`, of a transaction whose amount is what a limit measures; of anything else it `counts`.
    private func measured(_ aggregate: CheckedAggregate) -> String {
        switch aggregate.function {
        case .sum(let value), .average(let value), .largest(let value), .smallest(let value):
            guard case .field(let field) = value.kind else { return "counts" }
            return context.name(of: field) == "amount" ? "is" : "counts"
        case .count, .distinct: return "counts"
        }
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

    /// What can be seen of transactions that exceed a limit and with it one of those that it follows from: the first
    /// rule that fails is named, and failures in shadow are told of what is declined, too. Where it follows from no
    /// other rule, what comes too late fails this one only.
    func failing(_ rule: CheckedRule, at index: Int, with proof: LimitProof) -> String? {
        func names(_ rules: [Int]) -> String {
            rules.map { "`\(context.policy.rules[$0].name)`" }.joined(separator: " or ")
        }
        let others = proof.others.map(\.rule)
        if others.isEmpty { return tooLate(rule) }
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

    private func tooLate(_ rule: CheckedRule) -> String? {
        guard case .limit(let aggregate, _) = rule.check, aggregate.window != .calendar(.ever) else { return nil }
        if rule.isShadow { return "in shadow, it still fails for what comes too late" }
        switch rule.outcome {
        case .decline: return "it still declines what comes too late"
        case .review: return "it still reviews what comes too late"
        // No limit ignores.
        case .ignore: return nil
        }
    }

    /// `a day`; `a day over 7 days` and `in each of 5 times 7 days`, where there are several.
    private func each(_ window: CheckedWindow, of count: Int64) -> String {
        guard count > 1 else { return each(window) }
        switch window {
        case .calendar(let calendar): return "\(each(window)) over \(count) \(calendar.rawValue)s"
        case .rolling(let seconds): return "in each of \(count) times \(context.length(seconds))"
        }
    }
}
