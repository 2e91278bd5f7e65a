extension PolicyPrinter {
    /// The policy with a test that expects the decisions that are handed in.
    static func tidy(_ policy: Policy, testing entries: [(Transaction, Decision)]) -> String {
        var random = RandomSource(seed: 0)
        let lines = entries.map { entry($0, $1, policy, &random) }
        return tidy(policy) + "test \"as the model says\" {\n" + lines.map { "  \($0)\n" }.joined() + "}\n"
    }

    private static func entry(
        _ transaction: Transaction, _ decision: Decision, _ policy: Policy, _ random: inout RandomSource
    ) -> String {
        let literals = LiteralSpelling(currency: policy.currency, isVaried: false)
        let terms = TermPrinter(literals: literals, hasNeedlessParentheses: false)
        func text(_ value: Value) -> String {
            String(Layout.tidy.text(of: terms.tokens(of: .literal(value), &random), &random).dropLast())
        }
        var words = [LiteralSpelling.time(transaction.time), transaction.kind.name, text(.money(transaction.amount))]
        words += ["customer", text(.text(transaction.customer)), "id", text(.text(transaction.id))]
        for field in policy.fields {
            guard let value = transaction.declared[field.name] else { continue }
            words += [field.name, text(value)]
        }
        words.append(result(decision, policy))
        return (words + decision.shadows.map { "shadow \($0.rule)" }).joined(separator: " ")
    }

    private static func result(_ decision: Decision, _ policy: Policy) -> String {
        guard let failure = decision.decidedBy else {
            return decision.reviewCodes.first.map { "reviewed as \($0)" } ?? "accepted"
        }
        if decision.verdict == .ignored { return "ignored by \(failure.rule)" }
        let rule = policy.rules.first { $0.name == failure.rule }
        return rule?.effectiveOutcome == .decline ? "declined by \(failure.rule)" : "declined as \(failure.code)"
    }
}
