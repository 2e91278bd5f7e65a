package import RulesDSL

/// Runs the tests of rules files: the accounts that decide everything else decide their transactions, too.
package struct TestRunner: Sendable {
    private let program: Program
    /// Nil where nobody will read what failures say.
    private let sentences: SentenceWriter?

    /// - Parameters:
    ///   - policy: The rules.
    ///   - isBrief: Whether failures need no sentences.
    package init(_ policy: Policy, isBrief: Bool = false) {
        program = policy.program
        sentences = isBrief ? nil : SentenceWriter(policy.program, target: .plain)
    }

    /// Decides the transactions of a test, which start without history, and notes what they exercise.
    package func run(
        _ test: CheckedTest, covering coverage: inout TestCoverage
    ) throws(CriticalError) -> TestOutcome {
        let accounts = try accounts(for: test)
        var entries: [TestOutcome.Entry] = []
        var seen: [SeenKey: SourcePosition] = [:]
        for (entry, id) in zip(test.entries, Self.ids(of: test)) {
            let judgements = try decide(entry, id, accounts)
            for judgement in judgements where shows(judgement, in: accounts.decisions) { coverage.add(judgement) }
            let decided = outcome(entry, accounts, judgements) { rule in
                seen[SeenKey(of: transaction(entry, id), rule, program)]
            }
            entries.append(decided)
            if sentences != nil, decided.decision != .ignored {
                for judgement in judgements where isRemembered(judgement) {
                    seen[SeenKey(of: transaction(entry, id), judgement.rule, program)] = entry.position
                }
            }
        }
        return TestOutcome(test: test, entries: entries)
    }

    /// Whether a unique rule remembers the key of the transaction, unless that is ignored.
    private func isRemembered(_ judgement: Judgement) -> Bool {
        judgement.isRelevant && judgement.canCount && program.rules[Int(judgement.rule)].kind == .unique
    }

    /// Whether every transaction of a test goes as expected; the first one that does not ends it.
    package func isAsExpected(_ test: CheckedTest) throws(CriticalError) -> Bool {
        let accounts = try accounts(for: test)
        for (entry, id) in zip(test.entries, Self.ids(of: test)) {
            let judgements = try decide(entry, id, accounts)
            if !outcome(entry, accounts, judgements, repeated: { _ in nil }).isAsExpected { return false }
        }
        return true
    }

    /// The rules that are about a transaction of a test, and those that one fails.
    func judgedRules(_ test: CheckedTest) throws(CriticalError) -> (relevant: Set<Int>, failed: Set<Int>) {
        let accounts = try accounts(for: test)
        var (relevant, failed): (Set<Int>, Set<Int>) = ([], [])
        for (entry, id) in zip(test.entries, Self.ids(of: test)) {
            for judgement in try decide(entry, id, accounts) where judgement.finding != .irrelevant {
                relevant.insert(Int(judgement.rule))
                if judgement.finding == .failed { failed.insert(Int(judgement.rule)) }
            }
        }
        return (relevant, failed)
    }

    /// For each test, whether a rule is about one of its transactions, where the transactions alone tell that.
    func areAboutTransactions(of tests: [CheckedTest]) throws(CriticalError) -> [Bool] {
        let accounts = try OneByOne(program)
        var answers: [Bool] = []
        for test in tests {
            var isAbout = false
            for entry in test.entries where !isAbout {
                try accounts.find(transaction(entry, "entry"))
                let count = accounts.judge()
                isAbout = (0..<count).contains { accounts.decisions.judgements[$0].finding != .irrelevant }
            }
            answers.append(isAbout)
        }
        return answers
    }

    private func accounts(for test: CheckedTest) throws(CriticalError) -> OneByOne {
        let accounts = try OneByOne(program)
        if test.balance != 0 {
            // Entry by entry: a set of strings would take customers for one that differ in their bytes.
            for entry in test.entries { try accounts.setBalance(test.balance, of: entry.customer) }
        }
        return accounts
    }

    private func decide(
        _ entry: CheckedTest.Entry, _ id: String, _ accounts: OneByOne
    ) throws(CriticalError) -> [Judgement] {
        try accounts.prepare(transaction(entry, id))
        let judged = try accounts.decide()
        return (0..<judged).map { accounts.decisions.judgements[$0] }
    }

    private func transaction(_ entry: CheckedTest.Entry, _ id: String) -> Transaction {
        let kind = TransactionKind(rawValue: UInt8(clamping: entry.kind)) ?? .load
        return Transaction(
            understood: id, customer: entry.customer, kind: kind, amount: entry.amount, time: entry.time,
            fields: Self.fields(of: entry, program))
    }

    private static func fields(of entry: CheckedTest.Entry, _ program: Program) -> [String: FieldValue] {
        var fields: [String: FieldValue] = [:]
        for (field, value) in zip(program.policy.fields, entry.fields) {
            guard let value else { continue }
            fields[field.name] = FieldValue(value, field.type)
        }
        return fields
    }

    /// The ids of the entries. One that is not given is named after its entry, unless another entry has that name.
    static func ids(of test: CheckedTest) -> [String] {
        let given = Set(test.entries.compactMap(\.id))
        var spare = test.entries.count
        return test.entries.enumerated().map { index, entry in
            if let id = entry.id { return id }
            var id = CheckedTest.id(ofEntry: index)
            while given.contains(id) {
                spare += 1
                id = CheckedTest.id(ofEntry: spare - 1)
            }
            return id
        }
    }

    /// Whether another verdict of the rule would have made another result: no rule before it decided, and a review
    /// says nothing of what is declined. What a rule in shadow says is a result of its own. A verdict that does not
    /// show is tested by nothing.
    private func shows(_ judgement: Judgement, in decisions: DecisionBatch) -> Bool {
        if decisions.kinds[0].isAccepted { return true }
        if program.rules[Int(judgement.rule)].isShadow { return true }
        let (rule, decisive) = (judgement.rule, decisions.rules[0])
        if rule == decisive { return true }
        return program.rules[Int(rule)].outcome != .review && (decisive == Fact.balanceRule || rule < decisive)
    }

    /// What became of an entry; `repeated` is where the one stands whose key a unique rule remembers.
    private func outcome(
        _ entry: CheckedTest.Entry, _ accounts: OneByOne, _ judgements: [Judgement],
        repeated: (Int32) -> SourcePosition?
    ) -> TestOutcome.Entry {
        let decisions = accounts.decisions
        let facts = (0..<decisions.factCount).map { decisions.facts[$0] }
        func failure(_ fact: Fact) -> TestOutcome.Failure {
            let rule = Int(fact.rule)
            return TestOutcome.Failure(
                rule: program.ruleName(rule), code: program.code(rule, fact.cause),
                because: sentences?.text(fact, accounts.batch) ?? "", isDecisive: fact.isDecisive,
                repeated: fact.cause == .duplicate || fact.cause == .conflict ? repeated(fact.rule) : nil)
        }
        let outcome = TestOutcome.Entry(
            entry: entry, decision: decisions.kinds[0], failures: facts.filter { !$0.isShadow }.map(failure),
            shadows: facts.filter(\.isShadow).map(failure), spared: [])
        if outcome.isAsExpected { return outcome }
        return TestOutcome.Entry(
            entry: entry, decision: outcome.decision, failures: outcome.failures, shadows: outcome.shadows,
            spared: spared(entry, judgements, accounts))
    }

    /// The rules that could have made the expected result and did not fail.
    private func spared(
        _ entry: CheckedTest.Entry, _ judgements: [Judgement], _ accounts: OneByOne
    ) -> [TestOutcome.Spared] {
        program.rules.enumerated().compactMap { index, rule in
            guard Self.makes(entry, rule) else { return nil }
            guard let judgement = judgements.first(where: { $0.rule == Int32(index) }) else {
                return TestOutcome.Spared(rule: rule, reason: .irrelevant, parts: [])
            }
            return reason(judgement, program.policy.rules[index], at: entry.time).map {
                TestOutcome.Spared(rule: rule, reason: $0, parts: parts(rule, $0, accounts))
            }
        }
    }

    /// What made a condition or an `unless` hold, if anybody will read it.
    private func parts(
        _ rule: ProgramRule, _ reason: TestOutcome.Spared.Reason, _ accounts: OneByOne
    ) -> [ExplainedPart] {
        guard sentences != nil else { return [] }
        switch reason {
        case .exempt: return rule.exemption.map { accounts.explainedParts(of: $0) } ?? []
        case .passed: return rule.condition.map { accounts.explainedParts(of: $0) } ?? []
        case .irrelevant, .inactive, .unseen: return []
        }
    }

    /// Why a rule did not fail; nil if it did.
    private func reason(
        _ judgement: Judgement, _ rule: CheckedRule, at time: Int64
    ) -> TestOutcome.Spared.Reason? {
        switch judgement.finding {
        case .failed: return nil
        case .irrelevant: return .irrelevant
        case .exempt:
            return rule.active.contains(time) ? .exempt : .inactive
        case .passed:
            if case .unique(let unique) = rule.check { return .unseen(within: unique.within) }
            return .passed(
                TestOutcome.Spared.Numbers(
                    used: judgement.used, added: judgement.added, total: judgement.total, bound: judgement.bound))
        }
    }

    private static func makes(_ entry: CheckedTest.Entry, _ rule: ProgramRule) -> Bool {
        if rule.isShadow { return entry.shadows.contains(rule.name) }
        return switch entry.expected {
        case .accepted: false
        case .reviewed(let code): rule.outcome == .review && rule.code == code
        case .declinedAs(let code):
            rule.outcome == .decline && rule.code == code || rule.kind == .unique && rule.conflictCode == code
        case .declined(let name), .ignored(let name): rule.name == name
        }
    }
}
