import RulesDSL

/// Makes the bytes of a zone file from tables, as RFC 9636 describes them.
struct ZoneFileBytes {
    var version: UInt8 = UInt8(ascii: "3")
    /// The offset before the first transition, and one behind each.
    var first: Int = 0
    var transitions: [(time: Int, offset: Int)] = []
    var footer: String? = ""
    var leapSeconds = 0
    /// What stands in the part for old programs instead of the same as behind it.
    var oldTransitions: [(time: Int, offset: Int)]?

    var bytes: [UInt8] {
        let old = part(oldTransitions ?? transitions.filter { Int(Int32(truncatingIfNeeded: $0.time)) == $0.time }, 4)
        guard version != 0 else { return old }
        return old + part(transitions, 8) + (footer.map { Array("\n\($0)\n".utf8) } ?? [])
    }

    private func part(_ transitions: [(time: Int, offset: Int)], _ timeBytes: Int) -> [UInt8] {
        var offsets = [first]
        for transition in transitions where !offsets.contains(transition.offset) { offsets.append(transition.offset) }
        let letters = Array("XXX\0".utf8)
        var bytes = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
        // Indicators of UT and of standard time, leap seconds, times, types, letters.
        for count in [offsets.count, offsets.count, leapSeconds, transitions.count, offsets.count, letters.count] {
            bytes += Self.big(count, 4)
        }
        for transition in transitions { bytes += Self.big(transition.time, timeBytes) }
        for transition in transitions { bytes.append(UInt8(offsets.firstIndex(of: transition.offset) ?? 0)) }
        for offset in offsets { bytes += Self.big(offset, 4) + [0, 0] }
        bytes += letters
        bytes += [UInt8](repeating: 0, count: leapSeconds * (timeBytes + 4) + 2 * offsets.count)
        return bytes
    }

    static func big(_ value: Int, _ size: Int) -> [UInt8] {
        (0..<size).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}
