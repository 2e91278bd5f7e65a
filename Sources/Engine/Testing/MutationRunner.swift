package import RulesDSL

/// Decides the tests of a policy under each small change of it: a change that no test notices is a mistake that none
/// would notice.
///
/// A change of one rule concerns the tests only that have a transaction which the rule is about, before or after, and
/// of the other rules those only that are about one of theirs: all else goes as it went.
package struct MutationRunner {
    private let policy: Policy
    private let policies: MutatedPolicies
    private let tests: [CheckedTest]
    private let relevance: TestRelevance
    /// The order in which the tests are tried: the one that noticed the last change comes first, for the next one is
    /// near.
    private var order: [Int]

    /// Finds the changes of a policy, all of whose tests go as expected.
    package init(_ policy: Policy) throws(CriticalError) {
        self.policy = policy
        policies = MutatedPolicies(
            policy.given, vocabulary: AccountVocabulary.vocabulary, resources: policy.resources)
        tests = policy.program.policy.tests
        relevance = try TestRelevance(policy)
        order = Array(tests.indices)
    }

    /// The changes, in the order of the text.
    package var mutations: [Mutation] { policies.mutations }

    /// Where a change begins.
    package func position(of mutation: Mutation) -> SourcePosition {
        policies.sources.position(of: mutation.range)
    }

    /// Whether a test goes otherwise under a change; nil if the changed rules have errors and are no policy.
    package mutating func isNoticed(_ mutation: Mutation) throws(CriticalError) -> Bool? {
        switch policies.mutant(mutation) {
        case .rule(let index, let rule): try isNoticed(index, rule)
        case .policy(let checked): try isNoticed(checked, mutation.changesTests ? checked.tests : tests)
        case nil: nil
        }
    }

    private mutating func isNoticed(_ checked: CheckedPolicy, _ tests: [CheckedTest]) throws(CriticalError) -> Bool {
        let runner = TestRunner(policy.replacing(checked), isBrief: true)
        for index in order where !(try runner.isAsExpected(tests[index])) {
            putFirst(index)
            return true
        }
        return false
    }

    private mutating func isNoticed(_ index: Int, _ rule: CheckedRule?) throws(CriticalError) -> Bool {
        var rules: [CheckedRule?] = policy.program.policy.rules
        rules[index] = rule
        var runners: [[Int]: TestRunner] = [:]
        for test in try relevance.tests(index, rule, inOrder: order) {
            let relevant = relevance.rules(of: test, with: index)
            let runner = runners[relevant] ?? self.runner(relevant.compactMap { rules[$0] })
            runners[relevant] = runner
            if try runner.isAsExpected(tests[test]) { continue }
            putFirst(test)
            return true
        }
        return false
    }

    private func runner(_ rules: [CheckedRule]) -> TestRunner {
        TestRunner(policy.replacing(policy.program.policy.replacing(rules: rules)), isBrief: true)
    }

    private mutating func putFirst(_ test: Int) {
        order.removeAll { $0 == test }
        order.insert(test, at: 0)
    }
}
