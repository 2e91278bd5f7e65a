extension PolicyGenerator {
    // MARK: Unique

    mutating func uniqueCheck() -> Check {
        let fields = ownFields
        var key = random.pick([
            [Field.id], [.id], [.id, .amount], [.amount, .date], [.amount, .time], [.customer, .id], [.time],
            [.hour, .date],
            [.id, .kind], [.weekday, .amount, .kind],
        ])
        if random.chance(policy.fields.isEmpty ? 15 : 45) {
            key = Array(random.shuffled(fields).prefix(1 + random.index(below: 3)))
        }
        var unique = Unique(key: key, scope: uniqueScope(fields.filter { !key.contains($0) }))
        if random.chance(35) { unique.within = setting.someLength(&random, upToDays: 3_660) }
        if random.chance(40) { unique.conflict = conflict(of: unique) }
        return .unique(unique)
    }

    private mutating func uniqueScope(_ fields: [Field]) -> [Field]? {
        if random.chance(30) { return nil }
        if random.chance(70), fields.contains(.customer) { return [.customer] }
        return Array(random.shuffled(fields).prefix(1 + random.index(below: 2)))
    }

    private mutating func conflict(of unique: Unique) -> Unique.Conflict? {
        let same = Set(unique.key + (unique.scope ?? []))
        let payload = [.amount, .kind] + policy.fields.map { Field.declared($0) }
        if random.chance(50), payload.contains(where: { !same.contains($0) }) {
            return Unique.Conflict(fields: nil, code: code())
        }
        let others = random.shuffled(ownFields.filter { !same.contains($0) }).prefix(1 + random.index(below: 2))
        return others.isEmpty ? nil : Unique.Conflict(fields: Array(others), code: code())
    }

    // MARK: Limit

    mutating func limitCheck() -> Check {
        switch random.index(below: 13) {
        case 0...3:
            let aggregate = aggregate(.count)
            return .limit(aggregate, atMost: countBound(aggregate.window))
        case 4...7:
            let aggregate = aggregate(.sum(random.chance(60) ? .amount : small { $0.variable(.money, depth: 3) }))
            return .limit(aggregate, atMost: moneyBound(aggregate.window))
        case 8:
            let signed = Term.choice(.kind.is(.on(.load)), then: .amount, otherwise: -.amount)
            let aggregate = aggregate(.sum(signed))
            return .limit(aggregate, atMost: moneyBound(aggregate.window))
        case 9:
            return .limit(
                aggregate(.sum(small { $0.any(.number, depth: 3) })), atMost: small { $0.any(.number, depth: 2) })
        case 10:
            let aggregate = aggregate(.distinct(random.pick(ownFields)))
            return .limit(aggregate, atMost: countBound(aggregate.window))
        default:
            let type = random.pick([ModelType.money, .money, .number])
            let term = measured(type)
            let function: Aggregate.Function = random.pick([.average(term), .largest(term), .smallest(term)])
            return .limit(aggregate(function), atMost: measureBound(type))
        }
    }

    private mutating func countBound(_ window: Window) -> Term {
        let few = random.int(1...(window == .day ? 5 : 20))
        switch random.index(below: 10) {
        case 0: return .literal(.number(few * 1_000_000 + 500_000))
        case 1: return small { $0.any(.number, depth: 2) }
        case 2: return .choice(small { $0.condition(depth: 1) }, then: .literal(.number(few * 1_000_000)), otherwise: 1)
        default: return .literal(.number(few * 1_000_000))
        }
    }

    private mutating func moneyBound(_ window: Window) -> Term {
        let factor: Int64 = window == .day ? 4 : 30
        switch random.index(below: 10) {
        case 0: return small { $0.any(.money, depth: 2) }
        case 1: return .literal(.money(.max - random.int(0...5)))
        default: return .literal(.money(scale.usual(&random) * random.int(1...factor)))
        }
    }

    /// Of an average and the like, which grow with no number of transactions.
    private mutating func measureBound(_ type: ModelType) -> Term {
        if random.chance(30) { return small { $0.any(type, depth: 2) } }
        return type == .money ? .literal(.money(scale.usual(&random) * 2)) : terms.constant(.number)
    }
}
