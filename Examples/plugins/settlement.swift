// A plugin in Swift: the days on which banks in the euro area settle payments.
//
//     swiftc -emit-library -parse-as-library -I Sources/BankrulesPlugin/include \
//         Examples/plugins/settlement.swift -o settlement.so

import BankrulesPlugin

/// The days on which TARGET, the payment system of the euro area, is open: not on Saturdays and Sundays, at New Year, on
/// Good Friday, on Easter Monday, on the first of May, and on 25 and 26 December.
enum Target {
    /// It has these days off since 2002.
    static let firstYear = 2002

    static func isOpen(_ day: CivilDay) -> Bool {
        if day.weekday == .saturday || day.weekday == .sunday { return false }
        switch (day.month, day.day) {
        case (1, 1), (5, 1), (12, 25), (12, 26): return false
        default: break
        }
        let easter = CivilDay.easter(of: day.year)
        return day.number != easter - 2 && day.number != easter + 1
    }
}

/// A day of the Gregorian calendar.
struct CivilDay {
    enum Weekday: Int64 {
        case monday
        case tuesday
        case wednesday
        case thursday
        case friday
        case saturday
        case sunday
    }

    /// Days since 1970-01-01, which was a Thursday.
    let number: Int64
    let year: Int64
    let month: Int64
    let day: Int64

    /// The day in UTC that holds a time.
    init(holding seconds: Int64) {
        number = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        // Years begin in March here, so that leap days come last.
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    var weekday: Weekday? {
        Weekday(rawValue: ((number + 3) % 7 + 7) % 7)
    }

    /// The number of Easter Sunday: the Sunday after the first full moon of spring, as the calendar of 1582 computes it.
    static func easter(of year: Int64) -> Int64 {
        let (century, yearOfCentury) = (year / 100, year % 100)
        let golden = year % 19
        let lunarCorrection = (century + 8) / 25
        let solarCorrection = (century - lunarCorrection + 1) / 3
        let epact = (19 * golden + century - century / 4 - solarCorrection + 15) % 30
        let toSunday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
        let exception = (golden + 11 * epact + 22 * toSunday) / 451
        // Days after 22 March.
        let offset = epact + toSunday - 7 * exception
        return daysBefore(22, ofMarchIn: year) + offset
    }

    private static func daysBefore(_ day: Int64, ofMarchIn year: Int64) -> Int64 {
        let era = year / 400
        let yearOfEra = year - era * 400
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + day - 1 - 719_468
    }
}

// MARK: What bankrules sees

/// `is-settlement-day(time)`: whether banks settle payments on the day of a time, in UTC.
private func isSettlementDay(
    _ arguments: UnsafePointer<bankrules_value>?, _ count: Int, _ result: UnsafeMutablePointer<bankrules_value>?
) -> Int32 {
    guard let time = arguments?.pointee.integer, let result else { return 1 }
    let day = CivilDay(holding: time)
    guard day.year >= Target.firstYear else {
        result.pointee.type = BANKRULES_TYPE_TEXT
        result.pointee.text = text("the days off of TARGET are known from 2002 on")
        return 1
    }
    result.pointee.type = BANKRULES_TYPE_BOOLEAN
    result.pointee.integer = Target.isOpen(day) ? 1 : 0
    return 0
}

/// A text that is there for as long as the program.
private func text(_ literal: StaticString) -> bankrules_text {
    bankrules_text(bytes: literal.utf8Start, length: literal.utf8CodeUnitCount)
}

/// A value that stays where it is for as long as the program.
private func keep<Value>(_ value: Value) -> UnsafePointer<Value> {
    let place = UnsafeMutablePointer<Value>.allocate(capacity: 1)
    place.initialize(to: value)
    return UnsafePointer(place)
}

nonisolated(unsafe) private let plugin = keep(
    bankrules_plugin(
        interface_version: BANKRULES_PLUGIN_INTERFACE, name: text("settlement"), version: text("1.0"),
        functions: keep(
            bankrules_function(
                name: text("is-settlement-day"), parameters: keep(BANKRULES_TYPE_TIME), parameter_count: 1,
                result: BANKRULES_TYPE_BOOLEAN, call: isSettlementDay)),
        function_count: 1))

/// The one thing that a plugin exports.
@_cdecl("bankrules_plugin_v1")
public func pluginOfVersion1() -> UnsafePointer<bankrules_plugin> {
    plugin
}
