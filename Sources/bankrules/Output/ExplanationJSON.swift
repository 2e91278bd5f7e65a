internal import Engine
internal import RulesDSL

/// An explanation for programs; the fields are those of `docs/explanations.md`.
struct ExplanationJSON {
    private let values: ValueText

    init(_ currency: Currency) {
        values = ValueText(currency)
    }

    func value(_ explanation: Explanation) -> JSONValue {
        let transaction = explanation.transaction
        return .object([
            .init("event", .integer(explanation.event)), .init("line", .integer(explanation.line)),
            .init("id", .text(transaction.id)), .init("customer_id", .text(transaction.customer)),
            .init("kind", .text(transaction.kind.name)), .init("amount", money(transaction.amount)),
            .init("time", time(transaction.time)), .init("decision", .text(explanation.decision.name)),
            .init("balance", money(explanation.balance)), .init("policy", .text(explanation.policyName)),
            .init("rules", .array(explanation.verdicts.map(value))),
        ])
    }

    private func value(_ verdict: Explanation.Verdict) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("rule", .text(verdict.rule.name)), .init("code", .text(verdict.code)),
            .init("file", .text(verdict.rule.position.file)), .init("line", .integer(verdict.rule.position.line)),
        ]
        switch verdict.finding {
        case .exempt: members.append(.init("finding", .text("exempt")))
        case .passed: members.append(.init("finding", .text("passed")))
        case .failed(let cause, let isDecisive):
            members += [
                .init("finding", .text("failed")), .init("cause", .text(cause.name)),
                .init("decisive", .boolean(isDecisive)), .init("because", .text(verdict.because)),
            ]
        }
        switch verdict.rule.kind {
        case .limit: members += window(verdict) + (verdict.hasCompared ? limit(verdict) : [])
        case .require: members += verdict.hasCompared ? condition(verdict) : []
        case .unique: if let first = verdict.firstSeen { members.append(.init("first_seen", seen(first))) }
        }
        return .object(members)
    }

    private func window(_ verdict: Explanation.Verdict) -> [JSONValue.Member] {
        guard let aggregate = verdict.rule.aggregate, !verdict.windowName.isEmpty else { return [] }
        var window: [JSONValue.Member] = [.init("unit", .text(aggregate.window.name))]
        if let bounds = verdict.window {
            window += [.init("from", time(bounds.lowerBound)), .init("until", time(bounds.upperBound))]
        }
        return [.init("window", .object(window))]
    }

    private func limit(_ verdict: Explanation.Verdict) -> [JSONValue.Member] {
        guard let aggregate = verdict.rule.aggregate else { return [] }
        return [
            .init("used", text(verdict.used, aggregate.type)),
            .init("this", text(verdict.added, aggregate.type)), .init("limit", text(verdict.bound, aggregate.type)),
            .init("used_by", .integer(verdict.contributionCount)),
            .init(
                "contributions",
                .array(
                    verdict.contributions.map { contribution in
                        .object([
                            .init("id", .text(contribution.id)),
                            .init("added", text(contribution.added, aggregate.type)),
                        ])
                    })),
        ]
    }

    private func condition(_ verdict: Explanation.Verdict) -> [JSONValue.Member] {
        guard let comparison = verdict.rule.comparison else { return [] }
        return [
            .init("left", text(verdict.used, comparison.type)), .init("right", text(verdict.bound, comparison.type)),
        ]
    }

    private func seen(_ event: Event) -> JSONValue {
        .object([
            .init("event", .integer(event.number)), .init("line", .integer(event.line)),
            .init("kind", .text(event.transaction.kind.name)), .init("amount", money(event.transaction.amount)),
            .init("time", time(event.transaction.time)), .init("decision", .text(event.decision.name)),
        ])
    }

    private func text(_ value: Int64, _ type: ValueType) -> JSONValue { .text(values.text(value, type)) }
    private func money(_ value: Int64) -> JSONValue { text(value, .money) }
    private func time(_ value: Int64) -> JSONValue { text(value, .time) }
}

extension Explanation.Verdict {
    /// Whether its numbers were computed and compared: not where it is exempt, too late or can't be computed.
    fileprivate var hasCompared: Bool {
        switch finding {
        case .passed, .failed(.limit, _), .failed(.condition, _): true
        case .exempt, .failed(.duplicate, _), .failed(.tooLate, _), .failed(.arithmetic, _): false
        }
    }
}
