/// The limits that decline whatever exceeds them, found by what they measure: only those that may say something of
/// another limit are ever looked at.
struct EnforcedLimits {
    /// What tells groups apart: limits of one group differ in their windows and bounds only.
    struct Key: Hashable {
        let selection: Selection
        /// The fields of the scope, ascending; none for everyone.
        let scope: [Int]
        let measure: String
    }

    /// A limit with the most that it ever allows.
    struct Entry {
        let rule: Int
        let bound: Int64
        let type: ValueType
    }

    /// The limits of a group that have one window.
    struct Lane {
        let window: CheckedWindow
        fileprivate(set) var entries: [Entry]
    }

    /// So many different windows of one group are compared with each other.
    private static let mostLanes = 24
    private static let widestScope = 4

    /// Limits that allow the same, whatever that is for a transaction.
    private struct EqualKey: Hashable {
        let key: Key
        /// How the bound is computed.
        let bound: String
    }

    private var groups: [Key: [Lane]] = [:]
    /// Those whose bounds are no fixed values.
    private var varying: [EqualKey: [(rule: Int, window: CheckedWindow)]] = [:]
    /// The limits that turned out to be needless: what they are needless for must not rest on them in turn.
    private var dropped: Set<Int> = []

    init(_ policy: CheckedPolicy, _ ranges: ValueRanges) {
        for (index, rule) in policy.rules.enumerated() where rule.isEnforced {
            guard case .limit(let aggregate, let bound) = rule.check, aggregate.counted != .declined else { continue }
            guard let measure = LimitMeasure(aggregate.function), measure.grows(ranges) else { continue }
            let key = Key(selection: Selection(rule), scope: Self.scope(aggregate.scope), measure: measure.text)
            if !bound.isConstant, !bound.callsPlugin {
                varying[EqualKey(key: key, bound: bound.structure), default: []].append((index, aggregate.window))
            }
            let most = ranges.range(of: bound).upperBound
            guard most < .max else { continue }
            add(Entry(rule: index, bound: max(0, most), type: aggregate.type), aggregate.window, to: key)
        }
        for key in groups.keys {
            for lane in groups[key, default: []].indices {
                groups[key]?[lane].entries.sort { ($0.bound, $0.rule) < ($1.bound, $1.rule) }
            }
        }
    }

    private mutating func add(_ entry: Entry, _ window: CheckedWindow, to key: Key) {
        var lanes = groups.removeValue(forKey: key) ?? []
        if let index = lanes.firstIndex(where: { $0.window == window }) {
            lanes[index].entries.append(entry)
        } else if lanes.count < Self.mostLanes {
            lanes.append(Lane(window: window, entries: [entry]))
        }
        groups[key] = lanes
    }

    /// The tightest limit of each window, of those whose counters hold all that a counter of the given rule holds.
    func tightest(
        of measure: String, for scope: CheckedScope, in selections: [Selection], except rule: Int
    ) -> [(window: CheckedWindow, entry: Entry)] {
        var found: [(window: CheckedWindow, entry: Entry)] = []
        for selection in selections {
            for scope in Self.scopes(holding: scope) {
                for lane in groups[Key(selection: selection, scope: scope, measure: measure)] ?? [] {
                    guard let entry = lane.entries.first(where: { mayUse($0.rule, for: rule) })
                    else { continue }
                    found.append((lane.window, entry))
                }
            }
        }
        return found
    }

    /// Limits that allow the same as one whose bound is no fixed value, of those whose counters hold all that a counter
    /// of the given rule holds.
    func equal(
        to bound: CheckedExpression, of measure: String, for scope: CheckedScope, in selections: [Selection],
        except rule: Int
    ) -> [(rule: Int, window: CheckedWindow)] {
        guard !bound.isConstant, !varying.isEmpty else { return [] }
        let structure = bound.structure
        return selections.flatMap { selection in
            Self.scopes(holding: scope).flatMap { scope in
                let key = Key(selection: selection, scope: scope, measure: measure)
                return (varying[EqualKey(key: key, bound: structure)] ?? []).prefix(Self.mostLanes)
                    .filter { mayUse($0.rule, for: rule) }
            }
        }
    }

    /// Whether what a rule says may be used of another one: nothing proves itself, nor does what is needless.
    func mayUse(_ other: Int, for rule: Int) -> Bool { other != rule && !dropped.contains(other) }

    /// Takes out a limit that was found to be needless.
    mutating func drop(_ rule: Int) {
        dropped.insert(rule)
    }

    private static func scope(_ scope: CheckedScope) -> [Int] {
        switch scope {
        case .everyone: []
        case .fields(let fields): fields.map(\.index).sorted()
        }
    }

    /// The scopes with the same fields or fewer: a counter of theirs holds all that one of this scope holds.
    private static func scopes(holding scope: CheckedScope) -> [[Int]] {
        let fields = self.scope(scope)
        guard fields.count <= widestScope else { return [fields, []] }
        return (0..<(1 << fields.count)).map { bits in
            fields.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element)
        }
    }
}

/// What a limit measures, as far as limits can be compared.
struct LimitMeasure {
    let text: String
    private let summed: CheckedExpression?

    /// Nil for a measure that says nothing of how much there is in all.
    init?(_ function: CheckedAggregate.Function) {
        switch function {
        case .count: (text, summed) = (Self.count, nil)
        case .sum(let expression): (text, summed) = (Self.sum(expression.structure), expression)
        case .distinct(let field): (text, summed) = (Self.distinct(field), nil)
        case .average, .largest, .smallest: return nil
        }
    }

    static let count = "count"

    static func sum(_ structure: String) -> String { "sum \(structure)" }

    static func distinct(_ field: FieldIndex) -> String { "distinct \(field.index)" }

    /// Whether more transactions never make it less.
    func grows(_ ranges: ValueRanges) -> Bool {
        summed.map { ranges.range(of: $0).lowerBound >= 0 } ?? true
    }
}
