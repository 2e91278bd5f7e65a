import Engine
import RulesDSL

/// The engine as programs embed it: one transaction after the other, each with every rule that it fails.
enum OneByOneEngine {
    /// Rejected lines are none of its business: they come back as what they are.
    @Sendable static func decide(_ rules: PrintedRules, _ lines: [InputLine]) throws -> [EngineDecision] {
        let bank = try Bank(try rules.policy())
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
                decision.cause = EngineDecision.cause(failure.cause)
                decision.usage = usage(failure)
            } else {
                others.append(
                    .init(
                        rule: failure.rule, code: failure.code, cause: EngineDecision.cause(failure.cause),
                        usage: usage(failure)))
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
        return Failure.Usage(
            used: failure.used, this: failure.added, total: failure.used + failure.added, limit: failure.bound)
    }
}

extension EngineDecision {
    /// The engine's cause in the words of the model.
    static func cause(_ cause: Engine.Cause) -> Failure.Cause {
        switch cause {
        case .condition: .condition
        case .limit: .limit
        case .duplicate: .duplicate
        case .conflict: .conflict
        case .tooLate: .tooLate
        case .arithmetic: .arithmetic
        }
    }
}
