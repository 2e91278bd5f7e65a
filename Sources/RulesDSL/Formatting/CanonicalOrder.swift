/// The order in which the clauses of a rule stand.
enum CanonicalOrder {
    /// The place of a clause among those of its rule.
    static func rank(of kind: ClauseSyntax.Kind) -> Int {
        switch kind {
        case .key: 0
        case .on: 1
        case .measure: 2
        case .atMost: 3
        case .that: 4
        case .within: 5
        case .unless: 6
        case .active: 7
        case .mode: 8
        case .conflict: 9
        case .otherwise: 10
        case .because: 11
        }
    }

    /// The lines of a declaration with its clauses in their order; those of one rank stay as they are.
    static func sorted(_ lines: [Outline.Line]) -> [Outline.Line] {
        let places = lines.indices.filter { rank(of: lines[$0]) != nil }
        let order = places.sorted { (rank(of: lines[$0]) ?? 0, $0) < (rank(of: lines[$1]) ?? 0, $1) }
        var result = lines
        for (place, old) in zip(places, order) {
            result[place] = lines[old]
        }
        return result
    }

    private static func rank(of line: Outline.Line) -> Int? {
        if case .clause(let rank, _) = line.role { rank } else { nil }
    }
}
