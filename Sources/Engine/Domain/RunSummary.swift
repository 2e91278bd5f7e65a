/// What a run did, in counts and sums: a fold over its events.
package struct RunSummary: Sendable, Equatable {
    /// The failures of one rule that decided transactions.
    package struct RuleCount: Sendable, Equatable {
        /// The rule's name; `balance` where no rule decided but the balance did not fit.
        package let rule: String
        /// The code under which it decided.
        package let code: String
        /// How many transactions it decided that way.
        package let count: Int

        package init(rule: String, code: String, count: Int) {
            self.rule = rule
            self.code = code
            self.count = count
        }
    }

    /// The rejected lines of one reason.
    package struct RejectCount: Sendable, Equatable {
        /// The stable code of the reason.
        package let code: String
        /// How many lines.
        package let count: Int
        /// The first such line, from 1.
        package let firstLine: Int
        /// Why that one was, for people; it may hold text from the input.
        package let firstReason: String

        package init(code: String, count: Int, firstLine: Int, firstReason: String) {
            self.code = code
            self.count = count
            self.firstLine = firstLine
            self.firstReason = firstReason
        }
    }

    /// The transactions that were declined or flagged because a window was closed.
    package struct TooLate: Sendable, Equatable {
        package var count = 0
        /// The most seconds by which one of them was behind the latest transaction before it: with a `late` of so much
        /// their windows would have been open.
        package var delay: Int64 = 0

        package init() {}
    }

    /// Transactions accepted, reviewed ones included.
    package var accepted = 0
    /// Accepted transactions that at least one rule flagged.
    package var reviewed = 0
    /// Transactions declined.
    package var declined = 0
    /// Transactions ignored as repeats.
    package var ignored = 0
    /// Lines that were no transactions.
    package var rejected = 0
    /// Accepted loads, in minor units; nil once the sum is beyond 64 bits.
    package var loaded: Int64? = 0
    /// Accepted withdrawals, in minor units; nil once the sum is beyond 64 bits.
    package var withdrawn: Int64? = 0
    /// Declines by rule and code, in the order of the rules.
    package var declinesByRule: [RuleCount] = []
    /// Ignored transactions by rule and code, in the order of the rules.
    package var ignoredByRule: [RuleCount] = []
    /// Flags by rule and code, in the order of the rules.
    package var reviewsByRule: [RuleCount] = []
    /// Accepted transactions that failed a rule in shadow, by rule, in the order of the rules.
    package var shadowsByRule: [RuleCount] = []
    /// What came for closed windows.
    package var tooLate = TooLate()
    /// Rejected lines by reason, in the order of their first line.
    package var rejectsByReason: [RejectCount] = []
    /// How the first rejected line begins.
    package var firstReject: [UInt8] = []

    /// A summary of nothing.
    package init() {}
}
