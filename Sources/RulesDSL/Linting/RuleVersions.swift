/// Rules that look like versions of one rule: they measure the same of the same transactions, each in its own dates,
/// and allow different amounts.
struct RuleVersions {
    /// Two versions of which the second one begins later, or at the same time.
    struct Pair {
        let first: Int
        let second: Int
        /// When both check, or when neither does.
        let seconds: Range<Int64>
    }

    /// The indices of the rules of each group, by their first second.
    private let groups: [[Int]]
    private let policy: CheckedPolicy

    init(_ policy: CheckedPolicy) {
        self.policy = policy
        var byText: [String: [Int]] = [:]
        for (index, rule) in policy.rules.enumerated() where rule.active != .always && !rule.isShadow {
            guard let text = Self.text(rule) else { continue }
            byText[text, default: []].append(index)
        }
        groups = byText.values.filter { $0.count > 1 }.map { group in
            group.sorted { left, right in
                let (one, other) = (policy.rules[left].active, policy.rules[right].active)
                return (one.start, one.end, left) < (other.start, other.end, right)
            }
        }.sorted { $0[0] < $1[0] }
    }

    /// What two versions have in common; nil for a rule that has none.
    private static func text(_ rule: CheckedRule) -> String? {
        let about = "\(rule.kinds) \(rule.filter?.structure ?? "") \(rule.exemption?.structure ?? "") \(rule.outcome)"
        switch rule.check {
        case .unique: return nil
        case .limit(let aggregate, atMost: _):
            return "\(about) \(text(aggregate.function)) \(aggregate.counted) \(aggregate.scope) \(aggregate.window)"
        case .require(let condition):
            guard case .compare(let comparison, let left, _) = condition.kind, comparison.isBound else { return nil }
            return "\(about) \(left.structure) \(comparison)"
        }
    }

    private static func text(_ function: CheckedAggregate.Function) -> String {
        switch function {
        case .count: "count"
        case .sum(let expression): "sum \(expression.structure)"
        case .average(let expression): "average \(expression.structure)"
        case .largest(let expression): "largest \(expression.structure)"
        case .smallest(let expression): "smallest \(expression.structure)"
        case .distinct(let field): "distinct \(field.index)"
        }
    }

    /// What tells versions apart.
    private func bound(_ rule: Int) -> String? {
        switch policy.rules[rule].check {
        case .unique: nil
        case .limit(_, atMost: let bound): bound.structure
        case .require(let condition): condition.structure
        }
    }

    private var neighbours: [(Int, Int)] {
        groups.flatMap { zip($0, $0.dropFirst()) }.filter { bound($0) != bound($1) }
    }

    /// Neighbours that check at once. One that lies within the other is an exception that is meant.
    var overlaps: [Pair] {
        neighbours.compactMap { first, second in
            let (one, other) = (policy.rules[first].active, policy.rules[second].active)
            let isException = other.start > one.start && other.end < one.end
            guard other.start < one.end, !isException else { return nil }
            return Pair(first: first, second: second, seconds: other.start..<min(one.end, other.end))
        }
    }

    /// Neighbours between which less than a week is left out. What is longer is a season.
    var gaps: [Pair] {
        neighbours.compactMap { first, second in
            let (one, other) = (policy.rules[first].active, policy.rules[second].active)
            guard one.end < other.start, other.start - one.end < 7 * 86_400 else { return nil }
            return Pair(first: first, second: second, seconds: one.end..<other.start)
        }
    }
}

extension CheckedExpression.Comparison {
    /// Whether it says how much there may be. What must not be one thing, and what must not be another, are two rules.
    fileprivate var isBound: Bool {
        switch self {
        case .less, .lessOrEqual, .greater, .greaterOrEqual: true
        case .equal, .notEqual: false
        }
    }
}

extension ActiveDates {
    fileprivate var start: Int64 { from ?? .min }
    fileprivate var end: Int64 { until ?? .max }
}
