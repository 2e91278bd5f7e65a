internal import Engine
internal import RulesDSL

/// A rules file and what became of its tests.
struct TestedFile {
    struct Results {
        let policy: Policy
        let outcomes: [TestOutcome]
        /// What the tests exercise; nil where only some of them were run.
        let coverage: TestCoverage?
        /// What became of small changes of the rules; nil where nobody asked.
        var mutants: Mutants?
    }

    /// Small changes of the rules.
    enum Mutants {
        case tried([Mutant])
        /// None was, since the tests are no measure.
        case untried(because: String)

        var tried: [Mutant]? {
            switch self {
            case .tried(let mutants): mutants
            case .untried: nil
            }
        }
    }

    /// A small change of the rules.
    struct Mutant {
        let mutation: Mutation
        let position: SourcePosition
        /// Whether a test goes otherwise under it.
        let isNoticed: Bool
    }

    let name: String
    /// Nil where the file could not be used, which has been reported.
    var results: Results?

    var outcomes: [TestOutcome] { results?.outcomes ?? [] }
    var failed: Int { outcomes.count { !$0.isAsExpected } }
    /// The changes that no test notices.
    var unnoticed: [Mutant] { results?.mutants?.tried?.filter { !$0.isNoticed } ?? [] }
    /// Whether somebody has to mend the rules or their tests.
    var isFinding: Bool {
        switch results?.mutants {
        case .untried: true
        case .tried, nil: failed > 0 || !unnoticed.isEmpty
        }
    }
    var transactions: Int { outcomes.reduce(0) { $0 + $1.entries.count } }
}
