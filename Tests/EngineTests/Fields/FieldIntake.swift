import Engine
import RulesDSL
import Testing

/// Declared fields for tests of the intake, and lines that have them.
enum FieldIntake {
    /// One field of each type; `!` behind a type is a required one.
    static func fields(_ declarations: (name: String, type: ValueType, path: String, isRequired: Bool)...)
        -> InputFields
    {
        InputFields(
            fields: declarations.map {
                InputFields.Field(
                    name: $0.name, type: $0.type, isRequired: $0.isRequired,
                    path: $0.path.split(separator: ".").map(String.init))
            })
    }

    static let all = fields(
        ("shop", .text, "merchant.name", false), ("country", .text, "merchant.place.country", false),
        ("tier", .text, "tier", false), ("score", .number, "risk.score", false), ("fee", .money, "fee", false),
        ("since", .time, "since", false), ("online", .boolean, "online", false))

    static let head =
        #"{"id":"1","customer_id":"2","load_amount":"$1.00","time":"2000-01-01T00:00:00Z""#

    /// The fields of a line whose rest behind the canonical four keys is given, or the reject's `code@column`, where
    /// the column counts from the beginning of that rest. All ways to read the line must agree.
    static func outcome(_ rest: String, _ fields: InputFields = all) -> String {
        let line = head + rest
        let outcome = Intake(line, fields: fields).fieldOutcome(from: head.utf8.count)
        #expect(Intake(line, fields: fields, lanes: .completeOnly).fieldOutcome(from: head.utf8.count) == outcome)
        return outcome
    }
}

extension Intake {
    /// What became of the fields of a chunk of one line: `name=value` in the order of the names, or `code@column`.
    fileprivate func fieldOutcome(from start: Int) -> String {
        if let reject = rejects.first { return "\(reject.reason.code)@\(reject.column - start)" }
        guard let row = rows.first else { return "blank" }
        return row.fields.sorted { $0.key < $1.key }.map { "\($0.key)=\(Self.text($0.value))" }.joined(separator: " ")
    }

    private static func text(_ value: FieldValue) -> String {
        switch value {
        case .text(let text): text
        case .number(let value): "\(value)"
        case .money(let value): "\(value)¢"
        case .time(let value): RFC3339.text(value)
        case .boolean(let value): "\(value)"
        }
    }
}
