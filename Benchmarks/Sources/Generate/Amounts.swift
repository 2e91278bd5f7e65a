/// Amounts whose logarithm is spread like a bell: most are near a middle, a few are very small or very large.
///
/// In integers only, since a logarithm of the C library need not be the same to the last bit everywhere.
struct Amounts {
    /// The largest amount in cents; what would be larger is drawn again.
    let largest: Int
    /// The middle in cents.
    let middle: Int
    /// How many doublings lie between the middle and the ends, in 65,536ths.
    let spread: Int

    /// Draws one, in cents, at least one cent.
    func draw(from random: inout RandomSource) -> Int {
        while true {
            // The sum of three even draws is close enough to a bell.
            let bell = random.below(65_536) + random.below(65_536) + random.below(65_536) - 98_304
            let amount = scaled(middle, byDoublings: bell * spread / 98_304)
            if amount >= 1 && amount <= largest { return amount }
        }
    }

    /// The amount times two to the power of the doublings, given in 65,536ths.
    private func scaled(_ amount: Int, byDoublings doublings: Int) -> Int {
        let whole = doublings >> 16
        let part = doublings & 0xFFFF
        let step = part >> 12
        let low = Self.sixteenthPowers[step]
        let high = Self.sixteenthPowers[step + 1]
        let factor = low + (high - low) * (part & 0xFFF) / 4096
        let product = amount * factor
        return whole >= 0 ? (product << whole) >> 16 : (product >> -whole) >> 16
    }

    /// Two to the power of n/16, in 65,536ths.
    private static let sixteenthPowers = [
        65_536, 68_438, 71_468, 74_632, 77_936, 81_386, 84_990, 88_752, 92_682, 96_785, 101_070, 105_545, 110_218,
        115_098, 120_194, 125_515, 131_072,
    ]
}
