package import RulesDSL

/// What a `let` that names an aggregate was when a rule read it.
package struct LetValue: Sendable {
    package let name: String
    /// In the unit of `type`.
    package let value: AggregateValue
    /// Where nothing was counted: the value of its `or`; nil where that can't be computed.
    package let fallback: Int64?
    /// Where its window is closed: the latest transaction that was counted.
    package let latest: Explanation.Latest?
    /// Where its window is closed: the shortest `late`, in seconds, under which it would not be.
    let neededLate: Int64?
    package let type: ValueType
    /// ``the average of `amount` over loads for the 30 days to 2000-01-02T19:00:00Z``
    package let measure: String
}

/// Finds the `let`s of a policy as a transaction saw them.
struct LetReader {
    private let program: Program
    private let windows: WindowText
    /// For each rule, the aggregates that it may read, ascending.
    private let read: [[Int]]

    init(_ program: Program) {
        self.program = program
        windows = WindowText(program)
        read = program.policy.rules.map { program.policy.aggregates(readBy: $0).sorted() }
    }

    /// The values that a rule, which was just judged, found for a transaction of a second.
    func values(
        of rule: Int32, at time: Int64, _ ledger: ContributionLedger, _ accounts: OneByOne
    ) -> [LetValue] {
        // What declines where no rule does is no rule of the policy.
        guard read.indices.contains(Int(rule)) else { return [] }
        return read[Int(rule)].map { index in
            let named = program.policy.aggregates[index]
            let value = accounts.value(ofLet: index)
            let latest = value == .closed ? ledger.latest(of: index, accounts) : nil
            return LetValue(
                name: named.name, value: value, fallback: value == .nothing ? accounts.fallback(ofLet: index) : nil,
                latest: latest, neededLate: program.neededLate(for: named.aggregate.window, at: time, after: latest),
                type: named.aggregate.type, measure: measure(named, at: time))
        }
    }

    private func measure(_ named: CheckedLetAggregate, at time: Int64) -> String {
        let aggregate = named.aggregate
        var text = OutputBuffer(capacity: 128)
        let what = MeasureWords(aggregate, kinds: named.kinds, program.fields, program.policy.sources)
        text.append(Array(what.measure.utf8))
        text.append(Array(Self.scope(aggregate.scope, program.fields).utf8))
        text.append(" for ")
        switch aggregate.window {
        case .calendar(let window):
            let number = program.calendar.number(of: window, at: time) + Int64(Program.windowBias)
            windows.append(window, Int32(clamping: number), to: &text)
        case .rolling(let seconds): windows.append(rolling: seconds, to: time, to: &text)
        }
        return text.text
    }

    /// Whose transactions they are, where they are not simply the customer's: ` per merchant`.
    private static func scope(_ scope: CheckedScope, _ fields: FieldTable) -> String {
        switch scope {
        case .everyone: return " across everyone"
        case .fields(let scopes):
            let names = scopes.map { fields[$0].name }
            return names == ["customer"] ? "" : " per \(names.joined(separator: ", "))"
        }
    }
}

extension Program {
    /// The shortest `late`, in seconds, under which the window of a second is open after the latest transaction that was
    /// counted; nil where the policy's own is enough.
    func neededLate(for window: CheckedWindow, at time: Int64, after latest: Explanation.Latest?) -> Int64? {
        let end =
            switch window {
            case .calendar(let window): calendar.end(of: window, number: calendar.number(of: window, at: time))
            case .rolling: time + 1
            }
        // Without `late` a window is closed by what is at its end or later.
        guard let latest, latest.time >= end, latest.time - end >= policy.late else { return nil }
        return latest.time - end + 1
    }
}
