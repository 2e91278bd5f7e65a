internal import Engine
internal import RulesDSL

/// Rules and their numbers in the words of a screen.
struct RuleWords {
    private let values: ValueText
    private let times: TimeText

    init(_ currency: Currency, _ times: TimeText) {
        values = ValueText(currency)
        self.times = times
    }

    func money(_ value: Int64) -> String { values.text(value, .money) }
    func duration(_ value: Int64) -> String { values.text(value, .duration) }
    func universalTime(_ value: Int64) -> String { values.text(value, .time) }
    /// In UTC, and by the policy's clock where that is another one.
    func time(_ value: Int64) -> String { times.text(value) }

    /// A value in the unit of the rule's own.
    func value(_ value: Int64, _ rule: ProgramRule) -> String {
        values.text(value, rule.valueType ?? .number)
    }

    /// A declared field's value; `(none)` where it is missing.
    func value(_ value: ShownValue?) -> String {
        switch value {
        case .text(let key): "\"\(TerminalText.escape(key.text))\""
        case .scalar(let scalar, let type): values.text(scalar, type)
        case nil: "(none)"
        }
    }

    /// `$5,000.00 of loads per customer per day`, `3 loads per customer per day`, and where that is computed
    /// ``$5,000.00 (`2 * usual`) of loads per customer per day``.
    func allowance(_ verdict: Explanation.Verdict) -> String {
        let rule = verdict.rule
        guard let aggregate = rule.aggregate else { return "" }
        let count = verdict.bound == 1_000_000 ? 1 : 2
        let scopes = rule.scopeNames
        let scope = scopes.isEmpty ? "across everyone" : "per \(scopes.joined(separator: ", "))"
        let window = aggregate.window == .calendar(.ever) ? "ever" : "per \(aggregate.window.name)"
        let origin = rule.bound.isEmpty ? "" : " (`\(TerminalText.escape(rule.bound))`)"
        return "\(value(verdict.bound, rule))\(origin) \(measure(rule, aggregate, count)) \(scope) \(window)"
    }

    /// `loads`, `of loads`, ``of `amount * 2` over loads``, ``as the largest `amount` of loads``.
    private func measure(_ rule: ProgramRule, _ aggregate: CheckedAggregate, _ count: Int) -> String {
        let measured = "`\(TerminalText.escape(rule.measured))`"
        switch aggregate.function {
        case .count: return counted(rule, count)
        case .sum:
            return rule.measured == "amount" ? "of \(counted(rule, 2))" : "of \(measured) over \(counted(rule, 2))"
        case .average: return "as the average \(measured) of \(counted(rule, 2))"
        case .largest: return "as the largest \(measured) of \(counted(rule, 2))"
        case .smallest: return "as the smallest \(measured) of \(counted(rule, 2))"
        case .distinct: return "different value\(count == 1 ? "" : "s") of \(measured) in \(counted(rule, 2))"
        }
    }

    func isCount(_ rule: ProgramRule) -> Bool {
        guard let aggregate = rule.aggregate else { return false }
        switch aggregate.function {
        case .count, .distinct: return true
        case .sum, .average, .largest, .smallest: return false
        }
    }

    /// What used a limit up, oldest first: `90102`, `90102 ($1,500.00)`; for `distinct` each value by its first:
    /// `"US" (90102)`.
    func contributions(_ verdict: Explanation.Verdict) -> [String] {
        guard verdict.rule.aggregate?.isDistinct != true else {
            var seen: Set<ShownValue?> = []
            return verdict.contributions.filter { seen.insert($0.value).inserted }.map {
                "\(value($0.value)) (\(TerminalText.escape($0.id)))"
            }
        }
        return verdict.contributions.map { contribution in
            let id = TerminalText.escape(contribution.id)
            return isCount(verdict.rule) ? id : "\(id) (\(value(contribution.added, verdict.rule)))"
        }
    }

    /// What a limit counts: `load`, `loads`, `attempted withdrawals`, `transactions`.
    func counted(_ rule: ProgramRule, _ count: Int) -> String {
        let kind = rule.kinds.count == 1 ? TransactionKind.allCases[rule.kinds[0]].name : "transaction"
        let which: String
        switch rule.aggregate?.counted {
        case .attempts: which = "attempted "
        case .declined: which = "declined "
        case .accepted, nil: which = ""
        }
        return which + kind + (count == 1 ? "" : "s")
    }

    /// `much` money, `many` transactions.
    func tooMuch(_ rule: ProgramRule) -> String {
        isCount(rule) ? "many" : "much"
    }

    /// `on Saturday 2000-01-01 UTC`, `in January 2000 UTC`, `so far`.
    func inWindow(_ verdict: Explanation.Verdict) -> String {
        switch verdict.rule.aggregate?.window {
        case .calendar(.day): "on \(verdict.windowName)"
        case .calendar(.week), .calendar(.month), .calendar(.year), .rolling: "in \(verdict.windowName)"
        case .calendar(.ever), nil: "so far"
        }
    }

    /// Why a window that ended takes nothing any more: `is closed: a later transaction was already counted`.
    func closing(_ rule: ProgramRule, late: Int64) -> String {
        let closer =
            switch rule.aggregate?.window {
            case _ where late == 0: "a later transaction"
            case .calendar, nil: "one \(duration(late)) or more after its end"
            case .rolling: "one more than \(duration(late)) after its end"
            }
        return "is closed: \(closer) was already counted"
    }

