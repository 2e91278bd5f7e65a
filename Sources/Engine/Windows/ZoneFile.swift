public import RulesDSL

/// Why bytes can't be used as a zone file.
public enum ZoneFileMistake: Error, Equatable, Sendable {
    /// They don't begin as one.
    case notAZoneFile
    /// They end before what their header promises.
    case tooShort
    /// The zone counts leap seconds, as those under `right/` do, and the rest of the world doesn't.
    case leapSeconds
    /// What they say can't be: what it is about.
    case damaged(String)

    /// In words, as they stand within a sentence.
    public var words: String {
        switch self {
        case .notAZoneFile: "it is no time-zone file"
        case .tooShort: "it ends too early"
        case .leapSeconds: "it counts leap seconds"
        case .damaged(let what): "it is damaged (\(what))"
        }
    }
}

extension ZoneRules {
    /// The zone of a file of the IANA time-zone database, a TZif file of any version (RFC 9636).
    ///
    /// What the file says of all future years is written out up to the end of the year 9999.
    ///
    /// - Parameter bytes: The whole file.
    /// - Throws: Why they can't be used.
    public init(zoneFile bytes: [UInt8]) throws(ZoneFileMistake) {
        self = try ZoneFile(bytes).rules()
    }
}

/// Takes the bytes of a TZif file apart.
private struct ZoneFile {
    /// The counts of a header, in its order.
    private struct Counts {
        let utIndicators: Int
        let standardIndicators: Int
        let leapSeconds: Int
        let times: Int
        let types: Int
        let letters: Int

        /// The bytes of what follows the header.
        func size(timeBytes: Int) -> Int {
            times * (timeBytes + 1) + types * 6 + letters + leapSeconds * (timeBytes + 4) + standardIndicators
                + utIndicators
        }
    }

    private static let magic = Array("TZif".utf8)
    private static let headerSize = 44
    /// Nothing in a zone file is this far from 1970, not even its beginning of all times.
    private static let farthest: Int64 = 1 << 60
    /// RFC 9636: less than 25 hours behind UTC and less than 26 hours before it.
    private static let possibleOffsets: ClosedRange<Int64> = -89_999...93_599
    private static let firstTime: Int64 = -62_167_219_200
    private static let lastYear = 9999

    private let bytes: [UInt8]
    private let counts: Counts
    /// Where the data begin.
    private let start: Int
    private let timeBytes: Int

    init(_ bytes: [UInt8]) throws(ZoneFileMistake) {
        self.bytes = bytes
        let first = try Self.header(bytes, at: 0)
        if bytes[Self.magic.count] < UInt8(ascii: "2") {
            (counts, start, timeBytes) = (first, Self.headerSize, 4)
        } else {
            // Old programs read the first part; the second one says the same with longer times.
            let second = Self.headerSize + first.size(timeBytes: 4)
            counts = try Self.header(bytes, at: second)
            (start, timeBytes) = (second + Self.headerSize, 8)
        }
        guard bytes.count >= start + counts.size(timeBytes: timeBytes) else { throw .tooShort }
        guard counts.leapSeconds == 0 else { throw .leapSeconds }
        guard counts.types > 0 else { throw .damaged("no offset") }
    }

    private static func header(_ bytes: [UInt8], at start: Int) throws(ZoneFileMistake) -> Counts {
        guard bytes.count >= start + headerSize else {
            throw bytes.starts(with: magic) ? .tooShort : .notAZoneFile
        }
        guard bytes[start...].starts(with: magic) else { throw .notAZoneFile }
        let counts = (0..<6).map { Int(number(bytes, at: start + 20 + $0 * 4, size: 4) & 0xFFFF_FFFF) }
        return Counts(
            utIndicators: counts[0], standardIndicators: counts[1], leapSeconds: counts[2], times: counts[3],
            types: counts[4], letters: counts[5])
    }

    func rules() throws(ZoneFileMistake) -> ZoneRules {
        var first = try offset(ofType: 0)
        var transitions = try recorded()
        if let recurring = try recurring() {
            // From the last transition on, the text at the end counts; without any, it counts for all times.
            let begin = max(transitions.last?.time ?? .min, Self.firstTime)
            let offset = recurring.offset(at: begin)
            if let last = transitions.popLast() {
                transitions.append(ZoneRules.Transition(time: last.time, offset: offset))
            } else {
                first = offset
            }
            let year = CivilDate(day: Int(CivilClock.day(of: begin))).year
            if year <= Self.lastYear {
                transitions += recurring.transitions(years: year - 1...Self.lastYear).filter { $0.time > begin }
            }
        }
        return ZoneRules(first: first, transitions: Self.changes(of: transitions, from: first))
    }

    /// The transitions that the file lists.
    private func recorded() throws(ZoneFileMistake) -> [ZoneRules.Transition] {
        var transitions: [ZoneRules.Transition] = []
        var previous = -Self.farthest
        for index in 0..<counts.times {
            let time = Self.number(bytes, at: start + index * timeBytes, size: timeBytes)
            guard time > previous, time < Self.farthest else { throw .damaged("times out of order") }
            previous = time
            let type = Int(bytes[start + counts.times * timeBytes + index])
            transitions.append(ZoneRules.Transition(time: time, offset: try offset(ofType: type)))
        }
        return transitions
    }

    private func offset(ofType type: Int) throws(ZoneFileMistake) -> Int64 {
        guard type < counts.types else { throw .damaged("an offset that is not there") }
        let place = start + counts.times * (timeBytes + 1) + type * 6
        let offset = Self.number(bytes, at: place, size: 4)
        guard Self.possibleOffsets.contains(offset) else { throw .damaged("an impossible offset") }
        return offset
    }

    /// What the text at the end says, between two line ends; nil where there is none.
    private func recurring() throws(ZoneFileMistake) -> RecurringZone? {
        guard timeBytes == 8 else { return nil }
        let footer = bytes[(start + counts.size(timeBytes: timeBytes))...]
        let lineEnd = UInt8(ascii: "\n")
        guard footer.first == lineEnd, let end = footer.dropFirst().firstIndex(of: lineEnd) else { throw .tooShort }
        let text = Array(footer[..<end].dropFirst())
        guard !text.isEmpty else { return nil }
        guard let zone = RecurringZone(text) else { throw .damaged("an unknown rule for future years") }
        return zone
    }

    /// Without those that change nothing; of several at one second, the last one.
    private static func changes(
        of transitions: [ZoneRules.Transition], from first: Int64
    ) -> [ZoneRules.Transition] {
        var changes: [ZoneRules.Transition] = []
        for transition in transitions {
            if changes.last?.time == transition.time { changes.removeLast() }
            if transition.offset != changes.last?.offset ?? first { changes.append(transition) }
        }
        return changes
    }

    /// A number of four or eight bytes, the highest first, with a sign.
    private static func number(_ bytes: [UInt8], at place: Int, size: Int) -> Int64 {
        var value: Int64 = bytes[place] & 0x80 == 0 ? 0 : -1
        for byte in bytes[place..<place + size] { value = value << 8 | Int64(byte) }
        return value
    }
}
