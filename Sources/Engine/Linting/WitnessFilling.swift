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
    private let rules: [ProgramRule]
    private(set) var run: WitnessRun
    /// Whether a transaction was met that exceeds the limit alone.
    private(set) var isRefuted = false
    /// What is tried first.
    private let amount: Int64
    /// So many transactions may be judged.
    private let allowance: Int

    init(
        _ claim: (limit: Int, others: [Int], filling: LintFilling), kind: TransactionKind, amount: Int64,
        balance: Int64, allowance: Int, _ program: Program
    ) throws(CriticalError) {
        (limit, others) = (claim.limit, claim.others)
        drafts = WitnessDrafts(program, claim.filling.setting)
        rules = program.rules
        self.kind = kind
        self.allowance = allowance
        run = try WitnessRun(program, watching: [claim.limit] + claim.others, balance: balance)
        self.amount = amount
    }

    /// Decides transactions at these seconds, at each as many as are accepted, and one that is not.
    mutating func fill(_ times: [Int64], isOne: Bool) throws(CriticalError) {
        var last: WitnessRun.Draft?
        for (place, time) in times.enumerated() {
            let end = place + 1 < times.count ? times[place + 1] : .max
            guard let time = try relevant(from: time, before: end) else { continue }
            while run.steps.count < (isOne ? 1 : Self.most), run.judged < allowance, let draft = try next(at: time) {
                try run.decide(draft)
                last = draft
            }
        }
        guard let start = times.last else { return }
        let untried = last == nil ? try relevant(from: start, before: .max) : nil
        guard let time = last?.time ?? untried else { return }
        for amount in [1, drafts.amount ?? amount, last?.amount ?? amount, amount, amount + 1] {
            let draft = drafts.draft(kind: kind, amount: amount, time: time)
            if isStopped(try run.judge(draft)) {
                try run.decide(draft)
                return
            }
        }
    }

    /// The first hour from a second on at which the limit checks.
    private mutating func relevant(from start: Int64, before end: Int64) throws(CriticalError) -> Int64? {
        for time in WitnessDrafts.hours(from: start) where time < end && run.judged < allowance {
            if isChecked(try run.judge(drafts.draft(kind: kind, amount: amount, time: time))) { return time }
        }
        return nil
    }

    private func isChecked(_ judgements: [Judgement]) -> Bool {
        judgements.contains { $0.rule == Int32(limit) && ($0.finding == .passed || $0.finding == .failed) }
    }

    /// The largest transaction that is accepted, of those that are easy to find.
    private mutating func next(at time: Int64) throws(CriticalError) -> WitnessRun.Draft? {
        var draft = drafts.draft(kind: kind, amount: amount, time: time)
        for _ in 0..<Self.attempts {
            let judgements = try run.judge(draft)
            if isAlone(judgements) { isRefuted = true }
            let blocking = judgements.filter(blocks)
            guard let first = blocking.first else { return isChecked(judgements) ? draft : nil }
            let smaller = blocking.dropFirst().reduce(room(first, draft.amount)) { min($0, room($1, draft.amount)) }
            guard smaller > 0, smaller < draft.amount else { return nil }
            draft.amount = smaller
        }
        return nil
    }

    /// Whether a judgement keeps a transaction from being accepted.
    private func blocks(_ judgement: Judgement) -> Bool {
        guard judgement.finding == .failed else { return false }
        let rule = rules[Int(judgement.rule)]
        return !rule.isShadow && (rule.outcome != .review || judgement.cause == .arithmetic)
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
        isChecked(judgements)
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
}
