/// A limit that no transaction can exceed without failing another rule: arithmetic over windows, counts and amounts.
///
/// Only what is certain is found. The others decline whatever fails them, at all times and without exception; their
/// counters hold all that the limit's own holds; and their windows, so many as can reach into one of its own, never hold
/// more together than it allows.
struct NeverReachedLint {
    static func findings(_ context: LintContext) -> [LintFinding] {
        var prover = LimitProver(context: context, limits: EnforcedLimits(context.policy, context.ranges))
        var findings: [LintFinding] = []
        // The later one of two that say the same is the one to leave out; and what is needless proves nothing any more.
        for index in context.policy.rules.indices.reversed() {
            let rule = context.policy.rules[index]
            guard case .limit(let aggregate, atMost: let bound) = rule.check else { continue }
            guard let proof = prover.proof(of: index, rule, aggregate) else { continue }
            let least = context.facts(of: index)?.range(of: bound).lowerBound ?? .min
            guard proof.most <= Int128(least) else { continue }
            findings.append(finding(index, proof, least: least, context))
            prover.limits.drop(index)
        }
        return findings.reversed()
    }

    private static func finding(
        _ index: Int, _ proof: LimitProof, least: Int64, _ context: LintContext
    ) -> LintFinding {
        let rule = context.policy.rules[index]
        let words = LimitWords(context)
        let others = proof.others.map(\.rule)
        let setting = context.mostAllowed(context.setting(of: rule), by: others)
        return LintFinding(
            LintMessage.neverReached(rule, proof, least: least, words),
            .neverReached(
                limit: index, others: others,
                filling: LintFilling(pace: proof.window, largest: proof.largest, setting: setting)))
    }
}

extension LimitProof {
    /// The largest single transaction that it speaks of.
    fileprivate var largest: Int64? {
        switch reason {
        case .sum(let value), .countOf(_, each: let value), .single(let value): value
        case .sumOf(_, each: let value, _): value
        case .count, .distinct: nil
        }
    }
}
