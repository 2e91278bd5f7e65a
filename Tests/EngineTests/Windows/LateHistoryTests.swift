import Engine
import TestSupport
import Testing

/// Cells that hold many transactions, which came in order or in any: right, and cheap.
@Suite struct LateHistoryTests {
    private static let late: Int64 = 1_500

    private static let shapes: [AggregateShape] = CellHistory.functions.flatMap { function in
        [
            AggregateShape(function: function, window: .rolling(seconds: 60), late: late),
            AggregateShape(function: function, window: .rolling(seconds: 400), late: 0),
            AggregateShape(function: function, window: .calendar, late: late),
        ]
    }

    private static func moment(_ time: Int64) -> Moment {
        let number = time.floorDivided(by: 10)
        return Moment(time: time, window: Int32(number), windowEnd: (number + 1) * 10)
    }

    /// Amounts that fall for a while, so that many of them are the largest in some window.
    private static func amount(
        _ function: AggregateShape.Function, step: Int, using numbers: inout SeededNumbers
    ) -> Int64 {
        if function == .distinct { return Int64.random(in: 0...40, using: &numbers) }
        return Int64.random(in: -5...60, using: &numbers) - Int64(step % 300) * 20
    }

    @Test(arguments: shapes)
    func `a cell that holds many says what everything that was counted says`(shape: AggregateShape) throws {
        var numbers = SeededNumbers(seed: 1)
        let cells = try AggregateCells(shape)
        try cells.makeRoom(for: 1)
        var model = CountedHistory(shape, cells: 1)
        var now: Int64 = 0
        for step in 0..<1_000 {
            now += Int64.random(in: 0...3, using: &numbers)
            let moment = Self.moment(now - Int64.random(in: 0...shape.late, using: &numbers))
            let amount = Self.amount(shape.function, step: step, using: &numbers)
            let isAdded = model.add(0, at: moment, amount)
            #expect(try cells.add(0, at: moment, amount) == isAdded, "step \(step)")
            if step % 8 == 0 { try cells.checkInvariants() }
            guard step % 3 == 0, case .value(let value) = model.value(of: 0, at: moment) else { continue }
            #expect(cells.value(of: 0, at: moment) == .value(value), "step \(step)")
            let bound = value + Int64.random(in: 0...4, using: &numbers) * max(1, abs(value) / 6)
            for adding in [amount, nil] {
                let found = Found(
                    adding.map { cells.measure(0, at: moment, adding: $0, atMost: bound) }
                        ?? cells.measureEarlier(0, at: moment, atMost: bound))
                let expected = model.check(0, at: moment, adding: adding, atMost: bound)
                #expect(found == expected, "step \(step), at most \(bound)")
            }
        }
    }

    @Test(arguments: CellHistory.functions, [true, false])
    func `what comes late costs the same however much its cell holds`(
        function: AggregateShape.Function, isRolling: Bool
    ) {
        // However many there are they lie equally close: more of them are more in a rolling window, or more open
        // windows.
        let growth = Growth.ofFourfold(1_500) { size in
            do {
                let (seconds, late) = (Int64(size), Int64(size * 10))
                let cells = try AggregateCells(
                    AggregateShape(
                        function: function, window: isRolling ? .rolling(seconds: seconds) : .calendar, late: late))
                try cells.makeRoom(for: 1)
                var numbers = SeededNumbers(seed: 1)
                for index in 0..<Int64(size) {
                    let moment = Self.moment(Int64.random(in: 0..<late, using: &numbers))
                    _ = cells.measure(0, at: moment, adding: index, atMost: .max / 2)
                    try cells.add(0, at: moment, index)
                }
            } catch {
                Issue.record(error)
            }
        }
        #expect(growth < Growth.linear)
    }
}
