/// `field name : type …`.
struct DeclaredField: Hashable, Sendable {
    enum Presence: Hashable, Sendable {
        case required, optional
        case defaults(to: Value)
    }

    var name: String
    var type: ModelType
    var presence: Presence = .required
    /// The keys that lead to it; nil for its own name.
    var path: [String]?

    var keys: [String] { path ?? [name] }
}

/// `list name : type …`.
struct ModelList: Hashable, Sendable {
    var name: String
    var type: ModelType
    var members: [Value]
    /// The path of the file that holds them; nil where they stand in place.
    var file: String?
}

/// `table name by field { … }`.
struct ModelTable: Hashable, Sendable {
    struct Entry: Hashable, Sendable {
        var key: Value
        var value: Term
    }

    var name: String
    var key: Field
    var type: ModelType
    var entries: [Entry]
    var otherwise: Term
}

/// `let name = …`.
struct Let: Hashable, Sendable {
    enum Meaning: Hashable, Sendable {
        case term(Term)
        case aggregate(LetAggregate)
    }

    var name: String
    var type: ModelType
    var meaning: Meaning

    init(name: String, type: ModelType, meaning: Meaning) {
        self.name = name
        self.type = type
        self.meaning = meaning
    }

    init(name: String, type: ModelType, term: Term) {
        self.init(name: name, type: type, meaning: .term(term))
    }

    /// Every term that is written in it.
    var terms: [Term] {
        switch meaning {
        case .term(let term): [term]
        case .aggregate(let own): own.aggregate.terms + [own.filter, own.fallback].compactMap(\.self)
        }
    }

    /// The declared fields that it names itself.
    var declaredFields: Set<DeclaredField> {
        var fields = terms.reduce(into: Set<DeclaredField>()) { $0.formUnion($1.declaredFields) }
        if case .aggregate(let own) = meaning { fields.formUnion(own.aggregate.declaredFields) }
        return fields
    }
}

/// What a `let` counts on its own.
struct LetAggregate: Hashable, Sendable {
    var aggregate: Aggregate
    /// Nil without `on`.
    var kinds: [Kind]?
    /// `on … where`; only where there are kinds.
    var filter: Term?
    /// `or VALUE`.
    var fallback: Term?
}

/// How far back an aggregate looks.
enum Window: Hashable, Sendable {
    case day, week, month, year, ever
    /// At time t, what happened in (t − seconds, t].
    case rolling(Int64)

    /// The windows of the calendar.
    static let calendar: [Window] = [.day, .week, .month, .year, .ever]
}

/// What a limit measures, or what a `let` names.
struct Aggregate: Hashable, Sendable {
    enum Function: Hashable, Sendable {
        case count
        case sum(Term), average(Term), largest(Term), smallest(Term)
        case distinct(Field)
    }

    enum Counts: Hashable, Sendable {
        case accepted, attempts, declined
    }

    var function: Function
    var counts = Counts.accepted
    /// Nil for `across everyone`.
    var scope: [Field]? = [.customer]
    var window: Window

    /// What is measured, where it is a term.
    var term: Term? {
        switch function {
        case .count, .distinct: nil
        case .sum(let term), .average(let term), .largest(let term), .smallest(let term): term
        }
    }

    var terms: [Term] { [term].compactMap(\.self) }

    /// The same with another term.
    func measuring(_ term: Term) -> Aggregate {
        var other = self
        switch function {
        case .count, .distinct: break
        case .sum: other.function = .sum(term)
        case .average: other.function = .average(term)
        case .largest: other.function = .largest(term)
        case .smallest: other.function = .smallest(term)
        }
        return other
    }

    /// The declared fields that it names itself, besides those of its term.
    var declaredFields: Set<DeclaredField> {
        var fields = scope ?? []
        if case .distinct(let field) = function { fields.append(field) }
        return Set(fields.compactMap { if case .declared(let field) = $0 { field } else { nil } })
    }
}
