internal import RulesDSL

/// Writes decided transactions as a test of the rules file would have them.
struct WitnessWriter {
    private let program: Program
    private let values: ValueText

    init(_ program: Program) {
        self.program = program
        values = ValueText(program.policy.currency)
    }

    func witness(of run: WitnessRun) -> Witness {
        Witness(
            balance: run.balance == 0 ? nil : values.text(run.balance, .money),
            entries: run.steps.map { entry($0, of: run.namedCustomer) })
    }

    private func entry(_ step: WitnessRun.Step, of customer: String?) -> Witness.Entry {
        let named = customer.map { [Witness.Field(name: "customer", value: text(.text($0)))] } ?? []
        let fields = program.policy.fields.compactMap { field in
            step.draft.fields[field.name].map { Witness.Field(name: field.name, value: text($0)) }
        }
        return Witness.Entry(
            time: time(step.draft.time), kind: step.draft.kind.name, amount: values.text(step.draft.amount, .money),
            fields: named + fields, result: result(step))
    }

    private func text(_ value: FieldValue) -> String {
        switch value {
        case .text(let text):
            "\"\(text.escapedForText)\""
        case .number(let value): values.text(value, .number)
        case .money(let value): values.text(value, .money)
        case .time(let value): values.text(value, .time)
        case .boolean(let value): value ? "true" : "false"
        }
    }

    /// What the wall clock shows, where it shows it once.
    private func time(_ time: Int64) -> String {
        let local = program.calendar.clock.local(time)
        guard program.policy.zone.occurrence(ofLocal: local) == .once(time) else { return values.text(time, .time) }
        let text = values.text(local, .time)
        let (date, clock) = (text.prefix(10), text.dropFirst(11).dropLast())
        return "\(date) \(clock.hasSuffix(":00") ? clock.dropLast(3) : clock)"
    }

    private func result(_ step: WitnessRun.Step) -> String {
        let shadows = step.facts.filter(\.isShadow).map { " shadow \(program.ruleName(Int($0.rule)))" }.joined()
        let decisive = step.facts.first { $0.isDecisive }
        let rule = decisive.map { program.ruleName(Int($0.rule)) } ?? ""
        let decision: String
        switch step.decision {
        case .accepted: decision = "accepted"
        case .reviewed:
            let review = step.facts.first { !$0.isShadow }
            decision = "reviewed as " + (review.map { program.code(Int($0.rule), $0.cause) } ?? "")
        case .ignored: decision = "ignored by \(rule)"
        case .declined:
            let isOfRule = decisive?.rule != Fact.balanceRule
            let code = decisive.map { program.code(Int($0.rule), $0.cause) } ?? ""
            decision = isOfRule ? "declined by \(rule)" : "declined as \(code)"
        }
        return decision + shadows
    }
}
