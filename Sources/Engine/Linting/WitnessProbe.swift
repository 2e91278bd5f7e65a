internal import RulesDSL

/// Asks the accounts about transactions of many sorts that a rule may be about: does it always say the same?
struct WitnessProbe {
    private static let amounts: [Int64] = [1_000, 1, 100_000_000]

    /// So many sorts of transactions are tried.
    private static let mostSettings = 24

    private let accounts: WitnessAccounts
    private let program: Program
    private let rule: Int
    private let setting: LintSetting

    init(_ accounts: WitnessAccounts, rule: Int, setting: LintSetting) {
        self.accounts = accounts
        program = accounts.program
        self.rule = rule
        self.setting = setting
    }

    /// A run of one transaction that gets the verdict, if none that was tried gets another one: one that shows it to
    /// a reader, too, if there is one.
    func run(_ verdict: LintClaim.Verdict) throws(CriticalError) -> WitnessRun? {
        var shown: WitnessRun?
        func isShown(by run: WitnessRun?) -> Bool {
            guard let run else { return false }
            return !verdict.hasExample || run.shows(verdict, of: rule, program.rules)
        }
        for (place, setting) in settings.enumerated() {
            let sort = WitnessDrafts(program, setting)
            for balance in [0, 1_000_000_00] as [Int64] {
                // What has been shown is looked at from all sides as long as there is time.
                if accounts.isExhausted, let shown { return shown }
                var run = try WitnessRun(accounts, watching: [rule], customer: sort.customer, balance: balance)
                var first: WitnessRun.Draft?
                for draft in drafts(sort, atAllHours: place == 0 && readsClock) {
                    let judgements = try run.judge(draft)
                    // Outside of its dates a rule exempts all, whatever its `unless` says.
                    if verdict == .notExempt, !self.setting.active.contains(draft.time) { continue }
                    guard let agrees = agrees(judgements, verdict) else { continue }
                    guard agrees else { return nil }
                    first = first ?? draft
                }
                guard let first else { continue }
                if !isShown(by: shown) {
                    try run.decide(first)
                    if shown == nil || isShown(by: run) { shown = run }
                }
                if isShown(by: shown) { break }
            }
        }
        return shown
    }

    private var readsClock: Bool {
        let policy = program.policy
        return policy.rules[rule].expressions.contains { policy.readsClock($0) }
    }

    /// What the conditions ask for, and the same with other values of one field, which they may tell apart.
    private var settings: [LintSetting] {
        let others = WitnessValues(program.policy.rules[rule].expressions, of: program.policy).choices
            .flatMap { choice in choice.values.map { setting.with($0, for: choice.field) } }
        return Array(([setting] + others).prefix(Self.mostSettings))
    }

    /// Whether what the rule said is the verdict; nil where it says nothing of it.
    private func agrees(_ judgements: [Judgement], _ verdict: LintClaim.Verdict) -> Bool? {
        func finding(of rule: Int) -> Judgement.Finding {
            judgements.first { $0.rule == Int32(rule) }?.finding ?? .irrelevant
        }
        let own = finding(of: rule)
        switch (verdict, own) {
        case (.unchecked, _): return own == .irrelevant || own == .exempt
        case (.relevant, _): return own != .irrelevant
        case (.exempt, .irrelevant), (.notExempt, .irrelevant), (.failed, .irrelevant), (.passed, .irrelevant):
            return nil
        case (.exempt, _): return own == .exempt
        case (.notExempt, _): return own != .exempt
        case (.failed, .exempt), (.passed, .exempt): return nil
        case (.failed, _): return own == .failed
        case (.passed, _): return own == .passed
        case (.declinedBefore(by: let other), .failed): return finding(of: other) == .failed
        case (.declinedBefore, _): return nil
        }
    }

    /// Transactions of a sort, of each kind, with amounts on either side of each that the rule names, and perhaps at
    /// each hour of a week.
    private func drafts(_ sort: WitnessDrafts, atAllHours: Bool) -> [WitnessRun.Draft] {
        let kinds = sort.kinds.isEmpty ? TransactionKind.allCases : sort.kinds
        let hours = sort.hours(from: sort.earliest ?? WitnessTimes.start)
        let named = program.policy.rules[rule].moneyConstants.flatMap { [$0, $0 - 1, $0 + 1] }.filter { $0 > 0 }
        let amounts = ([sort.amount].compactMap { $0 } + named + Self.amounts).prefix(24)
        return kinds.flatMap { kind in
            amounts.map { sort.draft(kind: kind, amount: $0, time: hours[0]) }
                + (atAllHours ? hours.dropFirst() : []).map {
                    sort.draft(kind: kind, amount: amounts.first ?? 1, time: $0)
                }
        }
    }
}
