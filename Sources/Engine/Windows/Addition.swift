/// A transaction that a limit is asked about, as the windows see it that contain it.
struct Addition {
    let function: AggregateShape.Function
    /// What it adds; nil where it is not included.
    let adding: Int64?
    /// Whether a `distinct` has no such value in the window yet.
    var isNew: Bool
    let bound: Int64

    /// Compares with the bound what a window holds.
    @inline(__always)
    func measure(_ held: WindowContent, second: Int64) -> Measurement {
        let with = adding.map { held.adding($0, isNew: isNew, function) } ?? held
        return Measurement(without: held, with: with, function, atMost: bound, second: second)
    }

    /// Whether the limit may fail in a window that a run of changes leads to. For one change this is exact.
    func mayFail(after held: WindowContent, _ run: WindowChange.Run) -> Bool {
        switch function {
        case .count: held.count + run.most.count + (adding == nil ? 0 : 1) > bound
        case .distinct: held.count + run.most.count + (adding != nil && isNew ? 1 : 0) > bound
        case .sum: sumMayFail(after: held, run)
        case .average: averageMayFail(after: held, run)
        case .largest, .smallest: false
        }
    }

    /// A sum that does not fit fails too.
    private func sumMayFail(after held: WindowContent, _ run: WindowChange.Run) -> Bool {
        let base = held.total + Int128(adding ?? 0)
        return base + run.most.total > Int128(bound) || base + run.least.total < Int128(Int64.min)
    }

    /// An average is rounded half-even, so that one of `bound` and a half exceeds an odd bound only.
    private func averageMayFail(after held: WindowContent, _ run: WindowChange.Run) -> Bool {
        let more: Int64 = adding == nil ? 0 : 1
        let (fewest, most) = (held.count + run.least.count + more, held.count + run.most.count + more)
        if most == 0 { return false }
        let total = held.total + run.most.total + Int128(adding ?? 0)
        let doubled = 2 * Int128(bound) + 1
        let excess = 2 * total - doubled * Int128(doubled < 0 ? most : fewest)
        return excess > 0 || (excess == 0 && bound & 1 != 0)
    }
}
