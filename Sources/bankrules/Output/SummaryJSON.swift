package import Engine
internal import RulesDSL

/// What a run did, for programs. `docs/output.md` says what the fields are.
package enum SummaryJSON {
    /// The summary of a run as one object; amounts are texts with their currency.
    package static func value(_ summary: RunSummary, _ occasion: SummaryText.Occasion) -> JSONValue {
        let money = ValueText(occasion.currency)
        func text(_ amount: Int64?) -> JSONValue { JSONValue(amount.map { money.text($0, .money) }) }
        let late = summary.tooLate
        return .object([
            .init("policy", .text(occasion.policy)), .init("fingerprint", .text(occasion.fingerprint)),
            .init("currency", .text(occasion.currency.code)),
            .init("transactions", .integer(summary.transactions)), .init("accepted", .integer(summary.accepted)),
            .init("reviewed", .integer(summary.reviewed)), .init("declined", .integer(summary.declined)),
            .init("ignored", .integer(summary.ignored)), .init("rejected", .integer(summary.rejected)),
            .init("loaded", text(summary.loaded)), .init("withdrawn", text(summary.withdrawn)),
            .init("declines_by_rule", rules(summary.declinesByRule)),
            .init("ignored_by_rule", rules(summary.ignoredByRule)),
            .init("reviews_by_rule", rules(summary.reviewsByRule)),
            .init("shadows_by_rule", rules(summary.shadowsByRule)),
            .init("too_late", .integer(late.count)),
            .init("too_late_by", JSONValue(late.count > 0 ? DurationWords.text(late.delay) : nil)),
            .init("rejects_by_reason", reasons(summary.rejectsByReason)),
            .init("milliseconds", occasion.nanoseconds.map { .integer(Int(clamping: $0 / 1_000_000)) } ?? .null),
        ])
    }

    private static func rules(_ rules: [RunSummary.RuleCount]) -> JSONValue {
        .array(
            rules.map { rule in
                .object([
                    .init("rule", .text(rule.rule)), .init("code", .text(rule.code)),
                    .init("count", .integer(rule.count)),
                ])
            })
    }

    private static func reasons(_ reasons: [RunSummary.RejectCount]) -> JSONValue {
        .array(
            reasons.map { reason in
                .object([
                    .init("code", .text(reason.code)), .init("count", .integer(reason.count)),
                    .init("first_line", .integer(reason.firstLine)),
                ])
            })
    }
}
