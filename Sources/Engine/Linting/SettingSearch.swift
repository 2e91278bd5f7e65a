internal import RulesDSL

/// Finds out what a transaction must be like so that a limit checks it and no other rule stops it. The rules that do
/// are asked what they let pass: first by what their conditions say, then by the values that stand in them.
struct SettingSearch {
    /// So often rules in the way are looked at, and so many values of a field are tried.
    private static let rounds = 6
    private static let mostValues = 48

    private let accounts: WitnessAccounts
    private let context: LintContext
    private let limit: Int
    private let others: [Int]

    init(_ accounts: WitnessAccounts, _ context: LintContext, limit: Int, others: [Int]) {
        self.accounts = accounts
        self.context = context
        self.limit = limit
        self.others = others
    }

    /// The setting with what more is known.
    func refined(_ first: LintSetting, kind: TransactionKind) throws(CriticalError) -> LintSetting {
        var setting = first
        var passed: Set<Int> = []
        var obstacles = try obstacles(setting, kind)
        for _ in 0..<Self.rounds where !obstacles.isEmpty && !accounts.isExhausted {
            let new = obstacles.subtracting(passed)
            guard !new.isEmpty else { break }
            passed.formUnion(new)
            let next = context.setting(of: limit, passing: passed.sorted(), mostAllowedBy: others)
            let left = try self.obstacles(next, kind)
            (setting, obstacles) = (next, left)
        }
        return obstacles.isEmpty ? setting : try varied(setting, kind, obstacles)
    }

    /// One field after the other becomes what leaves fewer rules in the way.
    private func varied(
        _ first: LintSetting, _ kind: TransactionKind, _ obstacles: Set<Int>
    ) throws(CriticalError) -> LintSetting {
        var (setting, obstacles) = (first, obstacles)
        let policy = accounts.program.policy
        let expressions = ([limit] + obstacles.sorted()).flatMap { policy.rules[$0].expressions }
        let values = WitnessValues(expressions, of: policy).choices
            .flatMap { choice in choice.values.map { (field: choice.field, value: $0) } }
        for choice in values.prefix(Self.mostValues) where !obstacles.isEmpty && !accounts.isExhausted {
            let next = setting.with(choice.value, for: choice.field)
            let left = try self.obstacles(next, kind)
            if left.count < obstacles.count { (setting, obstacles) = (next, left) }
        }
        return setting
    }

    /// The rules that are in the way of a first transaction: those that stop it, and the limit itself where it does not
    /// check it.
    private func obstacles(_ setting: LintSetting, _ kind: TransactionKind) throws(CriticalError) -> Set<Int> {
        let drafts = WitnessDrafts(accounts.program, setting)
        var run = try WitnessRun(accounts, watching: [limit], customer: drafts.customer, balance: 0)
        var found: Set<Int> = [limit]
        let rules = accounts.program.rules
        for time in drafts.hours(from: drafts.earliest ?? WitnessTimes.start) where !accounts.isExhausted {
            let judgements = try run.judge(drafts.draft(kind: kind, amount: drafts.amount ?? 1, time: time))
            found = Set(judgements.filter { rules[Int($0.rule)].stops($0) }.map { Int($0.rule) })
                .subtracting(others)
            if judgements.check(limit) { return found }
            found.insert(limit)
        }
        return found
    }
}