    /// `2 of 3 used`, `$4,900.00 of $20,000.00 left`, `$950.00 used, $600.00 allowed`: before this transaction, and
    /// where that is counted `1 of 3 used, 2 with this`, `$4,900.00 of $20,000.00 left, $900.00 after this`. Where it
    /// is too much, and of an average and the like, of which nothing is used up: `$50.00 with this, $60.00 allowed`.
    func headRoom(_ verdict: Explanation.Verdict) -> String {
        let bound = value(verdict.bound, verdict.rule)
        if let aggregate = verdict.rule.aggregate, !aggregate.isAdditive {
            let isIncluded = aggregate.counted != .declined
            if !isIncluded && !verdict.hasUsed { return "\(bound) allowed" }
            return "\(value(verdict.total, verdict.rule))\(isIncluded ? " with this" : ""), \(bound) allowed"
        }
        let isIncluded = verdict.rule.aggregate?.counted != .declined
        if isCount(verdict.rule) {
            // Where it is too much that is why it failed, counted or not.
            let isTold = isIncluded && (verdict.isCounted || verdict.total > verdict.bound)
            let after = isTold ? ", \(value(verdict.total, verdict.rule)) with this" : ""
            return "\(value(verdict.used, verdict.rule)) of \(bound) used\(after)"
        }
        let (left, overflow) = verdict.bound.subtractingReportingOverflow(verdict.used)
        if overflow { return "\(bound) allowed" }
        // What is in shadow, reviews or exempts may be exceeded already.
        if left < 0 { return "\(value(verdict.used, verdict.rule)) used, \(bound) allowed" }
        if verdict.total > verdict.bound { return "\(value(verdict.total, verdict.rule)) with this, \(bound) allowed" }
        let (rest, isTooLong) = verdict.bound.subtractingReportingOverflow(verdict.total)
        let after = isIncluded && verdict.hasRest && !isTooLong ? ", \(value(rest, verdict.rule)) after this" : ""
        return "\(value(left, verdict.rule)) of \(bound) left\(after)"
    }

    /// Why a rule is not checked: ``active only from 2026-03-10``, `` `customer in vip` holds: customer is "17"``.
    func exemption(_ verdict: Explanation.Verdict, at time: Int64) -> String {
        let active = verdict.rule.active
        if let from = active.from, time < from { return "active only from \(times.date(from))" }
        if let until = active.until, time >= until { return "active only until \(times.date(until))" }
        return verdict.parts.map(part).joined(separator: "; ")
    }

    /// ``` `hour >= 6` does not hold: hour is 3```, ``` `trusted` holds```.
    func part(_ part: ExplainedPart) -> String {
        let values = valuesRead(by: part)
        let outcome = "`\(TerminalText.escape(part.condition))` \(part.holds ? "holds" : "does not hold")"
        return values.isEmpty ? outcome : "\(outcome): \(values)"
    }

    /// `amount is $6.00, cap is $5.00`, `(country or "??") is "??", country being missing`.
    func valuesRead(by part: ExplainedPart) -> String {
        let values = part.values.map { "\(TerminalText.escape($0.name)) is \(value($0.value))" }
        return (values + part.missing.map { "\(TerminalText.escape($0)) being missing" }).joined(separator: ", ")
    }

    /// `customer 88, merchant "ACME"`: whose transactions a limit takes together, where that is not the customer alone.
    func scope(_ rule: ProgramRule, _ explanation: Explanation) -> String? {
        guard rule.aggregate != nil, rule.scopeNames.contains(where: { $0 != "customer" }) else { return nil }
        return rule.scopeNames.map { name in
            if name == "customer" { return "customer \(TerminalText.escape(explanation.transaction.customer))" }
            return field(name, explanation.fields.first { $0.name == name }?.value)
        }.joined(separator: ", ")
    }

    /// `merchant "ACME"`, `tier "basic" (default)`.
    func field(_ field: Explanation.Field) -> String {
        self.field(field.name, field.value) + (field.isDefault ? " (default)" : "")
    }

    /// `merchant "ACME"`, `fee $0.30`, `sent (none)`.
    func field(_ name: String, _ value: ShownValue?) -> String {
        "\(TerminalText.escape(name)) \(self.value(value))"
    }

    /// ``usual-load is €20.00, the average of `amount` over loads for the 30 days to 2000-01-02T19:00:00Z``.
    func sentence(_ named: LetValue) -> String {
        switch named.value {
        case .value(let value): "\(named.name) is \(values.text(value, named.type)), \(named.measure)"
        case .nothing:
            if let fallback = named.fallback {
                "\(named.name) is \(values.text(fallback, named.type)), the value behind its `or`: nothing is counted "
                    + "yet for \(named.measure)"
            } else {
                "\(named.name) has no value: nothing is counted yet for \(named.measure), and the value behind "
                    + "its `or` can't be computed"
            }
        case .closed:
            "\(named.name) is not known any more, its window being closed: \(named.measure)"
                + (named.latest.map { "; the latest counted is \(latest($0))" } ?? "")
        case .overflow: "\(named.name) does not fit: \(named.measure)"
        }
    }

    /// `2000-01-02T08:00:00Z, transaction 90355`.
    func latest(_ latest: Explanation.Latest) -> String {
        let which = latest.id.map { ", transaction \($0)" } ?? "; --full-ids names the transaction"
        return time(latest.time) + which
    }

    /// `id per customer`, `amount, kind across everyone`.
    func key(_ verdict: Explanation.Verdict) -> String {
        let rule = verdict.rule
        let names = rule.keyNames.map { verdict.missingKeys.contains($0) ? "\($0) (missing in both)" : $0 }
        let fields = names.prefix(rule.keyCount).joined(separator: ", ")
        let scopes = names.dropFirst(rule.keyCount).joined(separator: ", ")
        return scopes.isEmpty ? "\(fields) across everyone" : "\(fields) per \(scopes)"
    }
}
