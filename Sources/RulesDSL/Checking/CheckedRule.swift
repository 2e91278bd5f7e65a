/// What becomes of a transaction that fails a rule.
package enum RuleOutcome: String, Sendable {
    case decline
    /// Only in `unique`: no state changes, no output line.
    case ignore
    /// Never in `unique`: accepted and flagged.
    case review
}

/// One rule with all its parts resolved.
package struct CheckedRule: Sendable {
    /// What must be so; a transaction of which it is not fails the rule.
    package enum Check: Sendable {
        /// The key has not been seen before.
        case unique(CheckedUnique)
        /// What is used in the window and this transaction together are at most `bound`.
        case limit(CheckedAggregate, atMost: CheckedExpression)
        /// The condition holds.
        case require(CheckedExpression)
    }

    package let name: String
    /// Where the rule's name stands.
    package let position: SourcePosition
    /// The bytes of its name, to which messages point.
    package let range: SourceRange
    package let check: Check
    /// The kinds it applies to, by index in the vocabulary, ascending; all of them without an `on` clause.
    package let kinds: [Int]
    /// `on … where`: what it counts and checks.
    package let filter: CheckedExpression?
    /// `unless`: exempt from the check, counted all the same.
    package let exemption: CheckedExpression?
    /// `active from … until`: the transactions it checks, by their own time; others are exempt.
    package let active: ActiveDates
    /// `mode shadow`: evaluated, counted and explained, never enforced.
    package let isShadow: Bool
    package let outcome: RuleOutcome
    /// The machine-readable cause: `as CODE`, or else the rule's name.
    package let code: String
    /// The sentence for an auditor, or nil where the engine is to write one.
    package let sentence: SentenceTemplate?

    package init(
        name: String, position: SourcePosition, range: SourceRange, check: Check, kinds: [Int],
        filter: CheckedExpression?, exemption: CheckedExpression?, active: ActiveDates = .always,
        isShadow: Bool = false, outcome: RuleOutcome, code: String, sentence: SentenceTemplate?
    ) {
        self.name = name
        self.position = position
        self.range = range
        self.check = check
        self.kinds = kinds
        self.filter = filter
        self.exemption = exemption
        self.active = active
        self.isShadow = isShadow
        self.outcome = outcome
        self.code = code
        self.sentence = sentence
    }
}

/// The keys that a `unique` rule remembers.
package struct CheckedUnique: Sendable {
    /// What becomes of a repeat of a key whose payload differs from the remembered one's.
    package struct Conflict: Sendable {
        /// The fields that are compared, ascending.
        package let fields: [FieldIndex]
        /// The code under which it is declined.
        package let code: String

        package init(fields: [FieldIndex], code: String) {
            self.fields = fields
            self.code = code
        }
    }

    package let key: [FieldIndex]
    package let scope: CheckedScope
    /// Seconds after the remembered transaction's time from which on the key is free again; nil if never.
    package let within: Int64?
    /// Nil without a `conflict` clause: the same key with another payload is a repeat like any other.
    package let conflict: Conflict?

    package init(key: [FieldIndex], scope: CheckedScope, within: Int64? = nil, conflict: Conflict? = nil) {
        self.key = key
        self.scope = scope
        self.within = within
        self.conflict = conflict
    }
}

/// When a rule checks: from the first second on, before the last, by the transaction's own time.
package struct ActiveDates: Sendable, Equatable {
    /// Seconds since 1970-01-01T00:00:00Z, or nil without `from`.
    package let from: Int64?
    /// Seconds since 1970-01-01T00:00:00Z, not included, or nil without `until`.
    package let until: Int64?

    package static let always = ActiveDates(from: nil, until: nil)

    package init(from: Int64?, until: Int64?) {
        self.from = from
        self.until = until
    }

    /// Whether a time, in seconds since 1970-01-01T00:00:00Z, is from the first second on and before the last date.
    package func contains(_ time: Int64) -> Bool { time >= from ?? .min && time < until ?? .max }
}
