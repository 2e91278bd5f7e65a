extension Policy {
    /// The parts of the language besides the core that it uses.
    var features: Set<Feature> {
        var features: Set<Feature> = []
        if !fields.isEmpty { features.insert(.fields) }
        if zone != .utc { features.insert(.zones) }
        if late > 0 { features.insert(.late) }
        if !lists.isEmpty { features.insert(.lists) }
        if !tables.isEmpty { features.insert(.tables) }
        for aggregate in aggregates { features.formUnion(aggregate.features) }
        let terms = rules.flatMap(\.terms) + lets.flatMap(\.terms)
        for case .call in terms.flatMap(\.nodes) { features.insert(.functions) }
        for named in lets { if case .aggregate = named.meaning { features.insert(.aggregates) } }
        for rule in rules {
            if rule.active != nil { features.insert(.active) }
            if rule.isShadow { features.insert(.shadow) }
            guard case .unique(let unique) = rule.check else { continue }
            if unique.within != nil { features.insert(.within) }
            if unique.conflict != nil { features.insert(.conflict) }
        }
        return features
    }

    /// Those of its limits and of its `let`s.
    private var aggregates: [Aggregate] {
        let limits = rules.compactMap { if case .limit(let aggregate, _) = $0.check { aggregate } else { nil } }
        return limits + lets.compactMap { if case .aggregate(let own) = $0.meaning { own.aggregate } else { nil } }
    }
}

extension Aggregate {
    fileprivate var features: Set<Feature> {
        var features: Set<Feature> = []
        if case .rolling = window { features.insert(.rolling) }
        if counts == .declined { features.insert(.declined) }
        if let scope, scope != [.customer] { features.insert(.scopes) }
        switch function {
        case .count, .sum: break
        case .average, .largest, .smallest, .distinct: features.insert(.measures)
        }
        return features
    }
}
