import Engine
import RulesDSL
import TestSupport
import Testing

/// The parts that an explanation names are reason enough: whatever the other parts were, the condition would be what it
/// is.
@Suite struct DecidingPartTests {
    private static let fields = ["f0", "f1", "f2", "f3", "f4"]

    /// A random condition over the fields, with all that joins conditions.
    private func condition(depth: Int, _ random: inout SeededNumbers) -> String {
        let choice = depth == 0 ? 0 : Int.random(in: 0...6, using: &random)
        func part() -> String { condition(depth: depth - 1, &random) }
        return switch choice {
        case 0: Self.fields.randomElement(using: &random) ?? "f0"
        case 1, 2: "(\(part()) and \(part()))"
        case 3, 4: "(\(part()) or \(part()))"
        case 5: "not \(part())"
        default: "(if \(part()) then \(part()) else \(part()))"
        }
    }

    /// What each field is in the transaction of a number, bit by bit.
    private func value(_ field: String, in number: Int) -> Bool {
        number >> (Self.fields.firstIndex(of: field) ?? 0) & 1 != 0
    }

    /// One transaction for each way in which the fields can be.
    private var input: [UInt8] {
        let lines = (0..<1 << Self.fields.count).map { number in
            let values = Self.fields.map { ",\"\($0)\":\(value($0, in: number))" }.joined()
            return
                #"{"id":"\#(number)","customer_id":"7","load_amount":"$1.00","time":"2000-01-01T10:00:00Z"\#(values)}"#
        }
        return Array(lines.joined(separator: "\n").utf8)
    }

    /// Whether the parts are in the transaction of a number what they were. A part is a field, perhaps behind `not`s.
    private func agree(_ parts: [ExplainedPart], with number: Int) -> Bool {
        parts.allSatisfy { part in
            let words = part.condition.filter { $0 != "(" && $0 != ")" }.split(separator: " ").map(String.init)
            let isOpposite = words.filter { $0 == "not" }.count % 2 == 1
            return (value(words.last ?? "", in: number) != isOpposite) == part.holds
        }
    }

    @Test(arguments: 1...60) func `named parts decide, whatever the others are`(seed: Int) throws {
        var random = SeededNumbers(seed: UInt64(seed))
        let condition = condition(depth: 4, &random)
        let fields = Self.fields.map { "field \($0) : boolean\n" }.joined()
        for rule in [
            "require r { that \(condition)  mode shadow }",
            "require r { that false  unless \(condition)  mode shadow }",
        ] {
            let run = try Run(fields + rule, input)
            let explanations = try Explainer(run.policy, showsOthers: true).explain(
                Array(run.store.events()), in: run.store)
            let findings = try explanations.map { try #require($0.verdicts.first).finding }
            for explanation in explanations {
                let verdict = try #require(explanation.verdicts.first)
                guard verdict.finding != .passed, verdict.parts.first?.condition != "false" else { continue }
                #expect(!verdict.parts.isEmpty, "seed \(seed): \(condition), \(explanation.event)")
                for (number, finding) in findings.enumerated() where agree(verdict.parts, with: number) {
                    #expect(finding == verdict.finding, "seed \(seed): \(condition), \(explanation.event), \(number)")
                }
            }
            for line in run.explanations.split(separator: "\n") {
                #expect(StrictJSON.isObject(String(line)), "\(line)")
            }
        }
    }
}
