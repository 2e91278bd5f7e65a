/// Which transactions a rule is about, in a form that is the same for two rules if they say it in the same way.
struct Selection: Hashable {
    let kinds: [Int]
    /// How the `where` is computed; nil without one.
    let filter: String?

    init(kinds: [Int], filter: String?) {
        self.kinds = kinds
        self.filter = filter
    }

    init(_ rule: CheckedRule) {
        self.init(kinds: rule.kinds, filter: rule.filter?.structure)
    }

    /// Selections that are certain to hold all that a rule is about: more kinds, and a part of its `where` or none.
    static func holding(_ rule: CheckedRule, kinds count: Int) -> [Selection] {
        let all = Array(0..<count)
        let kinds = rule.kinds == all ? [all] : [rule.kinds, all]
        var filters: [String?] = [nil]
        if let filter = rule.filter {
            let parts = filter.conjuncts.prefix(longestConjunction)
            filters += parts.map(\.structure)
            if parts.count > 1 { filters.append(filter.structure) }
        }
        return kinds.flatMap { kinds in filters.map { Selection(kinds: kinds, filter: $0) } }
    }

    /// Nobody joins more conditions by hand.
    private static let longestConjunction = 8
}

extension CheckedRule {
    /// Whether what fails it is never accepted: it always checks, exempts nothing, and declines.
    var isEnforced: Bool {
        guard exemption == nil, active == .always, !isShadow else { return false }
        switch outcome {
        case .decline: return true
        case .ignore, .review: return false
        }
    }
}
