package import RulesDSL

/// Decides transactions to see whether what a lint says of decisions is so.
package struct LintTrial {
    /// So many judgements of single rules may be made for one policy, which takes some tenths of a second.
    package static let patience = 2_500_000
    /// A balance from which anything can be withdrawn that is tried.
    private static let plenty: Int64 = 100_000_000_00

    /// What accounts without history cost to make, in judgements: each aggregate has memory of its own.
    static func costOfRun(_ program: Program) -> Int {
        10 * program.rules.count + 100 * program.cells.count
    }

    private let program: Program
    private let writer: WitnessWriter
    private var budget: Int
    /// How many findings it had no more time for.
    package private(set) var untried = 0

    package init(_ program: Program, patience: Int = Self.patience) {
        self.program = program
        writer = WitnessWriter(program)
        budget = patience
    }

    /// The finding with its witness; nil where deciding does not confirm it, or would take too long.
    package mutating func confirmed(_ finding: LintFinding) throws(CriticalError) -> Diagnostic? {
        guard budget > 0 else {
            untried += 1
            return nil
        }
        guard let run = try run(of: finding.claim) else { return nil }
        return finding.diagnostic.shown(by: writer.witness(of: run))
    }

    private mutating func run(of claim: LintClaim) throws(CriticalError) -> WitnessRun? {
        switch claim {
        case .neverReached(limit: let limit, others: let others, filling: let filling):
            return try filled((limit: limit, others: others, filling: filling))
        case .sameVerdict(rule: let rule, let verdict, setting: let setting):
            return try WitnessProbe(program, rule: rule, setting: setting).run(verdict, budget: &budget)
        case .dates(rules: let rules, let seconds, check: let check, setting: let setting):
            return try dated(rules, seconds, check, setting)
        }
    }

    /// A transaction at the beginning of some time that each of the rules checks, or that each exempts.
    private mutating func dated(
        _ rules: [Int], _ seconds: Range<Int64>, _ check: Bool, _ setting: LintSetting
    ) throws(CriticalError) -> WitnessRun? {
        let drafts = WitnessDrafts(program, setting)
        let start = max(seconds.lowerBound, min(WitnessTimes.start, seconds.upperBound - 1))
        for kind in drafts.kinds {
            for time in WitnessDrafts.hours(from: start)
            where seconds.contains(time) && Transaction.times.contains(time) {
                var run = try WitnessRun(program, watching: rules, balance: 0)
                budget -= Self.costOfRun(program)
                let amount = rules.compactMap { program.policy.rules[$0].largestMoney }.max() ?? 999
                let step = try run.decide(
                    drafts.draft(kind: kind, amount: drafts.amount ?? max(1, amount + 1), time: time))
                budget -= program.rules.count
                let findings = rules.map { step.judgement(of: $0)?.finding ?? .irrelevant }
                let agrees = findings.allSatisfy { check ? $0 == .passed || $0 == .failed : $0 == .exempt }
                if agrees { return run }
            }
        }
        return nil
    }

    /// A history that fills the limit's window, of the first kind and balance with which it confirms the claim.
    private mutating func filled(
        _ claim: (limit: Int, others: [Int], filling: LintFilling)
    ) throws(CriticalError) -> WitnessRun? {
        guard case .limit(let aggregate, atMost: _) = program.policy.rules[claim.limit].check else { return nil }
        let drafts = WitnessDrafts(program, claim.filling.setting)
        let times = WitnessTimes(program.calendar).seconds(
            in: aggregate.window, pace: claim.filling.pace ?? aggregate.window, from: drafts.earliest)
        // Where only their number counts, small ones are stopped by fewer other rules.
        let amounts: [Int64] = claim.filling.largest.map { [max(1, $0)] } ?? [drafts.amount ?? 1_000, 1]
        for kind in drafts.kinds {
            for amount in amounts {
                for balance in [0, Self.plenty] {
                    var filling = try WitnessFilling(
                        claim, kind: kind, amount: amount, balance: balance,
                        allowance: budget / program.rules.count, program)
                    try filling.fill(times, isOne: claim.filling.pace == nil)
                    budget -= filling.run.judged * program.rules.count + Self.costOfRun(program)
                    if filling.isRefuted { return nil }
                    if filling.confirms { return filling.run }
                    guard budget > 0 else {
                        untried += 1
                        return nil
                    }
                }
            }
        }
        return nil
    }
}
