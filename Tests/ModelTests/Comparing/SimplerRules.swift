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
        add { $0.active = nil }
        add { $0.isShadow = false }
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
        case .unique(let unique):
            var simpler: [Check] = []
            if unique.within != nil {
                var other = unique
                other.within = nil
                simpler.append(.unique(other))
            }
            if unique.conflict != nil {
                var other = unique
                other.conflict = nil
                simpler.append(.unique(other))
            }
            return simpler
        case .require(let condition): return condition.simplerOnes(.boolean).map { .require($0) }
        case .limit(let aggregate, let bound):
            let type = aggregate.term.map(\.type) ?? .number
            let bounds = type.map { bound.simplerOnes($0) } ?? []
            return bounds.map { .limit(aggregate, atMost: $0) }
                + aggregate.simplerOnes.map { .limit($0, atMost: bound) }
        }
    }
}

extension Aggregate {
    fileprivate var simplerOnes: [Aggregate] {
        var simpler: [Aggregate] = []
        if let term, let type = term.type { simpler += term.simplerOnes(type).map { measuring($0) } }
        if counts != .accepted {
            var other = self
            other.counts = .accepted
            simpler.append(other)
        }
        for index in (scope ?? []).indices where (scope?.count ?? 0) > 1 {
            var other = self
            other.scope?.remove(at: index)
            simpler.append(other)
        }
        return simpler
    }
}

extension Let {
    /// The same `let` of the same type, but simpler.
    var simplerOnes: [Let] {
        switch meaning {
        case .term(let term):
            return term.simplerOnes(type).map { Let(name: name, type: type, term: $0) }
        case .aggregate(let own):
            var simpler = own.aggregate.simplerOnes.map { aggregate in
                var other = own
                other.aggregate = aggregate
                return other
            }
            for filter in own.filter?.simplerOnes(.boolean) ?? [] {
                var other = own
                other.filter = filter
                simpler.append(other)
            }
            if own.filter != nil {
                var other = own
                other.filter = nil
                simpler.append(other)
            }
            return simpler.map { Let(name: name, type: type, meaning: .aggregate($0)) }
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
        case .not, .comparison, .member, .listed, .and, .or: .boolean
        case .fallback(let field, _): field.type
        case .arithmetic(let left, let sign, let right):
            if let left = left.type, let right = right.type { Arithmetic.resultType(left, sign, right) } else { nil }
        case .choice(_, let then, let otherwise): then.type ?? otherwise.type
        case .call(let function, let arguments):
            switch function {
            case .length: .number
            case .startsWith, .endsWith, .contains, .matches: .boolean
            case .min, .max, .abs, .round: arguments.first?.type
            }
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
        return replacingParts(parts)
    }
}
