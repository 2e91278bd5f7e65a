internal import RulesDSL

/// Finds each row's class and windows. It reads nothing but the batch, so that batches are classified in parallel.
package struct Classifier {
    private let program: Program
    private let numbering: CalendarNumbering

    package init(_ program: Program) {
        self.program = program
        numbering = program.calendar
    }

    /// Fills `classes` and `windows` for all rows of the batch.
    package func classify(_ batch: TransactionBatch, into decisions: DecisionBatch) {
        fillKinds(batch, decisions.classes)
        for (index, predicate) in program.predicates.enumerated() {
            fill(bit: UInt8(2 << index), predicate, batch, decisions)
        }
        for (index, window) in program.windows.enumerated() {
            fill(window, at: index * decisions.rowCapacity, batch, decisions.windows)
        }
    }

    private func fillKinds(_ batch: TransactionBatch, _ classes: Column<UInt8>) {
        let flags = batch.flags
        for row in 0..<batch.count {
            classes[row] = flags[row] & TransactionBatch.Flag.withdrawal == 0 ? 0 : 1
        }
    }

    private func fill(bit: UInt8, _ predicate: Code, _ batch: TransactionBatch, _ decisions: DecisionBatch) {
        let machine = Machine(program, decisions.memory)
        let classes = decisions.classes
        for row in 0..<batch.count {
            let holds = try? machine.value(of: predicate, MachineInput(batch: batch, row: row, balance: 0))
            if holds == 1 { classes[row] |= bit }
        }
    }

    private func fill(_ window: CalendarWindow, at start: Int, _ batch: TransactionBatch, _ windows: Column<Int32>) {
        let times = batch.times
        // Most transactions lie in the window of the one before: only another day is computed anew.
        let clock = numbering.clock
        var stretch = clock.stretch(at: 0)
        var dayStart = Int64.max
        var dayEnd = Int64.min
        var number: Int32 = 0
        for row in 0..<batch.count {
            let time = times[row]
            if time < dayStart || time >= dayEnd {
                if time < stretch.start || time >= stretch.end { stretch = clock.stretch(at: time) }
                let day = clock.day(of: time, in: stretch)
                let seconds = clock.seconds(ofDay: day, in: stretch)
                (dayStart, dayEnd) = (seconds.lowerBound, seconds.upperBound)
                number = Int32(truncatingIfNeeded: numbering.number(of: window, day: day)) + Program.windowBias
            }
            windows[start + row] = number
        }
    }
}
