/// What a run did, in counts and sums: a fold over its events.
public struct RunSummary: Sendable, Equatable {
    /// The failures of one rule that decided transactions.
    public struct RuleCount: Sendable, Equatable {
        /// The rule's name; `balance` where no rule decided but the balance did not fit.
        public let rule: String
        /// The code under which it decided.
        public let code: String
        /// How many transactions it decided that way.
        public let count: Int

        package init(rule: String, code: String, count: Int) {
            self.rule = rule
            self.code = code
            self.count = count
        }
    }

    /// The rejected lines of one reason.
    public struct RejectCount: Sendable, Equatable {
        /// The stable code of the reason.
        public let code: String
        /// How many lines.
        public let count: Int
        /// The first such line, from 1.
        public let firstLine: Int

        package init(code: String, count: Int, firstLine: Int) {
            self.code = code
            self.count = count
            self.firstLine = firstLine
        }
    }

    /// Transactions accepted, reviewed ones included.
    public var accepted = 0
    /// Accepted transactions that at least one rule flagged.
    public var reviewed = 0
    /// Transactions declined.
    public var declined = 0
    /// Transactions ignored as repeats.
    public var ignored = 0
    /// Lines that were no transactions.
    public var rejected = 0
    /// Accepted loads, in minor units; nil once the sum is beyond 64 bits.
    public var loaded: Int64? = 0
    /// Accepted withdrawals, in minor units; nil once the sum is beyond 64 bits.
    public var withdrawn: Int64? = 0
    /// Declines by rule and code, in the order of the rules.
    public var declinesByRule: [RuleCount] = []
    /// Ignored transactions by rule and code, in the order of the rules.
    public var ignoredByRule: [RuleCount] = []
    /// Flags by rule and code, in the order of the rules.
    public var reviewsByRule: [RuleCount] = []
    /// Accepted transactions that failed a rule in shadow, by rule, in the order of the rules.
    public var shadowsByRule: [RuleCount] = []
    /// Rejected lines by reason, in the order of their first line.
    public var rejectsByReason: [RejectCount] = []

    /// A summary of nothing.
    public init() {}
}
