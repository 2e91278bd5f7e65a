extension AggregateCells {
    /// Checks what the memory of all cells holds. Cells of the calendar alone have nothing that could contradict
    /// itself.
    ///
    /// - Throws: What is wrong.
    package func checkInvariants() throws(BrokenInvariant) {
        switch cells {
        case .calendar: break
        case .openWindows(let cells): try cells.cells.checkInvariants()
        case .totals(let cells): try cells.checkInvariants()
        case .rolling(let cells): try cells.cells.checkInvariants()
        case .extremes(let cells): try cells.cells.checkInvariants()
        }
    }
}

extension TimelineCells {
    fileprivate func checkInvariants() throws(BrokenInvariant) {
        try timelines.checkInvariants(of: (0..<cells.capacity).map { cells[$0].steps })
    }
}

extension RollingTotals {
    fileprivate func checkInvariants() throws(BrokenInvariant) {
        let view = self.view[0]
        var blocks: [(block: UInt32, size: Int)] = []
        for cell in 0..<view.cells.capacity >> RollingView.cellShift {
            let entries = view.entries(of: cell)
            guard entries.count <= entries.capacity else { throw BrokenInvariant("a cell is longer than its block") }
            for index in 0..<max(0, entries.count - 1) where entries.time(index) > entries.time(index + 1) {
                throw BrokenInvariant("\(entries.time(index + 1)) follows \(entries.time(index))")
            }
            guard entries.isInBlock else { continue }
            let block = UInt32(truncatingIfNeeded: view.cells[RollingView.start(of: cell)] >> 32)
            blocks.append((block: block, size: entries.capacity.trailingZeroBitCount + view.shift))
        }
        try arena.checkInvariants(inUse: blocks)
    }
}
