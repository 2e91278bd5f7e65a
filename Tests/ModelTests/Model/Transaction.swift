/// One transaction, read and validated.
struct Transaction: Hashable, Sendable {
    var id: Text
    var customer: Text
    /// The magnitude in minor units, above zero.
    var amount: Int64
    var kind: Kind
    /// Seconds since 1970-01-01T00:00:00Z.
    var time: Int64
}

/// A rule that a transaction fails.
struct Failure: Hashable, Sendable {
    /// Why: the rule's own condition, or one of the two that the language brings.
    enum Cause: Sendable {
        case condition, tooLate, arithmetic
    }

    /// What a limit compared.
    struct Usage: Hashable, Sendable {
        let used: Int64
        let this: Int64
        let limit: Int64
    }

    let rule: String
    let cause: Cause
    let outcome: Outcome
    let code: String
    /// Only where a limit's own condition failed.
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
