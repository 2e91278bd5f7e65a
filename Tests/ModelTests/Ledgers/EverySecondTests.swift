import Testing

/// The model looks at a rolling window only where something changes. Here it is held to its words: every second.
@Suite struct EverySecondTests {
    @Test func `between its breakpoints nothing changes`() throws {
        var random = RandomSource(seed: 77)
        for _ in 0..<200 {
            let length = random.pick([1, 3, 7, 20]) as Int64
            let window = Window.rolling(length)
            var cell = Cell()
            for _ in 0..<random.index(below: 12) {
                cell.add(Counted(time: random.int(0...30), size: random.int(-3...9)))
            }
            let time = random.int(0...30)
            let policy = Policy(late: 100)
            let last = min(max(cell.latest ?? time, time), time + length - 1)
            let literal = (time...last).map { second in
                cell.counted.filter { $0.time > second - length && $0.time <= second }.map(\.size)
            }
            var seen: [[Int64]] = []
            for held in literal where seen.last != held { seen.append(held) }
            let found = cell.windows(window, around: time, under: policy).map { $0.map(\.size) }
            // Two neighbours can look alike where one thing comes in as its like falls out.
            var distinct: [[Int64]] = []
            for held in found where distinct.last != held { distinct.append(held) }
            #expect(distinct == seen)
        }
    }
}
