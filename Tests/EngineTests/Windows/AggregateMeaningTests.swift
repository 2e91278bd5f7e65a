import Engine
import Testing

/// What an aggregate says, in cases that a person can follow.
@Suite struct AggregateMeaningTests {
    private static let day: Int64 = 100

    /// A moment in calendar windows of 100 seconds.
    private static func moment(_ time: Int64) -> Moment {
        let number = time / day
        return Moment(time: time, window: Int32(number), windowEnd: (number + 1) * day)
    }

    private static func cells(
        _ function: AggregateShape.Function, rolling seconds: Int64? = nil, late: Int64 = 0,
        holding counted: [(time: Int64, value: Int64)]
    ) throws -> AggregateCells {
        let window: AggregateShape.Window = seconds.map { .rolling(seconds: $0) } ?? .calendar
        let cells = try AggregateCells(AggregateShape(function: function, window: window, late: late))
        try cells.makeRoom(for: 1)
        for (time, value) in counted {
            #expect(try cells.add(0, at: moment(time), value), "at \(time)")
        }
        return cells
    }

    @Test(arguments: [
        (AggregateShape.Function.count, AggregateValue.value(3)), (.sum, .value(10)), (.average, .value(3)),
        (.largest, .value(5)), (.smallest, .value(1)), (.distinct, .value(3)),
    ])
    func `a window holds what was counted in it`(function: AggregateShape.Function, value: AggregateValue) throws {
        let counted: [(Int64, Int64)] = [(100, 9), (200, 4), (250, 1), (299, 5)]
        #expect(try Self.cells(function, holding: counted).value(of: 0, at: Self.moment(299)) == value)
        let rolling = try Self.cells(function, rolling: 100, holding: counted)
        #expect(rolling.value(of: 0, at: Self.moment(299)) == value)
        let open = try Self.cells(function, late: 500, holding: counted)
        #expect(open.value(of: 0, at: Self.moment(210)) == value)
    }

    @Test(arguments: [
        (AggregateShape.Function.count, AggregateValue.value(0)), (.sum, .value(0)), (.distinct, .value(0)),
        (.average, .nothing), (.largest, .nothing), (.smallest, .nothing),
    ])
    func `an empty window is zero or nothing`(function: AggregateShape.Function, value: AggregateValue) throws {
        for seconds in [nil, Int64(100)] {
            for late in [Int64(0), 50] {
                let never = try Self.cells(function, rolling: seconds, late: late, holding: [])
                #expect(never.value(of: 0, at: Self.moment(500)) == value)
                let past = try Self.cells(function, rolling: seconds, late: late, holding: [(100, 4)])
                #expect(past.value(of: 0, at: Self.moment(500)) == value)
                let earlier = past.measureEarlier(0, at: Self.moment(500), atMost: -1)
                #expect((earlier.finding == .within) == (value == .nothing))
            }
        }
    }

    @Test func `a calendar window closes when a transaction counts that lies past its end and late`() throws {
        for (late, last, isClosed) in [
            (Int64(0), Int64(199), false), (0, 200, true), (50, 249, false), (50, 250, true),
        ] {
            let cells = try Self.cells(.count, late: late, holding: [(100, 1), (last, 1)])
            let value = cells.value(of: 0, at: Self.moment(150))
            #expect((value == .closed) == isClosed, "late \(late), last \(last)")
            #expect(try cells.add(0, at: Self.moment(150), 1) == !isClosed)
        }
    }

    @Test func `a window that never ends never closes`() throws {
        let cells = try AggregateCells(AggregateShape(function: .sum, window: .calendar, late: 10))
        try cells.makeRoom(for: 1)
        try cells.add(0, at: Moment(time: 9_000), 2)
        try cells.add(0, at: Moment(time: 5), 3)
        #expect(cells.value(of: 0, at: Moment(time: 7)) == .value(5))
    }

    @Test func `a rolling window is exact to the second and excludes its beginning`() throws {
        let cells = try Self.cells(.sum, rolling: 60, holding: [(100, 1), (101, 10)])
        #expect(cells.value(of: 0, at: Self.moment(159)) == .value(11))
        #expect(cells.value(of: 0, at: Self.moment(160)) == .value(10))
        #expect(cells.value(of: 0, at: Self.moment(161)) == .value(0))
        #expect(cells.value(of: 0, at: Self.moment(101)) == .value(11), "a question changes no answer")
        #expect(cells.value(of: 0, at: Self.moment(100)) == .closed)
    }

    @Test func `a late transaction must fit into every rolling window that contains it`() throws {
        // In (t − 60, t] at most 10: the one at 100 fits its own window, but not that of 130.
        let cells = try Self.cells(.sum, rolling: 60, late: 100, holding: [(90, 3), (130, 6), (190, 9)])
        let fits = cells.measure(0, at: Self.moment(100), adding: 1, atMost: 10)
        #expect(fits == Self.measurement(.within, used: 3, total: 4, second: 100))
        let failed = cells.measure(0, at: Self.moment(100), adding: 2, atMost: 10)
        #expect(failed == Self.measurement(.exceeded, used: 9, total: 11, second: 130))
        // A let sees its own window only.
        #expect(cells.value(of: 0, at: Self.moment(100)) == .value(3))
    }

