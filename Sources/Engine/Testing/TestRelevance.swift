internal import RulesDSL

/// Which rules have a say in which tests of a policy.
///
/// A rule that is about none of a test's transactions neither fails nor counts there. That can be told ahead where its
/// `where` depends on the transaction alone; any other rule has a say in every test.
struct TestRelevance {
    private let policy: Policy
    private let tests: [CheckedTest]
    /// For each test, the rules that have a say in it, ascending, and those that some transaction fails.
    private let relevant: [[Int]]
    private let failed: [Set<Int>]

    init(_ policy: Policy) throws(CriticalError) {
        self.policy = policy
        tests = policy.program.policy.tests
        let always = policy.program.policy.rules.indices.filter { !policy.program.policy.rules[$0].isSettled }
        let runner = TestRunner(policy, isBrief: true)
        var relevant: [[Int]] = []
        var failed: [Set<Int>] = []
        for test in tests {
            let judged = try runner.judgedRules(test)
            relevant.append(judged.relevant.union(always).sorted())
            failed.append(judged.failed)
        }
        (self.relevant, self.failed) = (relevant, failed)
    }

    /// The rules that have a say in a test in which a given one has.
    func rules(of test: Int, with rule: Int) -> [Int] {
        relevant[test].contains(rule) ? relevant[test] : (relevant[test] + [rule]).sorted()
    }

    /// The tests that may go otherwise where a rule is another one or missing: first those in which a transaction fails
    /// it.
    func tests(_ index: Int, _ rule: CheckedRule?, inOrder order: [Int]) throws(CriticalError) -> [Int] {
        let old = policy.program.policy.rules[index]
        var isConcerned = relevant.map { $0.contains(index) }
        if let rule, rule.kinds != old.kinds || rule.filter?.structure != old.filter?.structure {
            let alone = TestRunner(policy.replacing(policy.program.policy.replacing(rules: [rule])), isBrief: true)
            let isAbout = rule.isSettled ? try alone.areAboutTransactions(of: tests) : tests.map { _ in true }
            isConcerned = zip(isConcerned, isAbout).map { $0 || $1 }
        }
        let concerned = order.filter { isConcerned[$0] }
        return concerned.filter { failed[$0].contains(index) } + concerned.filter { !failed[$0].contains(index) }
    }
}

extension CheckedRule {
    /// Whether the transaction alone tells whether the rule is about it.
    fileprivate var isSettled: Bool { filter?.isPureAndTotal ?? true }
}
