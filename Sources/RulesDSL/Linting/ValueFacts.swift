/// What holds of the parts of a transaction where some conditions hold: for each part that is compared with something,
/// the values that it can have. Parts are told by how they are computed, so that two that are the same have the same
/// facts.
struct ValueFacts {
    /// What is done with conditions of which one holds.
    enum Alternatives {
        /// What holds under either of them is kept: nothing is ever ruled out that is possible.
        case join
        /// One that is possible is taken, to find a transaction.
        case choose
    }

    /// Larger lists say little by what is not in them.
    private static let longestList = 1_000

    /// What tells parts apart. Most are fields, whose structure need not be spelled out.
    private enum Part: Hashable {
        case field(Int)
        case other(String)

        init(_ expression: CheckedExpression) {
            if case .field(let field) = expression.kind {
                self = .field(field.index)
            } else {
                self = .other(expression.structure)
            }
        }
    }

    private let ranges: ValueRanges
    private let alternatives: Alternatives
    private var sets: [Part: ValueSet] = [:]
    /// The values of optional fields, where something stands for a missing one, by field.
    private var fallbacks: [Int: Part] = [:]

    private init(_ ranges: ValueRanges, _ alternatives: Alternatives) {
        self.ranges = ranges
        self.alternatives = alternatives
    }

    /// The facts of what a rule checks: its kinds, its dates, its `where`. Nil where they exclude each other.
    init?(_ rule: CheckedRule, _ ranges: ValueRanges, _ alternatives: Alternatives) {
        self.init(kinds: rule.kinds, active: rule.active, ranges, alternatives)
        if let filter = rule.filter, !assumeFully(filter, true) { return nil }
    }

    /// The facts of all transactions of some kinds in some time. Nil where there are none.
    init?(kinds: [Int], active: ActiveDates, _ ranges: ValueRanges, _ alternatives: Alternatives) {
        self.init(ranges, alternatives)
        for (index, field) in ranges.vocabulary.fields.enumerated() {
            let expression = CheckedExpression(
                .field(FieldIndex(index)), type: field.type, range: SourceRange(file: FileID(0), lower: 0, upper: 0))
            switch field.type {
            case .kind: guard allow(kinds.map { .scalar(Int64($0)) }, expression) else { return nil }
            case .time: guard narrow(expression, to: Self.seconds(active)) else { return nil }
            case .date: guard narrow(expression, to: days(active)) else { return nil }
            case .money, .number, .text, .duration, .weekday, .boolean: continue
            }
        }
    }

    private static func seconds(_ active: ActiveDates) -> ClosedRange<Int64> {
        let lower = active.from ?? .min
        return lower...max(lower, (active.until ?? .max) - (active.until == nil ? 0 : 1))
    }

    /// The dates that the policy's clock may show in that time.
    private func days(_ active: ActiveDates) -> ClosedRange<Int64> {
        let offsets = OffsetRange(ranges.policy.zone)
        let lower = active.from.map { ($0 + offsets.least).flooredDays } ?? .min
        return lower...max(lower, active.until.map { ($0 - 1 + offsets.greatest).flooredDays } ?? .max)
    }

    // MARK: Asking

    /// The range of an expression, as far as it is known.
    func range(of expression: CheckedExpression) -> ClosedRange<Int64> {
        ranges.range(of: expression) { part in
            switch part.kind {
            case .constant: nil
            default: sets[Part(part)].map(\.range)
            }
        }
    }

    /// A value of each field that is known to be one of some.
    var example: [FieldIndex: Constant] {
        var values: [FieldIndex: Constant] = [:]
        let count = ranges.vocabulary.fields.count + ranges.policy.fields.count
        for index in 0..<count {
            let field = FieldIndex(index)
            let type = self.type(of: field)
            guard let set = sets[.field(index)] ?? fallbacks[index].flatMap({ sets[$0] }) else { continue }
            values[field] = type == .text ? .text(set.exampleText) : set.example(near: Self.usual(type))
        }
        return values
    }

