/// What is read of a canonical line; nothing of it is checked.
@safe struct Line {
    private static let beforeID = 7  // {"id":"
    private static let betweenFields = 17  // ","customer_id":" and ","load_amount":"
    private static let beforeTime = 10  // ","time":"
    private static let afterDate = 13  // T00:00:00Z"} and the end of the line
    private static let dateLength = 10

    var id: UInt64
    var customer: UInt64
    /// How much of the line is the beginning of the output line.
    var prefix: Int
    var isWithdrawal: Bool
    var amount: UInt64
    var date: UnsafePointer<UInt8>
    var end: UnsafePointer<UInt8>

    @inline(__always)
    init(at start: UnsafePointer<UInt8>) {
        unsafe self.init(start: start, cursor: start + Line.beforeID)
    }

    @inline(__always)
    private init(start: UnsafePointer<UInt8>, cursor first: UnsafePointer<UInt8>) {
        var cursor = unsafe first
        id = unsafe Line.digits(&cursor, until: UInt8(ascii: "\""))
        unsafe cursor += Line.betweenFields
        customer = unsafe Line.digits(&cursor, until: UInt8(ascii: "\""))
        prefix = unsafe cursor - start
        unsafe cursor += Line.betweenFields
        isWithdrawal = unsafe cursor.pointee == UInt8(ascii: "-")
        unsafe cursor += isWithdrawal ? 2 : 1
        let units = unsafe Line.digits(&cursor, until: UInt8(ascii: "."))
        amount = unsafe units &* 100 &+ UInt64(Line.twoDigits(cursor + 1))
        unsafe date = cursor + 3 + Line.beforeTime
        unsafe end = date + Line.dateLength + Line.afterDate
    }

    @inline(__always)
    private static func digits(_ cursor: inout UnsafePointer<UInt8>, until stop: UInt8) -> UInt64 {
        var number: UInt64 = 0
        while unsafe cursor.pointee != stop {
            number = unsafe number &* 10 &+ UInt64(cursor.pointee &- 48)
            unsafe cursor += 1
        }
        return number
    }

    @inline(__always)
    private static func twoDigits(_ text: UnsafePointer<UInt8>) -> Int32 {
        unsafe Int32(text[0]) &* 10 &+ Int32(text[1]) &- 528
    }

    /// The number of days since 1970-01-01 of a date from then on.
    static func daysSinceEpoch(_ date: UnsafePointer<UInt8>) -> Int32 {
        var year = unsafe twoDigits(date) * 100 + twoDigits(date + 2)
        var month = unsafe twoDigits(date + 5)
        let day = unsafe twoDigits(date + 8)
        if month <= 2 {
            year -= 1
            month += 12
        }
        return year * 365 + year / 4 - year / 100 + year / 400 + (153 * (month - 3) + 2) / 5 + day - 719_469
    }
}
