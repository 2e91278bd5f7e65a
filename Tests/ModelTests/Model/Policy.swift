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

enum Outcome: String, Sendable {
    case decline, ignore, review
}

/// `unique`: the keys that a rule remembers.
struct Unique: Hashable, Sendable {
    struct Conflict: Hashable, Sendable {
        /// Nil for the whole payload.
        var fields: [Field]?
        var code: String
    }

    var key: [Field]
    /// Nil for `across everyone`.
    var scope: [Field]?
    /// Seconds.
    var within: Int64?
    var conflict: Conflict?
}

/// What a rule demands.
enum Check: Hashable, Sendable {
    case unique(Unique)
    case limit(Aggregate, atMost: Term)
    case require(Term)
}

/// `active from … until …`: each a date or a time.
struct Active: Hashable, Sendable {
    var from: Value?
    var until: Value?
}

struct Rule: Hashable, Sendable {
    var name: String
    var check: Check
    /// Nil without an `on` clause.
    var kinds: [Kind]?
    /// `on … where`; only where there are kinds.
    var filter: Term?
    var exemption: Term?
    var active: Active?
    var isShadow = false
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
        unless exemption: Term? = nil, active: Active? = nil, isShadow: Bool = false,
        else outcome: Outcome? = nil, as code: String? = nil
    ) {
        self.name = name
        self.check = check
        self.kinds = kinds
        self.filter = filter
        self.exemption = exemption
        self.active = active
        self.isShadow = isShadow
        // A code stands in an `else`.
        self.outcome = outcome ?? (code == nil ? nil : .decline)
        self.code = code
    }

    /// Every term of the rule.
    var terms: [Term] {
        let own: [Term] =
            switch check {
            case .unique: []
            case .limit(let aggregate, let bound): aggregate.terms + [bound]
            case .require(let condition): [condition]
            }
        return own + [filter, exemption].compactMap { $0 }
    }

    /// The declared fields that it names.
    var declaredFields: Set<DeclaredField> {
        var fields = terms.reduce(into: Set<DeclaredField>()) { $0.formUnion($1.declaredFields) }
        switch check {
        case .require: break
        case .limit(let aggregate, _): fields.formUnion(aggregate.declaredFields)
        case .unique(let unique):
            for case .declared(let field) in unique.key + (unique.scope ?? []) + (unique.conflict?.fields ?? []) {
                fields.insert(field)
            }
        }
        return fields
    }
}

struct Policy: Hashable, Sendable {
    var currency = ModelCurrency.dollar
    var zone = ModelZone.utc
    /// The weekday on which a week begins, from Monday, 0.
    var weekStart = 0
    /// Seconds that a window stays open behind its end.
    var late: Int64 = 0
    var fields: [DeclaredField] = []
    var lists: [ModelList] = []
    var tables: [ModelTable] = []
    var lets: [Let] = []
    var rules: [Rule] = []
}
