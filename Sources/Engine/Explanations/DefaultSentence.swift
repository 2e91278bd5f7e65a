internal import RulesDSL

/// The sentences of rules that have no `because` of their own.
enum DefaultSentence {
    /// The sentence of a limit that would be exceeded, of a condition that does not hold, of a key that was seen.
    static func ordinary(_ rule: ProgramRule) -> SentenceTemplate {
        switch rule.kind {
        case .limit: limit(rule)
        case .require: condition(rule)
        case .unique: duplicate(rule)
        }
    }

    static let tooLate = SentenceTemplate(parts: [
        .text("the window of this transaction ("), .placeholder(.window),
        .text(") is closed: a later one was already counted"),
    ])

    static let arithmetic = SentenceTemplate(parts: [
        .text("`"), .placeholder(.rule),
        .text("` can't be computed for this transaction: a result does not fit, or a divisor is zero"),
    ])

    static let balance = SentenceTemplate(parts: [
        .text("the balance of "), .placeholder(.balance), .text(" and this "), .placeholder(.kind), .text(" of "),
        .placeholder(.amount), .text(" make more than an account can hold"),
    ])

    private static func limit(_ rule: ProgramRule) -> SentenceTemplate {
        SentenceTemplate(parts: [
            .placeholder(.used), .text(" \(counted(rule)) for "), .placeholder(.window), .text("; "),
            .placeholder(.this), .text(" more exceeds "), .placeholder(.limit), .text(" by "), .placeholder(.excess),
        ])
    }

    /// `of loads already counted`, `of attempts already counted`.
    private static func counted(_ rule: ProgramRule) -> String {
        let what = rule.kinds.count == 1 ? "\(TransactionKind.allCases[rule.kinds[0]].name)s" : "transactions"
        guard let aggregate = rule.aggregate else { return "already counted" }
        let attempts = aggregate.counted == .attempts ? "attempted " : ""
        switch aggregate.function {
        case .count: return "\(attempts)\(what) already counted"
        case .sum, .average, .largest, .smallest, .distinct: return "of \(attempts)\(what) already counted"
        }
    }

    private static func condition(_ rule: ProgramRule) -> SentenceTemplate {
        var parts: [SentenceTemplate.Part] = [.text("`\(rule.condition)` does not hold")]
        if let comparison = rule.comparison {
            let sides: [(String, SentenceTemplate.Placeholder)] = [
                (comparison.left, .used), (comparison.right, .limit),
            ]
            for (side, value) in sides where !ProgramRule.Comparison.isLiteral(side) {
                parts += [.text(parts.count == 1 ? ": \(side) is " : ", \(side) is "), .placeholder(value)]
            }
        }
        return SentenceTemplate(parts: parts)
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
