/// SplitMix64: the same numbers for the same seed, everywhere.
struct RandomSource: Sendable {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number of the range. The tiny bias of the remainder is of no matter here.
    mutating func int(_ range: ClosedRange<Int64>) -> Int64 {
        let width = UInt64(bitPattern: range.upperBound &- range.lowerBound) &+ 1
        let offset = width == 0 ? next() : next() % width
        return range.lowerBound &+ Int64(bitPattern: offset)
    }

    mutating func index(below count: Int) -> Int {
        Int(next() % UInt64(max(count, 1)))
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
