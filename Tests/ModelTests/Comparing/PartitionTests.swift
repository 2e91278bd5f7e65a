import Testing

/// Where all that counts is counted per customer, customers don't know of each other.
@Suite struct PartitionTests {
    @Test func `a partition by customer changes nothing`() throws {
        for seed in 0..<UInt64(max(Scale.policies / 8, 10)) {
            let random = try RandomCase(seed: Scale.seed &+ 1_000_000 &+ seed, transactions: 300)
            let policy = random.policy.perCustomer
            let rules = PrintedRules(policy, PolicyPrinter.tidy(policy))
            let engine = PipelineEngine(seed: random.seed)
            let together = try engine.decide(rules, random.lines).filter { $0.verdict != .rejected }
            var apart: [EngineDecision] = []
            for (_, indices) in random.linesOfCustomers {
                for var decision in try engine.decide(rules, indices.map { random.lines[$0] }) {
                    decision.line = indices[decision.line - 1] + 1
                    apart.append(decision)
                }
            }
            apart.sort { $0.line < $1.line }
            let difference = zip(together, apart).first { $0 != $1 }
            #expect(
                difference == nil && together.count == apart.count,
                """
                seed \(random.seed)
                together: \(difference.map { "\($0.0)" } ?? "\(together.count) decisions")
                apart:    \(difference.map { "\($0.1)" } ?? "\(apart.count) decisions")
                \(rules.text)
                """)
        }
    }
}

extension RandomCase {
    /// The indices of each customer's lines.
    fileprivate var linesOfCustomers: [Text: [Int]] {
        var result: [Text: [Int]] = [:]
        for (index, line) in lines.enumerated() {
            if case .transaction(let transaction) = line.meaning {
                result[transaction.customer, default: []].append(index)
            }
        }
        return result
    }
}

extension Policy {
    /// The same rules, but that each customer is alone.
    fileprivate var perCustomer: Policy {
        var policy = self
        for index in lets.indices {
            guard case .aggregate(var own) = lets[index].meaning else { continue }
            own.aggregate.scope = own.aggregate.scope.withCustomer
            policy.lets[index].meaning = .aggregate(own)
        }
        for index in rules.indices {
            switch rules[index].check {
            case .require: break
            case .limit(var aggregate, let bound):
                aggregate.scope = aggregate.scope.withCustomer
                policy.rules[index].check = .limit(aggregate, atMost: bound)
            case .unique(var unique):
                guard !unique.key.contains(.customer) else { continue }
                unique.scope = unique.scope.withCustomer
                unique.conflict?.fields?.removeAll { $0 == .customer }
                if unique.conflict?.fields?.isEmpty == true { unique.conflict = nil }
                policy.rules[index].check = .unique(unique)
            }
        }
        return policy
    }
}

extension [Field]? {
    fileprivate var withCustomer: [Field] {
        let fields = self ?? []
        return fields.contains(.customer) ? fields : fields + [.customer]
    }
}
