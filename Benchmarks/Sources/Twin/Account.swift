/// The limits of `rules/default.rules`.
private let loadsADay: UInt32 = 3
private let amountADay: UInt64 = 5_000_00
private let amountAWeek: UInt64 = 20_000_00

/// One attempt: who, and which id.
struct Attempt: Keyed {
    var key: UInt64
    static let none = Attempt(key: 0)
}

/// What a customer has. The windows are those of the last accepted load's day.
struct Account: Keyed {
    var customer: UInt32
    var lastDay: Int32
    var balance: Int64
    var loadedToday: UInt32
    var loadedThisWeek: UInt32
    var loadsToday: UInt32

    static let none = Account(
        customer: 0, lastDay: -7, balance: 0, loadedToday: 0, loadedThisWeek: 0, loadsToday: 0)

    var key: UInt64 { UInt64(customer) }

    /// Decides and, if it is accepted, books.
    @inline(__always)
    mutating func accepts(withdrawal: Bool, amount: UInt64, day: Int32) -> Bool {
        if withdrawal {
            if balance < Int64(amount) { return false }
            balance -= Int64(amount)
            return true
        }
        let isSameDay = lastDay == day
        let loads = isSameDay ? loadsToday : 0
        let today = (isSameDay ? UInt64(loadedToday) : 0) + amount
        let thisWeek = (isSameDay || week(of: lastDay) == week(of: day) ? UInt64(loadedThisWeek) : 0) + amount
        if loads >= loadsADay || today > amountADay || thisWeek > amountAWeek { return false }
        balance += Int64(amount)
        lastDay = day
        loadsToday = loads + 1
        loadedToday = UInt32(truncatingIfNeeded: today)
        loadedThisWeek = UInt32(truncatingIfNeeded: thisWeek)
        return true
    }

    @inline(__always)
    private func week(of day: Int32) -> Int32 {
        (day + 3) / 7
    }
}
