package import RulesDSL

/// Why one transaction was decided as it was: every rule's verdict with its numbers.
package struct Explanation: Sendable {
    /// A transaction that a window already held.
    package struct Contribution: Sendable, Equatable {
        package let id: String
        /// In the unit of the rule's values; the number of a value where they are told apart.
        package let added: Int64
        /// For a limit on `distinct`: its value; nil where it is missing.
        package let value: ShownValue?
    }

    /// The latest transaction that a cell counted: it is what closes windows.
    package struct Latest: Sendable, Equatable {
        /// Seconds since 1970-01-01T00:00:00Z.
        package let time: Int64
        /// Nil where it is another customer's.
        package let id: String?
    }

    /// A declared field as rules saw it.
    package struct Field: Sendable, Equatable {
        package let name: String
        package let value: ShownValue
        /// Whether the transaction lacks it.
        package let isDefault: Bool
    }

    /// What one rule says.
    package struct Verdict: Sendable {
        /// What the rule found. One that is not about the transaction has no verdict at all.
        package enum Finding: Sendable, Equatable {
            /// The transaction's time is outside of the rule's `active` dates.
            case inactive
            /// `unless` holds.
            case exempt
            case passed
            /// Failed, and this is why.
            case failed(Cause, isDecisive: Bool)
        }

        package let rule: ProgramRule
        package let code: String
        package let finding: Finding
        /// The sentence of a failure.
        package let because: String
        /// The parts that made a condition fail, or an `unless` hold.
        package let parts: [ExplainedPart]
        /// For a limit: its window's name, the same in ISO 8601, and its bounds in seconds (nil for `ever`).
        package let windowName: String
        package let windowPeriod: String
        package let window: Range<Int64>?
        /// What the window held, what this transaction adds, what is allowed; or the sides of a comparison.
        package let used: Int64
        package let added: Int64
        /// What is compared with what is allowed: not always `used` and `added` together, as for an average.
        package let total: Int64
        package let bound: Int64
        /// Whether there is something in `used`: no average, largest or smallest of nothing.
        package let hasUsed: Bool
        /// For a conflict: the names of the fields that differ.
        package let differing: [String]
        /// What the window held, transaction by transaction; empty where `contributionCount` says there are some and
        /// they belong to other customers.
        package let contributions: [Contribution]
        package let contributionCount: Int
        /// For a limit on `distinct`: the transaction's own value; nil where it is missing.
        package let ownValue: ShownValue?
        /// For a limit: whether it counts the transaction, decided as it was.
        package let isCounted: Bool
        /// For a limit: whether it counts the transaction, and no window that ends after it may leave less than its own.
        package let hasRest: Bool
        /// For a limit whose window is closed: the latest transaction that was counted.
        package let latest: Latest?
        /// For what comes too late: the shortest `late`, in seconds, under which all windows that the rule asks for would
        /// have been open.
        package let neededLate: Int64?
        /// For a repeat: the event that recorded the key, and in which declared fields that one was another.
        package let firstSeen: Event?
        /// Its id; nil where it is another customer's and nobody wants to know.
        package let firstID: String?
        /// The fields of the key that both lack: they are alike in that.
        package let missingKeys: [String]
        package let fieldDifferences: [FieldDifference]
        /// The aggregates of `let`s that the rule may have read, as they were.
        package let lets: [LetValue]
    }

    /// A declared field in which a repeat is not what came first: nil where it is missing.
    package struct FieldDifference: Sendable, Equatable {
        package let field: DeclaredField
        package let first: ShownValue?
        package let now: ShownValue?
    }

    /// The number of the event, and its line in the input.
    package let event: Int
    package let line: Int
    package let transaction: Transaction
    /// The declared fields that have a value, by their names.
    package let fields: [Field]
    package let decision: DecisionKind
    /// The balance on arrival.
    package let balance: Int64
    /// The rules that apply, in order.
    package let verdicts: [Verdict]
    /// Where no rule declined, but the new balance would not fit: the sentence of that.
    package let balanceFailure: String?
    package let policyName: String
    package let fingerprint: PolicyFingerprint
    package let currency: Currency
    package let times: TimeText
    /// For how many seconds after its end a window takes transactions.
    package let late: Int64
}
