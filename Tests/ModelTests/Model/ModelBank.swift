/// The bank in the most obvious way: it remembers all that was counted, and adds it up again for each transaction.
struct ModelBank {
    /// What a rule says to a transaction.
    private enum Finding {
        /// It does not apply, or nobody can say whether it does.
        case irrelevant(Failure?)
        case relevant(Failure?)
    }

    let policy: Policy
    private let history = History()

    init(_ policy: Policy) {
        self.policy = policy
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
        let relevant = findings.indices.filter { if case .relevant = findings[$0] { true } else { false } }
        let additions = try additions(relevant, situation)
        for addition in additions where decision.counts(for: addition.counts) {
            history.cells[addition.counter, default: [:]][addition.key, default: Cell()].add(addition.counted)
        }
        for index in relevant { remember(situation, by: index) }
        if decision.verdict == .accepted {
            history.balances[transaction.customer] = balance(after: situation)
        }
        return decision
    }

    func situation(of transaction: Transaction) -> Situation {
        Situation(
            transaction: transaction, balance: history.balances[transaction.customer] ?? 0, policy: policy,
            history: history)
    }

    /// Nil where it does not fit.
    private func balance(after situation: Situation) -> Int64? {
        let amount = Int128(situation.transaction.amount)
        let change = situation.transaction.kind == .load ? amount : -amount
        return Int64(exactly: Int128(situation.balance) + change)
    }

    private func decision(_ failures: [Failure], _ situation: Situation) -> Decision {
        let shadows = failures.filter(\.isShadow)
        var others = failures.filter { !$0.isShadow }
        if let first = others.firstIndex(where: { $0.outcome != .review }) {
            let decidedBy = others.remove(at: first)
            return Decision(
                verdict: decidedBy.outcome == .ignore ? .ignored : .declined, decidedBy: decidedBy, others: others,
                shadows: shadows)
        }
        guard balance(after: situation) != nil else {
            let failure = Failure(rule: "balance", cause: .arithmetic, outcome: .decline, code: "ArithmeticError")
            return Decision(verdict: .declined, decidedBy: failure, others: others, shadows: shadows)
        }
        return Decision(verdict: .accepted, decidedBy: nil, others: others, shadows: shadows)
    }

    // MARK: One rule

    private func finding(of index: Int, _ situation: Situation) throws -> Finding {
        let rule = policy.rules[index]
        guard rule.kinds?.contains(situation.transaction.kind) ?? true else { return .irrelevant(nil) }
        do {
            guard try rule.filter.map({ try situation.isTrue($0) }) ?? true else { return .irrelevant(nil) }
        } catch let trouble as Trouble {
            return .irrelevant(failure(of: rule, trouble))
        }
        do {
            guard isActive(rule, situation.transaction),
                try !(rule.exemption.map { try situation.isTrue($0) } ?? false)
            else { return .relevant(nil) }
            return .relevant(try failure(of: index, situation))
        } catch let trouble as Trouble {
            return .relevant(failure(of: rule, trouble))
        }
    }

    private func isActive(_ rule: Rule, _ transaction: Transaction) -> Bool {
        if let from = rule.active?.from, transaction.time < begin(from) { return false }
        if let until = rule.active?.until, transaction.time >= begin(until) { return false }
        return true
    }

    /// The first second of a date, or the second that a time is.
    private func begin(_ value: Value) -> Int64 {
        if case .date(let day) = value { policy.zone.begin(ofDay: day) } else { value.size ?? 0 }
    }

    private func failure(of rule: Rule, _ trouble: Trouble) -> Failure {
        switch trouble {
        case .arithmetic:
            Failure(
                rule: rule.name, cause: .arithmetic, outcome: .decline, code: "ArithmeticError",
                isShadow: rule.isShadow)
        case .tooLate:
            Failure(
                rule: rule.name, cause: .tooLate, outcome: rule.effectiveOutcome, code: "TransactionTooLate",
                isShadow: rule.isShadow)
        }
    }

