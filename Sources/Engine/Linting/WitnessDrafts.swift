internal import RulesDSL

/// Transactions that are likely to be what a rule is about, made of what is known of its conditions.
struct WitnessDrafts {
    private let program: Program
    private let setting: LintSetting

    init(_ program: Program, _ setting: LintSetting) {
        self.program = program
        self.setting = setting
    }

    var kinds: [TransactionKind] {
        setting.kinds.compactMap { TransactionKind(rawValue: UInt8(clamping: $0)) }
    }

    /// The amount that the conditions ask for, if they do.
    var amount: Int64? { scalar(.amount) }

    /// The first second of the time at which the rule checks, or of what its conditions ask for.
    var earliest: Int64? {
        let date = scalar(.date).map { program.calendar.clock.start(ofDay: $0) }
        let all = [setting.active.from, scalar(.time), date].compactMap { $0 }
        return all.filter { Transaction.times.contains($0) }.max()
    }

    /// Who it must be, if the conditions say so.
    var customer: String? {
        guard case .text(let text)? = setting.values[FieldIndex(.customer)],
            (1...Transaction.longestID).contains(text.utf8.count)
        else { return nil }
        return text
    }

    private func scalar(_ field: AccountField) -> Int64? {
        if case .scalar(let value)? = setting.values[FieldIndex(field)], value > .min { value } else { nil }
    }

    /// A draft with the fields that the conditions ask for, and those that the policy requires.
    ///
    /// - Parameters:
    ///   - kind: Its kind.
    ///   - amount: Its amount.
    ///   - time: Its time.
    ///   - different: A field that is to have another value with each number, if the conditions leave it free.
    ///   - number: The number.
    /// - Returns: The draft.
    func draft(
        kind: TransactionKind, amount: Int64, time: Int64, different: FieldIndex? = nil, number: Int = 0
    ) -> WitnessRun.Draft {
        var fields: [String: FieldValue] = [:]
        for (index, field) in program.policy.fields.enumerated() {
            let wanted = setting.values[FieldIndex(AccountField.allCases.count + index)]
            if let wanted = wanted.flatMap({ FieldValue($0, field.type) }) {
                fields[field.name] = wanted
            } else if different == FieldIndex(AccountField.allCases.count + index) {
                fields[field.name] = Self.value(number, field.type)
            } else if field.presence == .required {
                fields[field.name] = Self.plain(field.type)
            }
        }
        return WitnessRun.Draft(kind: kind, amount: amount, time: time, fields: fields)
    }

    private static func plain(_ type: ValueType) -> FieldValue { value(0, type) }

    /// One of many values of a type.
    private static func value(_ number: Int, _ type: ValueType) -> FieldValue {
        switch type {
        case .text, .duration, .date, .weekday, .kind: .text(number == 0 ? "x" : "x\(number)")
        case .number: .number(millionths: Int64(number) * ExactArithmetic.numberUnit)
        case .money: .money(minorUnits: Int64(number))
        case .time: .time(Int64(number))
        case .boolean: .boolean(number % 2 == 1)
        }
    }

    /// A time, and later hours of the week that it begins: one of them is as conditions on hours and weekdays want it.
    /// Those at which they are known to hold come first.
    func hours(from time: Int64) -> [Int64] {
        let all = (0..<7 * 24).map { time + Int64($0) * 3_600 }
        let (hour, weekday) = (scalar(.hour), scalar(.weekday))
        guard hour != nil || weekday != nil else { return all }
        let clock = program.calendar.clock
        func isWanted(_ time: Int64) -> Bool {
            let isHour = hour.map { $0 == CivilClock.hour(of: clock.local(time)) * ExactArithmetic.numberUnit } ?? true
            return isHour && (weekday.map { $0 == CivilClock.weekday(day: clock.day(of: time)) } ?? true)
        }
        return all.filter(isWanted) + all.filter { !isWanted($0) }
    }
}
