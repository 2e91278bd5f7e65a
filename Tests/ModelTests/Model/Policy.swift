/// A currency as far as the model needs it.
struct ModelCurrency: Hashable, Sendable {
    let code: String
    /// How a rules file may write it besides the code.
    let symbol: String?
    let decimals: Int

    static let dollar = ModelCurrency(code: "USD", symbol: "$", decimals: 2)
    static let all = [
        dollar, ModelCurrency(code: "EUR", symbol: "€", decimals: 2),
        ModelCurrency(code: "GBP", symbol: "£", decimals: 2),
        ModelCurrency(code: "JPY", symbol: "¥", decimals: 0), ModelCurrency(code: "CHF", symbol: nil, decimals: 2),
        ModelCurrency(code: "KWD", symbol: nil, decimals: 3),
    ]
}

/// `let name = term`.
struct Let: Hashable, Sendable {
    var name: String
    var type: ModelType
    var term: Term
}

enum Outcome: String, Sendable {
    case decline, ignore, review
}

/// The calendar windows.
enum Window: String, CaseIterable, Sendable {
    case day, week, month, year, ever
}

/// What a limit adds up.
enum Measure: Hashable, Sendable {
    case count
    case sum(Term)
}

/// What a rule demands.
enum Check: Hashable, Sendable {
    /// `scope` is nil for `across everyone`.
    case unique(key: [Field], scope: [Field]?)
    case limit(Measure, ofAttempts: Bool, perCustomer: Bool, window: Window, atMost: Term)
    case require(Term)
}

struct Rule: Hashable, Sendable {
    var name: String
    var check: Check
    /// Nil without an `on` clause.
    var kinds: [Kind]?
    /// `on … where`; only where there are kinds.
    var filter: Term?
    var exemption: Term?
    /// Nil without an `else` clause.
    var outcome: Outcome?
    /// Nil where no code is written: then it is the rule's name.
    var code: String?
    var sentence: String?

    /// What `else` says, or what holds without it.
    var effectiveOutcome: Outcome { outcome ?? .decline }
    var effectiveCode: String { code ?? name }

    /// A rule as ledgers write it.
    init(
        _ name: String, _ check: Check, on kinds: [Kind]? = nil, where filter: Term? = nil,
        unless exemption: Term? = nil,
        else outcome: Outcome? = nil, as code: String? = nil
    ) {
        self.name = name
        self.check = check
        self.kinds = kinds
        self.filter = filter
        self.exemption = exemption
        // A code stands in an `else`.
        self.outcome = outcome ?? (code == nil ? nil : .decline)
        self.code = code
    }

    /// Every term of the rule.
    var terms: [Term] {
        let own: [Term] =
            switch check {
            case .unique: []
            case .limit(.count, _, _, _, let bound): [bound]
            case .limit(.sum(let summed), _, _, _, let bound): [summed, bound]
            case .require(let condition): [condition]
            }
        return own + [filter, exemption].compactMap { $0 }
    }
}

struct Policy: Hashable, Sendable {
    var currency = ModelCurrency.dollar
    /// The weekday on which a week begins, from Monday, 0.
    var weekStart = 0
    var lets: [Let] = []
    var rules: [Rule] = []
}
