/// What a term is computed from: a transaction at its arrival, and all that happened before.
struct Situation {
    let transaction: Transaction
    /// The balance on arrival.
    let balance: Int64
    let policy: Policy
    let history: History

    /// Nil where an optional field is missing.
    func value(of field: Field) -> Value? {
        let local = policy.zone.local(transaction.time)
        switch field {
        case .id: return .text(transaction.id)
        case .customer: return .text(transaction.customer)
        case .amount: return .money(transaction.amount)
        case .kind: return .kind(transaction.kind)
        case .time: return .time(transaction.time)
        case .weekday: return .weekday(Calendar.weekday(ofDay: Calendar.dayNumber(of: local)))
        case .hour: return .number(Calendar.hour(of: local) * 1_000_000)
        case .date: return .date(Calendar.dayNumber(of: local))
        case .balance: return .money(balance)
        case .declared(let field): return transaction.declared[field.name]
        }
    }

    func value(of term: Term) throws -> Value {
        switch term {
        case .literal(let value): return value
        case .field(let field):
            guard let value = value(of: field) else { throw ModelMistake(what: "\(field) is missing") }
            return value
        case .name(let name): return try value(named: name)
        case .fallback(let field, let otherwise):
            return try value(of: .declared(field)) ?? value(of: otherwise)
        case .negative(let inner): return try negated(try value(of: inner))
        case .not(let inner): return .boolean(try !isTrue(inner))
        case .arithmetic(let left, let sign, let right):
            let first = try value(of: left)
            return try Arithmetic.result(first, sign, try value(of: right))
        case .comparison(let left, let sign, let right):
            let first = try value(of: left)
            return .boolean(try Arithmetic.compare(first, sign, try value(of: right)))
        case .member(let inner, let elements, let isNegated):
            let wanted = try value(of: inner)
            let isFound = try elements.map { try value(of: $0) }.contains { try Arithmetic.compare(wanted, .equal, $0) }
            return .boolean(isFound != isNegated)
        case .listed(let inner, let name, let isNegated):
            guard let list = policy.lists.first(where: { $0.name == name }) else { throw ModelMistake(what: name) }
            return .boolean(list.members.contains(try value(of: inner)) != isNegated)
        // The right side only where the left one does not decide.
        case .and(let left, let right): return .boolean(try isTrue(left) ? try isTrue(right) : false)
        case .or(let left, let right): return .boolean(try isTrue(left) ? true : try isTrue(right))
        case .choice(let condition, let then, let otherwise):
            return try value(of: try isTrue(condition) ? then : otherwise)
        case .call(let function, let arguments): return try function.result(try arguments.map { try value(of: $0) })
        }
    }

    func isTrue(_ term: Term) throws -> Bool {
        guard case .boolean(let isTrue) = try value(of: term) else { throw ModelMistake(what: "\(term)") }
        return isTrue
    }

    /// The size of a term that is money or a number.
    func size(of term: Term) throws -> Int64 {
        guard let size = try value(of: term).size else { throw ModelMistake(what: "\(term)") }
        return size
    }

    private func negated(_ value: Value) throws -> Value {
        guard let size = value.size, [.money, .number, .duration].contains(value.type),
            let negated = Value(value.type, size: try Arithmetic.fitted(-Int128(size)))
        else { throw ModelMistake(what: "-\(value)") }
        return negated
    }

    // MARK: Names

    private func value(named name: String) throws -> Value {
        if let found = policy.lets.first(where: { $0.name == name }) {
            switch found.meaning {
            case .term(let term): return try value(of: term)
            case .aggregate(let own): return try value(of: own, found)
            }
        }
        guard let table = policy.tables.first(where: { $0.name == name }) else { throw ModelMistake(what: name) }
        let key = value(of: table.key)
        return try value(of: table.entries.first { $0.key == key }?.value ?? table.otherwise)
    }

    /// What an aggregate of a `let` was before this transaction.
    private func value(of own: LetAggregate, _ named: Let) throws -> Value {
        let cell = cell(of: own.aggregate, .named(named.name))
        let window = own.aggregate.window
        guard cell.isOpen(window, at: transaction.time, under: policy) else { throw Trouble.tooLate }
        let held = cell.held(in: window, at: transaction.time, under: policy)
        if let measure = try own.aggregate.measure(held), let value = Value(named.type, size: measure) { return value }
        guard let fallback = own.fallback else { throw ModelMistake(what: "\(named)") }
        return try value(of: fallback)
    }

    // MARK: Aggregates

    func key(_ scope: [Field]?) -> [Value?] {
        (scope ?? []).map { value(of: $0) }
    }

    func cell(of aggregate: Aggregate, _ counter: History.Counter) -> Cell {
        history.cells[counter]?[key(aggregate.scope)] ?? Cell()
    }

    /// This transaction, as an aggregate counts it.
    func counted(by aggregate: Aggregate) throws -> Counted {
        switch aggregate.function {
        case .count: return Counted(time: transaction.time, size: 1_000_000)
        case .distinct(let field): return Counted(time: transaction.time, size: 0, value: value(of: field))
        case .sum(let term), .average(let term), .largest(let term), .smallest(let term):
            return Counted(time: transaction.time, size: try size(of: term))
        }
    }

    /// What this transaction adds to an aggregate that is about it; nil where its window is closed, where it can't be
    /// computed, and where it would not fit.
    func addition(to aggregate: Aggregate, _ counter: History.Counter) throws -> Addition? {
        let cell = cell(of: aggregate, counter)
        guard cell.isOpen(aggregate.window, at: transaction.time, under: policy) else { return nil }
        do {
            let counted = try counted(by: aggregate)
            for held in cell.windows(aggregate.window, around: transaction.time, under: policy) {
                _ = try aggregate.measure(held, and: counted)
            }
            return Addition(
                counter: counter, counts: aggregate.counts, key: key(aggregate.scope), counted: counted)
        } catch is Trouble {
            return nil
        }
    }
}
