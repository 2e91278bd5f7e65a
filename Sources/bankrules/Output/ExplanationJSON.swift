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
            .init("amount", amount(transaction)), .init("time", time(transaction.time)),
            .init("fields", fields(explanation)), .init("defaults", defaults(explanation)),
            .init("decision", .text(explanation.decision.name)),
            .init("balance", money(explanation.balance)), .init("policy", .text(explanation.policyName)),
            .init("fingerprint", .text(explanation.fingerprint.hexadecimal)),
            .init("rules", .array(explanation.verdicts.map(value) + balance(explanation))),
        ])
    }

    private func fields(_ explanation: Explanation) -> JSONValue {
        .object(
            explanation.fields.map { field in
                .init(field.name, shown(field.value))
            })
    }

    private func defaults(_ explanation: Explanation) -> JSONValue {
        .array(explanation.fields.filter(\.isDefault).map { .text($0.name) })
    }

    /// What declined where no rule did, in the place behind all rules.
    private func balance(_ explanation: Explanation) -> [JSONValue] {
        guard let because = explanation.balanceFailure else { return [] }
        return [
            .object(
                [.init("rule", .text(Program.balanceName)), .init("code", .text(Program.arithmeticCode))]
                    + failure(.arithmetic, isDecisive: true, because))
        ]
    }

    private func value(_ verdict: Explanation.Verdict) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("rule", .text(verdict.rule.name)), .init("code", .text(verdict.code)),
            .init("file", .text(verdict.rule.position.file)), .init("line", .integer(verdict.rule.position.line)),
        ]
        if verdict.rule.isShadow { members.append(.init("shadow", .boolean(true))) }
        switch verdict.finding {
        case .inactive: members += [.init("finding", .text("exempt")), .init("active", active(verdict.rule.active))]
        case .exempt:
            members += [
                .init("finding", .text("exempt")), .init("unless", .text(verdict.rule.exemption?.text ?? "")),
            ]
        case .passed: members.append(.init("finding", .text("passed")))
        case .failed(let cause, let isDecisive): members += failure(cause, isDecisive: isDecisive, verdict.because)
        }
        switch verdict.rule.kind {
        case .limit:
            members += window(verdict) + (verdict.hasCompared ? limit(verdict) : [])
            if let latest = verdict.latest { members.append(.init("latest", seen(latest))) }
        case .require: members += verdict.hasCompared ? condition(verdict) : []
        case .unique:
            if !verdict.differing.isEmpty {
                members.append(.init("differs", .array(verdict.differing.map { .text($0) })))
            }
            if let first = verdict.firstSeen { members.append(.init("first_seen", seen(first, verdict))) }
        }
        if !verdict.parts.isEmpty { members.append(.init("parts", .array(verdict.parts.map(value)))) }
        if !verdict.lets.isEmpty { members.append(.init("lets", .array(verdict.lets.map(value)))) }
        return .object(members)
    }

    private func active(_ dates: ActiveDates) -> JSONValue {
        let dates = [("from", dates.from), ("until", dates.until)]
        return .object(dates.compactMap { name, second in second.map { .init(name, time($0)) } })
    }

    private func value(_ part: ExplainedPart) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("condition", .text(part.condition)), .init("holds", .boolean(part.holds)),
            .init("values", .object(part.values.map { .init($0.name, shown($0.value)) })),
        ]
        if !part.missing.isEmpty { members.append(.init("missing", .array(part.missing.map { .text($0) }))) }
        return .object(members)
    }

    private func value(_ named: LetValue) -> JSONValue {
        let value: Int64?
        switch named.value {
        case .value(let measured): value = measured
        case .nothing: value = named.fallback
        case .closed, .overflow: value = nil
        }
        var members: [JSONValue.Member] = [
            .init("name", .text(named.name)), .init("value", value.map { scalar($0, named.type) } ?? .null),
        ]
        if named.value == .nothing { members.append(.init("without_history", .boolean(true))) }
        members.append(.init("measure", .text(named.measure)))
        if let latest = named.latest { members.append(.init("latest", seen(latest))) }
        return .object(members)
    }

    private func failure(_ cause: Cause, isDecisive: Bool, _ because: String) -> [JSONValue.Member] {
        [
            .init("finding", .text("failed")), .init("cause", .text(cause.name)),
            .init("decisive", .boolean(isDecisive)), .init("because", .text(because)),
        ]
    }

    private func window(_ verdict: Explanation.Verdict) -> [JSONValue.Member] {
        guard !verdict.windowPeriod.isEmpty else { return [] }
        let window: [JSONValue.Member] = [.init("window", .text(verdict.windowPeriod))]
        guard let bounds = verdict.window else { return window }
        return window + [.init("from", time(bounds.lowerBound)), .init("until", time(bounds.upperBound))]
    }

    private func limit(_ verdict: Explanation.Verdict) -> [JSONValue.Member] {
        guard let aggregate = verdict.rule.aggregate else { return [] }
        let type = aggregate.type
        var members: [JSONValue.Member] = []
        if verdict.hasUsed { members.append(.init("used", scalar(verdict.used, type))) }
        if aggregate.counted != .declined { members.append(.init("this", scalar(verdict.added, type))) }
        if !aggregate.isAdditive { members.append(.init("total", scalar(verdict.total, type))) }
        members.append(.init("limit", scalar(verdict.bound, type)))
        let (excess, overflow) = verdict.total.subtractingReportingOverflow(verdict.bound)
        if !overflow && excess > 0 { members.append(.init("excess", scalar(excess, type))) }
        let (rest, isTooLong) = verdict.bound.subtractingReportingOverflow(verdict.total)
        if verdict.hasRest, aggregate.isAdditive, aggregate.counted != .declined, !isTooLong {
            members.append(.init("remaining", scalar(rest, type)))
        }
        if aggregate.isDistinct { members.append(.init("value", verdict.ownValue.map(shown) ?? .null)) }
        members.append(.init("used_by", .integer(verdict.contributionCount)))
        if !verdict.contributions.isEmpty {
            let contributions = verdict.contributions.map { contribution in
                JSONValue.object([
                    .init("id", .text(contribution.id)),
                    aggregate.isDistinct
                        ? .init("value", contribution.value.map(shown) ?? .null)
                        : .init("added", scalar(contribution.added, type)),
                ])
            }
            members.append(.init("contributions", .array(contributions)))
        }
        return members
    }

    private func condition(_ verdict: Explanation.Verdict) -> [JSONValue.Member] {
        guard let type = verdict.rule.comparison?.type else { return [] }
        return [.init("left", scalar(verdict.used, type)), .init("right", scalar(verdict.bound, type))]
    }

    private func seen(_ latest: Explanation.Latest) -> JSONValue {
        .object([.init("time", time(latest.time))] + (latest.id.map { [.init("id", .text($0))] } ?? []))
    }

    private func seen(_ event: Event, _ verdict: Explanation.Verdict) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("event", .integer(event.number)), .init("line", .integer(event.line)),
        ]
        if let id = verdict.firstID { members.append(.init("id", .text(id))) }
        members += [
            .init("amount", amount(event.transaction)), .init("time", time(event.transaction.time)),
            .init("decision", .text(event.decision.name)),
        ]
        let missing = verdict.missingKeys.map(JSONValue.text)
        return .object(missing.isEmpty ? members : members + [.init("missing", .array(missing))])
    }

    private func shown(_ value: ShownValue) -> JSONValue {
        switch value {
        case .text(let key): .text(key.text)
        case .scalar(let number, let type): scalar(number, type)
        }
    }

    /// A number or a truth value as JSON has it; anything else as the text that people read.
    private func scalar(_ value: Int64, _ type: ValueType) -> JSONValue {
        let text = values.text(value, type)
        return switch type {
        case .number: .number(text)
        case .boolean: .boolean(value != 0)
        case .money, .text, .time, .duration, .date, .weekday, .kind: .text(text)
        }
    }

    /// Below zero for a withdrawal, as in the input.
    private func amount(_ transaction: Transaction) -> JSONValue {
        money(transaction.kind == .load ? transaction.amount : -transaction.amount)
    }

    private func money(_ value: Int64) -> JSONValue { scalar(value, .money) }
    private func time(_ value: Int64) -> JSONValue { scalar(value, .time) }
}

extension Explanation.Verdict {
    /// Whether its numbers were computed and compared: not where it is exempt, too late or can't be computed.
    fileprivate var hasCompared: Bool {
        switch finding {
        case .passed, .failed(.limit, _), .failed(.condition, _): true
        case .exempt, .inactive, .failed(.duplicate, _), .failed(.conflict, _), .failed(.tooLate, _),
            .failed(.arithmetic, _):
            false
        }
    }
}
