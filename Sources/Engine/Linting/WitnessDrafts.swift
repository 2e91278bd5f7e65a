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

    private func scalar(_ field: AccountField) -> Int64? {
        if case .scalar(let value)? = setting.values[FieldIndex(field)], value > .min { value } else { nil }
    }

    /// A draft with the fields that the conditions ask for, and those that the policy requires.
    func draft(kind: TransactionKind, amount: Int64, time: Int64) -> WitnessRun.Draft {
        var fields: [String: FieldValue] = [:]
        for (index, field) in program.policy.fields.enumerated() {
            let wanted = setting.values[FieldIndex(AccountField.allCases.count + index)]
            if let wanted = wanted.flatMap({ FieldValue($0, field.type) }) {
                fields[field.name] = wanted
            } else if field.presence == .required {
                fields[field.name] = Self.plain(field.type)
            }
        }
        return WitnessRun.Draft(kind: kind, amount: amount, time: time, fields: fields)
    }

    private static func plain(_ type: ValueType) -> FieldValue {
        switch type {
        case .text, .duration, .date, .weekday, .kind: .text("x")
        case .number: .number(millionths: 0)
        case .money: .money(minorUnits: 0)
        case .time: .time(0)
        case .boolean: .boolean(false)
        }
    }

    /// A time, and later hours of the week that it begins: one of them is as conditions on hours and weekdays want it.
    static func hours(from time: Int64) -> [Int64] {
        (0..<7 * 24).map { time + Int64($0) * 3_600 }
    }
}
