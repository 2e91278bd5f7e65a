/// What a term may name of a transaction, or of the account at its arrival.
enum Field: Hashable, Sendable {
    case id, customer, amount, kind, time, weekday, hour, date, balance
    /// One that the policy declares.
    case declared(DeclaredField)

    /// The fields that every policy has.
    static let builtin: [Field] = [.id, .customer, .amount, .kind, .time, .weekday, .hour, .date, .balance]

    var name: String {
        switch self {
        case .id: "id"
        case .customer: "customer"
        case .amount: "amount"
        case .kind: "kind"
        case .time: "time"
        case .weekday: "weekday"
        case .hour: "hour"
        case .date: "date"
        case .balance: "balance"
        case .declared(let field): field.name
        }
    }

    var type: ModelType {
        switch self {
        case .id, .customer: .text
        case .amount, .balance: .money
        case .kind: .kind
        case .time: .time
        case .weekday: .weekday
        case .hour: .number
        case .date: .date
        case .declared(let field): field.type
        }
    }
}

enum ArithmeticSign: String, CaseIterable, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
}

enum ComparisonSign: String, CaseIterable, Sendable {
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case equal = "is"
    case unequal = "is not"
}

/// An expression.
indirect enum Term: Hashable, Sendable {
    case literal(Value)
    case field(Field)
    /// The name of a `let` or a table.
    case name(String)
    /// An optional field, or what stands for it where it is missing.
    case fallback(DeclaredField, Term)
    case negative(Term)
    case not(Term)
    case arithmetic(Term, ArithmeticSign, Term)
    case comparison(Term, ComparisonSign, Term)
    case member(Term, of: [Term], isNegated: Bool)
    /// Whether it is in the list of that name.
    case listed(Term, in: String, isNegated: Bool)
    case and(Term, Term)
    case or(Term, Term)
    case choice(Term, then: Term, otherwise: Term)
    case call(ModelFunction, [Term])
}

extension Term {
    /// The terms right inside.
    var parts: [Term] {
        switch self {
        case .literal, .field, .name: []
        case .fallback(_, let inner), .negative(let inner), .not(let inner), .listed(let inner, _, _): [inner]
        case .arithmetic(let left, _, let right), .comparison(let left, _, let right): [left, right]
        case .and(let left, let right), .or(let left, let right): [left, right]
        case .member(let inner, let elements, _): [inner] + elements
        case .choice(let condition, let then, let otherwise): [condition, then, otherwise]
        case .call(_, let arguments): arguments
        }
    }

    /// The same form around other parts, of which there are as many.
    func replacingParts(_ parts: [Term]) -> Term {
        switch self {
        case .literal, .field, .name: self
        case .fallback(let field, _): .fallback(field, parts[0])
        case .negative: .negative(parts[0])
        case .not: .not(parts[0])
        case .listed(_, let list, let isNegated): .listed(parts[0], in: list, isNegated: isNegated)
        case .arithmetic(_, let sign, _): .arithmetic(parts[0], sign, parts[1])
        case .comparison(_, let sign, _): .comparison(parts[0], sign, parts[1])
        case .member(_, _, let isNegated): .member(parts[0], of: Array(parts.dropFirst()), isNegated: isNegated)
        case .and: .and(parts[0], parts[1])
        case .or: .or(parts[0], parts[1])
        case .choice: .choice(parts[0], then: parts[1], otherwise: parts[2])
        case .call(let function, _): .call(function, parts)
        }
    }

    /// How many nodes it has, once each `let` stands in its place.
    func size(with lets: [Let]) -> Int {
        if case .name(let name) = self, case .term(let term)? = lets.first(where: { $0.name == name })?.meaning {
            return term.size(with: lets)
        }
        return parts.reduce(1) { $0 + $1.size(with: lets) }
    }

    /// Itself and everything inside, as far as it is written there.
    var nodes: [Term] {
        [self] + parts.flatMap(\.nodes)
    }

    /// The `let`s, tables and lists that it names itself.
    var names: Set<String> {
        switch self {
        case .name(let name): [name]
        case .listed(let inner, let list, _): inner.names.union([list])
        default: parts.reduce(into: []) { $0.formUnion($1.names) }
        }
    }

    /// The declared fields that it names itself.
    var declaredFields: Set<DeclaredField> {
        nodes.reduce(into: []) { fields, node in
            switch node {
            case .field(.declared(let field)), .fallback(let field, _): fields.insert(field)
            default: break
            }
        }
    }
}

// MARK: Terms as ledgers write them

extension Term: ExpressibleByIntegerLiteral {
    /// A whole number.
    init(integerLiteral value: Int64) {
        self = .literal(.number(value * 1_000_000))
    }

    static let id = Term.field(.id)
    static let customer = Term.field(.customer)
    static let amount = Term.field(.amount)
    static let kind = Term.field(.kind)
    static let time = Term.field(.time)
    static let weekday = Term.field(.weekday)
    static let hour = Term.field(.hour)
    static let date = Term.field(.date)
    static let balance = Term.field(.balance)
    static let yes = Term.literal(.boolean(true))
    static let no = Term.literal(.boolean(false))

    static func cents(_ cents: Int64) -> Term { .literal(.money(cents)) }
    static func dollars(_ dollars: Int64) -> Term { .literal(.money(dollars * 100)) }
    static func millionths(_ millionths: Int64) -> Term { .literal(.number(millionths)) }
    static func text(_ text: String) -> Term { .literal(.text(Text(text))) }
    static func days(_ days: Int64) -> Term { .literal(.duration(days * 86_400)) }
    static func seconds(_ seconds: Int64) -> Term { .literal(.duration(seconds)) }
    static func day(_ year: Int, _ month: Int, _ day: Int) -> Term {
        .literal(.date(Calendar.dayNumber(year: year, month: month, day: day)))
    }
    static func midnight(_ year: Int, _ month: Int, _ day: Int) -> Term {
        .literal(.time(Calendar.dayNumber(year: year, month: month, day: day) * 86_400))
    }
    static func on(_ kind: Kind) -> Term { .literal(.kind(kind)) }

    static prefix func - (inner: Term) -> Term { .negative(inner) }
    static func + (left: Term, right: Term) -> Term { .arithmetic(left, .plus, right) }
    static func - (left: Term, right: Term) -> Term { .arithmetic(left, .minus, right) }
    static func * (left: Term, right: Term) -> Term { .arithmetic(left, .times, right) }
    static func / (left: Term, right: Term) -> Term { .arithmetic(left, .over, right) }
    static func < (left: Term, right: Term) -> Term { .comparison(left, .less, right) }
    static func <= (left: Term, right: Term) -> Term { .comparison(left, .lessOrEqual, right) }
    static func > (left: Term, right: Term) -> Term { .comparison(left, .greater, right) }
    static func >= (left: Term, right: Term) -> Term { .comparison(left, .greaterOrEqual, right) }
    func `is`(_ other: Term) -> Term { .comparison(self, .equal, other) }
    func isNot(_ other: Term) -> Term { .comparison(self, .unequal, other) }
    func isIn(_ elements: [Term]) -> Term { .member(self, of: elements, isNegated: false) }
}