    /// What people expect in an example where nothing else is asked for.
    private static func usual(_ type: ValueType) -> Int64 {
        switch type {
        case .money: 1_000
        // The first of January 2026.
        case .time: 1_767_225_600
        case .date: 20_454
        case .number, .text, .duration, .weekday, .kind, .boolean: 0
        }
    }

    private func type(of field: FieldIndex) -> ValueType {
        let own = ranges.vocabulary.fields
        return own.indices.contains(field.index)
            ? own[field.index].type : ranges.policy.fields[field.index - own.count].type
    }

    // MARK: Assuming

    /// Adds that a condition has a value, and what follows from its later parts for the earlier ones; false where it
    /// can't.
    mutating func assumeFully(_ condition: CheckedExpression, _ holds: Bool) -> Bool {
        assume(condition, holds) && (!condition.hasSeveralParts || assume(condition, holds))
    }

    /// Adds that a transaction passes a rule without using anything up: the rule's condition holds, or it is not about
    /// it, or exempts it. False where it can't.
    mutating func pass(_ rule: CheckedRule) -> Bool {
        var ways: [(inout ValueFacts) -> Bool] = []
        if case .require(let condition) = rule.check { ways.append { $0.assumeFully(condition, true) } }
        if let filter = rule.filter { ways.append { $0.assumeFully(filter, false) } }
        if let exemption = rule.exemption { ways.append { $0.assumeFully(exemption, true) } }
        return oneOf(ways)
    }

    /// Adds that a condition has a value; false where it can't.
    mutating func assume(_ condition: CheckedExpression, _ holds: Bool) -> Bool {
        switch condition.kind {
        case .constant(.scalar(let value)): return (value != 0) == holds
        case .not(let operand): return assume(operand, !holds)
        case .and(let left, let right): return holds ? both(left, right, true) : either(left, right, false)
        case .or(let left, let right): return holds ? either(left, right, true) : both(left, right, false)
        case .compare(let comparison, let left, let right):
            return relate(holds ? comparison : comparison.opposite, left, right)
        case .member(let value, of: let members): return member(value, members, holds)
        case .listed(let value, in: let list): return member(value, ranges.policy.lists[list.index].members, holds)
        case .conditional(let test, let then, let otherwise):
            return oneOf([
                { $0.assume(test, true) && $0.assume(then, holds) },
                { $0.assume(test, false) && $0.assume(otherwise, holds) },
            ])
        case .constant(.text), .field, .negate, .arithmetic, .fallback, .aggregate, .lookup, .call, .plugin:
            let value: Int64 = holds ? 1 : 0
            guard narrow(condition, to: value...value) else { return false }
            if holds, alternatives == .choose { chooseText(for: condition) }
            return true
        }
    }

    /// Chooses a text for which `starts-with` and its like hold, if one is plain to see.
    private mutating func chooseText(for condition: CheckedExpression) {
        guard case .call(let function, let arguments) = condition.kind, arguments.count == 2,
            case .constant(.text(let wanted)) = arguments[1].kind
        else { return }
        let text: String
        switch function {
        case .startsWith, .endsWith, .contains: text = wanted
        case .matches: text = wanted.replacing("*", with: "").replacing("?", with: "x")
        case .length, .min, .max, .abs, .round: return
        }
        var facts = self
        if facts.allow([.text(text)], arguments[0]) { self = facts }
    }

    private mutating func both(_ left: CheckedExpression, _ right: CheckedExpression, _ holds: Bool) -> Bool {
        assume(left, holds) && assume(right, holds)
    }

    private mutating func either(_ left: CheckedExpression, _ right: CheckedExpression, _ holds: Bool) -> Bool {
        oneOf([{ $0.assume(left, holds) }, { $0.assume(right, holds) }])
    }

