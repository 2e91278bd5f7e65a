/// The values that an expression can have: a superset of them, exact enough to see that there are none.
struct ValueSet {
    /// So many excluded values in a row are looked at.
    private static let patience = 64

    /// The smallest and the largest scalar; meaningless for a text.
    private(set) var lower: Int64
    private(set) var upper: Int64
    /// If it is one of few: these.
    private var allowed: Set<FixedKey>?
    private var excluded: Set<FixedKey> = []

    init(_ range: ClosedRange<Int64>) {
        lower = range.lowerBound
        upper = range.upperBound
    }

    var isEmpty: Bool { example(near: lower) == nil }

    /// A value of the set, the nearest from a given one on that is found; of few values the smallest.
    func example(near wanted: Int64) -> Constant? {
        if let allowed { return allowed.filter(holds).min(by: Self.isBefore)?.constant }
        guard lower <= upper else { return nil }
        let start = min(max(wanted, lower), upper)
        for step in 0..<Int64(Self.patience) {
            for value in [start.addingReportingOverflow(step), start.subtractingReportingOverflow(step)] {
                guard !value.overflow, lower...upper ~= value.partialValue else { continue }
                if !excluded.contains(.scalar(value.partialValue)) { return .scalar(value.partialValue) }
            }
        }
        // Fewer values than that are all excluded.
        return UInt64(bitPattern: upper &- lower) < UInt64(Self.patience) ? nil : .scalar(upper)
    }

    /// The same for a text, of which there are endlessly many.
    var exampleText: String {
        if let allowed, case .text(let text)? = allowed.filter(holds).min(by: Self.isBefore)?.constant { return text }
        return ["x", "y", "z"].first { !excluded.contains(.text(Array($0.utf8))) } ?? "w"
    }

    private static func isBefore(_ left: FixedKey, _ right: FixedKey) -> Bool {
        switch (left, right) {
        case (.scalar(let left), .scalar(let right)): left < right
        case (.text(let left), .text(let right)): left.lexicographicallyPrecedes(right)
        case (.scalar, .text): true
        case (.text, .scalar): false
        }
    }

    private func holds(_ value: FixedKey) -> Bool {
        if excluded.contains(value) { return false }
        switch value {
        case .scalar(let scalar): return scalar >= lower && scalar <= upper
        case .text: return true
        }
    }

    // MARK: Narrowing

    mutating func raise(to bound: Int64) { lower = max(lower, bound) }

    mutating func lower(to bound: Int64) { upper = min(upper, bound) }

    mutating func allow(_ values: some Sequence<Constant>) {
        let wanted = Set(values.map(FixedKey.init))
        allowed = allowed.map { $0.intersection(wanted) } ?? wanted
    }

    mutating func exclude(_ values: some Sequence<Constant>) {
        excluded.formUnion(values.map(FixedKey.init))
    }

    /// What is in one of the two.
    func union(_ other: ValueSet) -> ValueSet {
        let (own, others) = (range, other.range)
        var result = ValueSet(
            min(own.lowerBound, others.lowerBound)...max(own.upperBound, others.upperBound))
        if let allowed, let more = other.allowed {
            result.allowed = allowed.filter(holds).union(more.filter(other.holds))
        }
        result.excluded = excluded.intersection(other.excluded)
        return result
    }

    /// The range of its scalars; of one point where there are none.
    var range: ClosedRange<Int64> {
        let scalars = (allowed ?? []).filter(holds).compactMap { value -> Int64? in
            if case .scalar(let scalar) = value { scalar } else { nil }
        }
        guard let least = scalars.min(), let greatest = scalars.max() else { return lower...max(lower, upper) }
        return least...greatest
    }
}
