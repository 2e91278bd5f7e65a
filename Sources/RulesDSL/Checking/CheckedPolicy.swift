/// A policy whose every name is resolved and every type agrees. Only the checker makes one.
public struct CheckedPolicy: Sendable {
    /// The name from `policy "…"`.
    public let name: String
    /// The currency of every amount.
    public let currency: Currency
    /// The name of the zone whose days, weeks and months count.
    public let timezone: String
    /// The day on which a week begins.
    public let weekStart: Weekday
    /// The rules in the order of precedence.
    package let rules: [CheckedRule]
    /// The tests in the order in which they were written.
    package let tests: [CheckedTest]
    /// The texts it came from.
    package let sources: SourceMap

    package init(
        name: String, currency: Currency, timezone: String, weekStart: Weekday, rules: [CheckedRule],
        tests: [CheckedTest], sources: SourceMap
    ) {
        self.name = name
        self.currency = currency
        self.timezone = timezone
        self.weekStart = weekStart
        self.rules = rules
        self.tests = tests
        self.sources = sources
    }
}

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
    package enum Check: Sendable {
        /// The key has not been seen before.
        case unique(key: [FieldIndex], scope: CheckedScope)
        /// What is used in the window and this transaction together are at most `bound`.
        case limit(CheckedAggregate, atMost: CheckedExpression)
        /// The condition holds.
        case require(CheckedExpression)
    }

    package let name: String
    /// Where the rule's name stands.
    package let position: SourcePosition
    package let check: Check
    /// The kinds it applies to, by index in the vocabulary, ascending; all of them without an `on` clause.
    package let kinds: [Int]
    /// `on … where`: what it counts and checks.
    package let filter: CheckedExpression?
    /// `unless`: exempt from the check, counted all the same.
    package let exemption: CheckedExpression?
    package let outcome: RuleOutcome
    /// The machine-readable cause: `as CODE`, or else the rule's name.
    package let code: String
    /// The sentence for an auditor, or nil where the engine is to write one.
    package let sentence: SentenceTemplate?

    package init(
        name: String, position: SourcePosition, check: Check, kinds: [Int], filter: CheckedExpression?,
        exemption: CheckedExpression?, outcome: RuleOutcome, code: String, sentence: SentenceTemplate?
    ) {
        self.name = name
        self.position = position
        self.check = check
        self.kinds = kinds
        self.filter = filter
        self.exemption = exemption
        self.outcome = outcome
        self.code = code
        self.sentence = sentence
    }
}

/// An index into `Vocabulary.fields`.
package struct FieldIndex: Hashable, Sendable {
    package let index: Int

    package init(_ index: Int) {
        self.index = index
    }
}

/// Whose transactions share a counter or a key.
package enum CheckedScope: Sendable, Hashable {
    case fields([FieldIndex])
    case everyone
}

/// What a limit counts.
package struct CheckedAggregate: Sendable {
    package enum Function: Sendable {
        case count
        /// The expression is money or a number.
        case sum(CheckedExpression)
    }

    package enum Counted: Sendable, Hashable {
        /// Accepted transactions, reviewed ones included.
        case accepted
        /// Every transaction that matches `on` and was not ignored, this one included.
        case attempts
    }

    package let function: Function
    package let counted: Counted
    package let scope: CheckedScope
    package let window: CalendarWindow
    /// `.number` for a count, else the type of the summed expression.
    package let type: ValueType

    package init(function: Function, counted: Counted, scope: CheckedScope, window: CalendarWindow, type: ValueType) {
        self.function = function
        self.counted = counted
        self.scope = scope
        self.window = window
        self.type = type
    }
}

/// `because`: pieces of text and placeholders, in order.
package struct SentenceTemplate: Sendable, Equatable {
    package enum Placeholder: String, Sendable, CaseIterable {
        /// What the window already held. Only in a limit.
        case used
        /// What this transaction adds. Only in a limit.
        case this
        /// `used` and `this` together. Only in a limit.
        case total
        /// What `at most` allows. Only in a limit.
        case limit
        /// `total` less `limit`. Only in a limit.
        case excess
        /// The window, as people name it. Only in a limit.
        case window
        /// The transaction's id.
        case id
        /// The customer.
        case customer
        /// The transaction's amount.
        case amount
        /// `load` or `withdrawal`.
        case kind
        /// The transaction's time.
        case time
        /// The balance on arrival.
        case balance
        /// The rule's name.
        case rule
        /// The rule's code.
        case code
    }

    package enum Part: Sendable, Equatable {
        case text(String)
        case placeholder(Placeholder)
    }

    package let parts: [Part]

    package init(parts: [Part]) {
        self.parts = parts
    }
}
