/// The bank in the most obvious way: it remembers what each rule counted, and adds it all up again for each transaction.
struct ModelBank {
    /// One transaction that a limit counted, and what it added.
    private struct Counted {
        let time: Int64
        let measure: Int64
    }

    /// What one rule remembers.
    private struct Memory {
        /// The keys that a `unique` has seen.
        var keys: Set<[Value]> = []
        /// What a limit counted, by customer; under nil across everyone.
        var counted: [Text?: [Counted]] = [:]
    }

    /// What a rule says to a transaction.
    private enum Finding {
        /// It does not apply, or nobody can say whether it does.
        case irrelevant(Failure?)
        case relevant(Failure?)
    }

    let policy: Policy
    private var balances: [Text: Int64] = [:]
    private var memories: [Memory]

    init(_ policy: Policy) {
        self.policy = policy
        memories = policy.rules.map { _ in Memory() }
    }

    /// Decides one transaction and remembers it.
    mutating func decide(_ transaction: Transaction) throws -> Decision {
        let situation = situation(of: transaction)
        let findings = try policy.rules.indices.map { try finding(of: $0, situation) }
        let failures = findings.compactMap { finding in
            switch finding {
            case .irrelevant(let failure), .relevant(let failure): failure
            }
        }
        let decision = decision(failures, situation)
        guard decision.verdict != .ignored else { return decision }
        for (index, finding) in findings.enumerated() {
            guard case .relevant = finding else { continue }
            try remember(situation, by: index, isAccepted: decision.verdict == .accepted)
        }
        if decision.verdict == .accepted {
            balances[transaction.customer] = balance(after: situation)
        }
        return decision
    }

    func situation(of transaction: Transaction) -> Situation {
        Situation(transaction: transaction, balance: balances[transaction.customer] ?? 0, lets: policy.lets)
    }

    /// Nil where it does not fit.
    private func balance(after situation: Situation) -> Int64? {
        let amount = Int128(situation.transaction.amount)
        let change = situation.transaction.kind == .load ? amount : -amount
        return Int64(exactly: Int128(situation.balance) + change)
    }

    private func decision(_ failures: [Failure], _ situation: Situation) -> Decision {
        if let first = failures.firstIndex(where: { $0.outcome != .review }) {
            var others = failures
            let decidedBy = others.remove(at: first)
            return Decision(
                verdict: decidedBy.outcome == .ignore ? .ignored : .declined, decidedBy: decidedBy, others: others)
        }
        guard balance(after: situation) != nil else {
            let failure = Failure(rule: "balance", cause: .arithmetic, outcome: .decline, code: "ArithmeticError")
            return Decision(verdict: .declined, decidedBy: failure, others: failures)
        }
        return Decision(verdict: .accepted, decidedBy: nil, others: failures)
    }

    // MARK: One rule

    private func finding(of index: Int, _ situation: Situation) throws -> Finding {
        let rule = policy.rules[index]
        guard rule.kinds?.contains(situation.transaction.kind) ?? true else { return .irrelevant(nil) }
        do {
            guard try rule.filter.map({ try situation.isTrue($0) }) ?? true else { return .irrelevant(nil) }
        } catch is ArithmeticTrouble {
            return .irrelevant(arithmeticFailure(of: rule))
        }
        do {
            guard try !(rule.exemption.map { try situation.isTrue($0) } ?? false) else { return .relevant(nil) }
            return .relevant(try failure(of: index, situation))
        } catch is ArithmeticTrouble {
            return .relevant(arithmeticFailure(of: rule))
        }
    }

    private func arithmeticFailure(of rule: Rule) -> Failure {
        Failure(rule: rule.name, cause: .arithmetic, outcome: .decline, code: "ArithmeticError")
    }

    private func failure(of index: Int, _ situation: Situation) throws -> Failure? {
        let rule = policy.rules[index]
        let failure = Failure(
            rule: rule.name, cause: .condition, outcome: rule.effectiveOutcome, code: rule.effectiveCode)
        switch rule.check {
        case .unique(let key, let scope):
            return memories[index].keys.contains(values(key, scope, situation)) ? failure : nil
        case .require(let condition):
            return try situation.isTrue(condition) ? nil : failure
        case .limit(let measure, _, _, _, let bound):
            guard let used = used(index, situation) else {
                return Failure(
                    rule: rule.name, cause: .tooLate, outcome: rule.effectiveOutcome, code: "TransactionTooLate")
            }
            let this = try size(of: measure, situation)
            let total = try Arithmetic.fitted(Int128(used) + Int128(this))
            let limit = try situation.size(of: bound)
            guard total > limit else { return nil }
            var exceeded = failure
            exceeded.usage = Failure.Usage(used: used, this: this, limit: limit)
            return exceeded
        }
    }

    private func values(_ key: [Field], _ scope: [Field]?, _ situation: Situation) -> [Value] {
        (key + (scope ?? [])).map { situation.value(of: $0) }
    }

    private func size(of measure: Measure, _ situation: Situation) throws -> Int64 {
        switch measure {
        case .count: 1_000_000
        case .sum(let term): try situation.size(of: term)
        }
    }

    // MARK: Windows

    /// What the transaction's window holds already, before it; nil if the window is closed.
    func used(_ index: Int, _ situation: Situation) -> Int64? {
        guard case .limit(_, _, let perCustomer, let window, _) = policy.rules[index].check else { return nil }
        let transaction = situation.transaction
        let counted = memories[index].counted[perCustomer ? transaction.customer : nil] ?? []
        let span = Calendar.span(window, containing: transaction.time, weekStart: policy.weekStart)
        guard let (begin, end) = span else { return counted.reduce(0) { $0 + $1.measure } }
        var sum: Int64 = 0
        for one in counted {
            if one.time >= end { return nil }
            if one.time >= begin { sum += one.measure }
        }
        return sum
    }

    private mutating func remember(_ situation: Situation, by index: Int, isAccepted: Bool) throws {
        switch policy.rules[index].check {
        case .require: break
        case .unique(let key, let scope): memories[index].keys.insert(values(key, scope, situation))
        case .limit(let measure, let ofAttempts, let perCustomer, _, _):
            guard ofAttempts || isAccepted, let used = used(index, situation) else { return }
            do {
                let this = try size(of: measure, situation)
                // A sum that does not fit is never made: the transaction adds nothing.
                _ = try Arithmetic.fitted(Int128(used) + Int128(this))
                let one = Counted(time: situation.transaction.time, measure: this)
                memories[index].counted[perCustomer ? situation.transaction.customer : nil, default: []].append(one)
            } catch is ArithmeticTrouble {
                return
            }
        }
    }
}
