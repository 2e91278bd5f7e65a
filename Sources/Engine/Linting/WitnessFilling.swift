internal import RulesDSL

/// Fills a limit's window as far as the other rules allow, and then tries one transaction more.
struct WitnessFilling {
    /// So many transactions fill a window; a larger one stays as it is then.
    private static let most = 450
    /// So often an amount is made smaller until it is accepted.
    private static let attempts = 6

    private let limit: Int
    private let others: [Int]
    private let drafts: WitnessDrafts
    private let kind: TransactionKind
    /// What must differ from one to the next: the field whose values the limit counts.
    private let different: FieldIndex?
    private let rules: [ProgramRule]
    private(set) var run: WitnessRun
    /// Whether a transaction was met that exceeds the limit alone.
    private(set) var isRefuted = false
    /// What is tried first.
    private let amount: Int64

    init(
        _ limit: Int, _ others: [Int], _ drafts: WitnessDrafts, kind: TransactionKind, amount: Int64, balance: Int64,
        _ accounts: WitnessAccounts
    ) throws(CriticalError) {
        (self.limit, self.others) = (limit, others)
        self.drafts = drafts
        rules = accounts.program.rules
        if case .limit(let aggregate, atMost: _) = accounts.program.policy.rules[limit].check,
            case .distinct(let field) = aggregate.function
        {
            different = field
        } else {
            different = nil
        }
        self.kind = kind
        run = try WitnessRun(accounts, watching: [limit] + others, customer: drafts.customer, balance: balance)
        self.amount = amount
    }

    /// Decides transactions at these seconds, at each as many as are accepted, and one that is not.
    mutating func fill(_ times: [Int64], isOne: Bool) throws(CriticalError) {
        var last: WitnessRun.Draft?
        for (place, time) in times.enumerated() {
            let end = place + 1 < times.count ? times[place + 1] : .max
            guard let time = try relevant(from: time, before: end) else { continue }
            while run.steps.count < (isOne ? 1 : Self.most), !run.isExhausted, let draft = try next(at: time) {
                try run.decide(draft)
                last = draft
            }
        }
        guard let start = times.last else { return }
        let untried = last == nil ? try relevant(from: start, before: .max) : nil
        guard let time = last?.time ?? untried else { return }
        for amount in [1, drafts.amount ?? amount, last?.amount ?? amount, amount, amount + 1] {
            let draft = attempt(amount, at: time)
            if isStopped(try run.judge(draft)) {
                try run.decide(draft)
                return
            }
        }
    }

    private func attempt(_ amount: Int64, at time: Int64) -> WitnessRun.Draft {
        drafts.draft(kind: kind, amount: amount, time: time, different: different, number: run.steps.count)
    }

    /// The first hour from a second on at which the limit checks.
    private mutating func relevant(from start: Int64, before end: Int64) throws(CriticalError) -> Int64? {
        for time in drafts.hours(from: start) where time < end && !run.isExhausted {
            if try run.judge(attempt(amount, at: time)).check(limit) { return time }
        }
        return nil
    }

    /// The largest transaction that is accepted, of those that are easy to find.
    private mutating func next(at time: Int64) throws(CriticalError) -> WitnessRun.Draft? {
        var draft = attempt(amount, at: time)
        for _ in 0..<Self.attempts {
            let judgements = try run.judge(draft)
            if isAlone(judgements) { isRefuted = true }
            let blocking = judgements.filter { rules[Int($0.rule)].stops($0) }
            guard let first = blocking.first else { return judgements.check(limit) ? draft : nil }
            let smaller = blocking.dropFirst().reduce(room(first, draft.amount)) { min($0, room($1, draft.amount)) }
            guard smaller > 0, smaller < draft.amount else { return nil }
            draft.amount = smaller
        }
        return nil
    }

    /// The amount that would just pass a rule, if it grows with the amount.
    private func room(_ judgement: Judgement, _ amount: Int64) -> Int64 {
        switch judgement.cause {
        case .limit, .condition:
            let added = judgement.cause == .limit ? judgement.added : judgement.total
            let left =
                judgement.cause == .limit ? Int128(judgement.bound) - Int128(judgement.used) : Int128(judgement.bound)
            guard added > 0, left > 0 else { return 0 }
            return Int64(clamping: left * Int128(amount) / Int128(added))
        case .duplicate, .conflict, .tooLate, .arithmetic: return 0
        }
    }

    /// Whether the first of the other rules, from which all follows, declines it where the limit has a say.
    private func isStopped(_ judgements: [Judgement]) -> Bool {
        judgements.check(limit)
            && judgements.contains { others.first == Int($0.rule) && $0.finding == .failed && $0.cause != .arithmetic }
    }

    /// Whether the limit is exceeded and none of the other rules fails.
    private func isAlone(_ judgements: [Judgement]) -> Bool {
        let isExceeded = judgements.contains {
            $0.rule == Int32(limit) && $0.finding == .failed && $0.cause == .limit
        }
        return isExceeded && !judgements.contains { others.contains(Int($0.rule)) && $0.finding == .failed }
    }

    /// Whether what became of the transactions is as the finding says: one of the other rules stopped the last one, and
    /// nothing that was tried exceeds the limit alone.
    var confirms: Bool {
        guard let last = run.steps.last, last.decision == .declined, isStopped(last.judgements) else { return false }
        return !isRefuted && !run.steps.contains { isAlone($0.judgements) }
    }

    /// Whether one of the other rules decides the last one, and something was accepted before.
    var showsPlainly: Bool {
        guard run.steps.count > 1, let last = run.steps.last else { return false }
        return last.facts.contains { $0.isDecisive && others.contains(Int($0.rule)) }
    }
}

extension ProgramRule {
    /// Whether what it said keeps a transaction from being accepted.
    func stops(_ judgement: Judgement) -> Bool {
        judgement.finding == .failed && !isShadow && (outcome != .review || judgement.cause == .arithmetic)
    }
}
