/// What a term is computed from: a transaction at its arrival.
struct Situation {
    let transaction: Transaction
    /// The balance on arrival.
    let balance: Int64
    let lets: [Let]

    func value(of field: Field) -> Value {
        let time = transaction.time
        switch field {
        case .id: return .text(transaction.id)
        case .customer: return .text(transaction.customer)
        case .amount: return .money(transaction.amount)
        case .kind: return .kind(transaction.kind)
        case .time: return .time(time)
        case .weekday: return .weekday(Calendar.weekday(ofDay: Calendar.dayNumber(of: time)))
        case .hour: return .number(Calendar.hour(of: time) * 1_000_000)
        case .date: return .date(Calendar.dayNumber(of: time))
        case .balance: return .money(balance)
        }
    }

    func value(of term: Term) throws -> Value {
        switch term {
        case .literal(let value): return value
        case .field(let field): return value(of: field)
        case .name(let name):
            guard let found = lets.first(where: { $0.name == name }) else { throw ModelMistake(what: name) }
            return try value(of: found.term)
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
        // The right side only where the left one does not decide.
        case .and(let left, let right): return .boolean(try isTrue(left) ? try isTrue(right) : false)
        case .or(let left, let right): return .boolean(try isTrue(left) ? true : try isTrue(right))
        case .choice(let condition, let then, let otherwise):
            return try value(of: try isTrue(condition) ? then : otherwise)
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
}
