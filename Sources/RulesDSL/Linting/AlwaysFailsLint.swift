/// A rule that everything fails that it is about: a `require` whose condition can't hold, or a limit that a single
/// transaction exceeds.
struct AlwaysFailsLint {
    static func findings(_ context: LintContext) -> [LintFinding] {
        context.policy.rules.enumerated().compactMap { index, rule in
            guard let diagnostic = diagnostic(index, rule, context) else { return nil }
            return LintFinding(
                diagnostic,
                .sameVerdict(
                    rule: index, .failed, setting: context.setting(of: rule, but: rule.exemption, holds: false)))
        }
    }

    private static func diagnostic(_ index: Int, _ rule: CheckedRule, _ context: LintContext) -> Diagnostic? {
        switch rule.check {
        case .unique: return nil
        case .require(let condition):
            // Whoever writes `that false` means it.
            guard !condition.isConstant, var facts = context.facts(of: index), !facts.assumeFully(condition, true)
            else { return nil }
            return LintMessage.alwaysFails(rule, at: condition.range)
        case .limit(let aggregate, atMost: let bound):
            guard let least = least(aggregate, index, context), let facts = context.facts(of: index) else { return nil }
            let most = facts.range(of: bound).upperBound
            return least > most
                ? LintMessage.alwaysExceeded(rule, at: bound.range, least: least, most: most, LimitWords(context)) : nil
        }
    }

    /// What a limit measures at least when it checks a transaction, whatever came before; nil if that is not known.
    private static func least(_ aggregate: CheckedAggregate, _ index: Int, _ context: LintContext) -> Int64? {
        switch aggregate.counted {
        case .accepted, .attempts: break
        case .declined: return nil  // This transaction is not part of what is measured.
        }
        // What is exempt, or outside of the rule's dates, is counted as well.
        guard let checked = context.facts(of: index), let counted = context.countedFacts(of: index) else { return nil }
        switch aggregate.function {
        case .count, .distinct: return ExactArithmetic.numberUnit
        case .sum(let expression):
            return counted.range(of: expression).lowerBound >= 0 ? checked.range(of: expression).lowerBound : nil
        case .largest(let expression): return checked.range(of: expression).lowerBound
        case .average(let expression), .smallest(let expression): return counted.range(of: expression).lowerBound
        }
    }
}
