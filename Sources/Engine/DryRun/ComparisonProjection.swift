/// Compares what two policies decided: each with its own balances and windows, over one history.
package final class ComparisonProjection: Subscriber {
    /// What one policy says of a transaction.
    package struct Outcome: Sendable, Hashable {
        package let decision: DecisionKind
        /// The names of the rules that made it so: the one that refused, or all that flagged.
        package let rules: [String]
    }

    /// What the old policy says and what the new one does.
    package struct Flip: Sendable, Hashable {
        package let old: Outcome
        package let new: Outcome
    }

    /// How often decisions changed in one way.
    package struct FlipCount: Sendable, Equatable {
        package let flip: Flip
        package var count: Int
        /// The money of these transactions, in minor units.
        package var money: Int128
    }

    /// One changed decision.
    package struct Change: Sendable, Equatable {
        package let transaction: Transaction
        package let flip: Flip
    }

    private static let exampleCount = 10

    /// What changes, in the order in which each was first met.
    private var counts: [FlipCount] = []
    /// Where each flip stands among them.
    private var places: [Flip: Int] = [:]
    /// The first changed decisions.
    package private(set) var examples: [Change] = []
    /// Transactions whose decision changed.
    package private(set) var changed = 0
    private var changedCustomers: Set<UInt32> = []

    /// What changes, the most frequent first; where two are as frequent, the one first met.
    package var flips: [FlipCount] {
        let sorted = counts.enumerated().sorted { first, second in
            (second.element.count, first.offset) < (first.element.count, second.offset)
        }
        return sorted.map(\.element)
    }

    /// Customers with at least one changed decision.
    package var customers: Int { changedCustomers.count }

    /// A comparison of nothing yet.
    package init() {}

    package func receive(_ message: Message, on bus: Bus) {
        guard case .transactionsDecided(let events) = message, events.decisions.count == 2 else { return }
        let (old, new) = (events.decisions[0], events.decisions[1])
        let batch = events.transactions
        for row in Comparison.changedRows(of: batch.count, old, new) {
            changed += 1
            changedCustomers.insert(batch.customerNumbers[row])
            let flip = Flip(old: Comparison.outcome(of: row, old), new: Comparison.outcome(of: row, new))
            count(flip, batch.amounts[row])
            if examples.count < Self.exampleCount {
                examples.append(Change(transaction: batch.transaction(row), flip: flip))
            }
        }
    }

    private func count(_ flip: Flip, _ amount: Int64) {
        let place = places[flip] ?? counts.count
        if place == counts.count {
            places[flip] = place
            counts.append(FlipCount(flip: flip, count: 0, money: 0))
        }
        counts[place].count += 1
        counts[place].money += Int128(amount)
    }
}

/// When two decisions differ.
enum Comparison {
    /// The rows, of so many, whose output lines differ: in what became of them, or in the codes of their flags.
    static func changedRows(of count: Int, _ old: DecisionBatch, _ new: DecisionBatch) -> [Int] {
        let (oldKinds, newKinds) = (old.kinds, new.kinds)
        var rows: [Int] = []
        for row in 0..<count {
            let kind = oldKinds[row]
            if kind != newKinds[row] || (kind == .reviewed && reviewCodes(row, old) != reviewCodes(row, new)) {
                rows.append(row)
            }
        }
        return rows
    }

    /// The codes of a reviewed row, each once, in the order of the rules.
    static func reviewCodes(_ row: Int, _ decisions: DecisionBatch) -> [String] {
        var codes: [String] = []
        for fact in flags(of: row, decisions) {
            let code = decisions.program.code(Int(fact.rule), fact.cause)
            if !codes.contains(code) { codes.append(code) }
        }
        return codes
    }

    /// What a policy says of a row, and by which rules.
    static func outcome(of row: Int, _ decisions: DecisionBatch) -> ComparisonProjection.Outcome {
        let decision = decisions.kinds[row]
        let rules: [Int]
        switch decision {
        case .accepted: rules = []
        case .reviewed: rules = flags(of: row, decisions).map { Int($0.rule) }
        case .declined, .ignored: rules = [Int(decisions.rules[row])]
        }
        return ComparisonProjection.Outcome(decision: decision, rules: rules.map(decisions.program.ruleName))
    }

    /// The failures that flag an accepted row.
    private static func flags(of row: Int, _ decisions: DecisionBatch) -> [Fact] {
        facts(of: row, decisions).map { decisions.facts[$0] }.filter { !$0.isShadow }
    }

    /// Where the failures of a row stand, found by halving: facts are in the order of rows.
    static func facts(of row: Int, _ decisions: DecisionBatch) -> Range<Int> {
        var low = 0
        var high = decisions.factCount
        while low < high {
            let middle = (low + high) / 2
            if Int(decisions.facts[middle].row) < row { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < decisions.factCount && Int(decisions.facts[end].row) == row { end += 1 }
        return low..<end
    }
}
