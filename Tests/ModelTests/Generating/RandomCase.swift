/// A policy with its text, and a stream of input for it: all from one seed.
struct RandomCase: Sendable {
    let seed: UInt64
    let policy: Policy
    let rules: String
    let lines: [InputLine]
    /// What the model says to them.
    let expected: [EngineDecision]

    init(seed: UInt64, transactions: Int) throws {
        self.seed = seed
        var random = RandomSource(seed: seed)
        let setting = Setting(&random)
        policy = PolicyGenerator.policy(random.split(), setting)
        rules = PolicyPrinter.varied(policy, random.split())
        (lines, expected) = try StreamGenerator.stream(transactions, under: policy, random.split(), setting)
    }
}
