internal import Engine

/// A rules file and what became of its tests.
struct TestedFile {
    struct Results {
        let policy: Policy
        let outcomes: [TestOutcome]
        /// What the tests exercise; nil where only some of them were run.
        let coverage: TestCoverage?
    }

    let name: String
    /// Nil where the file could not be used, which has been reported.
    let results: Results?

    var outcomes: [TestOutcome] { results?.outcomes ?? [] }
    var failed: Int { outcomes.count { !$0.isAsExpected } }
    var transactions: Int { outcomes.reduce(0) { $0 + $1.entries.count } }
}
