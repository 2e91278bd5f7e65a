package import RulesDSL

/// Decides transactions to see whether what a lint says of decisions is so.
package struct LintTrial {
    /// So many judgements of single rules may be made for one policy, which takes some tenths of a second.
    package static let patience = 2_500_000
    /// A balance from which anything can be withdrawn that is tried.
    private static let plenty: Int64 = 100_000_000_00

    private let context: LintContext
    private let program: Program
    private let writer: WitnessWriter
    private let accounts: WitnessAccounts
    /// How many findings it had no more time for.
    package private(set) var untried = 0

    package init(_ program: Program, _ context: LintContext, patience: Int = Self.patience) {
        self.program = program
        self.context = context
        writer = WitnessWriter(program)
        accounts = WitnessAccounts(program, patience: patience)
    }

    /// The finding, with its witness if that shows it, for the first reason that deciding confirms; nil where it
    /// confirms none, or would take too long.
    package mutating func confirmed(_ finding: LintFinding) throws(CriticalError) -> Diagnostic? {
        for proof in finding.proofs where !accounts.isExhausted {
            guard let run = try run(of: proof.claim) else { continue }
            let isShown = run.shows(proof.claim, program.rules)
            return isShown ? proof.diagnostic.shown(by: writer.witness(of: run)) : proof.diagnostic
        }
        if accounts.isExhausted { untried += 1 }
        return nil
    }

    private func run(of claim: LintClaim) throws(CriticalError) -> WitnessRun? {
        switch claim {
        case .neverReached(limit: let limit, others: let others, filling: let filling):
            return try filled(limit, others, filling)
        case .sameVerdict(rule: let rule, let verdict, setting: let setting):
            return try WitnessProbe(accounts, rule: rule, setting: setting).run(verdict)
        case .dates(rules: let rules, let seconds, check: let check, setting: let setting):
            return try dated(rules, seconds, check, setting)
        }
    }

    /// A transaction at the beginning of some time that each of the rules checks, or that each exempts.
    private func dated(
        _ rules: [Int], _ seconds: Range<Int64>, _ check: Bool, _ setting: LintSetting
    ) throws(CriticalError) -> WitnessRun? {
        let drafts = WitnessDrafts(program, setting)
        let start = max(seconds.lowerBound, min(WitnessTimes.start, seconds.upperBound - 1))
        for kind in drafts.kinds {
            for time in drafts.hours(from: start)
            where seconds.contains(time) && Transaction.times.contains(time) {
                var run = try WitnessRun(accounts, watching: rules, customer: drafts.customer, balance: 0)
                let amount = rules.compactMap { program.policy.rules[$0].largestMoney }.max() ?? 999
                let step = try run.decide(
                    drafts.draft(kind: kind, amount: drafts.amount ?? max(1, amount + 1), time: time))
                let findings = rules.map { step.judgement(of: $0)?.finding ?? .irrelevant }
                let agrees = findings.allSatisfy { check ? $0 == .passed || $0 == .failed : $0 == .exempt }
                if agrees { return run }
            }
        }
        return nil
    }

    /// A history that fills the limit's window, of the first kind and balance with which it confirms the claim, and
    /// shows it plainly if there is one.
    private func filled(
        _ limit: Int, _ others: [Int], _ filling: LintFilling
    ) throws(CriticalError) -> WitnessRun? {
        guard case .limit(let aggregate, atMost: _) = program.policy.rules[limit].check else { return nil }
        var confirming: WitnessRun?
        let search = SettingSearch(accounts, context, limit: limit, others: others)
        for kind in WitnessDrafts(program, filling.setting).kinds {
            let drafts = WitnessDrafts(program, try search.refined(filling.setting, kind: kind))
            let times = WitnessTimes(program.calendar).seconds(
                in: aggregate.window, pace: filling.pace ?? aggregate.window, from: drafts.earliest)
            for amount in amounts(filling, drafts, aggregate) {
                for balance in [0, Self.plenty] where !accounts.isExhausted {
                    var history = try WitnessFilling(
                        limit, others, drafts, kind: kind, amount: amount, balance: balance, accounts)
                    try history.fill(times, isOne: filling.pace == nil)
                    if history.isRefuted { return nil }
                    guard history.confirms else { continue }
                    if history.showsPlainly { return history.run }
                    confirming = confirming ?? history.run
                }
            }
        }
        return confirming
    }

    /// What is tried first: too much is made smaller until it fits.
    private func amounts(
        _ filling: LintFilling, _ drafts: WitnessDrafts, _ aggregate: CheckedAggregate
    ) -> [Int64] {
        if let largest = filling.largest { return [max(1, largest)] }
        switch aggregate.function {
        case .sum: return [Self.plenty, drafts.amount ?? 1_000]
        // Where only their number counts, small ones are stopped by fewer other rules.
        case .count, .distinct, .average, .largest, .smallest: return [drafts.amount ?? 1_000, 1]
        }
    }
}
