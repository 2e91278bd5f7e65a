package import RulesDSL

/// A diagnostic for programs: everything that people see, as data.
package enum DiagnosticJSON {
    /// One diagnostic, with its places resolved in the files that it is about.
    package static func value(_ diagnostic: Diagnostic, _ sources: SourceMap) -> JSONValue {
        .object([
            .init("code", .text(diagnostic.code)), .init("severity", .text(diagnostic.severity.rawValue)),
            .init("message", .text(diagnostic.message)), .init("at", label(diagnostic.primary, sources)),
            .init("related", .array(diagnostic.secondary.map { label($0, sources) })),
            .init("help", .array(diagnostic.help.map { .text($0) })),
            .init("fixes", .array(diagnostic.fixIts.map { fix($0, sources) })),
            .init("witness", diagnostic.witness.map(value) ?? .null),
        ])
    }

    /// The transactions that were decided to see that a diagnostic is right, with all that a test would have.
    package static func value(_ witness: Witness) -> JSONValue {
        .object([
            .init("balance", JSONValue(witness.balance)), .init("entries", .array(witness.entries.map(value))),
        ])
    }

    private static func value(_ entry: Witness.Entry) -> JSONValue {
        .object([
            .init("time", .text(entry.time)), .init("kind", .text(entry.kind)), .init("amount", .text(entry.amount)),
            .init("fields", .object(entry.fields.map { .init($0.name, .text($0.value)) })),
            .init("result", .text(entry.result)),
        ])
    }

    private static func label(_ label: Diagnostic.Label, _ sources: SourceMap) -> JSONValue {
        .object(place(label.range, sources) + [.init("text", .text(label.text))])
    }

    private static func fix(_ fixIt: Diagnostic.FixIt, _ sources: SourceMap) -> JSONValue {
        .object(place(fixIt.range, sources) + [.init("replacement", .text(fixIt.replacement))])
    }

    /// Lines and columns from 1, a column being one Unicode scalar; bytes from 0, half-open.
    private static func place(_ range: SourceRange, _ sources: SourceMap) -> [JSONValue.Member] {
        let start = sources.position(of: range)
        let end = sources.position(of: SourceRange(file: range.file, lower: range.upper, upper: range.upper))
        return [
            .init("file", .text(start.file)), .init("line", .integer(start.line)),
            .init("column", .integer(start.column)),
            .init("end_line", .integer(end.line)), .init("end_column", .integer(end.column)),
            .init("byte", .integer(range.lower)), .init("end_byte", .integer(range.upper)),
        ]
    }
}
