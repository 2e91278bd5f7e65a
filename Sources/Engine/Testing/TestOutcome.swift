package import RulesDSL

/// What became of the transactions of one test of a rules file.
package struct TestOutcome: Sendable {
    /// A rule that a transaction failed.
    package struct Failure: Sendable, Equatable {
        /// The rule's name; `balance` where the new balance would not fit.
        package let rule: String
        /// The machine-readable cause.
        package let code: String
        /// The sentence for an auditor, with the numbers.
        package let because: String
        /// Whether it decided.
        package let isDecisive: Bool
        /// Of a repeat: where the entry stands whose key is remembered.
        package let repeated: SourcePosition?
    }

    /// A rule that should have failed and did not.
    package struct Spared: Sendable {
        /// Why it did not fail.
        package enum Reason: Sendable, Equatable {
            /// Its kind or its `where` does not match.
            case irrelevant
            /// Its `unless` holds.
            case exempt
            /// The transaction's time is outside of its `active` dates.
            case inactive
            /// Its condition holds, or the limit is kept.
            case passed(Numbers)
            /// Its key was not seen before, or so long before that it is free again.
            case unseen(within: Int64?)
        }

        /// For a limit: what the window held, what this transaction adds, both together, what is allowed. For a
        /// comparison: its left side, zero, its left side, its right side.
        package struct Numbers: Sendable, Equatable {
            package let used: Int64
            package let added: Int64
            package let total: Int64
            package let bound: Int64

            package init(used: Int64, added: Int64, total: Int64, bound: Int64) {
                self.used = used
                self.added = added
                self.total = total
                self.bound = bound
            }
        }

        package let rule: ProgramRule
        package let reason: Reason
        /// The parts that made its condition, or its `unless`, hold.
        package let parts: [ExplainedPart]
    }

    /// One transaction of the test.
    package struct Entry: Sendable {
        package let entry: CheckedTest.Entry
        package let decision: DecisionKind
        /// Every rule it failed but for those in shadow, in order of precedence.
        package let failures: [Failure]
        /// The rules in shadow that it failed.
        package let shadows: [Failure]
        /// Where another result was expected: the rules that would have made it, and what they said.
        package let spared: [Spared]

        /// The failure that decided; nil where the transaction was accepted.
        package var decisive: Failure? { failures.first { $0.isDecisive } }

        /// Whether the decision and the rules in shadow are those expected.
        package var isAsExpected: Bool {
            hasExpectedDecision && Set(shadows.map(\.rule)) == Set(entry.shadows)
        }

        /// Whether it was decided as expected, whatever rules in shadow say.
        package var hasExpectedDecision: Bool {
            switch entry.expected {
            case .accepted: decision == .accepted
            case .reviewed(let code): decision == .reviewed && failures.contains { $0.code == code }
            case .declined(let rule): decision == .declined && decisive?.rule == rule
            case .declinedAs(let code): decision == .declined && decisive?.code == code
            case .ignored(let rule): decision == .ignored && decisive?.rule == rule
            }
        }
    }

    package let test: CheckedTest
    package let entries: [Entry]

    /// Whether every transaction is as expected.
    package var isAsExpected: Bool { entries.allSatisfy(\.isAsExpected) }
}