    private mutating func oneOf(_ ways: [(inout ValueFacts) -> Bool]) -> Bool {
        let possible = ways.compactMap { way -> ValueFacts? in
            var facts = self
            return way(&facts) ? facts : nil
        }
        guard let first = possible.first else { return false }
        self = first
        guard alternatives == .join else { return true }
        for other in possible.dropFirst() {
            for (part, set) in sets { sets[part] = other.sets[part].map { set.union($0) } }
        }
        return true
    }

    private mutating func relate(
        _ comparison: CheckedExpression.Comparison, _ left: CheckedExpression, _ right: CheckedExpression
    ) -> Bool {
        if left.type == .text { return relateTexts(comparison, left, right) }
        if left.structure == right.structure {
            return comparison == .equal || comparison == .lessOrEqual || comparison == .greaterOrEqual
        }
        return bound(left, comparison, by: range(of: right)) && bound(right, comparison.mirrored, by: range(of: left))
    }

    private mutating func relateTexts(
        _ comparison: CheckedExpression.Comparison, _ left: CheckedExpression, _ right: CheckedExpression
    ) -> Bool {
        for (value, other) in [(left, right), (right, left)] {
            guard case .constant(let constant) = other.kind else { continue }
            return member(value, [constant], comparison == .equal)
        }
        return left.structure != right.structure || comparison == .equal
    }

    /// What a comparison with something between two values says of its left side.
    private mutating func bound(
        _ value: CheckedExpression, _ comparison: CheckedExpression.Comparison, by other: ClosedRange<Int64>
    ) -> Bool {
        switch comparison {
        case .less: return other.upperBound > .min && narrow(value, to: .min...other.upperBound - 1)
        case .lessOrEqual: return narrow(value, to: .min...other.upperBound)
        case .greater: return other.lowerBound < .max && narrow(value, to: other.lowerBound + 1 ... .max)
        case .greaterOrEqual: return narrow(value, to: other.lowerBound ... .max)
        case .equal: return narrow(value, to: other)
        case .notEqual:
            return other.lowerBound < other.upperBound || change(value) { $0.exclude([.scalar(other.lowerBound)]) }
        }
    }

    private mutating func member(_ value: CheckedExpression, _ members: [Constant], _ holds: Bool) -> Bool {
        guard members.count <= Self.longestList else {
            return alternatives == .join || !holds || allow(Array(members.prefix(Self.longestList)), value)
        }
        return holds ? allow(members, value) : change(value) { $0.exclude(members) }
    }

    private mutating func allow(_ values: [Constant], _ value: CheckedExpression) -> Bool {
        change(value) { $0.allow(values) }
    }

    private mutating func narrow(_ value: CheckedExpression, to range: ClosedRange<Int64>) -> Bool {
        change(value) {
            $0.raise(to: range.lowerBound)
            $0.lower(to: range.upperBound)
        }
    }

    /// Narrows what a part can be; false where nothing is left.
    private mutating func change(_ value: CheckedExpression, _ body: (inout ValueSet) -> Void) -> Bool {
        let part = Part(value)
        if case .fallback(let field, otherwise: _) = value.kind, fallbacks[field.index] == nil {
            fallbacks[field.index] = part
        }
        var set = sets[part] ?? ValueSet(ranges.range(of: value))
        if case .constant(let constant) = value.kind { set.allow([constant]) }
        body(&set)
        sets[part] = set
        return !set.isEmpty
    }
}

extension CheckedExpression.Comparison {
    /// What holds exactly where this one does not.
    var opposite: Self {
        switch self {
        case .less: .greaterOrEqual
        case .lessOrEqual: .greater
        case .greater: .lessOrEqual
        case .greaterOrEqual: .less
        case .equal: .notEqual
        case .notEqual: .equal
        }
    }

    /// The same with its sides exchanged.
    var mirrored: Self {
        switch self {
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        case .equal: .equal
        case .notEqual: .notEqual
        }
    }
}

extension Int64 {
    /// Whole days, rounded down.
    fileprivate var flooredDays: Int64 {
        self >= 0 ? self / 86_400 : -((-(self + 1)) / 86_400) - 1
    }
}
