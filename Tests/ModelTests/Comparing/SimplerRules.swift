extension Rule {
    /// The same rule with one clause less, or with one simpler term.
    var simplerOnes: [Rule] {
        var result: [Rule] = []
        func add(_ change: (inout Rule) -> Void) {
            var simpler = self
            change(&simpler)
            if simpler != self { result.append(simpler) }
        }
        add { $0.sentence = nil }
        add { $0.exemption = nil }
        add { $0.filter = nil }
        add {
            $0.kinds = nil
            $0.filter = nil
        }
        for term in filter?.simplerOnes(.boolean) ?? [] { add { $0.filter = term } }
        for term in exemption?.simplerOnes(.boolean) ?? [] { add { $0.exemption = term } }
        for check in check.simplerOnes { add { $0.check = check } }
        return result
    }
}

extension Check {
    fileprivate var simplerOnes: [Check] {
        switch self {
        case .unique: return []
        case .require(let condition): return condition.simplerOnes(.boolean).map { .require($0) }
        case .limit(let measure, let ofAttempts, let perCustomer, let window, let bound):
            guard case .sum(let term) = measure, let type = term.type else {
                return bound.simplerOnes(.number).map {
                    .limit(measure, ofAttempts: ofAttempts, perCustomer: perCustomer, window: window, atMost: $0)
                }
            }
            let bounds = bound.simplerOnes(type).map {
                Check.limit(measure, ofAttempts: ofAttempts, perCustomer: perCustomer, window: window, atMost: $0)
            }
            return bounds
                + term.simplerOnes(type).map {
                    .limit(.sum($0), ofAttempts: ofAttempts, perCustomer: perCustomer, window: window, atMost: bound)
                }
        }
    }
}

extension Term {
    /// Its type; nil for a `let`, whose type stands elsewhere.
    var type: ModelType? {
        switch self {
        case .literal(let value): value.type
        case .field(let field): field.type
        case .name: nil
        case .negative(let inner): inner.type
        case .not, .comparison, .member, .and, .or: .boolean
        case .arithmetic(let left, let sign, let right):
            if let left = left.type, let right = right.type { Arithmetic.resultType(left, sign, right) } else { nil }
        case .choice(_, let then, let otherwise): then.type ?? otherwise.type
        }
    }

    /// Terms of the same type that are smaller: its own parts first, then itself with a smaller part.
    func simplerOnes(_ type: ModelType) -> [Term] {
        let own = parts.filter { $0.type == type }
        return own
            + parts.indices.flatMap { index in
                (parts[index].type.map { parts[index].simplerOnes($0) } ?? []).map { replacing(index, by: $0) }
            }
    }

    private func replacing(_ index: Int, by part: Term) -> Term {
        var parts = parts
        parts[index] = part
        return switch self {
        case .literal, .field, .name: self
        case .negative: .negative(parts[0])
        case .not: .not(parts[0])
        case .arithmetic(_, let sign, _): .arithmetic(parts[0], sign, parts[1])
        case .comparison(_, let sign, _): .comparison(parts[0], sign, parts[1])
        case .member(_, _, let isNegated): .member(parts[0], of: Array(parts.dropFirst()), isNegated: isNegated)
        case .and: .and(parts[0], parts[1])
        case .or: .or(parts[0], parts[1])
        case .choice: .choice(parts[0], then: parts[1], otherwise: parts[2])
        }
    }
}
