/// Follows which transactions came for closed windows, and how late.
struct Lateness {
    private(set) var found = RunSummary.TooLate()
    /// The latest time of all transactions.
    private var latest = Int64.min
    /// The earliest time of those that came too late.
    private var earliest = Int64.max

    /// Those of a chunk; `end` is the latest time in it, which whoever goes through its rows anyway knows.
    init(_ batch: TransactionBatch, _ decisions: DecisionBatch, end: Int64, isAnyTooLate: Bool) {
        if isAnyTooLate { find(batch, decisions) }
        latest = end
    }

    /// Nothing yet.
    init() {}

    private mutating func find(_ batch: TransactionBatch, _ decisions: DecisionBatch) {
        let flagged = Self.flaggedRows(decisions)
        for row in 0..<batch.count {
            let time = batch.times[row]
            let isDeclined = !decisions.kinds[row].isAccepted && decisions.causes[row] == .tooLate
            if isDeclined || flagged.contains(UInt32(row)) {
                found.count += 1
                found.delay = max(found.delay, latest == .min ? 0 : latest - time)
                earliest = min(earliest, time)
            }
            latest = max(latest, time)
        }
    }

    /// The accepted rows that are flagged as too late.
    private static func flaggedRows(_ decisions: DecisionBatch) -> Set<UInt32> {
        var rows: Set<UInt32> = []
        for index in 0..<decisions.factCount {
            let fact = decisions.facts[index]
            if fact.cause == .tooLate, !fact.isShadow, decisions.kinds[Int(fact.row)].isAccepted {
                rows.insert(fact.row)
            }
        }
        return rows
    }

    /// Adds what comes behind this.
    mutating func add(_ other: Lateness) {
        if other.found.count > 0 && latest != .min {
            found.delay = max(found.delay, other.found.delay, latest - other.earliest)
        } else {
            found.delay = max(found.delay, other.found.delay)
        }
        found.count += other.found.count
        latest = max(latest, other.latest)
        earliest = min(earliest, other.earliest)
    }
}
