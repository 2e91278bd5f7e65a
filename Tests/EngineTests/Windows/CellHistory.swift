import Engine
import TestSupport

/// A history made from a seed: when transactions happen, what they add, and to which cells.
struct CellHistory {
    /// How times follow one another.
    enum Pace: CaseIterable {
        /// Forward, with many at the same second.
        case slow
        /// Forward over several windows at once.
        case skipping
        /// Back and forth within a few windows.
        case jumping
        /// Mostly forward; some late, now and then more than is allowed.
        case late
        /// Many at a time, then a pause in which windows empty.
        case bursts
    }

    /// What is added.
    enum Amounts: CaseIterable {
        case small
        case negative
        case huge
    }

    let shape: AggregateShape
    let cells: Int
    private let pace: Pace
    private let amounts: Amounts
    /// The first seconds of the calendar's windows, which are not all of one length.
    private let starts: [Int64]
    private var numbers: SeededNumbers
    private var now: Int64

    static let functions: [AggregateShape.Function] = [.count, .sum, .average, .largest, .smallest, .distinct]

    init(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        let length = Int64.random(in: 1...24, using: &numbers)
        let isRolling = Bool.random(using: &numbers)
        let late = Bool.random(using: &numbers) ? 0 : Int64.random(in: 1...40, using: &numbers)
        shape = AggregateShape(
            function: Self.functions.randomElement(using: &numbers) ?? .count,
            window: isRolling ? .rolling(seconds: length) : .calendar, late: late,
            isNeverNegative: Bool.random(using: &numbers))
        cells = Int.random(in: 1...4, using: &numbers)
        pace = Pace.allCases.randomElement(using: &numbers) ?? .slow
        amounts = Amounts.allCases.randomElement(using: &numbers) ?? .small
        now = Int64.random(in: -1_000...1_000, using: &numbers)
        var starts = [now - 200]
        while let last = starts.last, last < now + 6_000 {
            starts.append(last + max(1, length + Int64.random(in: -1...1, using: &numbers)))
        }
        self.starts = numbers.isOneIn(8) ? [.min] : starts
        self.numbers = numbers
    }

    mutating func moment() -> Moment {
        switch pace {
        case .slow: now += Int64.random(in: 0...2, using: &numbers) / 2
        case .skipping: now += numbers.isOneIn(3) ? Int64.random(in: 0...90, using: &numbers) : 0
        case .jumping: now += Int64.random(in: -9...10, using: &numbers)
        case .late: now += Int64.random(in: 0...3, using: &numbers)
        case .bursts: now += numbers.isOneIn(30) ? Int64.random(in: 0...40, using: &numbers) : 0
        }
        if pace == .late && numbers.isOneIn(3) {
            return moment(at: now - Int64.random(in: 0...(shape.late + 3), using: &numbers))
        }
        return moment(at: now)
    }

    func moment(at time: Int64) -> Moment {
        let next = starts.firstIndex { $0 > time } ?? starts.count
        return Moment(
            time: time, window: Int32(next) - 20, windowEnd: next < starts.count ? starts[next] : .max)
    }

    mutating func cell() -> Int {
        Int.random(in: 0..<cells, using: &numbers)
    }

    mutating func amount() -> Int64 {
        if shape.function == .distinct { return Int64.random(in: 0...5, using: &numbers) }
        switch amounts {
        case .small: return Int64.random(in: 0...9, using: &numbers)
        case .negative: return Int64.random(in: shape.isNeverNegative ? 0...9 : -9...9, using: &numbers)
        case .huge:
            let edge: Int64 = shape.isNeverNegative || Bool.random(using: &numbers) ? .max : .min
            return edge / Int64.random(in: 1...3, using: &numbers) + Int64.random(in: 0...3, using: &numbers)
                * -edge.signum()
        }
    }

    /// A bound around a value that was just seen.
    mutating func bound(near value: AggregateValue) -> Int64 {
        guard case .value(let number) = value else { return amount() }
        return number.addingReportingOverflow(Int64.random(in: -2...9, using: &numbers)).partialValue
    }

    mutating func isOneIn(_ count: Int) -> Bool {
        numbers.isOneIn(count)
    }
}
