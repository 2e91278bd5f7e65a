import RulesDSL
import Testing

/// The parser understands what was written: a printed policy that is read again is the same policy.
@Suite struct ReadingTests {
    @Test func `what is printed and parsed is what was printed`() throws {
        for seed in 0..<UInt64(max(Scale.policies, 300)) {
            let random = try RandomCase(seed: Scale.seed &+ seed, transactions: 0)
            for rules in [random.rules, PolicyPrinter.tidy(random.policy)] {
                let parsed = Parser.parse(SourceFile(name: "a.rules", text: rules), as: FileID(0))
                let messages = parsed.diagnostics.map { $0.message }
                #expect(messages.isEmpty, "seed \(random.seed): \(messages)\n\(rules)")
                let read = try PolicyReader.read(parsed.syntax, knowing: random.policy)
                let difference = difference(random.policy.asPrinted, read.asPrinted)
                #expect(difference == nil, "seed \(random.seed): \(difference ?? "")\n\(rules)")
            }
        }
    }

    /// The first thing in which they differ.
    private func difference(_ one: Policy, _ other: Policy) -> String? {
        if one == other { return nil }
        return difference(one.fields, other.fields) ?? difference(one.lists, other.lists)
            ?? difference(one.tables, other.tables) ?? difference(one.lets, other.lets)
            ?? difference(one.rules, other.rules) ?? "\(one)\nis read as\n\(other)"
    }

    private func difference<Element: Equatable>(_ ones: [Element], _ others: [Element]) -> String? {
        for (one, other) in zip(ones, others) where one != other { return "\(one)\nis read as\n\(other)" }
        return ones.count == others.count ? nil : "\(ones.count) are read as \(others.count)"
    }
}

extension Policy {
    /// The same, as far as a file says it: its declarations in an order of their own, and numbers with a sign apart.
    fileprivate var asPrinted: Policy {
        var policy = self
        policy.fields.sort { $0.name < $1.name }
        policy.lists.sort { $0.name < $1.name }
        for index in lists.indices where policy.lists[index].file != nil { policy.lists[index].members = [] }
        policy.tables.sort { $0.name < $1.name }
        for index in tables.indices {
            policy.tables[index].otherwise = policy.tables[index].otherwise.asPrinted
            for entry in policy.tables[index].entries.indices {
                policy.tables[index].entries[entry].value = policy.tables[index].entries[entry].value.asPrinted
            }
        }
        policy.lets = lets.sorted { $0.name < $1.name }.map(\.asPrinted)
        policy.rules = rules.map(\.asPrinted)
        return policy
    }
}

extension Let {
    fileprivate var asPrinted: Let {
        switch meaning {
        case .term(let term): return Let(name: name, type: type, term: term.asPrinted)
        case .aggregate(var own):
            own.aggregate = own.aggregate.asPrinted
            own.filter = own.filter?.asPrinted
            own.fallback = own.fallback?.asPrinted
            return Let(name: name, type: type, meaning: .aggregate(own))
        }
    }
}

extension Aggregate {
    fileprivate var asPrinted: Aggregate {
        term.map { measuring($0.asPrinted) } ?? self
    }
}

extension Rule {
    fileprivate var asPrinted: Rule {
        var rule = self
        rule.filter = filter?.asPrinted
        rule.exemption = exemption?.asPrinted
        switch check {
        case .unique: break
        case .limit(let aggregate, let bound): rule.check = .limit(aggregate.asPrinted, atMost: bound.asPrinted)
        case .require(let condition): rule.check = .require(condition.asPrinted)
        }
        return rule
    }
}

extension Term {
    fileprivate var asPrinted: Term {
        if case .literal(let value) = self, let size = value.size, size < 0, value.type != .time, value.type != .date,
            let positive = Value(value.type, size: -size)
        {
            return .negative(.literal(positive))
        }
        return replacingParts(parts.map(\.asPrinted))
    }
}
