extension ProgramCompiler {
    /// Lets limits on the same transactions share the cells of one of them: a sum tells how many were counted, too.
    ///
    /// The one that fills the cells must count whatever the others would. What is accepted has passed its check, which
    /// it never leaves out, so that the sum fits and the window is open.
    mutating func shareCells() {
        for filling in steps.indices where fillsForOthers(steps[filling].step) {
            let counter = parts.counters[Int(steps[filling].step.index)]
            guard !counter.isShared else { continue }
            for asking in steps.indices where asking != filling && canShare(asking, filledBy: filling) {
                let index = Int(steps[asking].step.index)
                parts.counters[index].asksCount = parts.cells[Int(parts.counters[index].index)].shape.function == .count
                parts.counters[index].isShared = true
                parts.counters[index].index = counter.index
            }
        }
        dropUnusedCells()
    }

    private func fillsForOthers(_ step: Step) -> Bool {
        guard step.kind == .limit, step.checksAll, !step.isShadow else { return false }
        let counter = parts.counters[Int(step.index)]
        return countsAccepted(counter) && parts.cells[Int(counter.index)].shape.function == .sum
    }

    private func countsAccepted(_ counter: Counter) -> Bool {
        counter.place == .cells && counter.counted == .accepted
            && parts.cells[Int(counter.index)].shape.hasRunningTotals
    }

    /// Whether two rules are about exactly the same transactions and one finds what it counts in the other's cells.
    private func canShare(_ asking: Int, filledBy filling: Int) -> Bool {
        let (step, pattern) = steps[asking]
        let (other, otherPattern) = steps[filling]
        guard step.kind == .limit, step.filter == nil, pattern.mask == otherPattern.mask,
            pattern.bits == otherPattern.bits
        else { return false }
        let counter = parts.counters[Int(step.index)]
        let filled = parts.counters[Int(other.index)]
        guard countsAccepted(counter), !counter.isShared, counter.scope == filled.scope else { return false }
        let shape = parts.cells[Int(counter.index)].shape
        guard shape.window == parts.cells[Int(filled.index)].shape.window else { return false }
        return shape.function == .count || counter.addend == filled.addend
    }

    private mutating func dropUnusedCells() {
        var used: [Int32: Int32] = [:]
        var cells: [Program.Cells] = []
        for index in parts.counters.indices where parts.counters[index].place == .cells {
            let old = parts.counters[index].index
            let new = used[old] ?? Int32(cells.count)
            if used.updateValue(new, forKey: old) == nil { cells.append(parts.cells[Int(old)]) }
            parts.counters[index].index = new
        }
        parts.cells = cells
    }
}
