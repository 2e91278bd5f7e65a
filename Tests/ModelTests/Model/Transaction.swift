/// One transaction, read and validated.
struct Transaction: Hashable, Sendable {
    var id: Text
    var customer: Text
    /// The magnitude in minor units, above zero.
    var amount: Int64
    var kind: Kind
    /// Seconds since 1970-01-01T00:00:00Z.
    var time: Int64
    /// The declared fields by name, defaults included; without those that are missing.
    var declared: [String: Value] = [:]
}

/// A rule that a transaction fails.
struct Failure: Hashable, Sendable {
    /// Why: the rule's own check, or one of the two that the language brings.
    enum Cause: Sendable {
        case condition, limit, duplicate, conflict, tooLate, arithmetic
    }

    /// What a limit compared.
    struct Usage: Hashable, Sendable {
        /// Nil where there was nothing before, as for an average.
        var used: Int64?
        var this: Int64
        var total: Int64
        var limit: Int64
    }

    let rule: String
    var cause: Cause
    var outcome: Outcome
    var code: String
    var isShadow = false
    /// Only where a limit's own check failed.
    var usage: Usage?
}

/// What became of a transaction.
struct Decision: Hashable, Sendable {
    enum Verdict: Sendable {
        case accepted, declined, ignored
    }

    let verdict: Verdict
    /// The first failing decline or ignore; nil for an accepted transaction.
    let decidedBy: Failure?
    /// Every other failing rule, in rule order.
    let others: [Failure]
    /// The failing rules that are only shadows, in rule order.
    var shadows: [Failure] = []

    /// The codes of the failed reviews of an accepted transaction, each once, in rule order.
    var reviewCodes: [String] {
        guard verdict == .accepted else { return [] }
        var codes: [String] = []
        for failure in others where !codes.contains(failure.code) {
            codes.append(failure.code)
        }
        return codes
    }
}
