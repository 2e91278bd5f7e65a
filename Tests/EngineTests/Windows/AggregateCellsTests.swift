import Engine
import Testing

/// The cells against a model that keeps everything: whatever the history, both say the same.
@Suite struct AggregateCellsTests {
    private static let seeds = 0..<600

    @Test func `cells say what everything that was counted says`() throws {
        for seed in Self.seeds {
            let difference = try Self.difference(seed: UInt64(seed), steps: 150)
            #expect(difference == nil, "seed \(seed): \(difference ?? "")")
            if difference != nil { return }
        }
    }

    @Test func `the histories reach every function, kind of window and finding`() {
        var shapes: Set<[AnyHashable]> = []
        var findings: Set<Measurement.Finding> = []
        var laterWindows = 0
        for seed in Self.seeds {
            var history = CellHistory(seed: UInt64(seed))
            var model = CountedHistory(history.shape, cells: history.cells)
            let shape = history.shape
            shapes.insert([shape.function, shape.window == .calendar, shape.late > 0, shape.isNeverNegative])
            for _ in 0..<40 {
                let (cell, moment, amount) = (history.cell(), history.moment(), history.amount())
                let bound = history.bound(near: model.value(of: cell, at: moment))
                let found = model.check(cell, at: moment, adding: amount, atMost: bound)
                findings.insert(found.finding)
                if found.second != moment.time { laterWindows += 1 }
                _ = model.add(cell, at: moment, amount)
            }
        }
        #expect(shapes.count == CellHistory.functions.count * 8)
        #expect(findings == [.within, .exceeded, .overflow, .closed])
        #expect(laterWindows > 50)
    }

    /// The first step at which the cells and the model differ.
    private static func difference(seed: UInt64, steps: Int) throws -> String? {
        var history = CellHistory(seed: seed)
        var model = CountedHistory(history.shape, cells: history.cells)
        var counts = CountedHistory(history.shape.counting, cells: history.cells)
        let cells = try AggregateCells(history.shape)
        try cells.makeRoom(for: history.cells)
        for step in 0..<steps {
            let (cell, moment, amount) = (history.cell(), history.moment(), history.amount())
            let value = model.value(of: cell, at: moment)
            let bound = history.bound(near: value)
            let place = "\(history.shape), step \(step), cell \(cell), \(moment), \(amount), at most \(bound):"
            let found = cells.value(of: cell, at: moment)
            if found != value { return "\(place) value \(found), not \(value)" }
            let expected = model.check(cell, at: moment, adding: amount, atMost: bound)
            let measured = Found(cells.measure(cell, at: moment, adding: amount, atMost: bound))
            if measured != expected { return "\(place) \(measured), not \(expected)" }
            let earlier = model.check(cell, at: moment, adding: nil, atMost: bound)
            let measuredEarlier = Found(cells.measureEarlier(cell, at: moment, atMost: bound))
            if measuredEarlier != earlier { return "\(place) of earlier ones \(measuredEarlier), not \(earlier)" }
            if history.shape.hasRunningTotals {
                let count = counts.check(cell, at: moment, adding: 1, atMost: bound)
                let counted = Found(cells.measureCount(cell, at: moment, atMost: bound))
                if counted != count { return "\(place) count \(counted), not \(count)" }
            }
            // Some are declined, and some are counted although they exceed the bound: they were exempt.
            if history.isOneIn(expected.finding == .exceeded ? 3 : 10) { continue }
            let isAdded = model.add(cell, at: moment, amount)
            if try cells.add(cell, at: moment, amount) != isAdded { return "\(place) added: not \(isAdded)" }
            if isAdded { _ = counts.add(cell, at: moment, 1) }
            // Looking at everything takes its time: some histories are enough.
            if seed % 8 == 0 { try cells.checkInvariants() }
        }
        return nil
    }
}

extension AggregateShape {
    /// The same, of how many are added.
    fileprivate var counting: AggregateShape {
        AggregateShape(function: .count, window: window, late: late)
    }
}
