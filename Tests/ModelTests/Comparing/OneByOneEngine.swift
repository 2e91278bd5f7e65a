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
            kind: transaction.kind == .load ? .load : .withdrawal, amount: transaction.amount, time: transaction.time,
            fields: try transaction.declared.mapValues { try fieldValue($0) })
    }

    private static func fieldValue(_ value: Value) throws -> FieldValue {
        switch value {
        case .text(let text): .text(text.string)
        case .number(let millionths): .number(millionths: millionths)
        case .money(let minor): .money(minorUnits: minor)
        case .time(let time): .time(time)
        case .boolean(let isTrue): .boolean(isTrue)
        case .duration, .date, .weekday, .kind: throw ModelMistake(what: "\(value)")
        }
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
        var shadows: [EngineDecision.OtherFailure] = []
        for failure in decided.failures {
            let noted = EngineDecision.OtherFailure(
                rule: failure.rule, code: failure.code, cause: EngineDecision.cause(failure.cause),
                usage: usage(failure))
            if failure.isShadow {
                shadows.append(noted)
            } else if failure.isDecisive {
                decision.rule = noted.rule
                decision.code = noted.code
                decision.cause = noted.cause
                decision.usage = noted.usage
            } else {
                others.append(noted)
            }
        }
        if verdict == .accepted {
            for other in others where !decision.reviews.contains(other.code) {
                decision.reviews.append(other.code)
            }
        }
        decision.others = others
        decision.shadows = shadows
        return decision
    }

    private static func usage(_ failure: Engine.Decision.Failure) -> Failure.Usage? {
        guard let usage = failure.usage, let total = usage.total.scalar, let limit = usage.limit.scalar else {
            return nil
        }
        return Failure.Usage(
            used: usage.used?.scalar ?? 0, this: usage.added?.scalar ?? 0, total: total, limit: limit)
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
