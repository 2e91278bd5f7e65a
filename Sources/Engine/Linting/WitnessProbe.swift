internal import RulesDSL

/// Asks the accounts about transactions of many sorts that a rule may be about: does it always say the same?
struct WitnessProbe {
    private static let amounts: [Int64] = [1_000, 1, 100_000_000]

    private let program: Program
    private let rule: Int
    private let setting: LintSetting

    init(_ program: Program, rule: Int, setting: LintSetting) {
        self.program = program
        self.rule = rule
        self.setting = setting
    }

    /// A run of one transaction that shows the verdict, if none that was tried gets another one.
    func run(_ verdict: LintClaim.Verdict, budget: inout Int) throws(CriticalError) -> WitnessRun? {
        for balance in [0, 1_000_000_00] as [Int64] {
            var run = try WitnessRun(program, watching: [rule], balance: balance)
            budget -= LintTrial.costOfRun(program)
            var shown: WitnessRun.Draft?
            for draft in drafts {
                let finding = try run.judge(draft).first { $0.rule == Int32(rule) }?.finding ?? .irrelevant
                budget -= program.rules.count
                guard let agrees = Self.agrees(finding, verdict) else { continue }
                guard agrees else { return nil }
                shown = shown ?? draft
            }
            guard let shown else { continue }
            try run.decide(shown)
            return run
        }
        return nil
    }

    /// Whether what the rule said is the verdict; nil where it says nothing of it.
    private static func agrees(_ finding: Judgement.Finding, _ verdict: LintClaim.Verdict) -> Bool? {
        switch (finding, verdict) {
        case (.irrelevant, .unchecked), (.exempt, .unchecked), (.exempt, .exempt), (.failed, .failed),
            (.passed, .passed):
            true
        case (.passed, .unchecked), (.failed, .unchecked), (.passed, .exempt), (.failed, .exempt), (.passed, .failed),
            (.failed, .passed):
            false
        case (.irrelevant, .exempt), (.irrelevant, .failed), (.irrelevant, .passed), (.exempt, .failed),
            (.exempt, .passed):
            nil
        }
    }

    /// Transactions as the conditions ask for them, of each kind, with amounts on either side of each that the rule names,
    /// and at each hour of a week.
    private var drafts: [WitnessRun.Draft] {
        let sort = WitnessDrafts(program, setting)
        let kinds = sort.kinds.isEmpty ? TransactionKind.allCases : sort.kinds
        let earliest = sort.earliest ?? WitnessTimes.start
        let named = program.policy.rules[rule].moneyConstants.flatMap { [$0, $0 - 1, $0 + 1] }.filter { $0 > 0 }
        let amounts = ([sort.amount].compactMap { $0 } + named + Self.amounts).prefix(24)
        return kinds.flatMap { kind in
            amounts.map { sort.draft(kind: kind, amount: $0, time: earliest) }
                + WitnessDrafts.hours(from: earliest).dropFirst().map {
                    sort.draft(kind: kind, amount: amounts.first ?? 1, time: $0)
                }
        }
    }
}
