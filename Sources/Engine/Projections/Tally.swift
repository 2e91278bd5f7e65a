internal import RulesDSL

/// Counts and sums over the decisions of one chunk, or of a whole run: tallies of chunks add up.
struct Tally {
    var accepted = 0
    var reviewed = 0
    var declined = 0
    var ignored = 0
    var rejected = 0
    /// 128 bits, so that a sum of 64-bit amounts always fits.
    var loaded: Int128 = 0
    var withdrawn: Int128 = 0
    /// For each rule (and behind them the balance), for each cause by its raw value: decisions.
    private var decided: [Int]
    private let rules: Int
    /// For each rule: flags under its own code, and as too late.
    var flagged: [(own: Int, tooLate: Int)]
    /// For each rule in shadow: the accepted transactions that failed it.
    var shadowed: [Int]
    var rejects: [RunSummary.RejectCount] = []
    /// How the first rejected line begins.
    private(set) var firstReject: [UInt8] = []
    private var lateness = Lateness()

    init(rules: Int) {
        self.rules = rules
        decided = Array(repeating: 0, count: (rules + 1) * Self.causes)
        flagged = Array(repeating: (0, 0), count: rules)
        shadowed = Array(repeating: 0, count: rules)
    }

    /// Counts the rows and rejects of a chunk under one policy. Rejected lines are counted where chunks are in order.
    mutating func count(_ batch: TransactionBatch, _ decisions: DecisionBatch) {
        let kinds = decisions.kinds
        let amounts = batch.amounts
        let flags = batch.flags
        let times = batch.times
        // Locals, so that they need not be stored at each row.
        var moved: (either: Int128, withdrawn: Int128) = (0, 0)
        var counts: (accepted: Int, reviewed: Int) = (0, 0)
        var end = Int64.min
        for row in 0..<batch.count {
            end = max(end, times[row])
            let kind = kinds[row]
            guard kind.isAccepted else {
                countDecline(row, kind, decisions)
                continue
            }
            counts.accepted &+= 1
            if kind == .reviewed { counts.reviewed &+= 1 }
            // Added up without a branch, for no processor can foresee which transactions are withdrawals.
            let isWithdrawal: Int64 = flags[row] & TransactionBatch.Flag.withdrawal != 0 ? 1 : 0
            moved.either &+= Int128(amounts[row])
            moved.withdrawn &+= Int128(amounts[row] & -isWithdrawal)
        }
        accepted += counts.accepted
        reviewed += counts.reviewed
        loaded += moved.either - moved.withdrawn
        withdrawn += moved.withdrawn
        countFlags(decisions)
        lateness.add(Lateness(batch, decisions, end: end, isAnyTooLate: isAnyTooLate))
        rejected += batch.rejects.count
    }

    /// Whether a transaction was declined or flagged because a window was closed.
    private var isAnyTooLate: Bool {
        flagged.contains { $0.tooLate > 0 } || (0...rules).contains { decided[place(of: $0, .tooLate)] > 0 }
    }

    private mutating func countDecline(_ row: Int, _ kind: DecisionKind, _ decisions: DecisionBatch) {
        let rule = decisions.rules[row]
        decided[place(of: rule == Fact.balanceRule ? rules : Int(rule), decisions.causes[row])] += 1
        if kind == .ignored { ignored += 1 } else { declined += 1 }
    }

    /// One more than the largest raw value.
    private static let causes = Cause.allCases.count + 1

    private func place(of rule: Int, _ cause: Cause) -> Int {
        rule * Self.causes + Int(cause.rawValue)
    }

    private mutating func countFlags(_ decisions: DecisionBatch) {
        for index in 0..<decisions.factCount {
            let fact = decisions.facts[index]
            // Not those of declined ones: a run without explanations does not know them all.
            guard decisions.kinds[Int(fact.row)].isAccepted else { continue }
            if fact.isShadow {
                shadowed[Int(fact.rule)] += 1
            } else if fact.cause == .tooLate {
                flagged[Int(fact.rule)].tooLate += 1
            } else {
                flagged[Int(fact.rule)].own += 1
            }
        }
    }

    /// Enough to see what a file is.
    private static let beginningOfReject = 1_024

    /// Counts the rejected lines by reason; the chunk's place in the input must be known.
    mutating func countRejects(_ batch: TransactionBatch, _ currency: Currency) {
        for reject in batch.rejects {
            let code = reject.reason.code
            if let known = rejects.firstIndex(where: { $0.code == code }) {
                let before = rejects[known]
                rejects[known] = RunSummary.RejectCount(
                    code: code, count: before.count + 1, firstLine: before.firstLine, firstReason: before.firstReason)
            } else {
                if rejects.isEmpty {
                    let shown = min(reject.length, Self.beginningOfReject)
                    firstReject = (reject.offset..<reject.offset + shown).map { batch.bytes[$0] }
                }
                let line = batch.linesBefore + reject.lineInChunk + 1
                let reason = reject.reason.sentence(currency)
                rejects.append(
                    RunSummary.RejectCount(code: code, count: 1, firstLine: line, firstReason: reason))
            }
        }
    }

    /// Adds a later chunk.
    mutating func add(_ other: Tally) {
        accepted += other.accepted
        reviewed += other.reviewed
        declined += other.declined
        ignored += other.ignored
        rejected += other.rejected
        loaded += other.loaded
        withdrawn += other.withdrawn
        for (place, count) in other.decided.enumerated() { decided[place] += count }
        for (rule, count) in other.shadowed.enumerated() { shadowed[rule] += count }
        for (rule, counts) in other.flagged.enumerated() {
            flagged[rule].own += counts.own
            flagged[rule].tooLate += counts.tooLate
        }
        lateness.add(other.lateness)
    }

    /// The summary for people, with names in place of numbers.
    func summary(_ program: Program) -> RunSummary {
        var summary = RunSummary()
        summary.accepted = accepted
        summary.reviewed = reviewed
        summary.declined = declined
        summary.ignored = ignored
        summary.rejected = rejected
        summary.loaded = Int64(exactly: loaded)
        summary.withdrawn = Int64(exactly: withdrawn)
        summary.rejectsByReason = rejects
        summary.firstReject = firstReject
        summary.tooLate = lateness.found
        for index in 0...rules {
            for cause in Cause.allCases where decided[place(of: index, cause)] > 0 {
                let row = RunSummary.RuleCount(
                    rule: program.ruleName(index), code: program.code(index, cause),
                    count: decided[place(of: index, cause)])
                if program.ignores(index, cause) {
                    summary.ignoredByRule.append(row)
                } else {
                    summary.declinesByRule.append(row)
                }
            }
        }
        for (index, counts) in flagged.enumerated() {
            for (cause, count) in [(Cause.limit, counts.own), (.tooLate, counts.tooLate)] where count > 0 {
                summary.reviewsByRule.append(
                    RunSummary.RuleCount(
                        rule: program.ruleName(index), code: program.code(index, cause), count: count))
            }
        }
        for (index, count) in shadowed.enumerated() where count > 0 {
            summary.shadowsByRule.append(
                RunSummary.RuleCount(rule: program.ruleName(index), code: program.rules[index].code, count: count))
        }
        return summary
    }
}
