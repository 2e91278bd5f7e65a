internal import RulesDSL

/// The sentences of rules that have no `because` of their own.
enum DefaultSentence {
    /// The sentence of a limit that would be exceeded, of a condition that does not hold (but for what it reads), of a
    /// key that was seen.
    static func ordinary(_ rule: ProgramRule) -> SentenceTemplate {
        switch rule.kind {
        case .limit: limit(rule)
        case .require: SentenceTemplate(parts: [.text("`\(rule.condition?.text ?? "")` does not hold")])
        case .unique: duplicate(rule)
        }
    }

    static let tooLate = SentenceTemplate(parts: [
        .text("the window of this transaction ("), .placeholder(.window),
        .text(") is closed: a later one was already counted"),
    ])

    static let tooLateForLet = SentenceTemplate(parts: [
        .text("`"), .placeholder(.rule),
        .text("` asks for what happened in a window that is closed: a later transaction was already counted"),
    ])

    static let arithmetic = SentenceTemplate(parts: [
        .text("`"), .placeholder(.rule),
        .text("` can't be computed for this transaction: a result does not fit, or a divisor is zero"),
    ])

    /// The same where rules call functions of plugins.
    static let arithmeticOrPlugin = SentenceTemplate(parts: [
        .text("`"), .placeholder(.rule), .text("` can't be computed for this transaction: "),
        .text("a result does not fit, a divisor is zero, or a function of a plugin failed"),
    ])

    static let balance = SentenceTemplate(parts: [
        .text("the balance of "), .placeholder(.balance), .text(" and this "), .placeholder(.kind), .text(" of "),
        .placeholder(.amount), .text(" make more than an account can hold"),
    ])

    private static func limit(_ rule: ProgramRule) -> SentenceTemplate {
        guard let aggregate = rule.aggregate else { return SentenceTemplate(parts: []) }
        let isDeclined = aggregate.counted == .declined
        let words = MeasureWords(aggregate, kinds: rule.kinds, measured: rule.measured)
        let what = words.counted
        switch aggregate.function {
        case .count:
            // The number may be 1, so that it stands apart from what it counts.
            return isDeclined
                ? sentence([.text("\(what) for "), .placeholder(.window), .text(": "), .placeholder(.used)], ", which")
                : added([
                    .text("\(what) already counted for "), .placeholder(.window), .text(": "), .placeholder(.used),
                ])
        case .sum:
            let start: [SentenceTemplate.Part] = [.placeholder(.used), .text(" of \(words.summed)")]
            return isDeclined
                ? sentence(start + [.text(" for "), .placeholder(.window)], "")
                : added(start + [.text(" already counted for "), .placeholder(.window)])
        case .average, .largest, .smallest, .distinct: return compared(words.measure, isDeclined)
        }
    }

    /// `loads already counted for Saturday 2000-01-01 UTC: 3; 1 more exceeds 3 by 1`.
    private static func added(_ start: [SentenceTemplate.Part]) -> SentenceTemplate {
        sentence(start + [.text("; "), .placeholder(.this)], " more")
    }

    /// `declined loads for Saturday 2000-01-01 UTC: 4, which exceeds 3 by 1`.
    private static func sentence(_ start: [SentenceTemplate.Part], _ joint: String) -> SentenceTemplate {
        SentenceTemplate(
            parts: start + [
                .text("\(joint) exceeds "), .placeholder(.limit), .text(" by "), .placeholder(.excess),
            ])
    }

    /// ``the largest `amount` of loads for Saturday 2000-01-01 UTC is $7.00 with this one, which exceeds $5.00 by
    /// $2.00``.
    private static func compared(_ measure: String, _ isDeclined: Bool) -> SentenceTemplate {
        SentenceTemplate(parts: [
            .text("\(measure) for "), .placeholder(.window), .text(" is "), .placeholder(.total),
            .text("\(isDeclined ? "" : " with this one"), which exceeds "), .placeholder(.limit), .text(" by "),
            .placeholder(.excess),
        ])
    }

    private static func duplicate(_ rule: ProgramRule) -> SentenceTemplate {
        let fields = rule.keyNames.prefix(rule.keyCount)
        let last = fields.last.map { fields.count == 1 ? $0 : " and \($0)" } ?? ""
        let key = fields.dropLast().joined(separator: ", ") + last
        return SentenceTemplate(parts: [
            .text("transaction "), .placeholder(.id), .text(" of customer "), .placeholder(.customer),
            .text(" repeats the \(key) of an earlier one"),
        ])
    }
}
