import TestSupport

/// What random policies and streams are drawn from: the same for the same seed, everywhere.
struct RandomSource: Sendable {
    private var numbers: SeededNumbers

    init(seed: UInt64) {
        numbers = SeededNumbers(seed: seed)
    }

    mutating func next() -> UInt64 {
        numbers.next()
    }

    /// A whole number of the range. The tiny bias of the remainder is of no matter here.
    mutating func int(_ range: ClosedRange<Int64>) -> Int64 {
        let width = UInt64(bitPattern: range.upperBound &- range.lowerBound) &+ 1
        let offset = width == 0 ? next() : next() % width
        return range.lowerBound &+ Int64(bitPattern: offset)
    }

    mutating func index(below count: Int) -> Int {
        numbers.below(count)
    }

    /// True so many times of a hundred.
    mutating func chance(_ percent: Int) -> Bool {
        index(below: 100) < percent
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[index(below: elements.count)]
    }

    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var left = elements
        var result: [Element] = []
        while !left.isEmpty {
            result.append(left.remove(at: index(below: left.count)))
        }
        return result
    }

    /// A second source, for a part that may draw more or fewer numbers without moving what comes after it.
    mutating func split() -> RandomSource {
        RandomSource(seed: next())
    }
}
