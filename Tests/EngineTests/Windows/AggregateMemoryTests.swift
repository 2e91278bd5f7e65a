import Engine
import Testing

/// What windows forget is used again: memory follows what they hold, not how long it all goes on.
@Suite struct AggregateMemoryTests {
    private static let shapes: [AggregateShape] = CellHistory.functions.flatMap { function in
        [
            AggregateShape(function: function, window: .calendar, late: 0),
            AggregateShape(function: function, window: .calendar, late: 150),
            AggregateShape(function: function, window: .rolling(seconds: 100), late: 0),
            AggregateShape(function: function, window: .rolling(seconds: 100), late: 0, isNeverNegative: true),
            AggregateShape(function: function, window: .rolling(seconds: 100), late: 150),
        ]
    }

    private static func moment(_ time: Int64) -> Moment {
        Moment(time: time, window: Int32(time / 100), windowEnd: (time / 100 + 1) * 100)
    }

    @Test(arguments: shapes)
    func `a long history takes no more memory than its beginning`(shape: AggregateShape) throws {
        let cells = try AggregateCells(shape)
        try cells.makeRoom(for: 4)
        var bytes = 0
        for time in 0..<Int64(8_000) {
            // Values that never come again, and fall now and then so that each leads for a while.
            let value = time ^ 0x1F
            for cell in 0..<4 { try cells.add(cell, at: Self.moment(time), value) }
            if time == 1_000 { bytes = cells.bytes }
        }
        #expect(cells.bytes == bytes)
        #expect(cells.bytes < 1 << 20)
    }

    @Test(arguments: shapes)
    func `what one cell no longer needs serves another`(shape: AggregateShape) throws {
        let cells = try AggregateCells(shape)
        try cells.makeRoom(for: 24)
        var bytes = 0
        var value: Int64 = 1 << 30
        for cell in 0..<24 {
            let start = Int64(cell) * 10_000
            for step in 0..<1_000 {
                try cells.add(cell, at: Self.moment(start + Int64(step / 12)), value)
                value -= 1
            }
            // Alone in its window again, and with time to give its memory back.
            for step in 0..<4 { try cells.add(cell, at: Self.moment(start + 1_000 + Int64(step) * 300), 7) }
            if cell == 3 { bytes = cells.bytes }
        }
        #expect(cells.bytes <= bytes)
    }
}
