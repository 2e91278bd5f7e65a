package import RulesDSL

/// Decides the tests of a policy under each small change of it: a change that no test notices is a mistake that none
/// would notice.
package struct MutationRunner {
    private let policy: Policy
    private let policies: MutatedPolicies
    private let tests: [CheckedTest]
    /// The order in which the tests are tried: the one that noticed the last change comes first, for the next one is near.
    private var order: [Int]

    /// Finds the changes of a policy, all of whose tests go as expected.
    package init(_ policy: Policy) {
        self.policy = policy
        policies = MutatedPolicies(
            policy.given, vocabulary: AccountVocabulary.vocabulary, resources: policy.resources)
        tests = policy.program.policy.tests
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
        guard let checked = policies.policy(mutation) else { return nil }
        let runner = TestRunner(policy.replacing(checked), isBrief: true)
        let tests = mutation.changesTests ? checked.tests : tests
        for (place, index) in order.enumerated() where !(try runner.isAsExpected(tests[index])) {
            order.remove(at: place)
            order.insert(index, at: 0)
            return true
        }
        return false
    }
}
