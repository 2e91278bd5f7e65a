/// How small and how large a single accepted transaction can be, by the conditions and limits that decline all others.
struct TransactionBounds {
    /// A bound with the rule that sets it.
    struct Bound {
        let value: Int64
        let rule: Int
        let range: SourceRange
    }

    /// What is known of one expression for the transactions of one selection.
    private struct Entry {
        /// The tightest one first.
        var uppers: [Bound] = []
        var lower: Bound?
    }

    /// So many upper bounds of an expression are kept: some may be of limits that are needless themselves.
    private static let mostUppers = 8

    private var entries: [Selection: [String: Entry]] = [:]

    init(_ policy: CheckedPolicy, _ ranges: ValueRanges) {
        for (index, rule) in policy.rules.enumerated() where rule.isEnforced {
            switch rule.check {
            case .require(let condition): for part in condition.conjuncts { add(part, of: index, rule, ranges) }
            case .limit(let aggregate, atMost: let bound):
                add(aggregate, bound.range, of: index, rule, ranges, atMost: ranges.range(of: bound))
            case .unique: continue
            }
        }
    }

    /// The largest of a window is no smaller than that of this transaction, whatever the window and whoever shares it;
    /// and neither is the sum, where nothing makes it less.
    private mutating func add(
        _ aggregate: CheckedAggregate, _ bound: SourceRange, of index: Int, _ rule: CheckedRule, _ ranges: ValueRanges,
        atMost most: ClosedRange<Int64>
    ) {
        guard aggregate.counted != .declined else { return }
        switch aggregate.function {
        case .largest(let expression): add(expression, .lessOrEqual, most, of: index, rule, bound)
        case .sum(let expression):
            guard ranges.range(of: expression).lowerBound >= 0 else { return }
            add(expression, .lessOrEqual, most, of: index, rule, bound)
        case .count, .average, .smallest, .distinct: return
        }
    }

    /// `EXPRESSION <= …` and its like, either way round.
    private mutating func add(_ part: CheckedExpression, of index: Int, _ rule: CheckedRule, _ ranges: ValueRanges) {
        guard case .compare(let comparison, let left, let right) = part.kind, left.type != .text else { return }
        add(left, comparison, ranges.range(of: right), of: index, rule, part.range)
        add(right, comparison.mirrored, ranges.range(of: left), of: index, rule, part.range)
    }

    private mutating func add(
        _ expression: CheckedExpression, _ comparison: CheckedExpression.Comparison, _ other: ClosedRange<Int64>,
        of index: Int, _ rule: CheckedRule, _ range: SourceRange
    ) {
        if case .constant = expression.kind { return }
        let upper: Int64? =
            switch comparison {
            case .less: other.upperBound > .min ? other.upperBound - 1 : nil
            case .lessOrEqual, .equal: other.upperBound
            case .greater, .greaterOrEqual, .notEqual: nil
            }
        let lower: Int64? =
            switch comparison {
            case .greater: other.lowerBound < .max ? other.lowerBound + 1 : nil
            case .greaterOrEqual, .equal: other.lowerBound
            case .less, .lessOrEqual, .notEqual: nil
            }
        let (selection, part) = (Selection(rule), expression.structure)
        var entry = entries[selection]?[part] ?? Entry()
        if let upper, upper < .max {
            entry.uppers.append(Bound(value: upper, rule: index, range: range))
            entry.uppers.sort { ($0.value, $0.rule) < ($1.value, $1.rule) }
            entry.uppers = Array(entry.uppers.prefix(Self.mostUppers))
        }
        if let lower, lower > entry.lower?.value ?? .min {
            entry.lower = Bound(value: lower, rule: index, range: range)
        }
        entries[selection, default: [:]][part] = entry
    }

    /// The smallest upper bound of an expression under any of the selections, of the rules that may be used.
    func upper(of expression: String, in selections: [Selection], by mayUse: (Int) -> Bool) -> Bound? {
        selections.compactMap { entries[$0]?[expression]?.uppers.first { mayUse($0.rule) } }.min { $0.value < $1.value }
    }

    /// All expressions that have a lower bound above zero, with the largest one of each.
    func lowers(in selections: [Selection]) -> [(expression: String, bound: Bound)] {
        var found: [String: Bound] = [:]
        for selection in selections {
            for (expression, entry) in entries[selection] ?? [:] {
                guard let lower = entry.lower, lower.value > found[expression]?.value ?? 0 else { continue }
                found[expression] = lower
            }
        }
        return found.sorted { $0.key < $1.key }.map { (expression: $0.key, bound: $0.value) }
    }
}
