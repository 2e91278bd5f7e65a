internal import RulesDSL

/// A time as the canonical layout has it, `2000-01-01T18:00:00Z`, with its closing quote.
///
/// Lines that follow each other mostly have the same date, so that the last one's day is kept.
struct CanonicalTime {
    /// `2000-01-`, and `01`, of the date whose day is known.
    private var yearAndMonth: UInt64 = 0
    private var dayOfMonth: UInt64 = 0
    private var startOfDay = 0

    // `T` and `:` in `01T18:00`; `:`, `Z` and the quote in `:00Z"`.
    private static let middleMarks: UInt64 = 0x0000_3a00_0054_0000
    private static let middleMask: UInt64 = 0x0000_ff00_00ff_0000
    private static let endMarks: UInt64 = 0x0000_0022_5a00_003a
    private static let endMask: UInt64 = 0x0000_00ff_ff00_00ff
    /// What hours, minutes and seconds lack to reach their lanes' bit 7, when one too many.
    private static let lacking: UInt64 = (128 - 24) | (128 - 60) << 16 | (128 - 60) << 32

    /// The length of `2000-01-01T18:00:00Z"`.
    static let length = 21

    /// The seconds since 1970 of the time that begins at `start`; nil where it is not canonical.
    @inline(__always)
    mutating func seconds(_ bytes: Column<UInt8>, at start: Int) -> Int? {
        let first = bytes.word(at: start)
        let middle = bytes.word(at: start + 8)
        let last = bytes.word(at: start + 15)
        // The last word begins one byte early, so that all of it is in the line.
        let end = last >> 8
        guard middle & Self.middleMask == Self.middleMarks, end & Self.endMask == Self.endMarks else { return nil }
        if _slowPath(first != yearAndMonth || middle & 0xffff != dayOfMonth) {
            guard learnDate(first, middle & 0xffff) else { return nil }
        }
        let digits = (middle >> 24 & 0xffff) | (middle >> 32 & 0xffff_0000) | (end >> 8 & 0xffff) << 32
        let values = digits ^ 0x0000_3030_3030_3030
        guard DigitWord.areDigits(values) else { return nil }
        let pairs = DigitWord.pairs(values) & 0x0000_00ff_00ff_00ff
        guard (pairs &+ Self.lacking) & 0x0000_0080_0080_0080 == 0 else { return nil }
        return startOfDay &+ Int(pairs & 0xff) &* 3600 &+ Int(pairs >> 16 & 0xff) &* 60 &+ Int(pairs >> 32)
    }

    /// Keeps the day of `2000-01-` and `01`, if there is one.
    @inline(never)
    private mutating func learnDate(_ first: UInt64, _ second: UInt64) -> Bool {
        let hyphens: UInt64 = 0xff00_00ff_0000_0000
        guard first & hyphens == 0x2d00_002d_0000_0000 else { return false }
        let values = DigitWord.values(first) & ~hyphens
        let dayValues = second ^ 0x3030
        guard DigitWord.areDigits(values), DigitWord.areDigits(dayValues) else { return false }
        let pairs = DigitWord.pairs(values)
        let date = CivilDate(
            year: Int(pairs & 0xff) * 100 + Int(pairs >> 16 & 0xff), month: Int(pairs >> 40 & 0xff),
            day: Int(DigitWord.pairs(dayValues) & 0xff))
        guard date.exists else { return false }
        yearAndMonth = first
        dayOfMonth = second
        startOfDay = date.dayNumber * RFC3339.secondsOfDay
        return true
    }
}
