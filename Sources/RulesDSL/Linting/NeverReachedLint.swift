/// A limit that no transaction can exceed without failing another rule: arithmetic over windows, counts and amounts.
///
/// Only what is certain is found. The others decline whatever fails them, at all times and without exception; their
/// counters hold all that the limit's own holds; and their windows, so many as can reach into one of its own, never
/// hold more together than it allows.
struct NeverReachedLint {
    static func findings(_ context: LintContext) -> [LintFinding] {
        var prover = LimitProver(context: context, limits: EnforcedLimits(context.policy, context.ranges))
        var findings: [LintFinding] = []
        // The later one of two that say the same is the one to leave out; and what is needless proves nothing any more.
        for index in context.policy.rules.indices.reversed() {
            let proofs = prover.proofs(of: index, context.policy.rules[index])
            guard !proofs.isEmpty else { continue }
            findings.append(
                LintFinding(
                    neverReached: index,
                    proofs.prefix(mostProofs).map { finding(index, $0.proof, least: $0.least, context) }))
            prover.limits.drop(index)
        }
        return findings.reversed()
    }

    /// So many are tried where the better ones are not confirmed: another rule may be in the way of what they speak of.
    private static let mostProofs = 4

    private static func finding(
        _ index: Int, _ proof: LimitProof, least: Int64, _ context: LintContext
    ) -> LintFinding.Proof {
        let others = proof.others.map(\.rule)
        let setting = context.setting(of: index, passing: [], mostAllowedBy: others)
        let diagnostic = LintMessage.neverReached(
            context.policy.rules[index], at: index, proof, least: least, LimitWords(context))
        if others.isEmpty {
            return LintFinding.Proof(
                diagnostic: diagnostic, claim: .sameVerdict(rule: index, .passed, setting: setting))
        }
        return LintFinding.Proof(
            diagnostic: diagnostic,
            claim: .neverReached(
                limit: index, others: others,
                filling: LintFilling(pace: proof.window, largest: proof.largest, setting: setting)))
    }
}

extension LimitProof {
    /// The largest single transaction that it speaks of.
    fileprivate var largest: Int64? {
        switch reason {
        case .sum(let value), .countOf(_, each: let value), .single(let value), .own(let value): value
        case .sumOf(_, each: let value, _): value
        case .count, .distinct, .equal: nil
        }
    }
}
