/// Compares what two policies decided: each with its own balances and windows, over one history.
package final class ComparisonProjection: Subscriber {
    /// Decisions that one rule's presence or numbers changed, in one direction.
    package struct Flip: Sendable, Equatable {
        /// The decision under the old policy and under the new one.
        package let old: DecisionKind
        package let new: DecisionKind
        /// The rule that decides: the old one where the old policy refused, else the new one; where both accept, the
        /// one whose flag is there or not.
        package let rule: String
        package var count: Int
        /// The money of these transactions, in minor units.
        package var money: Int128
    }

    /// One changed decision.
    package struct Change: Sendable, Equatable {
        package let transaction: Transaction
        package let old: DecisionKind
        package let new: DecisionKind
        package let rule: String
    }

    private static let exampleCount = 10

    /// What changes, in the order in which each was first met.
    package private(set) var flips: [Flip] = []
    /// The first changed decisions.
    package private(set) var examples: [Change] = []
    /// Transactions whose decision changed.
    package private(set) var changed = 0
    private var changedCustomers: Set<UInt32> = []

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
            let (before, after) = (old.kinds[row], new.kinds[row])
            let decidesOld = !before.isAccepted
            let rule =
                decidesOld
                ? old.program.ruleName(Int(old.rules[row]))
                : !after.isAccepted ? new.program.ruleName(Int(new.rules[row])) : Comparison.reviewRule(row, old, new)
            add(before, after, rule, batch.amounts[row])
            if examples.count < Self.exampleCount {
                examples.append(Change(transaction: batch.transaction(row), old: before, new: after, rule: rule))
            }
        }
    }

    private func add(_ before: DecisionKind, _ after: DecisionKind, _ rule: String, _ amount: Int64) {
        if let known = flips.firstIndex(where: { $0.old == before && $0.new == after && $0.rule == rule }) {
            flips[known].count += 1
            flips[known].money += Int128(amount)
        } else {
            flips.append(Flip(old: before, new: after, rule: rule, count: 1, money: Int128(amount)))
        }
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
        flags(row, decisions).map(\.code)
    }

    /// The name of the rule by which the flags of an accepted row differ: the first one whose code only the new policy
    /// has, else the first whose code only the old one has. Where nothing but their order differs, the first of all.
    static func reviewRule(_ row: Int, _ old: DecisionBatch, _ new: DecisionBatch) -> String {
        let (before, after) = (flags(row, old), flags(row, new))
        let added = after.first { flag in !before.contains { $0.code == flag.code } }
        let dropped = before.first { flag in !after.contains { $0.code == flag.code } }
        return (added ?? dropped ?? after.first)?.rule ?? ""
    }

    /// The codes with which an accepted row is flagged, each with the first rule that has it.
    private static func flags(_ row: Int, _ decisions: DecisionBatch) -> [(code: String, rule: String)] {
        var flags: [(code: String, rule: String)] = []
        for index in facts(of: row, decisions) {
            let fact = decisions.facts[index]
            if fact.isShadow { continue }
            let code = decisions.program.code(Int(fact.rule), fact.cause)
            if flags.contains(where: { $0.code == code }) { continue }
            flags.append((code, decisions.program.ruleName(Int(fact.rule))))
        }
        return flags
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
