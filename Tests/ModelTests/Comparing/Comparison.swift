/// A policy and its input, and how the engine and the model differ on them.
struct Comparison {
    typealias Engine = @Sendable (_ rules: PrintedRules, _ lines: [InputLine]) throws -> [EngineDecision]

    let engine: Engine

    /// The first thing on which they differ.
    enum Difference {
        /// The engine does not take the rules.
        case refused(String)
        /// Line number, from 1, with both answers; nil where there is none.
        case line(Int, model: EngineDecision?, engine: EngineDecision?)
    }

    /// Nil where they agree on everything. What the model expects can be handed in by who knows it already.
    func difference(
        _ policy: Policy, _ rules: String, _ lines: [InputLine], expected: [EngineDecision]? = nil
    ) throws -> Difference? {
        let answers: [EngineDecision]
        do {
            answers = try engine(PrintedRules(policy, rules), lines)
        } catch {
            return .refused("\(error)")
        }
        let expected = try expected ?? Self.expectations(policy, lines)
        for index in 0..<max(expected.count, answers.count) {
            let ours = index < expected.count ? expected[index] : nil
            let theirs = index < answers.count ? answers[index] : nil
            guard let ours, let theirs, ours.agrees(with: theirs) else {
                let line = min(ours?.line ?? .max, theirs?.line ?? .max)
                return .line(
                    line, model: ours?.line == line ? ours : nil, engine: theirs?.line == line ? theirs : nil)
            }
        }
        return nil
    }

    /// What the model expects, a decision for each line that is not blank.
    static func expectations(_ policy: Policy, _ lines: [InputLine]) throws -> [EngineDecision] {
        var bank = ModelBank(policy)
        var result: [EngineDecision] = []
        for (index, line) in lines.enumerated() {
            switch line.meaning {
            case .blank: break
            case .rejected: result.append(EngineDecision(line: index + 1, verdict: .rejected))
            case .transaction(let transaction):
                result.append(EngineDecision(line: index + 1, transaction, try bank.decide(transaction)))
            }
        }
        return result
    }
}

extension Comparison.Difference {
    func report(seed: UInt64?, rules: String, lines: [InputLine]) -> String {
        let input = lines.map(\.text).joined(separator: "\n")
        let cause =
            switch self {
            case .refused(let reason): "the engine refuses the rules: \(reason)"
            case .line(let line, let model, let engine):
                """
                line \(line)
                  model:  \(model.map { "\($0)" } ?? "nothing")
                  engine: \(engine.map { "\($0)" } ?? "nothing")
                """
            }
        let replay = seed.map { "replay with BANKRULES_MODEL_SEED=\($0) BANKRULES_MODEL_POLICIES=1\n" } ?? ""
        return "\(replay)\(cause)\n--- rules\n\(rules)--- input\n\(input)\n---"
    }
}
