/// Numbers that look random and are the same on every machine for the same seed (SplitMix64).
struct RandomSource {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// Sixty-four random bits.
    mutating func bits() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// A number from zero up to, but not including, the bound.
    mutating func below(_ bound: Int) -> Int {
        Int(bits().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A number of the range, its ends included.
    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// True in so many of a hundred cases.
    mutating func chance(percent: Int) -> Bool {
        below(100) < percent
    }

    /// An index of the weights, more often where the weight is larger.
    mutating func index(weightedBy weights: [Int]) -> Int {
        var rest = below(weights.reduce(0, +))
        for (index, weight) in weights.enumerated() {
            if rest < weight { return index }
            rest -= weight
        }
        return weights.count - 1
    }
}
