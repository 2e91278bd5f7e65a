import Engine
import RulesDSL

/// The engine as programs embed it: one transaction after the other, each with every rule that it fails.
enum OneByOneEngine {
    struct Refusal: Error, CustomStringConvertible {
        let description: String
    }

    /// Rejected lines are none of its business: they come back as what they are.
    @Sendable static func decide(_ rules: String, _ lines: [InputLine]) throws -> [EngineDecision] {
        let bank = try Bank(try policy(rules))
        var result: [EngineDecision] = []
        for (index, line) in lines.enumerated() {
            switch line.meaning {
            case .blank: break
            case .rejected: result.append(EngineDecision(line: index + 1, verdict: .rejected))
            case .transaction(let transaction):
                result.append(decision(try bank.decide(engineTransaction(transaction)), line: index + 1))
            }
        }
        return result
    }

    static func policy(_ rules: String) throws -> Engine.Policy {
        do {
            return try Engine.Policy(SourceFile(name: "model.rules", text: rules))
        } catch {
            let errors = error.diagnostics.filter { $0.severity == .error }
            let texts = errors.map { diagnostic in
                let position = error.sources.position(of: diagnostic.primary.range)
                return "\(diagnostic.code) \(position.line):\(position.column) \(diagnostic.message)"
            }
            throw Refusal(description: texts.joined(separator: "\n"))
        }
    }

    private static func engineTransaction(_ transaction: Transaction) throws -> Engine.Transaction {
        try Engine.Transaction(
            id: transaction.id.string, customer: transaction.customer.string,
            kind: transaction.kind == .load ? .load : .withdrawal, amount: transaction.amount, time: transaction.time)
    }

    private static func decision(_ decided: Engine.Decision, line: Int) -> EngineDecision {
        let verdict: EngineDecision.Verdict =
            switch decided.kind {
            case .accepted, .reviewed: .accepted
            case .declined: .declined
            case .ignored: .ignored
            }
        var decision = EngineDecision(line: line, verdict: verdict)
        var others: [EngineDecision.OtherFailure] = []
        for failure in decided.failures {
            if failure.isDecisive {
                decision.rule = failure.rule
                decision.code = failure.code
                decision.usage = usage(failure)
            } else {
                others.append(.init(rule: failure.rule, code: failure.code, usage: usage(failure)))
            }
        }
        if verdict == .accepted {
            for other in others where !decision.reviews.contains(other.code) {
                decision.reviews.append(other.code)
            }
        }
        decision.others = others
        return decision
    }

    private static func usage(_ failure: Engine.Decision.Failure) -> Failure.Usage? {
        guard failure.cause == .limit else { return nil }
        return Failure.Usage(used: failure.used, this: failure.added, limit: failure.bound)
    }
}
