/// What a lint believes to have found: it is shown if deciding transactions confirms it.
package struct LintFinding: Sendable {
    /// One reason for it.
    package struct Proof: Sendable {
        /// What would be said, without a witness.
        package let diagnostic: Diagnostic
        package let claim: LintClaim
    }

    /// The best one first: the first one that is confirmed is shown.
    package let proofs: [Proof]
    /// The rule that no transaction fails, if that is what it says.
    package let unfailingRule: Int?

    /// A finding of which there is one proof.
    package init(_ diagnostic: Diagnostic, _ claim: LintClaim) {
        proofs = [Proof(diagnostic: diagnostic, claim: claim)]
        unfailingRule = claim.unfailingRule
    }

    /// A limit that is never reached, for one of several reasons.
    init(neverReached limit: Int, _ proofs: [Proof]) {
        self.proofs = proofs
        unfailingRule = limit
    }
}

/// What a finding says of decisions. Rules are named by their index in the policy.
package enum LintClaim: Sendable {
    /// What a rule says of a transaction.
    package enum Verdict: Sendable, Equatable {
        /// It is not about it, or exempts it.
        case unchecked
        case exempt
        case failed
        case passed
        /// It does not exempt it.
        case notExempt
        /// It is about it.
        case relevant
        /// It fails only what fails another rule, too.
        case declinedBefore(by: Int)

        /// Whether there is a transaction that shows it: that there is none of some sort is shown by none.
        package var hasExample: Bool {
            switch self {
            case .exempt, .failed, .passed, .declinedBefore: true
            case .unchecked, .notExempt, .relevant: false
            }
        }
    }

    /// No transaction fails the limit alone: whichever exceeds it fails one of the others, too.
    case neverReached(limit: Int, others: [Int], filling: LintFilling)
    /// The rule says the same of every transaction that it is about.
    case sameVerdict(rule: Int, Verdict, setting: LintSetting)
    /// In this time each of the rules checks what it is about, or none does.
    case dates(rules: [Int], Range<Int64>, check: Bool, setting: LintSetting)

    /// The rule that no transaction fails, if that is what it says.
    fileprivate var unfailingRule: Int? {
        switch self {
        case .neverReached(limit: let limit, others: _, filling: _): limit
        case .sameVerdict(rule: let rule, let verdict, setting: _):
            switch verdict {
            case .unchecked, .exempt, .passed, .declinedBefore: rule
            case .failed, .notExempt, .relevant: nil
            }
        case .dates: nil
        }
    }
}

/// How the window of a limit is filled as far as others allow it.
package struct LintFilling: Sendable {
    /// The window of the limit that paces it; nil where a single transaction is as much as there can be.
    package let pace: CheckedWindow?
    /// The largest transaction to try, in the unit of what is measured.
    package let largest: Int64?
    package let setting: LintSetting

    package init(pace: CheckedWindow?, largest: Int64?, setting: LintSetting) {
        self.pace = pace
        self.largest = largest
        self.setting = setting
    }
}

/// What a transaction must be like to be of interest, as far as it is known.
package struct LintSetting: Sendable {
    /// The kinds it may have.
    package let kinds: [Int]
    /// Values of some fields under which a condition may hold.
    package let values: [FieldIndex: Constant]
    /// The first second at which the rule checks, if it has one, and the first one behind.
    package let active: ActiveDates

    package init(kinds: [Int], values: [FieldIndex: Constant], active: ActiveDates) {
        self.kinds = kinds
        self.values = values
        self.active = active
    }

    /// The same with another value of a field.
    package func with(_ value: Constant, for field: FieldIndex) -> LintSetting {
        LintSetting(kinds: kinds, values: values.merging([field: value]) { $1 }, active: active)
    }
}