    private func failure(of index: Int, _ situation: Situation) throws -> Failure? {
        let rule = policy.rules[index]
        var failure = Failure(
            rule: rule.name, cause: .condition, outcome: rule.effectiveOutcome, code: rule.effectiveCode,
            isShadow: rule.isShadow)
        switch rule.check {
        case .require(let condition):
            return try situation.isTrue(condition) ? nil : failure
        case .unique(let unique):
            guard let first = remembered(unique, index, situation) else { return nil }
            failure.cause = .duplicate
            if let conflict = unique.conflict, differs(situation, from: first, in: conflict.fields) {
                failure.cause = .conflict
                failure.outcome = .decline
                failure.code = conflict.code
            }
            return failure
        case .limit(let aggregate, let bound):
            failure.cause = .limit
            failure.usage = try excess(aggregate, .rule(index), bound, situation)
            return failure.usage == nil ? nil : failure
        }
    }

    /// What exceeds a limit; nil if nothing does.
    private func excess(
        _ aggregate: Aggregate, _ counter: History.Counter, _ bound: Term, _ situation: Situation
    ) throws -> Failure.Usage? {
        let time = situation.transaction.time
        let cell = situation.cell(of: aggregate, counter)
        guard cell.isOpen(aggregate.window, at: time, under: policy) else { throw Trouble.tooLate }
        // What was declined never includes this one.
        let this = aggregate.counts == .declined ? nil : try situation.counted(by: aggregate)
        for held in cell.windows(aggregate.window, around: time, under: policy) {
            let total = try aggregate.measure(held, and: this)
            let limit = try situation.size(of: bound)
            if let total, total > limit {
                let used = try? aggregate.measure(held)
                var added = this?.size ?? 0
                if case .distinct = aggregate.function { added = total - (used ?? 0) }
                return Failure.Usage(used: used, this: added, total: total, limit: limit)
            }
        }
        return nil
    }

    // MARK: Keys

    private func key(_ unique: Unique, _ situation: Situation) -> [Value?] {
        situation.key(unique.key + (unique.scope ?? []))
    }

    /// The earlier transaction that makes this one a repeat; nil if it is none.
    private func remembered(_ unique: Unique, _ index: Int, _ situation: Situation) -> Transaction? {
        guard let first = history.keys[index]?[key(unique, situation)] else { return nil }
        if let within = unique.within, situation.transaction.time >= first.time + within { return nil }
        return first
    }

    private func differs(_ situation: Situation, from first: Transaction, in fields: [Field]?) -> Bool {
        let earlier = Situation(transaction: first, balance: 0, policy: policy, history: history)
        let compared = fields ?? [.amount, .kind] + policy.fields.map { .declared($0) }
        return compared.contains { situation.value(of: $0) != earlier.value(of: $0) }
    }

    /// A `unique` remembers what is no repeat.
    private func remember(_ situation: Situation, by index: Int) {
        guard case .unique(let unique) = policy.rules[index].check,
            remembered(unique, index, situation) == nil
        else { return }
        history.keys[index, default: [:]][key(unique, situation)] = situation.transaction
    }

    // MARK: Counting

    private func additions(_ relevant: [Int], _ situation: Situation) throws -> [Addition] {
        let limits = try relevant.compactMap { index in
            guard case .limit(let aggregate, _) = policy.rules[index].check else { return Addition?.none }
            return try situation.addition(to: aggregate, .rule(index))
        }
        let lets = try policy.lets.compactMap { named in
            guard case .aggregate(let own) = named.meaning, try isCounted(own, situation) else { return Addition?.none }
            return try situation.addition(to: own.aggregate, .named(named.name))
        }
        return limits + lets
    }

    private func isCounted(_ own: LetAggregate, _ situation: Situation) throws -> Bool {
        guard own.kinds?.contains(situation.transaction.kind) ?? true else { return false }
        do {
            return try own.filter.map { try situation.isTrue($0) } ?? true
        } catch is Trouble {
            return false
        }
    }
}

extension Decision {
    /// Whether the transaction is one that an aggregate counts; an ignored one never is.
    fileprivate func counts(for counts: Aggregate.Counts) -> Bool {
        switch counts {
        case .attempts: true
        case .accepted: verdict == .accepted
        case .declined: verdict == .declined
        }
    }
}