    @Test func `a smallest can exceed its bound when an earlier one leaves the window`() throws {
        let cells = try Self.cells(.smallest, rolling: 60, late: 100, holding: [(90, 1), (130, 8), (160, 9)])
        let failed = cells.measure(0, at: Self.moment(100), adding: 7, atMost: 5)
        #expect(failed == Self.measurement(.exceeded, used: 8, total: 7, second: 150))
        #expect(cells.measure(0, at: Self.moment(100), adding: 5, atMost: 5).finding == .within)
        let earlier = cells.measureEarlier(0, at: Self.moment(100), atMost: 5)
        #expect(earlier == Self.measurement(.exceeded, used: 8, total: 8, second: 150))
    }

    @Test func `a sum that does not fit is refused and changes nothing`() throws {
        for seconds in [nil, Int64(100)] {
            for late in [Int64(0), 50] {
                let cells = try Self.cells(.sum, rolling: seconds, late: late, holding: [(100, .max - 1)])
                #expect(cells.measure(0, at: Self.moment(101), adding: 2, atMost: .max).finding == .overflow)
                #expect(try !cells.add(0, at: Self.moment(101), 2))
                #expect(cells.value(of: 0, at: Self.moment(101)) == .value(.max - 1))
                #expect(try cells.add(0, at: Self.moment(101), 1))
                #expect(cells.value(of: 0, at: Self.moment(101)) == .value(.max))
            }
        }
    }

    @Test func `a rolling sum that grows too large by what leaves it is an overflow, and is whole again later`() throws
    {
        let cells = try Self.cells(.sum, rolling: 60, holding: [(100, .min), (110, .max), (120, .max)])
        #expect(cells.value(of: 0, at: Self.moment(159)) == .value(.max - 1))
        #expect(cells.value(of: 0, at: Self.moment(160)) == .overflow)
        #expect(cells.measure(0, at: Self.moment(160), adding: 0, atMost: 0).finding == .overflow)
        let lowered = cells.measure(0, at: Self.moment(160), adding: .min, atMost: 0)
        #expect(lowered == Self.measurement(.exceeded, used: nil, total: .max - 1, second: 160))
        #expect(cells.value(of: 0, at: Self.moment(170)) == .value(.max))
    }

    private struct Average {
        let values: [Int64]
        let average: Int64
    }

    private static let averages: [Average] = [
        Average(values: [.max, .max, .max], average: .max), Average(values: [.min, .min], average: .min),
        Average(values: [.min, .max], average: 0), Average(values: [.max, .max - 1], average: .max - 1),
        Average(values: [.min, .min + 1], average: .min), Average(values: [1, 2], average: 2),
        Average(values: [2, 3], average: 2), Average(values: [-1, -2], average: -2),
        Average(values: [-2, -3], average: -2), Average(values: [1, 1, 2], average: 1),
        Average(values: [1, 2, 2], average: 2), Average(values: [-1, -1, -2], average: -1),
        Average(values: [-1, 0], average: 0), Average(values: [0, 1], average: 0),
    ]

    @Test(arguments: averages)
    private func `an average is exact and rounded half to even`(example: Average) throws {
        for seconds in [nil, Int64(100)] {
            for late in [Int64(0), 50] {
                let cells = try Self.cells(
                    .average, rolling: seconds, late: late, holding: example.values.map { (100, $0) })
                #expect(cells.value(of: 0, at: Self.moment(100)) == .value(example.average))
            }
        }
    }

    @Test func `cells are counted apart, and new ones are empty`() throws {
        for function in CellHistory.functions {
            for shape in [
                AggregateShape(function: function, window: .calendar, late: 0),
                AggregateShape(function: function, window: .calendar, late: 9),
                AggregateShape(function: function, window: .rolling(seconds: 60), late: 0),
                AggregateShape(function: function, window: .rolling(seconds: 60), late: 0, isNeverNegative: true),
                AggregateShape(function: function, window: .rolling(seconds: 60), late: 9),
            ] {
                let cells = try AggregateCells(shape)
                var model = CountedHistory(shape, cells: 1_000)
                for cell in stride(from: 0, to: 1_000, by: 3) {
                    try cells.makeRoom(for: cell + 1)
                    for value in 0..<Int64(cell % 7) {
                        try cells.add(cell, at: Self.moment(100 + value * 5), value)
                        _ = model.add(cell, at: Self.moment(100 + value * 5), value)
                    }
                }
                try cells.makeRoom(for: 1_000)
                for cell in 0..<1_000 {
                    #expect(
                        cells.value(of: cell, at: Self.moment(150)) == model.value(of: cell, at: Self.moment(150)))
                }
            }
        }
    }

    private static func measurement(
        _ finding: Measurement.Finding, used: Int64?, total: Int64?, second: Int64
    ) -> Measurement {
        Measurement(finding, used: used, total: total, second: second)
    }
}
