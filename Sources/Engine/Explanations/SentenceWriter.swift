internal import RulesDSL

/// Writes the sentence an auditor reads: the rule's own `because` with its placeholders filled in, or a good one where
/// the rule has none.
package struct SentenceWriter: Sendable {
    /// Whether the text will stand inside a JSON string or be shown as it is.
    package enum Target: Sendable {
        case json
        case plain
    }

    private enum Part: Sendable {
        case text([UInt8])
        case placeholder(SentenceTemplate.Placeholder)
    }

    private let program: Program
    private let target: Target
    private let values: ValueText
    private let windows: WindowText
    /// For each rule the sentence of its ordinary failure, then for each that of a closed window, then of a result that
    /// can't be computed.
    private let ordinary: [[Part]]
    private let tooLate: [[Part]]
    private let arithmetic: [[Part]]
    private let balance: [Part]

    package init(_ program: Program, target: Target) {
        self.program = program
        self.target = target
        values = ValueText(program.policy.currency)
        windows = WindowText(program.policy)
        func parts(_ template: SentenceTemplate) -> [Part] {
            template.parts.map { part in
                switch part {
                case .text(let text): .text(Self.encode(text, for: target))
                case .placeholder(let placeholder): .placeholder(placeholder)
                }
            }
        }
        ordinary = program.rules.map { parts($0.sentence ?? DefaultSentence.ordinary($0)) }
        tooLate = program.rules.map { _ in parts(DefaultSentence.tooLate) }
        arithmetic = program.rules.map { _ in parts(DefaultSentence.arithmetic) }
        balance = parts(DefaultSentence.balance)
    }

    /// Appends the sentence of a failure of the given row.
    package func append(_ fact: Fact, _ batch: TransactionBatch, to output: OutputBuffer) {
        let row = Int(fact.row)
        for part in parts(of: fact) {
            switch part {
            case .text(let text): output.append(text)
            case .placeholder(let placeholder): append(placeholder, fact, row, batch, to: output)
            }
        }
    }

    private func parts(of fact: Fact) -> [Part] {
        guard fact.rule != Fact.balanceRule else { return balance }
        switch fact.cause {
        case .condition, .limit, .duplicate: return ordinary[Int(fact.rule)]
        case .tooLate: return tooLate[Int(fact.rule)]
        case .arithmetic: return arithmetic[Int(fact.rule)]
        }
    }

    private func append(
        _ placeholder: SentenceTemplate.Placeholder, _ fact: Fact, _ row: Int, _ batch: TransactionBatch,
        to output: OutputBuffer
    ) {
        let rule = fact.rule == Fact.balanceRule ? nil : program.rules[Int(fact.rule)]
        let type = rule?.valueType ?? .money
        switch placeholder {
        case .used: values.append(fact.used, type, to: output)
        case .this: values.append(fact.added, type, to: output)
        case .total: values.append(fact.used &+ fact.added, type, to: output)
        case .limit: values.append(fact.bound, type, to: output)
        case .excess: append(excess: fact, type, to: output)
        case .window: if let window = rule?.aggregate?.window { windows.append(window, fact.window, to: output) }
        case .id: append(batch.idText(row), to: output)
        case .customer: append(batch.customerText(row), to: output)
        case .amount: values.append(batch.amounts[row], .money, to: output)
        case .kind: values.append(Int64(batch.kind(of: row).rawValue), .kind, to: output)
        case .time: RFC3339.append(batch.times[row], to: output)
        case .balance: values.append(fact.balance, .money, to: output)
        case .rule: output.append(Self.encode(program.ruleName(Int(fact.rule)), for: target))
        case .code: output.append(Self.encode(program.code(Int(fact.rule), fact.cause), for: target))
        }
    }

    /// How far the total is over the bound. It can be beyond 64 bits where the bound is far below zero.
    private func append(excess fact: Fact, _ type: ValueType, to output: OutputBuffer) {
        let (excess, overflow) = (fact.used &+ fact.added).subtractingReportingOverflow(fact.bound)
        values.append(overflow ? .max : excess, type, to: output)
    }

    private func append(_ text: TextSlice, to output: OutputBuffer) {
        switch target {
        case .json: output.append(jsonEscaped: text)
        case .plain: output.append(text.bytes, offset: text.offset, length: text.length)
        }
    }

    private static func encode(_ text: String, for target: Target) -> [UInt8] {
        guard target == .json else { return Array(text.utf8) }
        let output = OutputBuffer(capacity: text.utf8.count * 2)
        output.append(jsonEscaped: text.utf8)
        return Array(output.text.utf8)
    }
}
